import { because, beforeReason, findSecondCommand, isTakenBack, takeCondition } from './clauses.js';
import type { Intent } from './intent.js';
import { plainMarks } from './normalizeText.js';
import { findDuration } from './parseDuration.js';
import { parseLeave } from './parseLeave.js';
import { readPhrase, type Phrase } from './readings.js';
import { suggestForName, suggestOneByOne } from './suggestions.js';
import {
  accessBehind,
  accessOpening,
  joinOpening,
  membershipOpening,
  musing,
  pronoun,
  takenBack,
} from './vocabulary.js';
import type { ParseContext } from './parseContext.js';

const reasonFirst =
  /^(because|since|as|given that|to|in order to|for)\s+(.+?)\s*[,;:]\s*(?:so\s+)?(?:please\s+|i(?:'d| would) like to\s+)?(?=\S)/i;
const becauseNoComma = /^because\s+(.+?)\s+(?=(?:please )?(?:join|add me to|let me into|put me in)\s)/i;
const leadingCondition =
  /^(?:if|when|once|unless|provided(?: that)?|assuming|in case|as soon as|should)\s+[^,]{1,200},\s*(?:then\s+)?(?:please\s+)?/i;
const asOwner = /\s+as (?:an? |the |its )?(?:co-?)?owner\b/i;
/** "can I", "would you": a question in form only. "Will you join Marketing?" asks somebody else. */
const politeQuestion =
  /^(?:(?:can|could|may) (?:i|we|you)|(?:will|would) you|(?:is|would) it)\b(?! (?:please )?join\b.*\byou\b)/i;

/** Understands wishes to join or to leave; only openings that are meant as such, at the very start, are a command. */
export function parseMembership(text: string, isQuestion: boolean, context: ParseContext): Intent | undefined {
  const leave = parseLeave(text, isQuestion);
  if (leave) return leave;
  return (
    parseJoin(text, context, isQuestion && isRealQuestion(text) ? { ask: true } : {}) ??
    parseReasonFirst(text, context) ??
    parseMusing(text, context)
  );
}

/** "join Marketing?" is one, "can I join Marketing?" and "join Marketing because … isn't it?" are none. */
function isRealQuestion(text: string): boolean {
  const plain = plainMarks(text);
  return !politeQuestion.test(plain) && !because.test(plain);
}

interface Given {
  readonly justification?: string;
  readonly duration?: NonNullable<Phrase['duration']>;
  readonly ask?: true;
}

interface Opening {
  readonly text: string;
  readonly rest: string;
  readonly isAccess: boolean;
  readonly asOwner: boolean;
}

function findOpening(text: string): Opening | undefined {
  const plain = plainMarks(text);
  const behind = accessBehind.exec(plain);
  const name = behind?.[1] ?? '';
  const access = accessOpening.exec(plain);
  if (!access && behind && !/^(?:to|the|an?|no|any|my)$/i.test(name) && !joinOpening.test(plain)) {
    const at = behind[0].length - ' access'.length - name.length;
    return {
      text: text.slice(0, at),
      rest: `${text.slice(at, at + name.length)}${text.slice(behind[0].length)}`,
      isAccess: true,
      asOwner: false,
    };
  }
  const opening = access ?? joinOpening.exec(plain) ?? membershipOpening.exec(plain);
  if (!opening) return undefined;
  const rest = text.slice(opening[0].length);
  const owner = asOwner.exec(beforeReason(rest));
  const bare = owner
    ? `${rest.slice(0, owner.index)} ${rest.slice(owner.index + owner[0].length).trimStart()}`.trim()
    : rest;
  return {
    text: text.slice(0, opening[0].length),
    rest: bare,
    isAccess: access !== null,
    asOwner: owner !== null || /\bowner of\s+$/i.test(opening[0]),
  };
}

function parseJoin(text: string, context: ParseContext, given: Given): Intent | undefined {
  const opening = findOpening(text);
  if (!opening) return undefined;
  const two = findSecondCommand(opening.rest);
  if (two) return suggestOneByOne([`${opening.text}${two[0]}`.trim(), two[1]]);
  if (isTakenBack(opening.rest))
    return suggestForName(opening.rest.replace(takenBack, '').replace(/[^\p{L}\p{N}]+$/u, ''), true);
  const { ask, head } = takeCondition(opening.rest);
  const phrase = readPhrase(ask ? head : opening.rest, context);
  // A name may hold such a word ("The Day After Tomorrow"): the whole comes first.
  const readings = ask ? [{ name: opening.rest }, ...phrase.readings] : phrase.readings;
  if (readings.length === 0) return undefined;
  const justification = given.justification ?? phrase.justification;
  const duration = given.duration ?? phrase.duration;
  const isPlan = /\bjoining\b/i.test(opening.text) || readings.some(({ name }) => pronoun.test(name));
  const isAsk = ask || given.ask || phrase.isVague || isPlan ? ({ ask: true } as const) : {};
  const said = { ...(justification ? { justification } : {}), ...(duration ? { duration } : {}) };
  // What was said outright belongs to each reading here: there is one way only to carry it.
  if (opening.isAccess && !opening.asOwner)
    return { kind: 'findAccess', readings: readings.map((reading) => ({ ...said, ...reading })), ...isAsk };
  return {
    kind: 'joinGroup',
    target: { by: 'name', readings },
    ...said,
    ...(opening.asOwner ? { asOwner: true } : {}),
    ...isAsk,
  };
}

/** "for 30 days add me to Marketing", "because I run the campaign, join Marketing". */
function parseReasonFirst(text: string, context: ParseContext): Intent | undefined {
  const found = findDuration(text, context);
  if (found && found.start === 0) {
    const rest = text
      .slice(found.end)
      .replace(/^[\s,;:]+/, '')
      .replace(/^(?:please|pls|kindly)\s+/i, '');
    return parseJoin(rest, context, { duration: found.duration }) ?? withReason(rest, context, found.duration);
  }
  return withReason(text, context);
}

function withReason(
  text: string,
  context: ParseContext,
  duration?: NonNullable<Phrase['duration']>,
): Intent | undefined {
  const plain = plainMarks(text);
  const match = reasonFirst.exec(plain);
  const loose = match ? null : becauseNoComma.exec(plain);
  const [whole, reason] = match ? [match[0], match[2]] : [loose?.[0], loose?.[1]];
  if (whole === undefined || reason === undefined) return undefined;
  const start = plain.indexOf(reason, plain.search(/\s/));
  const justification = text.slice(start, start + reason.length).trim();
  // "as Olga said, join Marketing" and "for example: join Marketing" begin like a reason; only "because" is surely one.
  const isSure =
    match !== null &&
    /^(?:because|given|in order)/i.test(match[1] ?? '') &&
    !/\b(?:said|says|told|wrote|typed|asked|if)\b/i.test(reason);
  return parseJoin(text.slice(whole.length).replace(/^please\s+/i, ''), context, {
    justification,
    ...(duration ? { duration } : {}),
    ...(isSure ? {} : { ask: true }),
  });
}

/** "maybe add me to Marketing", "I was thinking of joining Marketing", "if Olga agrees, add me to Marketing": the bot asks back. */
function parseMusing(text: string, context: ParseContext): Intent | undefined {
  const match = musing.exec(plainMarks(text)) ?? leadingCondition.exec(plainMarks(text));
  if (!match) return undefined;
  const rest = text.slice(match[0].length).replace(/^(?:if|whether) (?:i|we) (?:can|could|may|might|should) /i, '');
  return parseLeave(rest, true) ?? parseJoin(rest, context, { ask: true });
}
