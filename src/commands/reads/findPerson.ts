import { readNamed } from './names.js';
import type { Turn } from '../turn.js';
import { toNameKey } from '../../domain/names.js';
import type { Person } from '../../domain/organisation/person.js';
import type { PersonTarget } from '../../intents/parsePerson.js';

/** What came of looking for the person that somebody meant. */
export type PersonSearch =
  | { readonly found: 'one'; readonly person: Person }
  /** Names that come near, or a name that several have: nothing may be changed without a click. */
  | { readonly found: 'several'; readonly people: readonly Person[] }
  | { readonly found: 'none' };

/** How many people are offered at the most. */
const mostCandidates = 6;

/** Some clients name whom they mention by the object id in the directory. */
const orgId = /^(?:8:orgid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Looks for a person among those this organisation's records know; only an id, an address or one whole name is exact. */
export async function findPerson(turn: Pick<Turn, 'store' | 'actor'>, target: PersonTarget): Promise<PersonSearch> {
  const people = turn.store.read('people');
  if (target.by === 'id') return toSearch([await people.get(target.personId)].filter((person) => person !== undefined));
  if (target.by === 'mention') {
    const { channelUserId } = target;
    const found = await people.find({ where: { channelUserId }, limit: 2 });
    const [, objectId] = orgId.exec(channelUserId) ?? [];
    if (found.length > 0 || objectId === undefined) return toSearch(found);
    return toSearch([await people.get(objectId.toLowerCase())].filter((person) => person !== undefined));
  }
  if (target.by === 'address')
    return toSearch(await people.find({ where: { email: target.email }, limit: mostCandidates }));
  // An address that was read as a name is an address all the same.
  if (/^[^\s@]+@[^\s@]+$/.test(target.name))
    return toSearch(await people.find({ where: { email: target.name.toLowerCase() }, limit: mostCandidates }));
  const key = toNameKey(target.name);
  if (key === 'me' || key === 'myself') return { found: 'one', person: turn.actor };
  const exact = await readNamed(turn, 'people', [target.name]);
  if (exact.length > 0) return toSearch(exact.slice(0, mostCandidates));
  return findNear(turn, target.name, key);
}

/** A first name, the beginning of a name, or a slip of the finger: shown to be picked from, never acted on. */
async function findNear(turn: Pick<Turn, 'store'>, name: string, key: string): Promise<PersonSearch> {
  const near = await turn.store.names.near([name], { of: ['people'], hidden: 'all' }, mostCandidates);
  const beginning = near.filter(({ nameKey }) => nameKey.startsWith(key));
  const ids = (beginning.length > 0 ? beginning : near).map(({ id }) => id);
  const people = ids.length === 0 ? [] : await turn.store.read('people').getMany(ids);
  return people.length > 0 ? { found: 'several', people } : { found: 'none' };
}

function toSearch(people: readonly Person[]): PersonSearch {
  const [only] = people;
  if (!only) return { found: 'none' };
  return people.length === 1 ? { found: 'one', person: only } : { found: 'several', people };
}
