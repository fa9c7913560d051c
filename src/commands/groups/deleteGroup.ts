import { actorOf, refused } from '../reads/resolve.js';
import { endPlaces } from '../letIn.js';
import { occasionOf, type Turn } from '../turn.js';
import { viewGroup } from '../reads/groupViews.js';
import { withGroup } from '../reads/withGroup.js';
import { decideEditGroup } from '../../domain/groups/decideManage.js';
import { deleteGroup as applyDeletion } from '../../domain/groups/groupChanges.js';
import type { Group } from '../../domain/groups/group.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "delete Marketing": what would be lost first; then nobody finds it any more. */
export async function deleteGroup(intent: IntentOf<'deleteGroup'>, turn: Turn): Promise<Outcome> {
  let deleted: Group | undefined;
  const answer = await withGroup(turn, intent.target, 'deleteGroup', {}, async (facts) => {
    const verdict = decideEditGroup(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group } = facts;
    const [members, waiting, view] = await Promise.all([
      turn.store.read('memberships').count({ groupId: group.id, status: 'active' }),
      turn.store.read('requests').count({ groupId: group.id, status: 'pending' }),
      viewGroup(turn.store, group),
    ]);
    if (!intent.confirmed)
      return {
        kind: 'confirmNeeded',
        question: {
          code: 'deleteGroup',
          group: group.name,
          groupId: group.id,
          members,
          waiting,
          unlocks: view.unlocks.map(({ name }) => name),
          ...(group.directory?.state === 'ready' ? { isInEntra: true } : {}),
        },
      };
    deleted = group;
    return {
      proof: verdict.proof,
      document: applyDeletion(group, actorOf(turn), occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: 'groupDeleted', group: group.name, members } },
    };
  });
  if (deleted && answer.kind === 'newsTold') await endPlaces(turn, deleted);
  return answer;
}
