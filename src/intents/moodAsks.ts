import type { Word } from './moodWords.js';

/** "Is there any chance to …", "any way I could …". */
export function isChance(keys: readonly string[]): boolean {
  return /^(?:is there )?(?:any|a|some) (?:chance|way|possibility|possible way)\b/.test(keys.join(' '));
}

/** "We kindly ask you to …", "I hereby request …", whatever is told behind it. */
export function isRequesting(keys: readonly string[]): boolean {
  return /^(?:i|we) (?:would like to |want to |wish to |have to |must )?(?:kindly |hereby |also |just |therefore |respectfully )*(?:ask|request|need|require|beg)(?: (?:you|u|that|for|to|the|a|access|membership)\b|$)/.test(
    keys.join(' '),
  );
}

/** "Dee said you can put me in Sales", "Olga told me to join": whoever was sent wishes it. */
export function isSent(keys: readonly string[]): boolean {
  return /\b(?:said|says|told|tells|asked|asks|suggested|recommended)(?: me| us)?(?: that)? (?:(?:you|u|i|we) (?:can|could|should|may|need to|have to|must)|to (?:join|ask|get|apply|contact|request|write|be))\b(?! not)/.test(
    keys.join(' '),
  );
}

/** "Would it be ok if I joined …", "is it alright if …", "mind if I …": a wish, for all its "if". */
export function isAskedLeave(keys: readonly string[]): boolean {
  return /^(?:(?:would|is|will) (?:it|that) (?:be )?|(?:would|do) you |is )?(?:also |still )?(?:ok|okay|alright|all right|possible|fine|cool|good|great|nice|mind|a problem|allowed|any problem) (?:with you |for you |by you )?(?:if|when) (?:i|we|u|you)\b/.test(
    keys.join(' '),
  );
}

/** "What Jan has I need too". */
export function isSameAsOthers(keys: readonly string[]): boolean {
  return /^what(?:ever)? +(?:has|have|is|can|got)\b.*\b(?:i (?:need|want|would|also)|for me|me too)\b/.test(
    keys.join(' '),
  );
}

/** "Zed asks if he can be in …", "my colleague Zed would like to join …", "Zed wants in": somebody else's wish. */
export function isOthersWish(words: readonly Word[]): boolean {
  const at = words.findIndex((word) => word.isName);
  if (
    at < 0 ||
    at > 3 ||
    words
      .slice(0, at)
      .some(
        ({ key }) => !/^(?:my|our|the|a|new|colleague|friend|teammate|intern|trainee|student|boss|and|me)$/.test(key),
      )
  )
    return false;
  const rest = words
    .slice(at)
    .filter(({ isName }) => !isName)
    .map(({ key }) => key)
    .join(' ');
  return /^(?:and )?(?:also |really |just |now |still )?(?:is asking|are asking|asks|ask|wonders|wants|want|wishes|would like|would love|would want|is wondering|asked me to ask)(?: me| you| us)?(?: if| whether| to| for| in| into| access|$)/.test(
    rest,
  );
}

/** "I was told to ask you for …": somebody who was sent here asks all the same. */
export function isSentHere(keys: readonly string[]): boolean {
  return /\b(?:i|we|ive) (?:was|were|am|have been|got|should|been) ?(?:told|asked|supposed|advised|instructed)? (?:by (?:\S+ ){1,3})?to (?:ask|apply|request|get|join|write|contact|come|have|be)\b/.test(
    keys.join(' '),
  );
}

/** "I was wondering whether it would be possible to …", "I wonder if you could …". */
export function isWondering(keys: readonly string[]): boolean {
  const at = keys.findIndex((key) => /^(?:if|whether)$/.test(key));
  const [before, behind] = [keys.slice(0, at).join(' '), keys.slice(at + 1).join(' ')];
  return (
    at > 0 &&
    /^(?:i|we|im|i am) (?:was |were |am |just |only )*(?:wonder|wondering|asking|enquiring)$/.test(before) &&
    (/^(?:i|we|you|u|somebody|someone) (?:could|can|may|might|would)\b/.test(behind) ||
      /^it (?:would|might|could|is) (?:be )?(?:possible|ok|okay|alright|feasible)\b/.test(behind))
  );
}
