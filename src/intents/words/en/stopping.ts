/** Words at the beginning of an order that end or forbid what follows. */
export const stopWords: ReadonlySet<string> = new Set(
  'stop pause halt suspend disable deactivate freeze avoid refrain'.split(' '),
);

/** Words that do so with an "off" behind them. */
export const offWords: ReadonlySet<string> = new Set('turn switch shut'.split(' '));
