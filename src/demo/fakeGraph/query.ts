import { badRequest, needsEventual } from './problem.js';

/** A call after its address was taken apart. */
export interface Call {
  readonly method: string;
  /** Behind `/v1.0/`, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Before `/v1.0`; links begin with it. */
  readonly origin: string;
}

/** What is answered. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether the caller knows that they are answered from an index that lags. */
export function isEventual({ headers, query }: Pick<Call, 'headers' | 'query'>): boolean {
  return headers['consistencylevel'] === 'eventual' && query.get('$count') === 'true';
}

/** The properties that were asked for; `id` always comes, and of members what they are. */
export function select<T extends object>(thing: T, query: URLSearchParams): Partial<T> {
  const names = query.get('$select')?.split(',');
  if (!names) return thing;
  return Object.fromEntries(
    Object.entries(thing).filter(([name]) => name === 'id' || name.startsWith('@odata.') || names.includes(name)),
  ) as Partial<T>;
}

/** One page of a list, with a link to the next. */
export function page(items: readonly object[], call: Call, defaultSize: number): Answer {
  const { query, origin, path } = call;
  const top = Number(query.get('$top') ?? defaultSize);
  if (!Number.isInteger(top) || top < 1 || top > 999)
    throw badRequest('Invalid page size specified. Must be between 1 and 999 inclusive.');
  const from = Number(query.get('$skiptoken') ?? 0);
  const next = new URLSearchParams(query);
  next.set('$skiptoken', String(from + top));
  const isMore = from + top < items.length;
  return {
    status: 200,
    body: {
      ...(query.get('$count') === 'true' ? { '@odata.count': items.length } : {}),
      ...(isMore ? { '@odata.nextLink': `${origin}/v1.0/${path.join('/')}?${next.toString()}` } : {}),
      value: items.slice(from, from + top),
    },
  };
}

const equality = /^(\w+) eq (?:'((?:[^']|'')*)'|(true|false|null))$/;
const advanced = /\bnot\b|\bne\b|\bendswith\(/i;

/** Keeps what a `$filter` of equalities, joined by `or`, lets through, and what `$search` finds. */
export function filter<T extends object>(items: readonly T[], call: Call): readonly T[] {
  const search = call.query.get('$search');
  const wanted = call.query.get('$filter');
  if ((search || (wanted && advanced.test(wanted))) && !isEventual(call)) throw needsEventual();
  const found = search ? items.filter((item) => matchesSearch(item, search)) : items;
  if (!wanted) return found;
  const tests = wanted.split(' or ').map((part) => equality.exec(part.trim()));
  if (tests.some((test) => !test)) throw badRequest(`Unsupported or invalid query filter clause: ${wanted}`);
  return found.filter((item) => tests.some((test) => test && isEqual(item, test)));
}

function isEqual(item: object, [, name = '', text, word]: RegExpExecArray): boolean {
  const value: unknown = (item as Record<string, unknown>)[name];
  return text === undefined ? String(value) === word : String(value) === text.replaceAll("''", "'");
}

/** `"displayName:ana"`: each word of the property that begins so. */
function matchesSearch(item: object, search: string): boolean {
  const [name = '', words = ''] = search.replaceAll('"', '').split(/:(.*)/s);
  const property = (item as Record<string, unknown>)[name];
  const value = typeof property === 'string' ? property.toLowerCase() : '';
  return (
    value.split(/[\s.@-]+/).some((word) => word.startsWith(words.toLowerCase())) ||
    value.startsWith(words.toLowerCase())
  );
}

/** Whether a path is one of a route: `:` stands for any part. */
export function matches(route: readonly string[], path: readonly string[]): boolean {
  return route.length === path.length && route.every((part, index) => part === ':' || part === path[index]);
}

/** A body of JSON, or nothing. */
export function parse(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
