import { editDistance } from '../../domain/names.js';
import type { Token } from '../tokens.js';
import { isEverydayWord } from '../words/lexicon.js';
import { squeeze } from './fold.js';
import type { KnownName } from './knownName.js';
import { type NameBook, unique } from './nameBook.js';

/** A word that holds sentences together and names nothing. */
function isSmall(key: string): boolean {
  return /^(?:for|of|and|the|to|in|on|a|or|with|is|by|at|it|days?|from|not|no|all|one|into|group|groups|team)$/.test(
    key,
  );
}

export function nearAt(
  part: readonly Token[],
  before: Token | undefined,
  behind: Token | undefined,
  book: NameBook,
  text: string,
): KnownName[] {
  const span = text.slice(part[0]?.start, part.at(-1)?.end).replace(/'s$/, '');
  const squeezed = squeeze(span);
  const everyday = part.every((token) => isEverydayWord(token.key));
  const whole = (book.squeezed.get(squeezed) ?? book.squeezed.get(squeezed.replace(/s$/, '')) ?? []).map(
    (entry) => entry.name,
  );
  if (whole.length > 0 && (part.length > 1 || !everyday)) return unique(whole);
  // One everyday word of a name names it only beside "group".
  const marked = [before, behind].some((token) => /^(?:group|team|guild|club|crew)$/.test(token?.key ?? ''));
  if (part.length === 1 && (part[0]?.key.length ?? 0) < 4 && !/^\p{Lu}{2,3}$/u.test(part[0]?.text ?? '')) return [];
  const fewWords = part.filter((token) => !isEverydayWord(token.key)).length;
  if (
    fewWords > 0 ||
    (part.length > 1 &&
      part.filter((token) => token.key.length > 3).length > (part.length > 2 ? 1 : 0) &&
      !isSmall(part.at(-1)?.key ?? '') &&
      !isSmall(part[0]?.key ?? '')) ||
    marked
  ) {
    const key = part.map((token) => token.key).join(' ');
    const inside = book.parts.get(key) ?? book.parts.get(key.replace(/s$/, '')) ?? [];
    if (inside.length > 0 && (fewWords > 0 || inside.length === 1)) return unique(inside);
  }
  if (fewWords === 0 || squeezed.length < 4) return [];
  return slipped(squeezed, part.length, book);
}

/** Names that are a slip or two away from what was typed; the nearest only. */
function slipped(squeezed: string, words: number, book: NameBook): KnownName[] {
  const most = squeezed.length < 5 ? 1 : squeezed.length < 9 ? 2 : 3;
  let [best, found]: [number, KnownName[]] = [most + 1, []];
  for (const known of book.names) {
    if (Math.abs(known.words - words) > 1 || known.squeezed.length < 4) continue;
    const allowed = Math.min(most, known.squeezed.length < 5 ? 1 : known.squeezed.length < 9 ? 2 : 3);
    if (known.squeezed[0] !== squeezed[0] && known.squeezed[1] !== squeezed[1]) continue;
    const distance = editDistance(known.squeezed, squeezed, allowed);
    if (distance > allowed || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(known.name);
  }
  return unique(found);
}
