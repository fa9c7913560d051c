import { findLedGroups } from '../reads/ledGroups.js';
import { change } from '../change.js';
import { loadActorFacts, refused, resolveGroup, resolvePerson } from '../reads/resolve.js';
import { viewPeople } from '../reads/people.js';
import { occasionOf, type Turn } from '../turn.js';
import { carriedEnd, personCarry } from '../reads/withGroup.js';
import { decideDelegation, startDelegation } from '../../domain/delegations/delegation.js';
import type { Outcome } from '../../domain/outcome.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import { approverIdsOf, endOf } from '../../domain/groups/policy.js';
import type { IntentOf } from '../../intents/intent.js';

/** "delegate to @Bo until Friday": somebody else may decide in one's place, for a while (F45). */
export async function delegate(intent: IntentOf<'delegate'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const group =
    intent.target &&
    (await resolveGroup(turn, facts.tenant, intent.target, {
      verb: 'delegate',
      carry: { ...personCarry(intent.person), ...carriedEnd(intent.duration, turn.now) },
    }));
  if (group && !group.ok) return group.answer;
  const closed = findClosedDoor(facts, group?.value);
  if (closed) return refused(closed);
  // A stand-in decides what the absent person decides; who decides nothing has nothing to hand on.
  if (group && !approverIdsOf(group.value).includes(turn.actor.id))
    return refused({
      code: 'owners_and_admins_only',
      group: group.value.name,
      owners: await viewPeople(turn.store, group.value.ownerIds),
    });
  const found = await resolvePerson(turn, intent.person, {
    verb: 'delegate',
    carry: { ...(group ? { groupId: group.value.id } : {}), ...carriedEnd(intent.duration, turn.now) },
  });
  if (!found.ok) return found.answer;
  const duration = (group ? group.reading?.duration : undefined) ?? intent.duration;
  const until = duration && endOf(duration, turn.now);
  if (until !== undefined && until <= turn.now) return refused({ code: 'duration_in_the_past' });
  return change(turn, { collection: 'people', id: turn.actor.id }, async (current) => {
    const me = current ?? turn.actor;
    const decidesSomething = group !== undefined || (await findLedGroups(turn)).length > 0;
    const verdict = decideDelegation(me, found.value, { now: turn.now, decidesSomething });
    if (!verdict.allowed) return refused(verdict.refusal);
    const given = {
      ...(until === undefined ? {} : { until }),
      ...(group ? { group: { id: group.value.id, name: group.value.name } } : {}),
    };
    const told = { ...(until === undefined ? {} : { until }), ...(group ? { group: group.value.name } : {}) };
    return {
      proof: verdict.proof,
      document: startDelegation(me, found.value, given, occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: 'delegated', person: found.value.name, ...told } },
    };
  });
}
