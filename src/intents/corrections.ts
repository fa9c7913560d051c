import type { Sentence } from './frames/scope.js';
import type { Part } from './parts.js';
import { type Verdict, isChange, meaningOf } from './verdicts.js';

/** The same wish again, made of what another clause named. */
export function isEcho(part: Part, parts: readonly Part[]): boolean {
  if (part.match?.isBorrowed !== true) return false;
  const { intent, fixed } = part.match.frame;
  const isComing = (name: string): boolean => name === 'joinGroup' || name === 'leaveGroup';
  if (
    isComing(intent) &&
    parts.some((other) => other !== part && other.match?.isBorrowed === false && isComing(other.match.frame.intent))
  )
    return true;
  return parts.some(
    (other) =>
      other !== part &&
      other.match?.isBorrowed === false &&
      other.match.frame.intent === intent &&
      JSON.stringify(other.match.frame.fixed) === JSON.stringify(fixed) &&
      other.match.slots.P === undefined,
  );
}

const takenBack = [
  ['leave', 'it'],
  ['forget', 'it'],
  ['never', 'mind'],
  ['nevermind'],
  ['forget', 'that'],
  ['scratch', 'that'],
  ['cancel', 'that'],
  ['drop', 'it'],
  ['just', 'kidding'],
  ['only', 'joking'],
  ['changed', 'my', 'mind'],
  ['second', 'thought'],
  ['second', 'thoughts'],
  ['forget', 'about', 'it'],
  ['not', 'yet'],
  ['or', 'not'],
  ['better', 'not'],
  ['ill', 'stay'],
  ['will', 'stay'],
  ['ill', 'keep', 'it'],
  ['dont', 'do', 'it'],
  ['leave', 'things'],
  ['ignore', 'that'],
  ['ignore', 'me'],
  ['disregard', 'that'],
];

/** The last words take back what was said before. */
export function isTakenBack(parts: readonly Part[], sentence: Sentence): boolean {
  const last = parts.at(-1);
  const first = parts.findIndex((part) => part.match);
  if (first < 0) return false;
  const from = parts[first]?.clauses.at(-1)?.to ?? 0;
  const keys = sentence.items.slice(from).map((item) => (item.kind === 'word' ? item.key : ''));
  const hasNew = parts
    .slice(first + 1)
    .some(
      (part) =>
        part.match && part.built && part.match.frame.changes && part.match.words.length > 0 && !part.match.isBorrowed,
    );
  return (
    last !== undefined &&
    !hasNew &&
    keys.some((_, index) => takenBack.some((phrase) => phrase.every((word, step) => keys[index + step] === word)))
  );
}

const correcting = /\b(?:no|wait|mean|meant|rather|sorry|instead|correction|make that|actually)\b/i;

/** "Finance … no wait, I mean Sales": what was said last takes the place of the same said before. */
export function replaced(verdicts: readonly Verdict[]): Verdict[] {
  const isSame = (a: Verdict, b: Verdict | undefined): boolean =>
    b !== undefined && meaningOf(a).kind === meaningOf(b).kind;
  return verdicts.filter((verdict, index) => {
    const next = verdicts[index + 1];
    return !(
      next !== undefined &&
      'ask' in next &&
      isSame(verdict, next) &&
      next.unexplained.some((words) => correcting.test(words))
    );
  });
}

/** Two decisions on one thing contradict each other: the last one is asked about. */
export function corrected(verdicts: readonly Verdict[]): Verdict[] {
  const key = (verdict: Verdict): string | undefined => {
    const meaning = 'do' in verdict ? verdict.do : 'ask' in verdict ? verdict.ask : undefined;
    if (meaning?.kind === 'approveRequest' || meaning?.kind === 'denyRequest')
      return `request ${meaning.target.requestId ?? ''}`;
    if (meaning?.kind === 'changeGroup') return `${JSON.stringify(meaning.target)} ${meaning.field}`;
    return undefined;
  };
  return verdicts.flatMap((verdict, index) => {
    const own = key(verdict);
    if (own === undefined) return [verdict];
    if (verdicts.slice(index + 1).some((other) => key(other) === own)) return [];
    const isSecond = verdicts.slice(0, index).some((other) => key(other) === own);
    return [isSecond && 'do' in verdict ? { ask: verdict.do, unexplained: [], why: 'correction' } : verdict];
  });
}

/** A change beside thanks or a look beside a change: what is a mere courtesy goes. */
export function merged(verdicts: readonly Verdict[]): Verdict[] {
  const hasChange = verdicts.some(
    (verdict) => 'ask' in verdict || ('do' in verdict && (isChange(verdict.do) || verdict.do.kind === 'createGroup')),
  );
  const isCourtesy = (verdict: Verdict): boolean =>
    'do' in verdict &&
    (verdict.do.kind === 'acceptThanks' ||
      (/^(?:showHelp|showGroup)$/.test(verdict.do.kind) && (verdict.aside === true || !hasChange)));
  const real = verdicts.filter(
    (verdict) => !isCourtesy(verdict) && !(hasChange && 'do' in verdict && verdict.aside === true),
  );
  const isSettingUp = real.some((verdict) => meaningOf(verdict).kind === 'setUp');
  const unique = new Map(
    (real.length > 0 ? real : verdicts.slice(0, 1))
      .filter((verdict) => !isSettingUp || !isLicence(verdict))
      .map((verdict) => [
        JSON.stringify('do' in verdict ? verdict.do : 'ask' in verdict ? verdict.ask : verdict),
        verdict,
      ]),
  );
  return [...unique.values()];
}

/** The licence that is said with the setting up is part of it. */
function isLicence(verdict: Verdict): boolean {
  const meaning = meaningOf(verdict);
  return meaning.kind === 'changeSetting' && meaning.setting === 'licence';
}
