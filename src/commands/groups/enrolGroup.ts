import { loosestAllowed } from './groupInput.js';
import { loadActorFacts, refused, resolveGroup } from '../reads/resolve.js';
import type { Answer, Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { IntentOf } from '../../intents/intent.js';

/** "enrol Marketing": an administrator brings a group that came from elsewhere under self-service, with a rule that fits it (F63). */
export async function enrolGroup({ target, joinRule, confirmed }: IntentOf<'enrolGroup'>, turn: Turn): Promise<Answer> {
  const actor = await loadActorFacts(turn);
  const verdict = decideAdminister(actor);
  if (!verdict.allowed) return refused(verdict.refusal);
  const found = await resolveGroup(turn, actor.tenant, target, { verb: 'manageGroup', carry: {} });
  if (!found.ok) return found.answer;
  const group = found.value;
  const proposed = joinRule ?? loosestAllowed(actor, group.ownerIds.length > 0 ? 'ownerApproval' : 'ownersOnly');
  // Nobody could answer the requests.
  if (proposed === 'ownerApproval' && group.ownerIds.length === 0 && !group.unsupportedKind)
    return refused({ code: 'no_approver', group: group.name, admins: actor.admins });
  return {
    instead: {
      kind: 'changeGroup',
      target: { by: 'id', groupId: group.id },
      field: 'joinRule',
      value: proposed,
      ...given({ confirmed }),
    },
  };
}
