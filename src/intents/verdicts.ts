import type { Meaning } from './newIntents.js';

/** Why something is asked rather than done. */
export type AskReason =
  | 'condition'
  | 'correction'
  | 'negation'
  | 'another'
  | 'time'
  | 'words'
  | 'wish'
  | 'uncertain'
  | 'question'
  | 'statement';

/** What follows from a message. */
export type Verdict =
  /** `aside`: said beside something else, without the words of somebody who asks for it. */
  | { readonly do: Meaning; readonly aside?: true }
  /** A card with everything that was understood. */
  | { readonly ask: Meaning; readonly unexplained: readonly string[]; readonly why: AskReason }
  | { readonly all: readonly Verdict[] }
  /** Nothing is wished. */
  | { readonly nothing: 'report' | 'negation' | 'condition' | 'hedge' | 'question' | 'remark' | 'empty' }
  /** Something real is named and it is not clear what is wished; what exists is offered. */
  | { readonly unclear: readonly { readonly of: string; readonly id: string; readonly name: string }[] }
  | { readonly tooLong: true };

export function asked(verdict: Verdict): Verdict {
  return 'do' in verdict && isChange(verdict.do) ? { ask: verdict.do, unexplained: [], why: 'negation' } : verdict;
}

const reads = new Set(
  'findAccess showRequest listMyGroups listMyRequests showInbox browseGroups showGroup showHelp acceptThanks manageGroup listOwnerless listMembers listResources explainAccess listAccess showHistory verifyHistory exportTable explainJoin listDelegations showSettings listAdmins createGroup'.split(
    ' ',
  ),
);

export function isChange(meaning: Meaning): boolean {
  return !reads.has(meaning.kind);
}

export function meaningOf(verdict: Verdict): { readonly kind?: string; readonly setting?: string } {
  return 'do' in verdict ? verdict.do : 'ask' in verdict ? verdict.ask : {};
}
