import { viewPeople } from './people.js';
import type { Turn } from '../turn.js';
import type { Person } from '../../domain/organisation/person.js';

/** The names of those who stand in for somebody in a group now, for the question that ends it; nothing where nobody does. */
export async function standInNames(
  { store, now }: Pick<Turn, 'store' | 'now'>,
  { delegations = [] }: Person,
  groupId: string,
): Promise<{ readonly standIns?: readonly string[] }> {
  const present = delegations.filter(
    ({ groupId: of, until = Infinity }) => until > now && (of === undefined || of === groupId),
  );
  if (present.length === 0) return {};
  const people = await viewPeople(store, [...new Set(present.map(({ toId }) => toId))]);
  return { standIns: people.map(({ name }) => name) };
}
