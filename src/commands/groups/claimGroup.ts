import { adminIdsOf } from '../../domain/groups/policy.js';
import { actorOf, refused } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { isMember, withGroup } from '../reads/withGroup.js';
import { decideClaim } from '../../domain/groups/decideManage.js';
import { claimGroup as applyClaim } from '../../domain/groups/groupOwners.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "claim Marketing": a member offers to own a group that has no owner; an administrator decides (F44). */
export async function claimGroup({ target }: IntentOf<'claimGroup'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'claimGroup', {}, async (facts) => {
    const { group, tenant } = facts;
    const verdict = decideClaim(facts, { name: turn.actor.name, isMember: await isMember(turn, group, turn.actor.id) });
    if (!verdict.allowed) return refused(verdict.refusal);
    const { id, name } = turn.actor;
    const about = { group: group.name, groupId: group.id };
    const others = adminIdsOf(tenant).filter((one) => one !== id);
    // Where no other administrator is there to ask, the question is theirs.
    const outcome: Outcome = {
      kind: 'newsTold',
      notice:
        others.length > 0
          ? { code: 'claimSent', ...about }
          : { code: 'claimAsked', ...about, personId: id, person: name },
    };
    // A second click asks nobody twice.
    if (group.claimedBy === turn.actor.id) return outcome;
    return {
      proof: verdict.proof,
      document: applyClaim(group, others, actorOf(turn), occasionOf(turn)),
      outcome,
    };
  });
}
