import { viewPerson } from '../reads/people.js';
import { actorOf, refused, resolvePerson } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { isMember, personCarry, withGroup } from '../reads/withGroup.js';
import { decideAssignManagers, decideAssignOwner } from '../../domain/groups/decideManage.js';
import { changeRole as applyRole, roleIn } from '../../domain/groups/groupOwners.js';
import { standInNames } from '../reads/standInNames.js';
import { given } from '../../domain/given.js';
import { ownDeed } from '../../domain/ownDeed.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "make @Bo owner of Marketing", "… membership manager …", "owners remove @Bo" (S8, S72–S75, F40–F43). */
export async function changeRole(intent: IntentOf<'changeRole'>, turn: Turn): Promise<Outcome> {
  const { role } = intent;
  return withGroup(turn, intent.target, 'changeRole', { ...personCarry(intent.person), value: role }, async (facts) => {
    const { group } = facts;
    const allowed = decideAssignManagers(facts);
    if (!allowed.allowed) return refused(allowed.refusal);
    const found = await resolvePerson(turn, intent.person, {
      verb: 'changeRole',
      carry: { groupId: group.id, value: role },
    });
    if (!found.ok) return found.answer;
    const person = found.value;
    const before = roleIn(group, person.id);
    if (before === role)
      return refused(
        role === 'member'
          ? { code: 'not_in_group', group: group.name, person: person.name }
          : { code: 'nothing_to_change', what: person.name },
      );
    const view = viewPerson(person, person.id);
    const verdict =
      role === 'owner' ? decideAssignOwner(facts, { view, isMember: await isMember(turn, group, person.id) }) : allowed;
    if (!verdict.allowed) return refused(verdict.refusal);
    if (before === 'owner' && group.ownerIds.length === 1)
      return refused({
        code: 'last_owner',
        group: group.name,
        ...given({ person: person.id === turn.actor.id ? undefined : person.name }),
      });
    const standIns = role === 'member' ? await standInNames(turn, person, group.id) : {};
    if (!intent.confirmed)
      return {
        kind: 'confirmNeeded',
        question: { code: 'changeRole', group: group.name, groupId: group.id, person: view, role, before, ...standIns },
      };
    return {
      proof: verdict.proof,
      document: applyRole(group, person, role, actorOf(turn), occasionOf(turn)),
      outcome: {
        kind: 'newsTold',
        notice: {
          code: 'roleChanged',
          group: group.name,
          groupId: group.id,
          person: person.name,
          role,
          before,
          ...ownDeed(person.id, turn.actor),
        },
      },
    };
  });
}
