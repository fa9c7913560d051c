import type { Intent } from './intent.js';
import { plainMarks } from './normalizeText.js';
import type { ParseContext } from './parseAction.js';
import { findDuration } from './parseDuration.js';
import { readPhrase, type Phrase } from './readings.js';
import { suggestForName, suggestOneByOne } from './suggestions.js';
import { accessOpening, conditional, joinOpening, leaveOpening, membershipOpening, musing, takenBack, unwantedMembership, unwantedRequest } from './vocabulary.js';

const reasonFirst = /^(?:because|since|as|given that|to|in order to|for)\s+(.+?)\s*[,;:]\s*(?:so\s+)?(?:please\s+|i(?:'d| would) like to\s+)?(?=\S)/i;
const asOwner = /\s+as (?:an? |the |its )?(?:co-?)?owner\b/i;
const secondCommand = /\s*(?:,|;|\band\b|\bthen\b|&|\+|\bor\b)+\s*(?:please |also |then )*(?=(?:join|leave|add me|remove me|approve|deny|withdraw|cancel|take me|put me|let me)\b)/i;
const because = /\b(?:because|since|reason)\b/i;

/** Understands wishes to join or to leave; only openings that are meant as such, at the very start, are a command. */
export function parseMembership(text: string, context: ParseContext): Intent | undefined {
  const leave = parseLeave(text);
  if (leave) return leave;
  return parseJoin(text, context, {}) ?? parseReasonFirst(text, context) ?? parseMusing(text, context);
}

interface Given {
  readonly justification?: string;
  readonly duration?: NonNullable<Phrase['duration']>;
  readonly ask?: true;
}

function parseJoin(text: string, context: ParseContext, given: Given): Intent | undefined {
  const plain = plainMarks(text);
  const access = accessOpening.exec(plain);
  const opening = access ?? joinOpening.exec(plain) ?? membershipOpening.exec(plain);
  if (!opening) return undefined;
  let rest = text.slice(opening[0].length);
  const two = findSecondCommand(rest);
  if (two) return suggestOneByOne([`${text.slice(0, opening[0].length)}${two[0]}`.trim(), two[1]]);
  if (takenBack.test(plainMarks(rest))) return suggestForName(rest.replace(takenBack, '').replace(/[^\p{L}\p{N}]+$/u, ''), true);
  const { ask, head } = takeCondition(rest);
  if (ask) rest = head;
  const owner = asOwner.exec(beforeReason(rest));
  if (owner) rest = `${rest.slice(0, owner.index)} ${rest.slice(owner.index + owner[0].length).trimStart()}`.trim();
  const phrase = readPhrase(rest, context);
  if (phrase.readings.length === 0) return undefined;
  const justification = given.justification ?? phrase.justification;
  const duration = given.duration ?? phrase.duration;
  const isAsk = ask || given.ask;
  if (access && !owner) {
    // What was said outright belongs to each reading here: there is one way only to carry it.
    const readings = phrase.readings.map((reading) => ({ ...(justification ? { justification } : {}), ...(duration ? { duration } : {}), ...reading }));
    return { kind: 'findAccess', readings, ...(isAsk ? { ask: true } : {}) };
  }
  return { kind: 'joinGroup', target: { by: 'name', readings: phrase.readings }, ...(justification ? { justification } : {}), ...(duration ? { duration } : {}), ...(owner ? { asOwner: true } : {}), ...(isAsk ? { ask: true } : {}) };
}

/** "for 30 days add me to Marketing", "because I run the campaign, join Marketing". */
function parseReasonFirst(text: string, context: ParseContext): Intent | undefined {
  const found = findDuration(text, context);
  if (found && found.start === 0) {
    const rest = text.slice(found.end).replace(/^[\s,;:]+/, '').replace(/^(?:please|pls|kindly)\s+/i, '');
    return parseJoin(rest, context, { duration: found.duration }) ?? withReason(rest, context, found.duration);
  }
  return withReason(text, context);
}

function withReason(text: string, context: ParseContext, duration?: NonNullable<Phrase['duration']>): Intent | undefined {
  const match = reasonFirst.exec(plainMarks(text));
  if (!match) return undefined;
  // "to" and "for" introduce a reason in front as well: "for the spring campaign, join Marketing".
  const start = plainMarks(text).indexOf(match[1] ?? '', match[0].search(/\s/));
  const justification = text.slice(start, start + (match[1] ?? '').length).trim();
  return parseJoin(text.slice(match[0].length), context, { justification, ...(duration ? { duration } : {}) });
}

/** "maybe add me to Marketing", "I was thinking of joining Marketing": the bot asks back. */
function parseMusing(text: string, context: ParseContext): Intent | undefined {
  const match = musing.exec(plainMarks(text));
  if (!match) return undefined;
  const rest = text.slice(match[0].length).replace(/^(?:if|whether) (?:i|we) (?:can|could|may|might|should) /i, '');
  const leave = parseLeave(rest);
  return leave ?? parseJoin(rest, context, { ask: true });
}

function parseLeave(text: string): Intent | undefined {
  const plain = plainMarks(text);
  const confirmed = /^yes,?\s+(?=leave\s)/i.exec(plain);
  const begin = confirmed?.[0].length ?? 0;
  const opening = leaveOpening.exec(plain.slice(begin)) ?? (confirmed ? null : unwantedMembership.exec(plain));
  if (opening) {
    const rest = text.slice(begin + opening[0].length);
    const two = findSecondCommand(rest);
    if (two) return suggestOneByOne([`leave ${two[0]}`, two[1]]);
    const names = readPhrase(takeCondition(stripAnyMore(rest)).head, { now: 0 }).readings.map(({ name }) => ({ name }));
    if (names.length === 0) return undefined;
    const isMeant = confirmed && !takenBack.test(plainMarks(rest));
    return { kind: 'leaveGroup', target: { by: 'name', readings: names }, ...(isMeant ? { confirmed: true } : {}) };
  }
  const unwanted = unwantedRequest.exec(plain);
  if (!unwanted) return undefined;
  const words = stripAnyMore(text.slice(unwanted[0].length)).replace(/^the\s+/i, '').replace(/\s+(?:group|team)$/i, '').trim();
  return { kind: 'withdrawRequest', target: words === '' ? {} : { words }, ask: true };
}

function stripAnyMore(text: string): string {
  return text.replace(/[\s,]+(?:any ?more|any longer|at all|after all|now)$/i, '').trim();
}

function findSecondCommand(rest: string): [string, string] | undefined {
  const plain = plainMarks(rest);
  const match = secondCommand.exec(plain);
  // Inside a reason it is part of the story.
  if (!match || because.test(plain.slice(0, match.index))) return undefined;
  return [rest.slice(0, match.index).trim(), rest.slice(match.index + match[0].length).trim()];
}

/** "Marketing if Olga agrees": the name, and that it hangs on something. What stands in the reason does not count. */
function takeCondition(rest: string): { readonly ask: boolean; readonly head: string } {
  const front = beforeReason(rest);
  const match = conditional.exec(front.startsWith('"') || front.startsWith("'") ? ` ${front}`.replace(/(["']).*?\1/, (name) => '_'.repeat(name.length)).slice(1) : front);
  return match ? { ask: true, head: rest.slice(0, match.index) } : { ask: false, head: rest };
}

/** The part in front of the reason, with plain quotes; as long as that part of the original. */
function beforeReason(rest: string): string {
  const plain = plainMarks(rest);
  const match = /\b(?:because|reason:)/i.exec(plain);
  return match ? plain.slice(0, match.index) : plain;
}
