import { normalizeText, plainMarks } from './normalizeText.js';

/** A message without greetings and thanks around it. */
export interface Utterance {
  /** As typed. */
  readonly text: string;
  /** The text with what was taken off its end: a reason goes to its readers word for word. */
  readonly whole: string;
  /** Whether it ended in a question mark. */
  readonly isQuestion: boolean;
  /** Whether there was a greeting and nothing else. */
  readonly isGreeting: boolean;
  /** It was nothing but thanks, or a nod. */
  readonly isThanks: boolean;
}

const greeting =
  /^(?:hi|hello|hey|hiya|hallo|good (?:morning|afternoon|evening|day)|greetings|dear)(?:[ ,]+(?:there|bot|concierge|group concierge|team|all|everyone|again))?(?:[\s,!.:;-]+|$)/i;
const politeStart =
  /^(?:please|pls|plz|kindly|ok(?:ay)?(?=[ ,]+(?:so|then|please|can|could))|so|well|bot(?!'s\b| (?:status|version|health)\b)|concierge|group concierge|excuse me|sorry|just|thanks|thank you)(?:[\s,!.:;]+|$)/i;
const politeEnd =
  /[\s,;.!-]+(?:please|pls|plz|thanks?(?: you)?(?: (?:a lot|so much|very much|in advance))?|thx|ty|cheers|many thanks|much appreciated|asap|now|kindly|😊|🙏|👍)$/i;

const onlyThanks =
  /^(?:ok(?:ay)?[\s,!.]+)?(?:(?:great|perfect|cool|nice|awesome|super|brilliant|lovely|wonderful|excellent|thanks?|thank you|thx|ty|cheers|many thanks|much appreciated|got it|understood|well done|good bot|thanks? a (?:lot|million|bunch)|so much|very much|that (?:worked|helped|was quick))(?:[\s,!.]|👍|🙏|😊|❤|🎉|\uFE0F|\p{Emoji_Modifier}|$)+)+$/iu;

/** Takes politeness off both ends; what people say around a wish is no part of it. */
export function toUtterance(raw: string): Utterance {
  let text = normalizeText(raw).replace(/^\/(?=[a-z?])/i, '');
  const isThanks = text !== '' && text.length <= 80 && onlyThanks.test(plainMarks(text));
  let isGreeting = false;
  for (const pattern of [greeting, politeStart, politeStart, politeStart]) {
    const match = pattern.exec(plainMarks(text));
    if (!match) continue;
    isGreeting ||= pattern === greeting;
    text = text.slice(match[0].length);
  }
  const whole = text;
  let isQuestion = false;
  for (let round = 0; round < 4; round += 1) {
    const marks = /[\s.!?…]+$/u.exec(text);
    if (marks) {
      isQuestion ||= marks[0].includes('?');
      text = text.slice(0, marks.index);
    }
    const match = politeEnd.exec(text);
    if (match) text = text.slice(0, match.index);
    else if (!marks) break;
  }
  return { text, whole, isQuestion, isGreeting: isGreeting && text === '', isThanks };
}
