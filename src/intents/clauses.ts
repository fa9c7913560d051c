import { plainMarks } from './normalizeText.js';
import { conditional, takenBack, takenBackAtEnd } from './vocabulary.js';

const secondCommand =
  /\s*(?:[,;&+]|\b(?:and|then|or)\b)(?:[\s,;&+]|\b(?:and|then|or)\b){0,8}(?:please |also |then ){0,3}(?=(?:join|leave|add me|remove me|approve|deny|withdraw|cancel|take me|put me|let me)\b)/i;
/** What surely begins a reason. */
export const because = /\b(?:because|since|reason)\b/i;

/** Inside a reason these words are part of the story, except as the very last. */
export function isTakenBack(rest: string): boolean {
  return takenBackAtEnd.test(plainMarks(rest)) || takenBack.test(beforeReason(rest));
}

/** Splits "Marketing and leave Finance" into what the first verb is about and the second command. */
export function findSecondCommand(rest: string): [string, string] | undefined {
  const plain = plainMarks(rest);
  const match = secondCommand.exec(plain);
  // Inside a reason it is part of the story.
  if (!match || because.test(plain.slice(0, match.index))) return undefined;
  return [rest.slice(0, match.index).trim(), rest.slice(match.index + match[0].length).trim()];
}

/** "Marketing if Olga agrees": the name, and that it hangs on something. What stands in the reason does not count. */
export function takeCondition(rest: string): { readonly ask: boolean; readonly head: string } {
  const front = beforeReason(rest);
  const match = conditional.exec(
    front.startsWith('"') || front.startsWith("'")
      ? ` ${front}`.replace(/(["']).*?\1/, (name) => '_'.repeat(name.length)).slice(1)
      : front,
  );
  return match ? { ask: true, head: rest.slice(0, match.index) } : { ask: false, head: rest };
}

/** The part in front of the reason, with plain quotes; as long as that part of the original. */
export function beforeReason(rest: string): string {
  const plain = plainMarks(rest);
  const match = /\b(?:because|reason:)/i.exec(plain);
  return match ? plain.slice(0, match.index) : plain;
}
