import { findGroup } from '../reads/findGroup.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { viewRows } from '../reads/standing.js';
import type { Answer, Turn } from '../turn.js';
import { viewGroups } from '../reads/groupViews.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import { effectivePolicy } from '../../domain/groups/policy.js';
import type { IntentOf } from '../../intents/intent.js';
import type { GroupRow } from '../../domain/views.js';

/** "group Marketing": what it is, its rule and owners, what it unlocks, and whether and why one can or cannot join. */
export async function showGroup(intent: IntentOf<'showGroup'>, turn: Turn): Promise<Answer> {
  const tenant = await loadTenant(turn.store, turn);
  const search = await findGroup(turn, tenant, intent.target);
  if (search.found === 'none') {
    // "do I have access to Salesforce?" names what a group opens; the answer only shows.
    return intent.target.by === 'name'
      ? { instead: { kind: 'findAccess', readings: intent.target.readings, ask: true } }
      : { kind: 'refused', refusal: { code: 'group_not_found', typed: search.typed } };
  }
  if (search.found === 'several')
    return {
      kind: 'groupPickNeeded',
      purpose: 'showGroup',
      typed: search.reading.name,
      candidates: await viewGroups(turn.store, search.groups),
    };
  const { group } = search;
  const [[row], owners] = await Promise.all([viewRows(turn, tenant, [group]), viewPeople(turn.store, group.ownerIds)]);
  const { maxDurationDays, justification } = effectivePolicy(group, tenant);
  return {
    kind: 'groupShown',
    ...(row as GroupRow),
    owners,
    ...given({ maxDurationDays }),
    justificationRule: justification,
    ...(turn.directory.kind === 'ledger' ? {} : { place: placeOf(group) }),
  };
}

/** Where memberships of a group take effect. */
function placeOf({ directoryId, directory }: Group): 'entra' | 'here' | 'creating' {
  if (directory?.state === 'creating') return 'creating';
  return directoryId === undefined ? 'here' : 'entra';
}
