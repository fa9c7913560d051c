import type { AskVerdict, Step } from '../choose.js';
import type { Intent } from '../intent.js';
import type { MissingSlot } from '../slots.js';

/** One of several things that were offered. */
export interface OfferedOption {
  /** What it is called on the card. */
  readonly title: string;
  /** Other words for it: the group of a request, a person's address or department. */
  readonly also?: readonly string[];
  /** What it is known by: the id of a group, a person, a resource or a request. */
  readonly ids?: readonly string[];
  readonly intent: Intent;
}

/** What is wanted as a free text, and the intent that it completes. */
export interface WantedText {
  readonly slot: 'justification' | 'value' | 'name' | MissingSlot;
  readonly intent: Intent;
  /** Others that wait for the same: two denials at once. */
  readonly also?: readonly Intent[];
}

/** What each answer to a question means. */
export interface Answers {
  /** What "yes" carries out. */
  readonly yes?: readonly Intent[];
  readonly options?: readonly OfferedOption[];
  readonly text?: WantedText;
  /** What is asked about; a name, a length or a number in the answer takes the place of the one in it. */
  readonly base?: Intent;
}

/**
 * What the bot last asked somebody in a conversation, with what each answer means, and what the last turn was about. It
 * is kept by the server, never carried by a card; ten minutes, one at a time, gone once it is answered or another
 * command has changed something.
 */
export interface AskedBack extends Answers {
  readonly id: string;
  /** What asks the same again. */
  readonly again?: readonly Step[];
  /** The question before this one, where a look asked this one in between. */
  readonly before?: AskedBack;
  /** What the last turn was about: "it", "her" and "also Sales" mean this. */
  readonly about?: Intent;
  /** People whom the last turn named and its intent does not: "is Ben in Sales?". */
  readonly named?: readonly string[];
  /** What the last turn was about was done by it, at once: it can be taken back. */
  readonly isDone?: true;
  /** What the last list showed, in its order, as it can be typed: "the second one" means one of these. */
  readonly listed?: readonly string[];
}

/** Whether something is asked; otherwise only what the last turn was about is kept. */
export function isOpen({ yes, options, text, base }: AskedBack): boolean {
  return yes !== undefined || options !== undefined || text !== undefined || base !== undefined;
}

/** How an answer was read. */
export type AnswerReading =
  /**
   * `corrected`: what was asked about, changed in a part; whether it is to be done is another question. `isVague`: its
   * end can be read two ways, and is shown first. `doubt`: what of the answer was not understood.
   */
  | {
      readonly kind: 'do';
      readonly intents: readonly Intent[];
      readonly corrected?: true;
      readonly isVague?: true;
      readonly doubt?: Pick<AskVerdict, 'unexplained' | 'why'>;
    }
  | { readonly kind: 'cancel' }
  /** It asks about the question, or fits nothing that was offered: the same is asked once more. */
  | { readonly kind: 'again' }
  /** It answers nothing that was asked. */
  | { readonly kind: 'other' };
