import type { AnswerReading, AskedBack, OfferedOption } from './asked.js';
import { pickByPlace, pickByTitle } from './pick.js';
import { toAnswer } from './toAnswer.js';
import type { Intent } from '../intent.js';
import {
  aboutQuestion,
  allWords,
  beforeLabel,
  behindLabel,
  emptyClause,
  goesOnElse,
  goOn,
  labels,
  noWords,
  pointing,
  takesAllBack,
  takesBack,
  takesThatBack,
  yesFirst,
  yesWords,
} from '../words/answers.en.js';
import { nameAfterNo } from '../words/corrections.en.js';

/** Longer than this is no bare "yes" or "no". */
const longestYes = 60;
/** More clauses than this are no answer. */
const mostClauses = 5;

/** Whether a text is nothing but a "yes". */
export function isYes(text: string): boolean {
  const answer = toAnswer(text);
  return answer.length <= longestYes && yesWords.test(answer);
}

/** Whether a text is nothing but a "no", or takes back what was begun. */
export function isNo(text: string): boolean {
  const answer = toAnswer(text);
  return answer.length <= longestYes && noWords.test(answer);
}

/** Reads what answers the question by itself: yes, no, which of those offered. Names and free texts need more. */
export function readAnswer(text: string, asked: AskedBack): AnswerReading {
  const answer = toAnswer(text);
  const { yes, options = [] } = asked;
  const label = labelled(answer, asked);
  if (label) return { kind: 'do', intents: label };
  const [only] = options;
  const isExactTitle = options.some(({ title }) => toAnswer(title) === answer);
  if (isNo(text) && !isExactTitle) return { kind: 'cancel' };
  const picked = allWords.test(answer) ? options : (pickByPlace(answer, options) ?? pickByTitle(answer, options));
  if (picked.length > 0) return { kind: 'do', intents: picked.map(({ intent }) => intent) };
  if (isYes(text) || (yes && allWords.test(answer))) {
    if (yes) return { kind: 'do', intents: yes };
    if (only && options.length === 1) return { kind: 'do', intents: [only.intent] };
  }
  if (asked.again && aboutQuestion.test(answer)) return { kind: 'again' };
  return readLoosely(text, asked, only && options.length === 1 ? only : undefined);
}

function labelled(answer: string, { yes }: AskedBack): readonly Intent[] | undefined {
  const [first] = yes ?? [];
  if (!first || !yes || noWords.test(answer)) return undefined;
  const verb = answer.replace(beforeLabel, '').replace(behindLabel, '');
  return labels[first.kind]?.test(verb) ? yes : undefined;
}

/** An answer of several clauses: one that takes back what was begun wins, then one that goes on with it. */
function readLoosely(text: string, asked: AskedBack, only: OfferedOption | undefined): AnswerReading {
  const clauses = text
    .split(/[,.;:!\n]+|\s[-–—]\s/u)
    .map(toAnswer)
    .filter((clause) => clause !== '' && !emptyClause.test(clause));
  if (clauses.length > mostClauses || clauses.length === 0) return { kind: 'other' };
  if (isNaming(asked) && nameAfterNo.test(text.trim().slice(0, longestYes * 2))) return { kind: 'other' };
  const takenBack = clauses.findIndex((clause) => takesBack.test(clause));
  if (isTakenBack(clauses, takenBack)) return { kind: 'cancel' };
  const intents = asked.yes ?? (only && [only.intent]);
  if (takenBack >= 0 || !intents) return { kind: 'other' };
  const [first = '', second = ''] = clauses;
  const isYesFirst = yesFirst.test(first);
  const isPointed = clauses.length === 2 && isYesFirst && pointing.test(second);
  return clauses.some((clause) => goOn.test(clause)) || isPointed || (isYesFirst && clauses.length === 1)
    ? { kind: 'do', intents }
    : { kind: 'other' };
}

/** Whether a name is asked about, which may be said in other words. */
function isNaming({ base }: AskedBack): boolean {
  return base?.kind === 'createGroup' || (base?.kind === 'changeGroup' && base.field === 'name');
}

function isTakenBack(clauses: readonly string[], takenBack: number): boolean {
  const [first = ''] = clauses;
  if (takesAllBack.test(first) || clauses.some((clause) => takesThatBack.test(clause))) return true;
  if (takenBack < 0) return false;
  const rest = clauses.slice(takenBack + 1);
  // "no, Sales instead" goes on with something else; "no, I'll stay" takes back twice.
  if (rest.some((clause) => takesBack.test(clause))) return true;
  if (rest.some((clause) => goesOnElse.test(clause))) return false;
  const isShortRest = rest.length > 0 && rest.join(' ').split(' ').length <= 3;
  return !(takenBack === 0 && first === 'no' && isShortRest);
}
