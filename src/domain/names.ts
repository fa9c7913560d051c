/**
 * Counts up whenever `toNameKey` answers differently than before or entries get other marks (4: of how names look, 5: of
 * names without their accents); a store built with an older one is brought up.
 */
export const nameFold = 5;

/**
 * A name as it is compared: compatibility forms as plain ones, one case by full folding (ß is ss, İ and ı are i),
 * plain quotes and dashes, single spaces, nothing that cannot be seen. Accents stay.
 */
export function toNameKey(name: string): string {
  // Folding one thing may bring up another (a ligature its letters), so it is done until nothing changes.
  let [key, before] = [foldOnce(name), name];
  for (let rounds = 0; key !== before && rounds < 5; rounds += 1) [key, before] = [foldOnce(key), key];
  return key;
}

function foldOnce(name: string): string {
  return (
    name
      // NFKC would take these two apart into a blank and an accent.
      .replace(/[`\u00b4\u2018\u2019\u201b\u02bc]/g, "'")
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .toUpperCase()
      .toLowerCase()
      // What is left of the dotted capital I, and the sigma at the end of a word.
      .replace(/i\u0307/g, 'i')
      .replace(/\u03c2/g, '\u03c3')
      .normalize('NFKC')
      .replace(/[\u201c\u201d]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\s\u2800]+/g, ' ')
      .trim()
  );
}

/**
 * A text as its words are compared: no accents, case, apostrophes or punctuation; `+` and `#` stay, since they tell
 * names apart ("C++", "C#"), and "&" is "and".
 */
export function toPlainKey(text: string): string {
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/['’`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** Umlauts as they are written where keyboards have none ("Joerg"); everything else as it is. */
export function spellOut(text: string): string {
  return text.replace(/[äöüÄÖÜ]/g, (letter) => spelt[letter] ?? letter);
}

const spelt: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** The record with its name folded as it is folded now; the record itself where that is so already. */
export function refold<T extends { readonly name: string; readonly nameKey: string }>(record: T): T {
  const nameKey = toNameKey(record.name);
  return nameKey === record.nameKey ? record : { ...record, nameKey };
}

/** The number of single changes (insert, delete, replace, swap of neighbours) between two texts; `max + 1` when there are more. */
export function editDistance(a: string, b: string, max: number): number {
  const [left, right] = [[...a], [...b]];
  if (Math.abs(left.length - right.length) > max) return max + 1;
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > max) return max + 1;
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[right.length] ?? 0, max + 1);
}

/** What can be found by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
}

/** How a typed name was resolved; only `exact` may be acted on without a click (F83). */
export type Resolution<T extends Named> =
  | { readonly match: 'exact'; readonly item: T }
  | { readonly match: 'near'; readonly items: readonly T[] }
  | { readonly match: 'none' };

const mostNear = 10;

/** Finds what was meant: exact, then prefixes and words, then names that are a slip or two away; the best first. */
export function resolveName<T extends Named>(typed: string, catalogue: readonly T[]): Resolution<T> {
  const key = toNameKey(typed);
  if (key.length === 0) return { match: 'none' };
  const exact = catalogue.filter((item) => item.nameKey === key);
  if (exact.length === 1 && exact[0]) return { match: 'exact', item: exact[0] };
  if (exact.length > 1) return { match: 'near', items: exact.sort((a, b) => compare(a.id, b.id)).slice(0, mostNear) };
  const plain = toPlainKey(key);
  const slips = slipsFor(plain);
  const ranked = catalogue
    .map((item) => ({ item, rank: rankOf(item.nameKey, plain, slips) }))
    .filter(({ rank }) => rank !== undefined)
    .sort(
      (a, b) =>
        (a.rank ?? 0) - (b.rank ?? 0) || compare(a.item.nameKey, b.item.nameKey) || compare(a.item.id, b.item.id),
    );
  return ranked.length === 0
    ? { match: 'none' }
    : { match: 'near', items: ranked.slice(0, mostNear).map(({ item }) => item) };
}

/** How many slips of the finger a name of this length may have: none in two letters, two at the most. */
export function slipsFor(key: string): number {
  return Math.min(2, Math.floor([...key].length / 3));
}

/** The same order on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By plain keys: accents are no slips. */
function rankOf(nameKey: string, key: string, slips: number): number | undefined {
  const name = toPlainKey(nameKey);
  if (key !== '' && name.startsWith(key)) return 0;
  const [known, spelt, words] = [name.split(' '), toPlainKey(spellOut(nameKey)).split(' '), key.split(' ')];
  if (words.every((word) => known.includes(word) || spelt.includes(word))) return 1;
  if (known.every((word) => words.includes(word))) return 1;
  const distance = editDistance(name, key, slips);
  return distance <= slips ? 1 + distance : undefined;
}
