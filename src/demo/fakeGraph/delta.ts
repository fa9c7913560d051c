import type { World } from './groups.js';
import { badRequest, Problem } from './problem.js';
import type { Answer, Call } from './query.js';
import type { Change, DirectoryState, FakeGroup, FakeUser, Relation } from './state.js';

/** How delta behaves beyond what it must. */
export interface DeltaHabits {
  pageSize: number;
  /** So many changes from before come again in each round. */
  replays: number;
  /** Each round begins with a page without anything. */
  emptyPages: boolean;
  /** Rounds that began before this moment are forgotten. */
  forgottenBefore: number;
}

/** What a link holds; opaque to callers. */
interface Token {
  readonly of: 'group' | 'user';
  readonly select: string;
  readonly ids?: readonly string[];
  /** Changes from this index on; absent in a first round, which gives everything. */
  readonly from?: number;
  readonly to: number;
  readonly page: number;
  readonly at: number;
  readonly isMinimal: boolean;
}

/** Links to directory objects live this long, in milliseconds. */
const tokenMs = 7 * 86_400_000;
const mostIds = 50;

/** GET /groups/delta and /users/delta, by its first address and by the links that it gives. */
export function readDelta(world: World, habits: DeltaHabits, call: Call): Answer {
  const of = call.path[0] === 'groups' ? 'group' : 'user';
  const given = call.query.get('$skiptoken') ?? call.query.get('$deltatoken');
  for (const name of ['$expand', '$top', '$orderby', '$search'])
    if (call.query.has(name)) throw badRequest(`Query option '${name}' is not supported with delta.`);
  const token = given && given !== 'latest' ? readToken(given, world, habits, call) : firstToken(world, of, call);
  if (given === 'latest') return answer(call, [], { ...token, from: token.to, page: 0 }, true);
  const pages =
    token.from === undefined
      ? everyPage(world.state, token, habits)
      : cutPages(changed(world.state, token, habits), habits);
  const isLast = token.page >= pages.length - 1;
  const next = isLast
    ? { ...token, from: token.to, to: seen(world), page: 0, at: world.state.now() }
    : { ...token, page: token.page + 1 };
  return answer(call, pages[token.page] ?? [], next, isLast);
}

function firstToken(world: World, of: Token['of'], call: Call): Token {
  const ids = call.query
    .get('$filter')
    ?.split(' or ')
    .map((part) => /^id eq '([^']+)'$/.exec(part.trim())?.[1] ?? '');
  if (ids?.includes('')) throw badRequest('Only a filter by id is supported with delta.');
  if ((ids?.length ?? 0) > mostIds) throw badRequest(`Too many ids in the filter; at most ${mostIds}.`);
  return {
    of,
    select: call.query.get('$select') ?? '',
    ...(ids ? { ids } : {}),
    to: seen(world),
    page: 0,
    at: world.state.now(),
    isMinimal: call.headers['prefer'] === 'return=minimal',
  };
}

function readToken(text: string, world: World, { forgottenBefore }: DeltaHabits, { origin, path }: Call): Token {
  const now = world.state.now();
  let token: Token;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString()) as Token;
  } catch {
    throw badRequest('Badly formed token.');
  }
  if (token.at < now - tokenMs || token.at < forgottenBefore)
    throw new Problem(410, 'syncStateNotFound', 'The sync state generation is not found.', {
      location: `${origin}/v1.0/${path.join('/')}?$select=${token.select}`,
    });
  return { ...token, to: token.page === 0 && token.from !== undefined ? seen(world) : token.to };
}

/** Up to which change the answers go; the newest ones show only later. */
function seen({ state, lagMs }: World): number {
  const at = state.now() - lagMs();
  let count = state.changes.length;
  while (count > 0 && (state.changes[count - 1]?.at ?? 0) > at) count -= 1;
  return count;
}

/** The pages of everything, kept while nothing changes: a large organisation has thousands, asked for one by one. */
const kept = new WeakMap<DirectoryState, Map<Token['of'], { readonly to: string; readonly pages: object[][] }>>();

function everyPage(state: DirectoryState, token: Token, habits: DeltaHabits): object[][] {
  const to = JSON.stringify([token.select, token.ids, habits, state.changes.length]);
  const all = kept.get(state) ?? new Map<Token['of'], { readonly to: string; readonly pages: object[][] }>();
  kept.set(state, all);
  const before = all.get(token.of);
  if (before?.to === to) return before.pages;
  const pages = cutPages(everything(state, token), habits);
  all.set(token.of, { to, pages });
  return pages;
}

function everything(state: DirectoryState, token: Token): object[] {
  const { of, ids } = token;
  const all =
    of === 'group' ? [...state.groups.values()].filter((one) => !one.deletedDateTime) : [...state.users.values()];
  return all
    .filter(({ id }) => !ids || ids.includes(id))
    .flatMap((object) => [
      { ...fieldsOf(object, token.select), ...managerOf(state, token, object) },
      ...(['members', 'owners'] as const).flatMap((relation) =>
        of === 'group' && isSelected(relation, token) ? tiesOf(state, object.id, relation) : [],
      ),
    ]);
}

/** Members come in pieces, each with the group's id. */
const pieceSize = 20;

function tiesOf(state: DirectoryState, id: string, relation: Relation): object[] {
  const others = state.tiedAt(relation, id, state.now());
  const pieces: object[] = [];
  for (let from = 0; from < others.length; from += pieceSize)
    pieces.push({
      id,
      [`${relation}@delta`]: others.slice(from, from + pieceSize).map((other) => reference(state, other)),
    });
  return pieces;
}

function reference(state: DirectoryState, id: string): object {
  return { '@odata.type': state.groups.has(id) ? '#microsoft.graph.group' : '#microsoft.graph.user', id };
}

function changed(state: DirectoryState, token: Token, { replays }: DeltaHabits): object[] {
  const from = Math.max(0, (token.from ?? 0) - replays);
  const byId = new Map<string, Change[]>();
  for (const change of state.changes.slice(from, token.to)) {
    if (change.of !== token.of || (token.ids && !token.ids.includes(change.id))) continue;
    byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  }
  return [...byId].flatMap(([id, changes]) => rowOf(state, token, id, changes));
}

function rowOf(state: DirectoryState, token: Token, id: string, changes: readonly Change[]): object[] {
  const object = token.of === 'group' ? state.groups.get(id) : state.users.get(id);
  const isSoft = object !== undefined && 'deletedDateTime' in object && object.deletedDateTime !== null;
  if (!object || isSoft) return [{ id, '@removed': { reason: isSoft || token.of === 'user' ? 'changed' : 'deleted' } }];
  const own = changes.filter(({ what }) => what === 'changed');
  const names = own.some(({ fields }) => !fields) ? undefined : own.flatMap(({ fields }) => fields ?? []);
  const all = fieldsOf(object, token.select);
  const fields =
    token.isMinimal && names ? Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))) : all;
  const ties = (['members', 'owners'] as const).flatMap((relation) => {
    const others = [...new Set(changes.flatMap(({ what, otherId }) => (what === relation ? [otherId ?? ''] : [])))];
    if (others.length === 0 || !isSelected(relation, token)) return [];
    const delta = others.map((other) => ({
      ...reference(state, other),
      ...(state.isTied(relation, id, other) ? {} : { '@removed': { reason: 'deleted' } }),
    }));
    return [[`${relation}@delta`, delta] as const];
  });
  const manager = !names || names.includes('managerId') ? managerOf(state, token, object) : {};
  return own.length === 0 && ties.length === 0 ? [] : [{ ...fields, id, ...manager, ...Object.fromEntries(ties) }];
}

/** The manager as a relation: a bare id, or nothing for whoever has none. */
function managerOf(state: DirectoryState, { select }: Token, object: FakeGroup | FakeUser): object {
  const managerId = 'managerId' in object ? object.managerId : undefined;
  if (managerId === undefined || !select.split(',').includes('manager')) return {};
  return { 'manager@delta': [reference(state, managerId)] };
}

function isSelected(relation: Relation, { select }: Token): boolean {
  return select.split(',').includes(relation);
}

function fieldsOf(object: object, select: string): object {
  const names = select.split(',');
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => name === 'id' || select === '' || names.includes(name)),
  );
}

function cutPages(rows: readonly object[], { pageSize, emptyPages }: DeltaHabits): object[][] {
  const pages: object[][] = emptyPages ? [[]] : [];
  for (let from = 0; from < rows.length; from += pageSize) pages.push(rows.slice(from, from + pageSize));
  return pages.length > 0 ? pages : [[]];
}

function answer({ origin, path }: Call, value: readonly object[], next: Token, isLast: boolean): Answer {
  const token = Buffer.from(JSON.stringify(next)).toString('base64url');
  const address = `${origin}/v1.0/${path.join('/')}`;
  const link = isLast
    ? { '@odata.deltaLink': `${address}?$deltatoken=${token}` }
    : { '@odata.nextLink': `${address}?$skiptoken=${token}` };
  return { status: 200, body: { '@odata.context': `${origin}/v1.0/$metadata#${path[0] ?? ''}`, ...link, value } };
}
