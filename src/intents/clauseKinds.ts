import type { Clause } from './wholeClauses.js';
import { slotAt, type Sentence } from './frames/scope.js';
import type { Item } from './items.js';
import { fillerClass } from './words/lexicon.js';
import { moodOf } from './mood.js';

/** A time alone ("until Friday"): it belongs to the wish beside it. */
export function isFloating(clause: Clause, sentence: Sentence): boolean {
  const items = sentence.items.slice(clause.from, clause.to);
  const fillers = new Set(
    sentence.hits
      .filter(({ cls, at }) => cls === fillerClass && at.length > 1)
      .flatMap(({ at }) => at.map((index) => sentence.items[index])),
  );
  const isFree = (item: Item): boolean =>
    fillers.has(item) ||
    item.kind === 'mark' ||
    (item.kind === 'slot'
      ? item.value.type === 'time'
      : /^(?:please|pls|plz|but|and|only|max|both|thx|thanks|ok|just|from|now|so|though|for|maximum|all|then)$/.test(
          item.key,
        ));
  return items.some((item) => item.kind === 'slot') && items.every(isFree);
}

export function hasWords(clause: Clause, sentence: Sentence): boolean {
  return sentence.hits.some(
    (hit) => !hit.cls.startsWith('*') && (hit.at[0] ?? -1) >= clause.from && (hit.at[0] ?? -1) < clause.to,
  );
}

export function isTold(clause: Clause, sentence: Sentence): boolean {
  const { mood } = moodOf(sentence.items.slice(clause.from, clause.to), clause.end);
  const first = sentence.items[clause.from];
  return mood === 'report' || mood === 'statement' || (first?.kind === 'word' && /^[a-z]{3,}ing$/.test(first.key));
}

export function isFragment(clause: Clause, sentence: Sentence): boolean {
  const opening = sentence.items[clause.from];
  if (opening?.kind === 'word' && /^[a-z]{3,}ing$/.test(opening.key)) return false;
  let [words, unknown] = [0, 0];
  for (let index = clause.from; index < clause.to; index += 1) {
    if (sentence.items[index]?.kind !== 'word') continue;
    const hits = sentence.hits.filter((hit) => hit.at.includes(index));
    if (hits.length === 0) unknown += 1;
    else if (!hits.some((hit) => hit.cls === '*glue' || hit.cls === '*filler')) words += 1;
  }
  return unknown === 0 && words <= 3;
}

/** What stands in a negation or a condition is lent to nothing. */
export function isDenied(clause: Clause, sentence: Sentence): boolean {
  const { mood } = moodOf(sentence.items.slice(clause.from, clause.to), clause.end);
  const [first, second] = sentence.items.slice(clause.from, clause.to);
  // "No VPN for Zed any more" refuses what it names, and names it.
  const isRefusal = first?.kind === 'word' && first.key === 'no' && second?.kind === 'slot';
  return (mood === 'negation' && !isRefusal) || mood === 'condition';
}

export function isWanted(sentence: Sentence, at: number): boolean {
  const value = slotAt(sentence, at)?.value;
  return value?.type === 'time' && (value.time.role === 'end' || value.time.role === 'length');
}
