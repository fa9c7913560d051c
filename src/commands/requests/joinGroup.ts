import { findGroup } from '../reads/findGroup.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { mergeInput, offerToJoin, requestMembership } from './requestMembership.js';
import type { Answer, Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import type { IntentOf } from '../../intents/intent.js';

/** "join Marketing because … for 30 days" (F2, F5, F6, F8, F10, F12). */
export async function joinGroup(intent: IntentOf<'joinGroup'>, turn: Turn): Promise<Answer> {
  const tenant = await loadTenant(turn.store, turn);
  const search = await findGroup(turn, tenant, intent.target);
  if (search.found === 'none') {
    // People ask to join what the group opens, too: "join Salesforce".
    return intent.target.by === 'name'
      ? { instead: { kind: 'findAccess', readings: intent.target.readings, ask: true } }
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
  return requestMembership(turn, tenant, search.group, input, {
    ...given({ ask: intent.ask }),
    isInstead: intent.confirmed === true,
  });
}
