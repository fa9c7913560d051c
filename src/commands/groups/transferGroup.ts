import { viewPerson } from '../reads/people.js';
import { actorOf, refused, resolvePerson } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { isMember, personCarry, withGroup } from '../reads/withGroup.js';
import { decideAssignManagers, decideAssignOwner } from '../../domain/groups/decideManage.js';
import { transferGroup as applyTransfer } from '../../domain/groups/groupOwners.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "transfer Marketing to @Bo": the group gets another owner in one's own place. */
export async function transferGroup(intent: IntentOf<'transferGroup'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, intent.target, 'transferGroup', personCarry(intent.person), async (facts) => {
    const { group } = facts;
    const allowed = decideAssignManagers(facts);
    if (!allowed.allowed) return refused(allowed.refusal);
    const found = await resolvePerson(turn, intent.person, { verb: 'transferGroup', carry: { groupId: group.id } });
    if (!found.ok) return found.answer;
    const person = found.value;
    if (group.ownerIds.includes(person.id)) return refused({ code: 'nothing_to_change', what: person.name });
    // It makes an owner, so setting E is asked as for any other.
    const verdict = decideAssignOwner(facts, {
      view: viewPerson(person, person.id),
      isMember: await isMember(turn, group, person.id),
    });
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!intent.confirmed)
      return {
        kind: 'confirmNeeded',
        question: {
          code: 'transferGroup',
          group: group.name,
          groupId: group.id,
          person: viewPerson(person, person.id),
        },
      };
    return {
      proof: verdict.proof,
      document: applyTransfer(group, person, actorOf(turn), occasionOf(turn)),
      outcome: {
        kind: 'newsTold',
        notice: { code: 'groupTransferred', group: group.name, groupId: group.id, person: person.name },
      },
    };
  });
}
