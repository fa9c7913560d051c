import { corrected, isEcho, isTakenBack, merged, replaced } from './corrections.js';
import type { Match } from './frames/match.js';
import { type Sentence, slotAt } from './frames/scope.js';
import type { Message } from './message.js';
import type { Part } from './parts.js';
import {
  isContradicted,
  isForbidden,
  isLimiting,
  isRamble,
  isStopped,
  isSupposed,
  isUnwanted,
  saysNot,
  saysNotItself,
} from './refusals.js';
import { withoutRepeats } from './together.js';
import { lengthWords } from './words/en/limits.js';
import { type AskReason, meaningOf, type Verdict, asked } from './verdicts.js';

/** Decides from what each part of a message means. */
export function decide(parts: readonly Part[], sentence: Sentence, message: Message): Verdict {
  const verdicts: Verdict[] = [];
  const left = withoutRepeats(parts);
  for (const part of left)
    if (part.match && part.built && !isEcho(part, parts)) verdicts.push(...verdictsOf(part, part.match));
  const meant = verdicts.filter((verdict) => !('nothing' in verdict));
  const hasCorrection =
    verdicts.length > 1 && verdicts.some((verdict) => 'ask' in verdict && verdict.why === 'correction');
  const isDoubtful = parts.some(
    (part) => part.match && part.why.some((why) => why === 'condition' || why === 'correction'),
  );
  const hasRefusal =
    hasCorrection ||
    isDoubtful ||
    parts.some((part) => part.match?.frame.changes === true && part.built && !left.includes(part)) ||
    verdicts.some((verdict) => 'nothing' in verdict && /negation|condition/.test(verdict.nothing));
  if (isTakenBack(parts, sentence)) return { nothing: 'negation' };
  const careful = hasRefusal ? meant.map(asked) : leavesEndOpen(parts, sentence) ? withoutOpenEnd(meant) : meant;
  const wishes = merged(corrected(replaced(careful)));
  if (wishes.length > 1) return { all: wishes };
  if (wishes[0]) return wishes[0];
  return verdicts[0] ?? withoutFrame(sentence, message);
}

/** Words of an end stand somewhere in the message that nothing explains there ("48 … hours, join Marketing"). */
function leavesEndOpen(parts: readonly Part[], sentence: Sentence): boolean {
  return parts.some(
    ({ match }) =>
      // "For two weeks, max" limits a group only where no wish stands beside it.
      match?.says.split(' ').includes('C') === true ||
      match?.unexplained.some((at) => {
        const item = sentence.items[at];
        if (item?.kind === 'word') return lengthWords.has(item.key) || /^\d/.test(item.key);
        const value = slotAt(sentence, at)?.value;
        return value?.type === 'time' && value.time.role !== 'other';
      }),
  );
}

/** A limit for everybody that stands beside a wish is that wish's end; a wish without one is asked about. */
function withoutOpenEnd(verdicts: readonly Verdict[]): Verdict[] {
  const isLimit = (verdict: Verdict): boolean => meaningOf(verdict).setting === 'longestMembership';
  const wishes = verdicts.filter((verdict) => !isLimit(verdict));
  return (wishes.some((verdict) => lasting.test(meaningOf(verdict).kind ?? '')) ? wishes : verdicts).map(askedForEnd);
}

const lasting = /^(?:joinGroup|addMembers|requestFor|approveRequest|delegate)$/;

function askedForEnd(verdict: Verdict): Verdict {
  if (!('do' in verdict) || !lasting.test(verdict.do.kind)) return verdict;
  return 'duration' in verdict.do && verdict.do.duration ? verdict : { ask: verdict.do, unexplained: [], why: 'time' };
}

function verdictsOf(part: Part, match: Match): Verdict[] {
  const { mood } = match.scope.mood;
  const meanings = part.built?.meanings ?? [];
  if (!match.frame.changes) {
    const isDenied = mood === 'negation' && (match.frame.isNegatable !== true || isUnwanted(match));
    const isLack = match.frame.intent === 'findAccess' && match.scope.classes.has('lack');
    if ((mood === 'report' && !isLack) || isDenied || mood === 'condition' || mood === 'hedge')
      return [{ nothing: mood }];
    if (match.frame.takesWords !== true && isRamble(match)) return [{ nothing: 'remark' }];
    // Somebody else's access is no question about one's own.
    if (
      match.frame.intent === 'findAccess' &&
      isAboutOthers(match) &&
      !isLack &&
      (match.scope.classes.has('give') || !/^(?:command|wish|should|politeQuestion)$/.test(mood))
    )
      return [{ nothing: 'remark' }];
    if (
      match.frame.isNegatable !== true &&
      (part.own ?? []).includes('negation') &&
      mood !== 'question' &&
      mood !== 'politeQuestion'
    )
      return [{ nothing: 'negation' }];
    if (
      (mood === 'statement' || mood === 'state') &&
      (part.own ?? []).length > 0 &&
      match.frame.intent !== 'findAccess'
    )
      return [{ nothing: 'remark' }];
    const isAside =
      mood === 'statement' ||
      mood === 'state' ||
      mood === 'should' ||
      mood === 'terse' ||
      (match.isBorrowed && !/^(?:command|wish|question|politeQuestion)$/.test(mood));
    return meanings.map((meaning) => ({ do: meaning, ...(isAside && { aside: true as const }) }));
  }
  if (mood === 'report' || mood === 'condition' || mood === 'hedge' || mood === 'question') return [{ nothing: mood }];
  if (isContradicted(match)) return [{ nothing: 'negation' }];
  if (isStopped(match)) return [{ nothing: 'negation' }];
  if (
    mood === 'negation' &&
    !isLimiting(match) &&
    ((match.frame.isNegatable !== true && !saysNotItself(match)) || isForbidden(match))
  )
    return [{ nothing: mood }];
  if (
    mood === 'state' &&
    match.frame.isPerformative !== true &&
    (part.why.length > 0 || !/^change/.test(match.frame.intent))
  )
    return [{ nothing: 'report' }];
  if (match.scope.mood.isInverse && match.frame.opposite === undefined && !saysNot(match))
    return [{ nothing: 'negation' }];
  const why = whyAsk(part, match);
  return meanings.map((meaning) =>
    why === undefined ? { do: meaning } : { ask: meaning, unexplained: part.unexplained, why },
  );
}

function isAboutOthers({ scope, unexplained }: Match): boolean {
  return unexplained.some((index) => {
    const value = slotAt(scope.sentence, index)?.value;
    return (
      value?.type === 'mention' || (value?.type === 'name' && value.found.readings.every(({ of }) => of === 'people'))
    );
  });
}

function whyAsk(part: Part, match: Match): AskReason | undefined {
  const { mood } = match.scope.mood;
  if (match.words.some((hit) => hit.cls === 'choice')) return 'words';
  const [first] = part.why;
  if (first !== undefined) return first;
  if (match.scope.sentence.isReplaced === true) return 'correction';
  if (match.frame.asksAlways === true) return 'another';
  // Which group is to open it is asked by itself.
  if (part.built?.meanings.every((one) => one.kind === 'requestFor' && one.resource) === true) return undefined;
  if (isSupposed(match) && /^(?:approve|deny)Request$/.test(match.frame.intent)) return 'statement';
  if (part.built?.isUncertain === true || match.isBorrowed) return 'uncertain';
  if (mood === 'politeQuestion' && match.frame.concerns !== 'self') return 'question';
  if ((mood === 'statement' || mood === 'state') && match.frame.isPerformative !== true) return 'statement';
  if (mood === 'should' && match.words.length === 0 && match.frame.changes) return 'statement';
  if (mood === 'should' && /^(?:addMembers|requestFor|removeMember)$/.test(match.frame.intent)) return 'statement';
  return undefined;
}

function withoutFrame(sentence: Sentence, message: Message): Verdict {
  const named = sentence.items.flatMap((_, index) => {
    const value = slotAt(sentence, index)?.value;
    return value?.type === 'name' ? value.found.readings.flatMap((reading) => reading.candidates.slice(0, 1)) : [];
  });
  if (message.plain.trim() === '') return { nothing: 'empty' };
  return named.length > 0 && hasWish(sentence)
    ? { unclear: named.map(({ of, id, name }) => ({ of, id, name })) }
    : { nothing: 'remark' };
}

function hasWish(sentence: Sentence): boolean {
  return sentence.items.some(
    (item) =>
      item.kind === 'word' && /^(?:please|pls|plz|want|need|add|join|remove|make|put|get|give|let)$/.test(item.key),
  );
}
