import { adminIdsOf } from '../../domain/groups/policy.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { findPresent } from '../reads/presentAdmins.js';
import { type Turn } from '../turn.js';
import { findMaker } from '../../domain/organisation/voices.js';
import type { Outcome } from '../../domain/outcome.js';
import type { PersonId } from '../../domain/terms.js';
import type { IntentOf } from '../../intents/intent.js';

/** "admins": who administers the organisation (Q9). */
export async function listAdmins(_intent: IntentOf<'listAdmins'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  const ids = adminIdsOf(tenant);
  const made = ids.flatMap((id) => {
    const by = findMaker(tenant, id);
    return by === undefined ? [] : [{ id, by }];
  });
  const [people, makers, present] = await Promise.all([
    viewPeople(turn.store, ids),
    viewPeople(
      turn.store,
      made.map(({ by }) => by),
    ),
    findPresent(turn.store, ids),
  ]);
  const nameOf = (id: PersonId): string => makers.find((maker) => maker.id === id)?.name ?? '';
  return {
    kind: 'tableShown',
    table: {
      code: 'admins',
      people,
      unconfirmed: tenant.trustsNewAdmins ? [] : made.map(({ id, by }) => ({ id, by: nameOf(by) })),
      absentIds: ids.filter((id) => !present.has(id)),
    },
  };
}
