import { viewPeople } from '../reads/people.js';
import { refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { viewGroup } from '../reads/groupViews.js';
import { withGroup } from '../reads/withGroup.js';
import { given } from '../../domain/given.js';
import { allowedJoinRules, decideEditGroup } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "manage Marketing": what can be changed about it, with the buttons that do it (S3). */
export async function manageGroup({ target }: IntentOf<'manageGroup'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'manageGroup', {}, async (facts) => {
    const verdict = decideEditGroup(facts);
    // Whoever manages the members may still see where they stand.
    if (!verdict.allowed && verdict.refusal.code !== 'editing_switched_off') return refused(verdict.refusal);
    const { group } = facts;
    const [members, waiting, view] = await Promise.all([
      turn.store.read('memberships').count({ groupId: group.id, status: 'active' }),
      turn.store.read('requests').count({ groupId: group.id, status: 'pending' }),
      viewGroup(turn.store, group),
    ]);
    const { maxDurationDays } = group;
    return {
      kind: 'groupManaged',
      group: view,
      isListed: group.isListed,
      justification: group.justification,
      ...given({ maxDurationDays, hasPicker: turn.hasPicker }),
      joinRules: verdict.allowed ? allowedJoinRules(facts.tenant) : [],
      members,
      waiting,
      asked: group.askedIds ? (await viewPeople(turn.store, group.askedIds)).map(({ name }) => name) : [],
    };
  });
}
