import { claimsOf, countSettled, findConfusable, isRisky, readField } from './groupFields.js';
import { actorOf, refused } from '../reads/resolve.js';
import { withGroup } from '../reads/withGroup.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideEditGroup } from '../../domain/groups/decideManage.js';
import { changeGroup as changed } from '../../domain/groups/groupChanges.js';
import { given } from '../../domain/given.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "make Marketing open", "rename Marketing to Brand": one thing about a group (S3, S60, S68, Q8, F32). */
export async function changeGroup(intent: IntentOf<'changeGroup'>, turn: Turn): Promise<Outcome> {
  const { field, value, confirmed } = intent;
  return withGroup(turn, intent.target, 'changeGroup', { setting: field, value }, async (facts) => {
    const verdict = decideEditGroup(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group } = facts;
    const change = await readField(turn, group, field, value, facts);
    if ('code' in change) return refused(change);
    const { before, after } = change;
    if (before === after) return refused({ code: 'nothing_to_change', what: group.name });
    const waiting = await countSettled(turn, group, [change]);
    const detail = { groupId: group.id, field, before, after, waiting };
    if (!confirmed && isRisky(change, waiting, facts)) {
      const lookalike = await findConfusable(turn, group, [change], facts);
      const question = { code: 'changeGroup', group: group.name, ...detail, ...given({ lookalike }) } as const;
      return { kind: 'confirmNeeded', question };
    }
    const name = field === 'name' ? after : group.name;
    return {
      proof: verdict.proof,
      document: changed(group, [change], actorOf(turn), occasionOf(turn)),
      claims: claimsOf([change]),
      outcome: { kind: 'newsTold', notice: { code: 'groupChanged', group: name, ...detail } },
    };
  });
}
