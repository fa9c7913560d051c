import type { Store } from '../../../src/commands/ports.js';

/** What writes; a crash comes at one of these. */
const writes: readonly PropertyKey[] = ['insert', 'replace', 'update', 'appendAudit'];

/** What only leads to what is asked. */
const steps: readonly PropertyKey[] = ['forTenant', 'read', 'now'];

/** The life of one process over a store. */
export interface Life {
  readonly store: Store;
  /** Resolves when it has died. */
  readonly ended: Promise<void>;
  readonly isOver: boolean;
  /** Dies at the write after so many more; `isKept`: that write is still made, and its answer lost. */
  dieAfter(more: number, isKept: boolean): void;
  /** Dies at once. */
  die(): void;
}

/** A process that can die between any two writes: from then on the store answers it nothing, and keeps what it has. */
export function mortal(store: Store): Life {
  let left = Infinity;
  let isKept = false;
  let isOver = false;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const die = (): void => {
    isOver = true;
    end();
  };
  const never = new Promise<never>(() => undefined);
  const watch = (name: PropertyKey, call: () => unknown): unknown => {
    if (isOver && !steps.includes(name)) return never;
    const isWrite = writes.includes(name);
    if (isWrite && (left -= 1) < 0) {
      die();
      if (isKept) void Promise.resolve(call()).catch(() => undefined);
      return never;
    }
    const result = call();
    // What was under way when it died is done, and nobody hears of it.
    if (result instanceof Promise) return result.then((value: unknown) => (isOver ? never : value));
    return isObject(result) ? around(result) : result;
  };
  const around = (target: object): object =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === 'function')
          return (...given: unknown[]) => watch(name, () => Reflect.apply(value, target, given));
        return isObject(value) ? around(value) : value;
      },
    });
  return {
    store: around(store) as Store,
    ended,
    get isOver() {
      return isOver;
    },
    dieAfter(more, kept) {
      left = more;
      isKept = kept;
    },
    die,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
