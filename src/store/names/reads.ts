import type { NamedKind, NameEntry, NamePage, NamePageWish, Names, NameScope, Query } from '../../commands/ports.js';
import { looksLike } from '../../domain/lookalikes.js';
import { resolveName, toNameKey } from '../../domain/names.js';
import type { NamePlace } from '../../domain/page.js';
import { markLetters, ownerlessMark, toEntry, type StoredName } from './entries.js';
import { looksOf, lookUpOf } from './marks.js';

/** How the entries of one organisation are asked for. */
export interface EntrySource {
  find(query: Query): Promise<readonly StoredName[]>;
  /** Any `limit` of those that have one of the marks, or a mark beginning so; never more work than that. */
  findMarked(
    marks: { readonly in: readonly string[] } | { readonly prefix: string },
    limit: number,
  ): Promise<readonly StoredName[]>;
  /** How many there are, counting no further than `atMost`. */
  count(where: Query['where'], atMost: number): Promise<number>;
  /** The key of the entry that stands there. */
  keyOf(of: NamedKind, place: NamePlace): string;
}

/** Lists are counted no further. */
export const mostCounted = 2_000;

/** So many candidates of each kind are ranked. */
const mostMarked = 200;
/** So many hits of a search through words are put in order. */
const mostSearched = 1_000;
/** Of several texts, so many are looked up. */
const mostTexts = 24;
const mostExact = 50;
const mostPrefixed = 12;
const mostOwn = 500;

const byName = { field: 'nameKey', direction: 'asc' } as const;
const byNameBack = { field: 'nameKey', direction: 'desc' } as const;

/** Looks for names through the indexes of the entries. */
export function createNames(source: EntrySource): Names {
  return {
    async exact(keys, of) {
      if (keys.length === 0 || of.length === 0) return [];
      const where = { of: one(of), nameKey: one([...new Set(keys)]) };
      return (await source.find({ where, limit: mostExact * keys.length })).map(toEntry);
    },
    near: (texts, scope, limit) => findNear(source, texts, scope, limit),
    page: async (scope, at) => {
      const words = toNameKey(at.words)
        .split(' ')
        .filter((word) => word !== '');
      return words.length > 0 ? searchPage(source, scope, words, at) : browsePage(source, scope, at);
    },
    async lookalikes(name, hidden) {
      const letters = [markLetters.listed, markLetters.hidden];
      const marks = looksOf(name).flatMap((mark) => letters.map((letter) => letter + mark));
      const found = await source.findMarked({ in: marks }, mostMarked);
      const isSeen = ({ isListed, runnerIds = [] }: StoredName) =>
        isListed || hidden === 'all' || runnerIds.includes(hidden.runBy);
      return found
        .filter((entry) => isSeen(entry) && looksLike(entry.name, name))
        .sort(inOrder)
        .map(toEntry);
    },
    async ownerless(at) {
      const marks = [markLetters.listed, markLetters.hidden].map((letter) => letter + ownerlessMark);
      const found = await source.findMarked({ in: marks }, mostSearched);
      return { ...slice(found, at), total: found.length };
    },
    ofRecords: async (of, ids) =>
      ids.length === 0 ? [] : (await source.find({ where: { of, id: one([...new Set(ids)]) } })).map(toEntry),
  };
}

async function findNear(
  source: EntrySource,
  texts: readonly string[],
  scope: NameScope,
  limit: number,
): Promise<readonly NameEntry[]> {
  const keys = [...new Set(texts.slice(0, mostTexts).map(toNameKey))].filter((key) => key !== '');
  if (keys.length === 0) return [];
  const found = await Promise.all([...findCandidates(source, keys, scope), findOwnHidden(source, scope)]);
  const candidates = [
    ...new Map(found.flat().map((entry) => [`${entry.of} ${entry.id} ${entry.nameKey}`, entry])).values(),
  ];
  // Of each kind by itself: a resource that is called just so hides no group that comes near.
  const ranked = keys.map((key) =>
    scope.of.flatMap((kind) => {
      const resolved = resolveName(
        key,
        candidates.filter((entry) => entry.of === kind),
      );
      return resolved.match === 'near' ? resolved.items : resolved.match === 'exact' ? [resolved.item] : [];
    }),
  );
  // The best for each text come first, so that one text takes no other's place.
  const longest = Math.max(...ranked.map((some) => some.length));
  const inTurn = Array.from({ length: longest }, (_, at) => ranked.flatMap((some) => some[at] ?? [])).flat();
  return [...new Set(inTurn)].slice(0, limit).map(toEntry);
}

function findCandidates(
  source: EntrySource,
  keys: readonly string[],
  scope: NameScope,
): Promise<readonly StoredName[]>[] {
  const places = placesOf(scope);
  const letters = lettersOf(scope);
  const lookUps = keys.map(lookUpOf);
  const marked = (marks: readonly string[]) => {
    const all = letters.flatMap((letter) => marks.map((mark) => letter + mark));
    return all.length === 0 ? [] : [source.findMarked({ in: all }, mostMarked)];
  };
  const parts = [...new Set(lookUps.flatMap((lookUp) => lookUp.parts))];
  return [
    ...places.flatMap((place) => [
      source.find({ where: { ...place, nameKey: one(parts) }, limit: mostMarked }),
      ...keys.map((key) =>
        source.find({ where: { ...place, nameKey: { prefix: key } }, sort: byName, limit: mostPrefixed }),
      ),
    ]),
    ...marked([...new Set(lookUps.flatMap((lookUp) => lookUp.telling))]),
    ...marked([...new Set(lookUps.flatMap((lookUp) => lookUp.common))]),
  ];
}

/** The groups that are not listed, but that this person runs or is in. */
async function findOwnHidden(source: EntrySource, { of, hidden }: NameScope): Promise<readonly StoredName[]> {
  if (!of.includes('groups') || hidden === 'all') return [];
  const [run, joined] = await Promise.all([
    source.find({ where: { runnerIds: hidden.runBy }, limit: mostOwn }),
    hidden.ids.length === 0 ? [] : source.find({ where: { of: 'groups', id: one(hidden.ids) } }),
  ]);
  return [...run, ...joined].filter((entry) => entry.isListed === false);
}

async function browsePage(source: EntrySource, scope: NameScope, at: NamePageWish): Promise<NamePage> {
  const places = placesOf(scope);
  const own = await findOwnHidden(source, scope);
  const edge = at.after ?? at.before;
  const skip = Math.min(at.skip, mostCounted);
  // Where one list is all there is, the store skips; of several, each may hold all that is skipped.
  const isAlone = own.length === 0 && places.length === 1;
  const [lists, counts] = await Promise.all([
    Promise.all(
      places.map(({ of, ...place }) =>
        source.find({
          where: { of, ...place },
          sort: at.before ? byNameBack : byName,
          ...(edge
            ? { after: { value: edge.nameKey, key: source.keyOf(of, edge) }, limit: at.limit + 1 }
            : { skip: isAlone ? skip : 0, limit: (isAlone ? 0 : skip) + at.limit + 1 }),
        }),
      ),
    ),
    Promise.all(places.map((place) => source.count(place, mostCounted))),
  ]);
  const total = counts.reduce((sum, count) => sum + count, own.length);
  const page = slice([...lists.flat(), ...own], { ...at, skip: isAlone ? 0 : skip });
  return { ...page, total: isAlone ? total : Math.min(total, mostCounted) };
}

async function searchPage(
  source: EntrySource,
  scope: NameScope,
  words: readonly string[],
  at: NamePageWish,
): Promise<NamePage> {
  // The longest word tells the most; the others are looked for among its hits.
  const [first = ''] = [...words].sort((a, b) => b.length - a.length);
  const prefixes = lettersOf(scope).flatMap((letter) => [`${letter}w${first}`, `${letter}a${first}`]);
  const found = await Promise.all([
    ...prefixes.map((prefix) => source.findMarked({ prefix }, mostSearched)),
    findOwnHidden(source, scope),
  ]);
  const unique = new Map(found.flat().map((entry) => [entry.key, entry]));
  const hits = [...unique.values()].filter(({ marks }) => words.every((word) => hasWord(marks, word)));
  return { ...slice(hits, at), total: hits.length };
}

function hasWord(marks: readonly string[], word: string): boolean {
  return marks.some((mark) => mark.startsWith(`w${word}`, 1) || mark.startsWith(`a${word}`, 1));
}

function slice(entries: readonly StoredName[], at: Omit<NamePageWish, 'words'>): Pick<NamePage, 'entries' | 'hasMore'> {
  const sorted = [...new Map(entries.map((entry) => [entry.key, entry])).values()].sort(inOrder).map(toEntry);
  const { after, before, limit } = at;
  if (before) {
    const earlier = sorted.filter((entry) => inOrder(entry, before) < 0);
    return { entries: earlier.slice(-limit), hasMore: earlier.length > limit };
  }
  const later = after ? sorted.filter((entry) => inOrder(entry, after) > 0) : sorted.slice(at.skip);
  return { entries: later.slice(0, limit), hasMore: later.length > limit };
}

function inOrder(a: NamePlace, b: NamePlace): number {
  return compare(a.nameKey, b.nameKey) || compare(a.id, b.id);
}

/** By code points, as the stores sort. */
function compare(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The parts of the index of names that a scope consists of. */
function placesOf({ of, hidden }: NameScope): { readonly of: NamedKind; readonly isListed?: true }[] {
  return of.map((kind) => (kind === 'groups' && hidden !== 'all' ? { of: kind, isListed: true } : { of: kind }));
}

function lettersOf({ of, hidden }: NameScope): string[] {
  return of.flatMap((kind: NamedKind) =>
    kind !== 'groups'
      ? [markLetters[kind]]
      : hidden === 'all'
        ? [markLetters.listed, markLetters.hidden]
        : [markLetters.listed],
  );
}

/** A condition for one value or several. */
function one(values: readonly string[]): string | { readonly in: readonly string[] } {
  return values.length === 1 ? (values[0] ?? '') : { in: values };
}
