import type { Store } from '../commands/ports.js';

/** Hears how long each call of the store took; `operation` is the method's name. */
export type ObserveStore = (operation: string, seconds: number, isOk: boolean) => void;

/** The store, with a watch on each call that takes time; whatever the port has or will have goes through as it is. */
export function timedStore(store: Store, observe: ObserveStore): Store {
  return watched(store, observe);
}

function watched<T extends object>(port: T, observe: ObserveStore): T {
  const wrapped = new Map<unknown, unknown>();
  const wrap = (name: string, value: unknown): unknown => {
    if (typeof value === 'function') return timed(name, value.bind(port) as Method, observe);
    return isPort(value) ? watched(value, observe) : value;
  };
  return new Proxy(port, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof key !== 'string' || !(typeof value === 'function' || isPort(value))) return value;
      if (!wrapped.has(key)) wrapped.set(key, wrap(key, value));
      return wrapped.get(key);
    },
  });
}

type Method = (...args: unknown[]) => unknown;

function timed(operation: string, method: Method, observe: ObserveStore): Method {
  return (...args) => {
    const startedAt = performance.now();
    const result = method(...args);
    if (!(result instanceof Promise)) return isPort(result) ? watched(result, observe) : result;
    const end = (isOk: boolean) => observe(operation, (performance.now() - startedAt) / 1000, isOk);
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
