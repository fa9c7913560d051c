import { change } from '../change.js';
import { viewPerson } from '../reads/people.js';
import { loadActorFacts, loadGroupFacts, refused, resolveGroup, resolvePerson, typedPerson } from '../reads/resolve.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { personCarry } from '../reads/withGroup.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import type { Membership } from '../../domain/members/membership.js';
import { endMembership } from '../../domain/members/membershipChanges.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import { tell } from '../../domain/organisation/tenantChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** "remove @Ana from Marketing": after a question that says what they lose (S39, S40, S61). */
export async function removeMember(intent: IntentOf<'removeMember'>, turn: Turn): Promise<Answer> {
  const facts = await loadActorFacts(turn);
  const reason = intent.justification ? { reason: intent.justification } : {};
  const found = await resolveGroup(turn, facts.tenant, intent.target, {
    verb: 'removeMember',
    carry: { ...personCarry(intent.person), ...reason },
  });
  if (!found.ok) return found.answer;
  const verdict = decideManageMembers(await loadGroupFacts(turn, facts, found.value));
  if (!verdict.allowed) return refused(verdict.refusal);
  const person = await resolvePerson(turn, intent.person, {
    verb: 'removeMember',
    carry: { groupId: found.value.id, ...reason },
  });
  if (!person.ok) return (await asResource(turn, intent)) ?? person.answer;
  const group = found.value;
  const { id, name } = person.value;
  // Owners leave, or are made members first: taking somebody's group away is another thing.
  if (group.ownerIds.includes(id))
    return group.ownerIds.length === 1
      ? refused({ code: 'last_owner', group: group.name })
      : {
          instead: {
            kind: 'changeRole',
            target: { by: 'id', groupId: group.id },
            person: { by: 'id', personId: id },
            role: 'member',
          },
        };
  return change(turn, { collection: 'memberships', id: `${group.id}/${id}` }, async (current) => {
    const again = decideManageMembers(
      await loadGroupFacts(turn, await loadActorFacts(turn), (await turn.store.read('groups').get(group.id)) ?? group),
    );
    if (!again.allowed) return refused(again.refusal);
    const done: Outcome = {
      kind: 'newsTold',
      notice: { code: 'memberRemoved', group: group.name, groupId: group.id, person: name },
    };
    if (current?.status !== 'active')
      return intent.confirmed && current?.endReason === 'removed'
        ? done
        : refused({ code: 'not_in_group', group: group.name, person: name || typedPerson(intent.person) });
    const resources = await turn.store
      .read('resources')
      .find({ where: { groupIds: group.id }, sort: { field: 'nameKey', direction: 'asc' } });
    if (!intent.confirmed)
      return {
        kind: 'confirmNeeded',
        question: {
          code: 'removeMember',
          group: group.name,
          groupId: group.id,
          person: viewPerson(person.value, id),
          losses: resources.map((resource) => resource.name),
          ...reason,
        },
      };
    const told =
      id === turn.actor.id
        ? []
        : [tell(id, { code: 'youWereRemoved', group: group.name, by: turn.actor.name, ...reason }, [turn.actor.id])];
    const document: Membership = endMembership(
      current,
      {
        reason: 'removed',
        actorId: turn.actor.id,
        ...(intent.justification ? { why: intent.justification } : {}),
        tasks: told,
      },
      occasionOf(turn),
    );
    return { proof: again.proof, document, outcome: done };
  });
}

/** "remove Salesforce from Marketing" is about what the group opens, and not about somebody in it. */
async function asResource(turn: Turn, { target, person }: IntentOf<'removeMember'>): Promise<Answer | undefined> {
  if (person.by !== 'name') return undefined;
  const [resource] = await turn.store.read('resources').find({ where: { nameKey: toNameKey(person.name) }, limit: 1 });
  return (
    resource && { instead: { kind: 'changeGrant', resource: { by: 'id', resourceId: resource.id }, target, is: false } }
  );
}
