import type { WishView } from '../views.js';
import type { Suggestion } from './suggestions.js';

/** What a command about the conversation itself can answer. */
export type StartOutcome =
  | { readonly kind: 'helpShown'; readonly isAdmin: boolean; readonly ownsGroups: boolean }
  | { readonly kind: 'thanksAccepted' }
  /** How a message is read, a line for each thing that was found in it. */
  | { readonly kind: 'readingShown'; readonly text: string; readonly lines: readonly string[] }
  | { readonly kind: 'welcomed'; readonly name?: string; readonly waiting: number }
  /** What was typed was not understood, or reads as a remark that asks for nothing. */
  | {
      readonly kind: 'notUnderstood';
      readonly suggestions: readonly Suggestion[];
      readonly remark: boolean;
      /** It answers a card, which a text does not reach. */ readonly meansCard?: true;
      /** It is in another language than those that are understood. */ readonly isForeign?: true;
    }
  /** Not plain enough to be done: everything that was understood, one click from being done, and the words that were not. */
  | {
      readonly kind: 'goAheadNeeded';
      readonly questionId: string;
      readonly wish: WishView;
      readonly unexplained: readonly string[];
      readonly why: string;
    }
  /** A command without something that it cannot do without: that is asked for. */
  | {
      readonly kind: 'slotNeeded';
      readonly questionId: string;
      readonly slot: 'group' | 'person' | 'resource' | 'name' | 'length';
      /** The client can look people up in the directory. */
      readonly hasPicker?: true;
      readonly wish: WishView;
    }
  /** Looked at again, what was asked is no question any more; nothing was done. */
  | { readonly kind: 'questionOver' }
  /** What was asked was taken back; nothing has changed. */
  | { readonly kind: 'cancelled' }
  /** Longer than what is read; nothing of it was done. */
  | { readonly kind: 'messageTooLongNeeded'; /** In characters. */ readonly most: number };
