import type { PageWish } from '../domain/page.js';
import type { AdminIntent, ResourceTarget } from './adminIntent.js';
import type { PersonTarget } from './parsePerson.js';
import type { Duration } from '../domain/terms.js';
import type { Suggestion } from '../domain/start/suggestions.js';
import type { GroupTarget, NameReading, RequestTarget } from './targets.js';
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
      /** In the place of the request that waits, if one does. */
      readonly confirmed?: true;
    }
  /** "I need access to Salesforce": find the groups that unlock it; readings as in `joinGroup`. */
  | { readonly kind: 'findAccess'; readonly readings: readonly NameReading[]; readonly ask?: true }
  | { readonly kind: 'leaveGroup'; readonly target: GroupTarget; readonly confirmed?: true }
  | { readonly kind: 'withdrawRequest'; readonly target: RequestTarget; readonly ask?: true }
  /** Reminds those who were asked (F77); `people`: whom they have in mind. */
  | {
      readonly kind: 'remindApprovers';
      readonly target: RequestTarget;
      readonly people?: readonly PersonTarget[];
    }
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
  | ({ readonly kind: 'browseGroups'; readonly words: string } & PageWish)
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
      /** It is in another language than those that are understood. */ readonly isForeign?: true;
    }
  /** Access for somebody else (F11). */
  | {
      readonly kind: 'requestFor';
      readonly target: GroupTarget;
      /** What they need, while no group is named that opens it: its groups are shown to pick from. */
      readonly resource?: ResourceTarget;
      readonly person: PersonTarget;
      readonly justification?: string;
      readonly duration?: Duration;
      /** They are said to report to whoever asks (F99). */
      readonly isReport?: true;
    }
  /** Asks somebody to make a group, perhaps for a resource that none opens yet (F104). */
  | { readonly kind: 'askToCreate'; readonly person: PersonTarget; readonly resource?: ResourceTarget }
  | AdminIntent;

/** The kinds of intent; also the names of the command files and the card verbs. */
export type IntentKind = Intent['kind'];

/** An intent of one kind. */
export type IntentOf<K extends IntentKind> = Extract<Intent, { kind: K }>;
