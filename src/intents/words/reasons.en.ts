import { anyOf } from './patterns.js';

/*
 * How people say why. Unless it says otherwise, each is compared with a text as it was typed.
 */

/** The text is said to be a reason. */
export const reasonSign =
  /^(?:so[:,]? )?(?:because|reason\b|since |cos |it['’]?s for|for my|the reason is|my reason is)/i;

const soundsAlone = anyOf('oh', 'ah', 'um+', 'uh', 'h+m+', 'er+', 'ok', 'okay');
const forgetting =
  `(?:${anyOf('sorry', 'oops', 'whoops', 'i')}[ ,]+)*(?:almost )?forgot` +
  `(?: ${anyOf('to (?:say|mention|add)(?: (?:that|why|it))?', 'that', 'it', 'about (?:that|it)', 'the reason', 'why')})?`;
const beforeMark = anyOf(
  ...['well', 'sure', 'right', 'fine', 'alright', 'all right', 'yes', 'yep', 'yeah', 'so', 'sorry', 'oops', 'whoops'],
  ...['apologies', 'my bad', 'my mistake', 'i see', 'of course', 'no problem', 'np', 'got it', 'fair enough', 'true'],
  ...['good (?:point|question)', 'here (?:you go|goes|it is|it comes)', forgetting],
);

/** What stands before a reason and says nothing of it; most of these need a mark behind them, or they belong to it. */
export const beforeReason = new RegExp(
  `^(?:${soundsAlone}\\b[\\s,;:.!…–—-]*|${beforeMark}\\s*[,;:.!…–—-]+\\s*)+`,
  'iu',
);

const leading = anyOf(
  ...['because(?: of)?', 'since', 'as in', 'cos', 'cuz', 'bc'],
  "(?:the |my )?reason(?: is|['’]s| being)(?: that)?",
  '(?:the |my )?reason ?[:=-]',
  'reason',
);

/** The words that only say that a reason follows; taken off the text. */
export const reasonStart = new RegExp(
  `^(?:so[:,] |(?:(?:so[:,]? )?(?:it(?:['’]s| is)|that(?:['’]s| is)) )?${leading}\\s+)`,
  'i',
);

/** Words that put what follows down as a reason, wherever they stand. */
export const reasonWords = /\b(?:because|cause|cos|reason|since|note|comment)\b|:/i;

const wishing = anyOf(
  ...['want', 'need', 'would', 'wanna', 'wish', 'like', 'must', 'should', 'have to', 'd like', 'approve', 'deny'],
  'confirm',
);

/**
 * Somebody tells about themselves or others, which is a reason where one was asked for, and wishes nothing; compared
 * with a text in small letters and without marks, as `toAnswer` makes it.
 */
export const tellsWhy = new RegExp(
  `^(?:i|im|ive|we|were|weve|my|our|he|she|they)\\b(?! (?:do not |dont )?(?:really |also |just )?${wishing})`,
);
