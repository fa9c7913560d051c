import { behind, verbatim, type RunText } from '../../messages/escape.js';

/** Something to type, and what it does. */
export interface Example {
  readonly text: string;
  readonly what: string;
}

/** An example as the card files want it. */
export interface ExampleData {
  readonly text: RunText;
  /** With the dash that parts it from the text. */
  readonly what: RunText | null;
}

/** Examples, one to a line. */
export function exampleLines(examples: readonly Example[]): ExampleData[] {
  return examples.map(({ text, what }) => ({
    text: verbatim(text),
    what: what ? behind(' – ', verbatim(what)) : null,
  }));
}
