import { tokensOf } from './tokens.js';
import type { Message } from './message.js';
import { foreignWords, sharedWords } from './words/foreign.js';
import { isEverydayWord } from './words/lexicon.js';

/** Whether a message is in another language: it has more of the small words of others than of English, or other letters. */
export function isForeign(message: Message): boolean {
  const words = tokensOf(message).filter(({ kind, text }) => kind === 'word' && !/[@\d]/.test(text));
  const other = words.filter(({ text }) => /[^\p{Script=Latin}\p{M}'’]/u.test(text)).length;
  if (other >= 2 && other * 2 > words.length) return true;
  const [foreign, shared] = [foreignWords, sharedWords].map((some) => words.filter(({ key }) => some.has(key)));
  const sure = (foreign ?? []).filter((word) => !(shared ?? []).includes(word) && !isEnglish(word.key)).length;
  const english = words.filter(({ key }) => isEnglish(key) && !sharedWords.has(key)).length;
  return sure >= 2 && sure > english;
}

/** Words that English has, too, count for English. */
function isEnglish(key: string): boolean {
  return isEverydayWord(key) && !foreignOnly.has(key);
}

/** What is understood as politeness in an English sentence is no English word. */
const foreignOnly: ReadonlySet<string> = new Set(['bitte', 'danke', 'merci', 'nein', 'ja', 'oui', 'gruppe', 'hallo']);
