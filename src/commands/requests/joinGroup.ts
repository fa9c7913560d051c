import { findAccess } from '../resources/findAccess.js';
import { findGroup } from '../reads/findGroup.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { offerToJoin, requestMembership, type JoinInput } from './requestMembership.js';
import type { Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';
import type { NameReading } from '../../intents/targets.js';

/** "join Marketing because … for 30 days" (F2, F5, F6, F8, F10, F12). */
export async function joinGroup(intent: IntentOf<'joinGroup'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  const search = await findGroup(turn, tenant, intent.target);
  if (search.found === 'none') {
    // People ask to join what the group opens, too: "join Salesforce".
    return intent.target.by === 'name'
      ? findAccess({ kind: 'findAccess', readings: intent.target.readings, ask: true }, turn)
      : { kind: 'refused', refusal: { code: 'group_not_found', typed: search.typed } };
  }
  const input = mergeInput(intent, search.reading);
  if (search.found === 'several')
    return offerToJoin(turn, tenant, search.groups, { why: search.why, typed: search.reading.name, ...input });
  if (intent.asOwner)
    return {
      kind: 'refused',
      refusal: {
        code: 'ownership_needs_an_owner',
        group: search.group.name,
        owners: await viewPeople(turn.store, search.group.ownerIds),
      },
    };
  return requestMembership(turn, tenant, search.group, input, intent.ask);
}

/** What was said outside of the name counts unless the reading of the name brings its own. */
export function mergeInput(intent: JoinInput, reading: NameReading | undefined): JoinInput {
  const justification = reading?.justification ?? intent.justification;
  const duration = reading?.duration ?? intent.duration;
  return { ...(justification ? { justification } : {}), ...(duration ? { duration } : {}) };
}
