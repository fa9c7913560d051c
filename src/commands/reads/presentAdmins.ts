import type { TenantStore } from '../ports.js';
import type { Turn } from '../turn.js';
import type { PersonView } from '../../domain/personView.js';
import type { PersonId } from '../../domain/terms.js';

/**
 * Of some ids, those who are there: they turned up once and have not left the organisation. An id of the configuration
 * that nobody answers to yet can confirm nothing and administers nothing (F59, Q9).
 */
export async function findPresent(store: TenantStore, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const people = await store.read('people').getMany(ids);
  return new Set(
    people.filter(({ address, leftAt }) => address !== undefined && leftAt === undefined).map(({ id }) => id),
  );
}

/** The administrators who are there; whoever speaks is. */
export async function keepPresent(turn: Turn, admins: readonly PersonView[]): Promise<readonly PersonView[]> {
  const present = await findPresent(
    turn.store,
    admins.map(({ id }) => id),
  );
  return admins.filter(({ id }) => id === turn.actor.id || present.has(id));
}
