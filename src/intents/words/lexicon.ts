import { editDistance } from '../../domain/names.js';
import { fold } from '../entities/fold.js';
import { classes, dangers, fillers, glue, reports } from './en.js';
import { plainWords } from './plain.en.js';
import { stemsOf } from './stems.js';

/** A phrase of a class of words; `undefined` stands for a gap of some words. */
export interface Phrase {
  readonly cls: string;
  readonly words: readonly (string | undefined)[];
}

/** Classes that are no frame's own: what may stand anywhere, what forbids, what tells. */
export const [glueClass, fillerClass, dangerClass, reportClass] = ['*glue', '*filler', '*danger', '*report'];

const byFirstWord = new Map<string, Phrase[]>();
const vocabulary = new Set<string>();

function learn(cls: string, listed: string): void {
  for (const text of listed.split(',')) {
    const words = text
      .trim()
      .split(/\s+/)
      .flatMap((word) => (word === '_' ? [undefined] : /^[👍👎✅❌🙏]$/u.test(word) ? [word] : fold(word).split(' ')));
    const [first] = words;
    if (first === undefined || first === '') continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { cls, words }]);
    for (const word of words) if (word !== undefined) vocabulary.add(word);
  }
}

for (const [cls, listed] of Object.entries(classes)) learn(cls, listed);
learn(glueClass, glue);
learn(fillerClass, fillers);
learn(dangerClass, dangers);
learn(reportClass, reports);
const everyday = new Set([...vocabulary, ...plainWords.split(/\s+/).map(fold)]);
const byLength = new Map<number, string[]>();
for (const word of vocabulary)
  if (word.length >= 4) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

/** Whether a class of words has this name. */
export function isClass(name: string): boolean {
  return Object.hasOwn(classes, name);
}

/** The phrases that begin with a word. */
export function phrasesAt(word: string): readonly Phrase[] {
  return byFirstWord.get(word) ?? [];
}

/** A word as it stands in sentences, in one of its forms. */
export function isEverydayWord(key: string): boolean {
  // What is left of a short name ("Ines") is no word.
  return everyday.has(key) || stemsOf(key).some((stem) => stem.length > 2 && everyday.has(stem));
}

const slips = new Map<string, readonly string[]>();
const mostSlips = 5_000;

/** The words of ours that a misspelt word comes nearest to; none for an everyday word or one that is too short. */
export function correct(key: string): readonly string[] {
  const short = shortSlips[key];
  if (short !== undefined) return [short];
  if (key.length < 4 || key.length > 24 || /\d/.test(key) || isEverydayWord(key)) return [];
  const known = slips.get(key);
  if (known) return known;
  const found = nearest(key);
  if (slips.size > mostSlips) slips.clear();
  slips.set(key, found);
  return found;
}

/** Slips in words that are too short for a distance. */
const shortSlips: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  '2': 'to',
  ppl: 'people',
  'w o': 'without',
  w: 'with',
  wo: 'without',
  abt: 'about',
  grps: 'groups',
  msg: 'message',
  pw: 'password',
  y: 'why',
  n: 'and',
  k: 'ok',
  gr: 'group',
  ad: 'add',
  teh: 'the',
  hte: 'the',
  fo: 'of',
  ot: 'to',
  ni: 'in',
  wich: 'which',
  wat: 'what',
  wot: 'what',
  wha: 'what',
  hwo: 'who',
  grups: 'groups',
  wnat: 'want',
  jion: 'join',
  joim: 'join',
  jon: 'join',
  tak: 'take',
  rmove: 'remove',
  mak: 'make',
  form: 'from',
  too: 'to',
  frm: 'from',
  ned: 'need',
  mi: 'my',
  yo: 'you',
  ples: 'please',
  pl: 'please',
  wont: 'want',
  gorup: 'group',
  fomr: 'from',
  til: 'until',
  dont: 'dont',
  nto: 'not',
  adn: 'and',
  nad: 'and',
  acces: 'access',
  int: 'into',
  inot: 'into',
  limt: 'limit',
  shwo: 'show',
  sho: 'show',
  lsit: 'list',
  lis: 'list',
  ist: 'list',
};

function nearest(key: string): string[] {
  const most = key.length < 7 ? 1 : 2;
  let [best, found]: [number, string[]] = [most + 1, []];
  for (let length = key.length - most; length <= key.length + most; length += 1)
    for (const word of byLength.get(length) ?? []) {
      if (word[0] !== key[0] && word[1] !== key[0] && word[0] !== key[1]) continue;
      const distance = editDistance(word, key, Math.min(most, best));
      if (distance > most || distance > best || (distance > 1 && word[0] !== key[0])) continue;
      if (distance < best) found = [];
      best = distance;
      found.push(word);
    }
  return found.length > 0 ? found.slice(0, 4) : nearestStem(key);
}

function nearestStem(key: string): string[] {
  for (const stem of stemsOf(key)) {
    if (stem.length < 5) continue;
    const near = [stem.length, stem.length + 1, stem.length - 1].flatMap((length) => byLength.get(length) ?? []);
    const word = near.find((one) => one[0] === stem[0] && editDistance(one, stem, 1) <= 1);
    if (word !== undefined) return [word];
  }
  return [];
}

/** A word that holds sentences together and names nothing by itself. */
export function isSmallWord(key: string): boolean {
  return phrasesAt(key).some(({ cls, words }) => words.length === 1 && (cls === glueClass || cls === fillerClass));
}
