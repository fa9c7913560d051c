import type { AdminIntent } from './adminIntent.js';
import type { Duration } from '../domain/requests/request.js';
import type { Suggestion } from '../domain/outcome.js';

/**
 * What somebody meant by a group. Typed: one or more readings of the same text, the one that takes the most words for
 * the name first ("join Data for Good" may be a group, or the group "Data" with a reason); the first that is exactly a
 * group's name wins. Clicked: the id.
 */
export type GroupTarget =
  { readonly by: 'name'; readonly readings: readonly NameReading[] } | { readonly by: 'id'; readonly groupId: string };

/** One way to read a text that names a group; what it brings itself counts before what the intent carries: `reading.justification ?? intent.justification`, and so for the duration. */
export interface NameReading {
  /** As typed, without quotes and without words such as "the … group". */
  readonly name: string;
  readonly justification?: string;
  readonly duration?: Duration;
}

/** What somebody meant by a request: its id, or words (a person, a group) to look for among those that could be meant; neither when they just said "approve". */
export interface RequestTarget {
  readonly requestId?: string;
  readonly words?: string;
}

/**
 * What a person wants, from a typed message or from a click; each kind has its command in `commands/`.
 * `ask: true` marks what was wished, asked or conditional rather than commanded: the bot asks back with a card and
 * changes nothing.
 */
export type Intent =
  | {
      readonly kind: 'joinGroup';
      readonly target: GroupTarget;
      readonly justification?: string;
      readonly duration?: Duration;
      readonly asOwner?: boolean;
      readonly ask?: true;
    }
  /** "I need access to Salesforce": find the groups that unlock it; readings as in `joinGroup`. */
  | { readonly kind: 'findAccess'; readonly readings: readonly NameReading[]; readonly ask?: true }
  | { readonly kind: 'leaveGroup'; readonly target: GroupTarget; readonly confirmed?: true }
  | { readonly kind: 'withdrawRequest'; readonly target: RequestTarget; readonly ask?: true }
  /** `inboxPage`: clicked on that page of the inbox, which then shows what is left. */
  | {
      readonly kind: 'approveRequest';
      readonly target: RequestTarget;
      readonly duration?: Duration;
      readonly justification?: string;
      readonly inboxPage?: number;
    }
  | { readonly kind: 'denyRequest'; readonly target: RequestTarget; readonly justification?: string }
  | { readonly kind: 'showRequest'; readonly target: RequestTarget }
  | { readonly kind: 'resubmitRequest'; readonly requestId: string }
  /** The client's own refresh of an approval card: reads only. */
  | { readonly kind: 'refreshRequest'; readonly requestId: string }
  | { readonly kind: 'listMyGroups'; readonly page: number }
  | { readonly kind: 'listMyRequests'; readonly page: number }
  | { readonly kind: 'showInbox'; readonly page: number }
  | { readonly kind: 'browseGroups'; readonly words: string; readonly page: number }
  | { readonly kind: 'showGroup'; readonly target: GroupTarget }
  | { readonly kind: 'showHelp' }
  /** "thanks", "great": nothing to do. */
  | { readonly kind: 'acceptThanks' }
  /** The bot was installed for this person. */
  | { readonly kind: 'welcome' }
  | {
      readonly kind: 'suggest';
      readonly suggestions: readonly Suggestion[];
      readonly remark: boolean;
      /** What may be the name of something, by itself. */ readonly name?: string;
      readonly meansCard?: true;
    }
  | AdminIntent;

/** The kinds of intent; also the names of the command files and the card verbs. */
export type IntentKind = Intent['kind'];

/** An intent of one kind. */
export type IntentOf<K extends IntentKind> = Extract<Intent, { kind: K }>;
