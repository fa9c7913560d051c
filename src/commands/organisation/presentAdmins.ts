import type { Turn } from '../turn.js';
import type { PersonView } from '../../domain/personView.js';

/**
 * The administrators who have ever turned up: an id of the configuration that nobody answers to yet can confirm nothing
 * and administers nothing (F59, Q9).
 */
export async function keepPresent(turn: Turn, admins: readonly PersonView[]): Promise<readonly PersonView[]> {
  const people = await turn.store.read('people').getMany(admins.map(({ id }) => id));
  const present = new Set(people.filter(({ address }) => address !== undefined).map(({ id }) => id));
  return admins.filter(({ id }) => id === turn.actor.id || present.has(id));
}
