import type { RequestNews } from './requests/news.js';
import type { GroupNews } from './groups/news.js';
import type { MemberNews } from './members/news.js';
import type { DelegationNews } from './delegations/news.js';
import type { ResourceNews } from './resources/news.js';
import type { OrganisationNews } from './organisation/news.js';
import type { HistoryNews } from './history/news.js';

/**
 * Something that happened, told to whoever did it or to others whom it concerns. Names are kept as they were at that
 * moment; an outbox effect carries a notice as it is.
 */
export type News =
  RequestNews | GroupNews | MemberNews | DelegationNews | ResourceNews | OrganisationNews | HistoryNews;

/** One kind of notice. */
export type NewsOf<C extends News['code']> = Extract<News, { code: C }>;
