import type { News } from './news.js';
import type { Choice, Question } from './question.js';
import type { Refusal } from './refusal.js';
import type { MembershipRequest } from './requests/request.js';
import type { Table } from './table.js';
import type { RequestOutcome } from './requests/answers.js';
import type { GroupOutcome } from './groups/answers.js';
import type { MemberOutcome } from './members/answers.js';
import type { OrganisationOutcome } from './organisation/answers.js';
import type { StartOutcome } from './start/answers.js';
import type { Instant } from './terms.js';

/** Everything that a command can answer; `cards` and `messages` show each of them. */
export type Outcome =
  | RequestOutcome
  | GroupOutcome
  | MemberOutcome
  | OrganisationOutcome
  | StartOutcome
  /** Something was done, or is told by the outbox. */
  | { readonly kind: 'newsTold'; readonly notice: News }
  /** `unexplained`: words of the wish that nothing explained. */
  | { readonly kind: 'confirmNeeded'; readonly question: Question; readonly unexplained?: readonly string[] }
  | { readonly kind: 'choiceNeeded'; readonly choice: Choice }
  | { readonly kind: 'tableShown'; readonly table: Table }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Told by the outbox to somebody who turned up: what could not reach them since then. */
  | { readonly kind: 'missedTold'; readonly since: Instant; readonly outcomes: readonly Outcome[] }
  /** One answer for each of several wishes; `Needed`: some of them ask something back. */
  | { readonly kind: 'severalAnswered'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'severalNeeded'; readonly outcomes: readonly Outcome[] };

/** An outcome of one kind. */
export type OutcomeOf<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

/** A card or a plain sentence on its way to a person. */
export type OutboundMessage =
  /** `summary` is the line of the notification. */
  | { readonly kind: 'card'; readonly card: object; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** What a request's card shows, in one word pair; when it differs from the record, an edit is due. */
export function requestState(request: Pick<MembershipRequest, 'status' | 'provisioning' | 'held' | 'asks'>): string {
  const { status, provisioning, held, asks } = request;
  return [status, provisioning, held, status === 'pending' ? asks : undefined]
    .filter((part) => part !== undefined)
    .join('/');
}
