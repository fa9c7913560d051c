import type { Item } from './items.js';
import {
  hasNoLonger,
  hasShouldNot,
  hasWishBehind,
  isFormer,
  isOrder,
  isPlan,
  isProhibited,
  isState,
  isTold,
} from './moodSigns.js';
import {
  isAskedLeave,
  isChance,
  isOthersWish,
  isRequesting,
  isSameAsOthers,
  isSent,
  isSentHere,
  isWondering,
} from './moodAsks.js';
import {
  type Word,
  articles,
  asking,
  conditionWords,
  hedges,
  modals,
  mustWords,
  questionWords,
  set,
  subjects,
  tellers,
  wants,
} from './moodWords.js';

/** How a clause is meant. */
export type Mood =
  | 'command'
  | 'wish'
  | 'politeQuestion'
  | 'question'
  | 'should'
  | 'terse'
  | 'report'
  | 'negation'
  | 'condition'
  | 'hedge'
  | 'state'
  | 'statement';

/** How a clause is meant, and whether it turns a state round ("no longer", "should not"). */
export interface MoodOf {
  readonly mood: Mood;
  readonly isInverse: boolean;
}

/** How the items of a clause are meant, by their small words alone. */
export function moodOf(items: readonly Item[], endsWith: string): MoodOf {
  const words = items.flatMap((item): Word[] =>
    item.kind === 'word'
      ? [{ key: item.key, forms: item.forms, isSlot: false, isName: false }]
      : item.kind === 'slot'
        ? [{ key: '', forms: [], isSlot: true, isName: item.value.type === 'name' || item.value.type === 'mention' }]
        : [],
  );
  const start = firstContent(words);
  const rest = words.slice(start);
  // "Shouldn't Chen be in Finance?" asks for it.
  const isAsking = /^(?:shouldnt|couldnt|cant|wont|wouldnt)$/.test(rest[0]?.key ?? '');
  const isInverse = hasNoLonger(rest) || (!isAsking && hasShouldNot(rest));
  const mood = readMood(rest, words.slice(0, start), endsWith, isInverse);
  return { mood, isInverse };
}

const openingFillers = set(
  'please pls plz so and then also ok okay kindly well just now yes hi hey but hm hmm bitte or actually sorry therefore hence thus plus thats simply yeah right anyway btw',
);

function firstContent(words: readonly Word[]): number {
  let start = 0;
  // "If not, please add me …"
  if (words[0]?.key === 'if' && /^(?:not|so|needed|necessary)$/.test(words[1]?.key ?? '') && words.length > 3)
    start = 2;
  while (start < words.length - 1 && openingFillers.has(words[start]?.key ?? '')) start += 1;
  return start;
}

function readMood(words: readonly Word[], lead: readonly Word[], end: string, isInverse: boolean): Mood {
  const keys = words.map((word) => word.key);
  const first = keys[0] ?? '';
  if (
    first === 'if' &&
    /^(?:i|you|u|it|its|thats|that|possible)$/.test(keys[1] ?? '') &&
    /^(?:may|could|can|please|would|dont|mind|ok|is|like|let|agree|allow|)$/.test(keys[2] ?? '') &&
    words.length < 6
  )
    return 'terse';
  const isPolite = [...lead, ...words].some((word) => word.forms.includes('please'));
  if (isAskedLeave(keys) || isWondering(keys)) return 'politeQuestion';
  if (isSameAsOthers(keys)) return 'wish';
  if (isOthersWish(words)) return 'should';
  if (conditionWords.has(first) && !(first === 'should' && !words[1]?.isName) && !(first === 'when' && end === '?'))
    return 'condition';
  if (end !== '?' && isOrder(words) && !isProhibited(words, isInverse)) return isPolite ? 'wish' : 'command';
  if (hasWishBehind(words)) return 'wish';
  if (modals.has(first) && (subjects.has(keys[1] ?? '') || words[1]?.isSlot)) return 'politeQuestion';
  if (first === 'could' && articles.has(keys[1] ?? '')) return 'politeQuestion';
  if (
    first === 'would' ||
    (first === 'is' && /^(?:it )?possible$/.test(keys.slice(1, keys[1] === 'it' ? 3 : 2).join(' ')))
  )
    return 'politeQuestion';
  if (questionWords.has(first))
    return end !== '?' && /^(?:who|whoever)$/.test(first) && keys.some((key) => /^(?:must|should|shall)$/.test(key))
      ? 'should'
      : 'question';
  if (isChance(keys)) return 'politeQuestion';
  if (isSentHere(keys)) return 'statement';
  if (/^(?:i|we) (?:may|might) (?:need|want|have|require|ask)\b/.test(keys.join(' '))) return 'hedge';
  if (first === 'i' && keys[1] === 'wonder') return questionWords.has(keys[2] ?? '') ? 'question' : 'politeQuestion';
  if (
    /^(?:i|ill)$/.test(first) &&
    /^(?:take|will|volunteer|adopt|claim|gladly)$/.test(keys[1] ?? '') &&
    keys.some((key) => /^(?:over|take|claim|adopt|volunteer|run)$/.test(key))
  )
    return 'wish';
  if (
    /^(?:shouldnt|couldnt|cant|wont|wouldnt)$/.test(first) &&
    (words[1]?.isSlot === true || subjects.has(keys[1] ?? ''))
  )
    return 'politeQuestion';
  if (isProhibited(words, isInverse)) return 'negation';
  if (
    asking.has(first) &&
    words.length > 1 &&
    (subjects.has(keys[1] ?? '') || articles.has(keys[1] ?? '') || words[1]?.isSlot || end === '?')
  )
    return first === 'shall' && keys[1] !== 'i' ? 'politeQuestion' : 'question';
  if (isFormer(keys)) return 'report';
  if (isRequesting(keys)) return 'wish';
  if (isSent(keys)) return 'statement';
  if (
    (keys.some((key, index) => tellers.has(key) && !/^(?:is|be|are|being|gets?)$/.test(keys[index - 1] ?? '')) ||
      /^(?:people|some|they|somebody|someone) say$/.test(
        keys.slice(first === 'some' ? 1 : 0, first === 'some' ? 3 : 2).join(' '),
      )) &&
    !isPolite
  )
    return 'report';
  if (isPlan(words) && !isPolite) return 'report';
  if (keys.some((key) => hedges.has(key)) && !isPolite) return 'hedge';
  if (keys.includes('would') && keys.includes('have')) return 'report';
  if (isTold(words)) return isPolite ? 'wish' : 'report';
  if (end === '?') return isPolite ? 'politeQuestion' : 'question';
  if (
    /^(?:i|id|im|we|let)$/.test(first) &&
    !/^(?:shall|will)$/.test(keys[1] ?? '') &&
    words.some(
      (word) => word.forms.some((form) => wants.has(form)) || /^(?:id|hereby|must|should|would)$/.test(word.key),
    )
  )
    return 'wish';
  if (
    isState(words) &&
    !words.some((word) => /^(?:must|should|shall|ought|hereby|needs?)$/.test(word.key)) &&
    !keys.some((key, index) => /^(?:is|are|has|have)$/.test(key) && keys[index + 1] === 'to')
  )
    return isPolite ? 'wish' : 'state';
  if (
    words.some(
      (word, index) =>
        index > 0 &&
        mustWords.has(word.key) &&
        (word.key !== 'to' || /^(?:is|are|has|have|needs?|ought)$/.test(keys[index - 1] ?? '')) &&
        words
          .slice(0, index)
          .some(
            (one) =>
              one.isSlot ||
              /^(?:users|everybody|everyone|nobody|anybody|anyone|people|requests|i|he|she|they|it|membership|colleagues|reason|owners|those|new|name|names|applicants|whoever)$/.test(
                one.key,
              ),
          ),
    )
  )
    return 'should';
  if (/^(?:he|she|they)$/.test(first) && /^(?:can|may)$/.test(keys[1] ?? '') && lead.every(({ key }) => key !== 'so'))
    return 'should';
  if (words[0]?.isSlot && /^(?:can|may|might|could)$/.test(keys.find((key) => key !== '') ?? '')) return 'should';
  if (isPolite) return 'wish';
  if (/^(?:me|i|my|this|here)$/.test(first) && /^(?:is|am|name)$/.test(keys[1] ?? '')) return 'state';
  if (/^(?:im)$/.test(first) && words[1]?.isSlot) return 'state';
  if (/^(?:users|everybody|people|everyone|colleagues)$/.test(first) && /^(?:cannot|cant|can)$/.test(keys[1] ?? ''))
    return keys[1] === 'can' ? 'statement' : 'state';
  if (/^(?:he|she|they|it|its|hes|shes|we|were|my|our|there|theres|everybody|im|ive|this|that)$/.test(first))
    return 'statement';
  if (first === 'i') return 'statement';
  if (!words.some((word) => /^(?:is|are|was|were|has|have|had|am|do|does)$/.test(word.key)))
    return words[0]?.isSlot ? 'terse' : 'command';
  return words[0]?.isSlot || first === 'the' || first === 'both' ? 'statement' : 'command';
}
