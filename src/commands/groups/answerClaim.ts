import { actorOf, refused, resolvePerson } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { isMember, withGroup } from '../reads/withGroup.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { settleClaim } from '../../domain/groups/groupOwners.js';
import type { Outcome } from '../../domain/outcome.js';
import { ownDeed } from '../../domain/ownDeed.js';
import type { IntentOf } from '../../intents/intent.js';

/** An administrator's answer to a claim. */
export async function answerClaim({ target, person, accepted }: IntentOf<'answerClaim'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'claimGroup', {}, async (facts) => {
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group, owners } = facts;
    const found = await resolvePerson(turn, person, { verb: 'claimGroup', carry: { groupId: group.id } });
    if (!found.ok) return found.answer;
    if (owners.length > 0 || group.claimedBy !== found.value.id)
      return refused({ code: 'not_ownerless', group: group.name, owners });
    if (accepted && !(await isMember(turn, group, found.value.id)))
      return refused({ code: 'not_yet_member', group: group.name, person: found.value.name });
    const outcome: Outcome = {
      kind: 'newsTold',
      notice: {
        code: 'claimSettled',
        group: group.name,
        groupId: group.id,
        person: found.value.name,
        accepted,
        by: turn.actor.name,
        ...ownDeed(found.value.id, turn.actor),
      },
    };
    return {
      proof: verdict.proof,
      document: settleClaim(group, found.value, accepted, actorOf(turn), occasionOf(turn)),
      outcome,
    };
  });
}
