import { findOwnedGroups } from '../requests/inbox.js';
import { loadTenant } from '../reads/people.js';
import { isSetUp } from '../organisation/settingRecord.js';
import type { Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import { isAdmin } from '../../domain/groups/policy.js';
import type { IntentOf } from '../../intents/intent.js';

/** "help": what can be typed, by what this person is. */
export async function showHelp(_intent: IntentOf<'showHelp'>, turn: Turn): Promise<Outcome> {
  const [tenant, owned] = await Promise.all([loadTenant(turn.store, turn), findOwnedGroups(turn)]);
  // Nothing else is of use to an administrator before self-service is switched on (Q3).
  if (isAdmin(tenant, turn.actor.id) && !isSetUp(tenant)) return { kind: 'setUpNeeded' };
  return { kind: 'helpShown', isAdmin: isAdmin(tenant, turn.actor.id), ownsGroups: owned.length > 0 };
}
