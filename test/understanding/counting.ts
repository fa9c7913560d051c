import type { TenantStore } from '../../src/commands/ports.js';

/** How often a store was waited for: what is asked at one moment is one round trip. */
export interface Counted {
  readonly store: TenantStore;
  /** Round trips of the look-up of names: the index of names, one's own memberships, people by address. */
  names: number;
  /** All of them. */
  all: number;
  /** What went by within them, by the clock that was given. */
  spent: number;
}

/** A store that counts its round trips; nothing else differs. */
export function counting(store: TenantStore, clock: () => number = () => 0): Counted {
  const counted = { store, names: 0, all: 0, spent: 0 };
  let begun = 0;
  const waiting = { names: 0, all: 0 };
  const count = <R>(isName: boolean, ask: () => Promise<R>): Promise<R> => {
    if (waiting.all === 0) [counted.all, begun] = [counted.all + 1, clock()];
    if (isName && waiting.names === 0) counted.names += 1;
    waiting.all += 1;
    if (isName) waiting.names += 1;
    return ask().finally(() => {
      waiting.all -= 1;
      if (waiting.all === 0) counted.spent += clock() - begun;
      if (isName) waiting.names -= 1;
    });
  };
  const wrap = <T extends object>(target: T, isName: (method: string, argument: unknown) => boolean): T =>
    new Proxy(target, {
      get(there, key) {
        const value: unknown = Reflect.get(there, key);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]): unknown =>
          count(isName(String(key), given[0]), () => value.apply(there, given) as Promise<unknown>);
      },
    });
  const read: TenantStore['read'] = (collection) =>
    wrap(store.read(collection), (method, argument) => {
      if (method !== 'find') return false;
      const { where = {} } = argument as { readonly where?: object };
      return collection === 'memberships' || (collection === 'people' && 'email' in where);
    });
  const names = wrap(store.names, () => true);
  return Object.assign(counted, {
    store: new Proxy(store, {
      get: (there, key) => (key === 'read' ? read : key === 'names' ? names : (Reflect.get(there, key) as unknown)),
    }),
  });
}
