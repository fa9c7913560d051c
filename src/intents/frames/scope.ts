import type { UnderstandContext } from '../context.js';
import type { ClassHit, Item, SlotItem } from '../items.js';
import type { MoodOf } from '../mood.js';
import { limiting } from '../words/en/limits.js';
import { dangerClass, fillerClass, glueClass } from '../words/lexicon.js';
import type { Role } from './notation.js';

/** A message's items with all that is known of each, before any frame. */
export interface Sentence {
  readonly items: readonly Item[];
  readonly roles: readonly (Role | undefined)[];
  readonly hits: readonly ClassHit[];
  readonly context: UnderstandContext;
  /** Something was taken back and said anew. */
  readonly isReplaced?: boolean;
}

/** A run of clauses in which one frame is looked for. */
export interface Scope {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly mood: MoodOf;
  /** Classes of words that are here, the longest phrase of each first. */
  readonly classes: ReadonlyMap<string, readonly ClassHit[]>;
  readonly slots: readonly number[];
  readonly isHarmless: (index: number) => boolean;
  readonly isDanger: (index: number) => boolean;
}

/** Looks at a run of items by itself. */
export function toScope(sentence: Sentence, from: number, to: number, mood: MoodOf): Scope {
  const classes = new Map<string, ClassHit[]>();
  for (const hit of sentence.hits) {
    if ((hit.at[0] ?? 0) < from || (hit.at.at(-1) ?? 0) >= to) continue;
    classes.set(hit.cls, [...(classes.get(hit.cls) ?? []), hit]);
  }
  for (let at = from; at < to; at += 1) {
    const item = sentence.items[at];
    // The words of a limit that a time has taken with it ("max 90 days").
    if (item?.kind === 'slot' && item.value.type === 'time' && limiting.test(item.text))
      classes.set('limit', [...(classes.get('limit') ?? []), { cls: 'limit', at: [] }]);
    if (item?.kind === 'slot' && item.value.type === 'time' && item.value.time.reading.kind === 'forever')
      classes.set('noLimit', [...(classes.get('noLimit') ?? []), { cls: 'noLimit', at: [at] }]);
  }
  for (const hits of classes.values())
    hits.sort((a, b) => b.at.length - a.at.length || (a.at[0] ?? 0) - (b.at[0] ?? 0));
  const covered = (...names: string[]): ReadonlySet<number> =>
    new Set(names.flatMap((name) => (classes.get(name) ?? []).flatMap((hit) => hit.at)));
  const harmless = covered(glueClass, fillerClass);
  // "As well" and "as soon as possible" warn of nothing.
  const phrased = new Set(
    [...(classes.get(glueClass) ?? []), ...(classes.get(fillerClass) ?? [])].flatMap(({ at }) =>
      at.length > 1 && !isIf(sentence, at[0] ?? -1) ? at : [],
    ),
  );
  const danger = new Set(
    (classes.get(dangerClass) ?? []).flatMap(({ at }) => (at.every((index) => phrased.has(index)) ? [] : at)),
  );
  const slots: number[] = [];
  for (let at = from; at < to; at += 1) if (sentence.items[at]?.kind === 'slot') slots.push(at);
  return {
    sentence,
    from,
    to,
    mood,
    classes,
    slots,
    isHarmless: (index) => harmless.has(index),
    isDanger: (index) => danger.has(index),
  };
}

/** A condition, however politely it is said. */
function isIf({ items }: Sentence, index: number): boolean {
  const item = items[index];
  return item?.kind === 'word' && item.key === 'if';
}

/** The slot item at an index. */
export function slotAt(sentence: Sentence, index: number): SlotItem | undefined {
  const item = sentence.items[index];
  return item?.kind === 'slot' ? item : undefined;
}
