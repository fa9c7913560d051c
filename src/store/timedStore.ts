import type { Store } from '../commands/ports.js';

/** Is told that a call of the store begins, and how it ended; `operation` is the method's name. */
export type WatchStore = (operation: string) => (seconds: number, isOk: boolean) => void;

/** The store, with a watch on each call that takes time; whatever the port has or will have goes through as it is. */
export function timedStore(store: Store, begin: WatchStore): Store {
  return watched(store, { begin, ports: new WeakMap() });
}

/** Who hears of it, and the parts of the store that are watched already: they are given out again and again. */
interface Watch {
  readonly begin: WatchStore;
  readonly ports: WeakMap<object, object>;
}

function watched<T extends object>(port: T, watch: Watch): T {
  const known = watch.ports.get(port) as T | undefined;
  if (known) return known;
  const proxy = watchAnew(port, watch);
  watch.ports.set(port, proxy);
  return proxy;
}

function watchAnew<T extends object>(port: T, watch: Watch): T {
  const wrapped = new Map<unknown, unknown>();
  const wrap = (name: string, value: unknown): unknown => {
    if (typeof value === 'function') return timed(name, value.bind(port) as Method, watch);
    return isPort(value) ? watched(value, watch) : value;
  };
  return new Proxy(port, {
    get(target, key) {
      const ready = wrapped.get(key);
      if (ready) return ready;
      const value: unknown = Reflect.get(target, key, target);
      if (typeof key !== 'string' || !(typeof value === 'function' || isPort(value))) return value;
      const made = wrap(key, value);
      wrapped.set(key, made);
      return made;
    },
  });
}

type Method = (...args: unknown[]) => unknown;

function timed(operation: string, method: Method, watch: Watch): Method {
  const { begin, ports } = watch;
  return (...args) => {
    const startedAt = performance.now();
    const told = begin(operation);
    const result = method(...args);
    if (!(result instanceof Promise)) {
      if (typeof result !== 'object' || result === null) return result;
      return ports.get(result) ?? (isPort(result) ? watched(result, watch) : result);
    }
    const end = (isOk: boolean) => told((performance.now() - startedAt) / 1000, isOk);
    // Beside the promise, which is handed on as it is: whoever called hears of its failure.
    result.then(
      () => end(true),
      () => end(false),
    );
    return result;
  };
}

/** A part of the store, such as a tenant's or a reader: an object of functions, no record. */
function isPort(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => typeof item === 'function');
}
