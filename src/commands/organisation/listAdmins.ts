import { adminIdsOf } from '../../domain/groups/policy.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { type Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "admins": who administers the organisation (Q9). */
export async function listAdmins(_intent: IntentOf<'listAdmins'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  return { kind: 'tableShown', table: { code: 'admins', people: await viewPeople(turn.store, adminIdsOf(tenant)) } };
}
