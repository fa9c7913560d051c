import type { Intent } from './intent.js';
import { plainMarks } from './normalizeText.js';
import { readPhrase } from './readings.js';
import { suggestForName, suggestNearest } from './suggestions.js';
import { negation, question } from './vocabulary.js';

const aboutGroup: readonly RegExp[] = [
  /^(?:group|show(?: me)?(?: the)? group|about|info(?:rmation)?(?: (?:on|about))?|details(?: (?:of|on|about|for))?|describe|explain|tell me (?:more )?about|more about|show(?: me)?|open|see|view)\s+(.+)$/i,
  /^(?:who(?:'s| is| are)?(?: the)? (?:owns?|owners?(?: of| in| for)?|runs?|manages?|in charge of|responsible for)|whose (?:group )?is)\s+(.+)$/i,
  /^(?:what happens|what would happen|what will happen|what changes)(?: to me)? (?:if|when) (?:i|we|someone|somebody|anybody) (?:join|leave|get into|am added to|ask for|were in)\s+(.+)$/i,
  /^(?:how|where|when|why) (?:do|can|could|would|should|may|must|can't|can not|cannot|did|does) (?:i|we|you|one|people|anyone|somebody|someone) (?:not )?(?:join|leave|get in(?:to)?|enter|become (?:a )?member of|ask for|request(?: access to| membership of)?|get (?:access to|added to))\s+(.+)$/i,
  /^(?:how (?:to)) (?:join|leave|get into|enter)\s+(.+)$/i,
  /^(?:am i|are we|is [\p{L}' ]{1,40}?|was i) (?:already |still |now |currently )?(?:a |an )?(?:member |owner |part |allowed )?(?:in|of|on|into)\s+(.+)$/iu,
  /^(?:do|did|does|should|shall|would|will|has|have|had|was|were|can any\w*|could any\w*|can every\w*|may any\w*|may every\w*) (?:i|we|you|they|it|he|she|[\p{L}']{1,30})? ?(?:really |already |need (?:approval|permission|a reason)? ?to |have to |be able to |you think i should )?(?:join|joined|leave|left|get in(?:to)?|get|added? me to|add(?:ed)? \S+ to|have access to|need access to|belong to|have|removed? me from|own|see|ask for|be in|been added to|let in(?:to)?)\s+(.+)$/iu,
  /^(?:what is|what's|whats|what does|what are|what about|what can i (?:do|open|see) (?:with|in)|what does one get (?:with|from|in))\s+(.+?)(?: (?:for|about|do|unlock|open|give(?: me)?|mean|like))?$/i,
  /^(?:is|are)\s+(.+?)\s+(?:open|public|private|closed|joinable|free to join|still open|a group|available|open to (?:all|everyone|anyone))$/i,
  /^(?:who (?:is|are|'s) (?:in|on|members? of)|who can join|who may join|who joined|how many (?:people|members) (?:are in|are there in|has|does)|which (?:people|members) are in)\s+(.+?)(?: have)?$/i,
];

const namedInTalk =
  /\b(?:join(?:ed|ing|s)?|leav(?:e|es|ing)|left|added? (?:me|him|her|them|us) to|removed? (?:me|him|her|them|us) from|access to|members? of|in|into|about|from|to|of)\s+([^,.;:!?]{2,60})/i;

/** Questions get an answer from the records and change nothing; talk gets things to try. */
export function parseQuestion(text: string, isQuestion: boolean): Intent {
  const plain = plainMarks(text);
  for (const pattern of aboutGroup) {
    const match = pattern.exec(plain);
    if (match?.[1])
      return showGroupNamed(text.slice(plain.lastIndexOf(match[1]), plain.lastIndexOf(match[1]) + match[1].length));
  }
  const isTalk = negation.test(plain) || question.test(plain) || isQuestion || plain.split(' ').length > 5;
  const named = namedInTalk.exec(plain)?.[1];
  if (named && isTalk)
    return isQuestion || question.test(plain) ? showGroupNamed(named) : suggestForName(cutName(named), true);
  return suggestNearest(text, isTalk);
}

function showGroupNamed(phrase: string): Intent {
  const { readings } = readPhrase(cutName(phrase), { now: 0 });
  return readings.length === 0
    ? suggestNearest(phrase, true)
    : { kind: 'showGroup', target: { by: 'name', readings: readings.map(({ name }) => ({ name })) } };
}

function cutName(phrase: string): string {
  return phrase
    .replace(
      /[\s,]+(?:yesterday|today|tomorrow|already|again|yet|now|please|last (?:week|month|year|\w+day)|any ?more|at all|some ?day|one day)+$/i,
      '',
    )
    .replace(/^(?:the group|group)\s+/i, '')
    .trim();
}
