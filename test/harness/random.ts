/** Chance that a seed decides: the same seed makes the same choices, on every machine. */
export interface Chance {
  /** A number from 0 up to, and without, 1. */
  next(): number;
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** So many of them, none twice, in their order. */
  sample<T>(items: readonly T[], count: number): T[];
}

/** Chance from a seed (mulberry32: small, even, and good enough to shuffle with). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const sample = <T>(items: readonly T[], count: number): T[] =>
    items.filter((_, index) => index === 0 || below(items.length) < count);
  return {
    next,
    sample,
    below,
    pick: (items) => items[below(items.length)] as never,
    shuffle: (items) => {
      const rest = [...items];
      return items.map(() => rest.splice(below(rest.length), 1)[0] as never);
    },
  };
}
