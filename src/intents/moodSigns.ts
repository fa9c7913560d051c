import { isPast } from './words/stems.js';
import {
  type Word,
  asking,
  conditionWords,
  modals,
  questionWords,
  mustWords,
  negators,
  orders,
  states,
  stoppers,
  tellers,
} from './moodWords.js';

export function hasNoLonger(words: readonly Word[]): boolean {
  const keys = words.map((word) => word.key);
  return keys.some(
    (key, index) =>
      (key === 'no' && /^(?:longer|more)$/.test(keys[index + 1] ?? '')) ||
      (key === 'any' && /^(?:longer|more)$/.test(keys[index + 1] ?? '')) ||
      key === 'anymore',
  );
}

/** It begins with the verb that orders it. */
export function isOrder(words: readonly Word[]): boolean {
  const [first, second] = words;
  if (!first || first.isSlot || !orders.has(first.key)) return false;
  return words.length > 1 && !/^(?:was|were|is|has|had|did)$/.test(second?.key ?? '');
}

/** "I started on Monday and would appreciate …": what is told first leads to a wish of the same person. */
export function hasWishBehind(words: readonly Word[]): boolean {
  const at = words.findIndex(
    ({ key }, index) =>
      index > 0 &&
      /^(?:would|id|wd)$/.test(key) &&
      /^(?:like|love|appreciate|need|be)$/.test(words[index + 1]?.key ?? '') &&
      (words[index + 1]?.key !== 'be' ||
        /^(?:glad|grateful|happy|nice|great|lovely|good|cool|keen)$/.test(words[index + 2]?.key ?? '')),
  );
  if (at < 0) return hasDuty(words);
  const before = words.slice(0, at);
  return (
    !before.some(
      (word) =>
        (word.isName && before[0]?.key !== 'i') ||
        tellers.has(word.key) ||
        /^(?:he|she|they|who|if|when)$/.test(word.key),
    ) &&
    (words[at]?.key === 'id' || before.some((word) => /^(?:i|we|im|it|that)$/.test(word.key)))
  );
}

/** "I think I should be in …", "now that …, I need to get into …": what somebody must have comes before what is told. */
function hasDuty(words: readonly Word[]): boolean {
  const at = words.findIndex(
    ({ key }, index) =>
      /^(?:should|must|need|want|require|belong)$/.test(key) &&
      /^(?:i|we)$/.test(words[index - 1]?.key ?? '') &&
      !/^(?:have|not|never|say|admit|wait|ask|apologise|apologize|mention|think|know)$/.test(
        words[index + 1]?.key ?? '',
      ),
  );
  if (at < 0) return false;
  const before = words.slice(0, at - 1);
  return !before.some(
    (word) =>
      word.isName ||
      conditionWords.has(word.key) ||
      questionWords.has(word.key) ||
      modals.has(word.key) ||
      asking.has(word.key) ||
      (tellers.has(word.key) && word.key !== 'think') ||
      /^(?:he|she|they|you|whether|that|said|not|dont)$/.test(word.key),
  );
}

export function hasShouldNot(words: readonly Word[]): boolean {
  const keys = words.map((word) => word.key);
  return (
    keys.some(
      (key, index) =>
        /^(?:shouldnt|mustnt|neednt)$/.test(key) ||
        (/^(?:should|must|shall|may|can|need|ought|to)$/.test(key) && keys[index + 1] === 'not') ||
        (key === 'cannot' && index > 0),
    ) ||
    ((/^(?:nobody|none)$/.test(keys[0] ?? '') ||
      (keys[0] === 'no' && keys.length > 2 && keys[1] !== 'to' && !words[1]?.isSlot)) &&
      keys.some((key) => mustWords.has(key)))
  );
}

/** "he will add me", "Tom will become …", "I would refuse her": what somebody will or would do is no wish. */
export function isPlan(words: readonly Word[]): boolean {
  return words.some((word, index) => {
    const before = words[index - 1];
    if (word.key === 'will' && before?.key === 'me') return true;
    if (index === 0 || !before || !(before.isName || /^(?:he|she|they|we|i|who)$/.test(before.key))) return false;
    const next = words[index + 1]?.key ?? '';
    // Who will stand in is said in no other way.
    if (/^(?:decide|stand|cover|act|handle|approve|represent|substitute|deputi[sz]e|fill)$/.test(next)) return false;
    if (word.key === 'will' || word.key === 'ill')
      return !/^(?:need|take|leave|be|not)$/.test(next) || (before.isName && next === 'be');
    if (word.key === 'cannot' || word.key === 'cant') return false;
    return (
      word.key === 'would' &&
      !/^(?:like|love|want|need|prefer|appreciate|be|wish|rather|welcome|ask|also|really|very|kindly|greatly|require|have)$/.test(
        next,
      )
    );
  });
}

/** "don't add …", "never remove …", "nobody is to be removed", "leave Zed in …". */
export function isProhibited(words: readonly Word[], isInverse: boolean): boolean {
  const keys = words.map((word) => word.key);
  const at = keys.findIndex((key) => negators.has(key));
  if (stoppers.has(keys[0] ?? '') && /^(?:off|on|from)$/.test(keys[1] ?? '') && !words[2]?.isSlot) return true;
  if (
    /^(?:leave|keep)$/.test(keys[0] ?? '') &&
    words[1]?.isSlot &&
    /^(?:in|as|where|on|there|out|alone|be)$/.test(keys[2] ?? '')
  )
    return true;
  if (
    /^(?:do|dont|never|not|wouldnt|wont|didnt|cant|cannot|shouldnt|havent|hasnt)$/.test(keys[0] ?? '') &&
    (keys[0] !== 'do' || keys[1] === 'not')
  )
    return (
      !isInverse &&
      !(keys[0] === 'dont' && /^(?:want|need|ask|require)$/.test(keys[1] ?? '')) &&
      !/^(?:cant|cannot)$/.test(keys[0] ?? '')
    );
  if (
    keys[0] === 'no' &&
    words.length > 3 &&
    !words[1]?.isSlot &&
    !keys.some((key) => mustWords.has(key)) &&
    !/^(?:limit|longer|more|reason|need|end|maximum|objections?|thanks|to|from|for|approval|time|owner|owners|group|membership)$/.test(
      keys[1] ?? '',
    )
  )
    return true;
  if (/^(?:lets|let us) (?:wait|hold|see|not|leave|keep)\b/.test(keys.slice(0, 3).join(' '))) return true;
  if (isUnwilling(keys)) return true;
  if (at < 0 || isInverse) return false;
  const next = words[at + 1];
  if (/^(?:nobody|none|nothing|neither)$/.test(keys[at] ?? '') && at === 0)
    return !keys.some((key) => /^(?:longer|exceeds?|beyond|looks?|owns|runs)$/.test(key));
  return (
    keys[at] !== 'no' &&
    at > 0 &&
    next !== undefined &&
    !next.isSlot &&
    !states.has(next.key) &&
    /^(?:i|we|you|please|do|would|will|did|have|has|is|are|was)$/.test(keys[at - 1] ?? '') &&
    !/^(?:want|need|wish|be)$/.test(next.key)
  );
}

/** "I don't want into …", "I do not wish to leave …"; but to be in it no longer, or not to be in it, is a wish. */
function isUnwilling(keys: readonly string[]): boolean {
  const rather = keys.indexOf('rather');
  if (
    rather > 0 &&
    /^(?:id|would)$/.test(keys[rather - 1] ?? '') &&
    /^(?:he|she|they|it|not|you|we)$/.test(keys[rather + 1] ?? '')
  )
    return true;
  const at = keys.findIndex(
    (key, index) =>
      /^(?:dont|doesnt|not)$/.test(key) && /^(?:want|wish|need|like|mean|intend|plan)$/.test(keys[index + 1] ?? ''),
  );
  if (at < 0 || at > 3) return false;
  const rest = keys.slice(at + 2, at + 5).join(' ');
  return (
    !/\b(?:be|stay|remain|access|it|this|that|belong)\b/.test(rest) &&
    !keys.some((key) => /^(?:anymore|longer)$/.test(key)) &&
    !/^(?:need)$/.test(keys[at + 1] ?? '')
  );
}

/** "I used to be in Finance": what was, and is no more. */
export function isFormer(keys: readonly string[]): boolean {
  const at = keys.indexOf('used');
  return at > 0 && at < 4 && keys[at + 1] === 'to' && !/^(?:get|getting|got|be|am|is|are)$/.test(keys[at - 1] ?? '');
}

/** A past verb with somebody who did it, or something that was done. */
export function isTold(words: readonly Word[]): boolean {
  const keys = words.map((word) => word.key);
  return words.some((word, index) => {
    if (word.isSlot || !isPast(word.key)) return false;
    // "I'd like to have Gil and Lea removed".
    let from = index - 1;
    while (from > 0 && (words[from]?.isSlot || keys[from] === 'and')) from -= 1;
    if (from < index - 1 && /^(?:have|get|want|need|see)$/.test(keys[from] ?? '')) return false;
    // "Zed denied": as short as that it is the decision itself.
    if (
      words.length <= 3 &&
      index === words.length - 1 &&
      /^(?:approved|denied|rejected|accepted|granted|declined|refused)$/.test(word.key)
    )
      return false;
    const before = keys[index - 1] ?? '';
    if (/^(?:was|were|had|used)$/.test(word.key)) return index > 0 && index < 5;
    if (/^(?:be|being|to|get|gets|is|are|need|needs|so)$/.test(before)) return false;
    return (
      words[index - 1]?.isName === true ||
      /^(?:i|he|she|they|we|you|somebody|someone|was|were|has|have|had|just|already|been|ive|who|which|people|it)$/.test(
        before,
      )
    );
  });
}

/** Somebody or something is or has: the first verb says so. */
export function isState(words: readonly Word[]): boolean {
  const at = words.findIndex(
    (word, index) => index > 0 && index < 5 && /^(?:is|are|has|have|was|were|had)$/.test(word.key),
  );
  return (
    at > 0 &&
    words
      .slice(0, at)
      .every(
        (word) =>
          word.isSlot || /^(?:the|my|a|and|he|she|it|they|we|this|that|group|team|new|both|all|of|i)$/.test(word.key),
      )
  );
}
