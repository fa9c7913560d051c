import type { GroupTable } from './groups/answers.js';
import type { MemberTable } from './members/answers.js';
import type { DelegationTable } from './delegations/answers.js';
import type { ResourceTable } from './resources/answers.js';
import type { OrganisationTable } from './organisation/answers.js';
import type { HistoryTable } from './history/answers.js';

/** Something that is shown as a list; one card shows them all. */
export type Table = GroupTable | MemberTable | DelegationTable | ResourceTable | OrganisationTable | HistoryTable;

/** One kind of table. */
export type TableOf<C extends Table['code']> = Extract<Table, { code: C }>;
