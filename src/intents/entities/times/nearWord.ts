/** A word is never taken for a misspelt one that is shorter than this, or longer. */
const shortest = 4;
const longest = 14;
/** From this length on two letters may be wrong. */
const forgiving = 8;

interface Listed {
  readonly word: string;
  readonly meaning: unknown;
  /** One bit for each letter that it has. */
  readonly letters: number;
}

/** Finds the word of a list that a misspelt one stands for; the first letter must be right. */
export class NearWords {
  readonly #byFirst = new Map<string, Listed[]>();
  readonly #notMisspelt: ReadonlySet<string>;

  /** Words with what they mean: of two that are equally near, either is taken if both mean the same. */
  constructor(words: Iterable<readonly [string, unknown]>, notMisspelt: ReadonlySet<string>) {
    this.#notMisspelt = notMisspelt;
    for (const [word, meaning] of words) {
      const first = word.charAt(0);
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { word, meaning, letters: lettersOf(word) }]);
    }
  }

  /** The listed word that is nearest; nothing where several are equally near, or none is near enough. */
  find(word: string): string | undefined {
    if (word.length < shortest || word.length > longest || this.#notMisspelt.has(word)) return undefined;
    const letters = lettersOf(word);
    let nearest = Infinity;
    let found: Listed | undefined;
    for (const listed of this.#byFirst.get(word.charAt(0)) ?? []) {
      const most = Math.min(word.length, listed.word.length) >= forgiving ? 2 : 1;
      if (Math.abs(word.length - listed.word.length) > most || !isLike(letters, listed.letters, most)) continue;
      const apart = distance(word, listed.word);
      if (apart > most || apart > nearest) continue;
      if (apart < nearest) found = listed;
      else if (found?.meaning !== listed.meaning) found = undefined;
      nearest = apart;
    }
    return found?.word;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Whether two words differ in few enough letters to be compared: each slip takes one away and adds another. */
function isLike(a: number, b: number, most: number): boolean {
  let apart = a ^ b;
  let count = 0;
  while (apart !== 0 && count <= 2 * most) {
    apart &= apart - 1;
    count++;
  }
  return count <= 2 * most;
}

/** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
