import { findSecondCommand, isTakenBack, takeCondition } from './clauses.js';
import type { Intent } from './intent.js';
import { plainMarks } from './normalizeText.js';
import { readPhrase } from './readings.js';
import { suggestOneByOne } from './suggestions.js';
import { leaveOpening, pronoun, unwantedMembership, unwantedRequest } from './vocabulary.js';

/** Understands wishes to leave; only "yes, leave …" is a confirmation, and only with nothing behind the name. */
export function parseLeave(text: string, isQuestion: boolean): Intent | undefined {
  const plain = plainMarks(text);
  const confirmed = /^yes,?\s+(?=leave\s)/i.exec(plain);
  const begin = confirmed?.[0].length ?? 0;
  const opening = leaveOpening.exec(plain.slice(begin)) ?? (confirmed ? null : unwantedMembership.exec(plain));
  if (opening) {
    const rest = text.slice(begin + opening[0].length);
    const two = findSecondCommand(rest);
    if (two) return suggestOneByOne([`leave ${two[0]}`, two[1]]);
    const { ask, head } = takeCondition(stripAnyMore(rest));
    // A confirmation takes nothing off but the words around a name: "yes, leave Marketing to Olga" is none.
    const readings = readPhrase(head, { now: 0 }).readings.filter(
      ({ justification, duration }) => !confirmed || (!justification && !duration),
    );
    const names = [...(ask ? [{ name: rest }] : []), ...readings.map(({ name }) => ({ name }))];
    if (names.length === 0) return undefined;
    // Nothing but the name may follow: the rest of a sentence may turn it round.
    const isMeant =
      confirmed && !isQuestion && !ask && !isTakenBack(rest) && !names.some(({ name }) => pronoun.test(name));
    return { kind: 'leaveGroup', target: { by: 'name', readings: names }, ...(isMeant ? { confirmed: true } : {}) };
  }
  const unwanted = unwantedRequest.exec(plain);
  if (!unwanted) return undefined;
  const words = stripAnyMore(text.slice(unwanted[0].length))
    .replace(/^the\s+/i, '')
    .replace(/\s+(?:group|team)$/i, '')
    .trim();
  return { kind: 'withdrawRequest', target: words === '' ? {} : { words }, ask: true };
}

function stripAnyMore(text: string): string {
  return text.replace(/[\s,]+(?:any ?more|any longer|at all|after all|now)$/i, '').trim();
}
