import type { Suggestion } from './suggestions.js';

/** What a command about the conversation itself can answer. */
export type StartOutcome =
  | { readonly kind: 'helpShown'; readonly isAdmin: boolean; readonly ownsGroups: boolean }
  | { readonly kind: 'thanksAccepted' }
  | { readonly kind: 'welcomed'; readonly name?: string; readonly waiting: number }
  /** What was typed was not understood, or reads as a remark that asks for nothing. */
  | {
      readonly kind: 'notUnderstood';
      readonly suggestions: readonly Suggestion[];
      readonly remark: boolean;
      /** It answers a card, which a text does not reach. */ readonly meansCard?: true;
    };
