import { change } from '../change.js';
import { viewPerson } from '../reads/people.js';
import { readNamed } from '../reads/names.js';
import {
  actorOf,
  loadActorFacts,
  loadGroupFacts,
  refused,
  resolveGroup,
  resolvePerson,
  typedPerson,
} from '../reads/resolve.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { personCarry } from '../reads/withGroup.js';
import { standInNames } from '../reads/standInNames.js';
import { given } from '../../domain/given.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import { membershipId } from '../../domain/keys.js';
import { endMembership, removeManager } from '../../domain/members/membershipChanges.js';
import type { Outcome } from '../../domain/outcome.js';
import { ownDeed } from '../../domain/ownDeed.js';
import { tell } from '../../domain/organisation/tenantChanges.js';
import type { Person } from '../../domain/organisation/person.js';
import type { IntentOf } from '../../intents/intent.js';

/** "remove @Ana from Marketing": after a question that says what they lose (S39, S40, S61). */
export async function removeMember(intent: IntentOf<'removeMember'>, turn: Turn): Promise<Answer> {
  const facts = await loadActorFacts(turn);
  const reason = reasonOf(intent);
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
      ? refused({
          code: 'last_owner',
          group: group.name,
          ...given({ person: id === turn.actor.id ? undefined : name }),
        })
      : {
          instead: {
            kind: 'changeRole',
            target: { by: 'id', groupId: group.id },
            person: { by: 'id', personId: id },
            role: 'member',
          },
        };
  const target = { group, person: person.value, typed: name || typedPerson(intent.person) };
  return group.managerIds.includes(id) ? removeWithRole(turn, intent, target) : removePlain(turn, intent, target);
}

interface Removal {
  readonly group: Group;
  readonly person: Person;
  /** Their name, or what was typed for it. */
  readonly typed: string;
}

/** Takes out a member without a role. */
async function removePlain(turn: Turn, intent: IntentOf<'removeMember'>, removal: Removal): Promise<Outcome> {
  const { group, person, typed } = removal;
  const { id } = person;
  return change(turn, { collection: 'memberships', id: membershipId(group.id, id) }, async (current) => {
    const again = decideManageMembers(
      await loadGroupFacts(turn, await loadActorFacts(turn), (await turn.store.read('groups').get(group.id)) ?? group),
    );
    if (!again.allowed) return refused(again.refusal);
    if (current?.status !== 'active')
      return intent.confirmed && current?.endReason === 'removed'
        ? removed(removal, turn)
        : refused({ code: 'not_in_group', group: group.name, person: typed });
    if (!intent.confirmed) return askFirst(turn, intent, removal);
    const { name: by } = turn.actor;
    const told = tell(id, { code: 'youWereRemoved', group: group.name, by, ...reasonOf(intent) }, [turn.actor.id]);
    const document = endMembership(
      current,
      {
        reason: 'removed',
        actorId: turn.actor.id,
        ...given({ why: intent.justification || undefined }),
        tasks: id === turn.actor.id ? [] : [told],
      },
      occasionOf(turn),
    );
    return { proof: again.proof, document, outcome: removed(removal, turn) };
  });
}

/** Takes out somebody who manages the members: that ends with their place in the group (F41, S39). */
async function removeWithRole(turn: Turn, intent: IntentOf<'removeMember'>, removal: Removal): Promise<Outcome> {
  const { person } = removal;
  return change(turn, { collection: 'groups', id: removal.group.id }, async (current) => {
    const group = current ?? removal.group;
    const verdict = decideManageMembers(await loadGroupFacts(turn, await loadActorFacts(turn), group));
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!group.managerIds.includes(person.id)) return removePlain(turn, intent, removal);
    if (!intent.confirmed)
      return askFirst(turn, intent, removal, {
        isManager: true,
        ...(await standInNames(turn, person, group.id)),
      });
    const by = { actor: actorOf(turn), ...given({ why: intent.justification || undefined }) };
    return {
      proof: verdict.proof,
      document: removeManager(group, person, by, occasionOf(turn)),
      outcome: removed(removal, turn),
    };
  });
}

/** The question, with all that goes. */
async function askFirst(
  turn: Turn,
  intent: IntentOf<'removeMember'>,
  { group, person }: Removal,
  role: { readonly isManager?: true; readonly standIns?: readonly string[] } = {},
): Promise<Outcome> {
  const resources = await turn.store
    .read('resources')
    .find({ where: { groupIds: group.id }, sort: { field: 'nameKey', direction: 'asc' } });
  return {
    kind: 'confirmNeeded',
    question: {
      code: 'removeMember',
      group: group.name,
      groupId: group.id,
      person: viewPerson(person, person.id),
      losses: resources.map((resource) => resource.name),
      ...ownDeed(person.id, turn.actor),
      ...role,
      ...reasonOf(intent),
    },
  };
}

function removed({ group, person }: Removal, turn: Turn): Outcome {
  return {
    kind: 'newsTold',
    notice: {
      code: 'memberRemoved',
      group: group.name,
      groupId: group.id,
      person: person.name,
      ...ownDeed(person.id, turn.actor),
    },
  };
}

function reasonOf({ justification }: IntentOf<'removeMember'>): { readonly reason?: string } {
  return justification ? { reason: justification } : {};
}

/** "remove Salesforce from Marketing" is about what the group opens, and not about somebody in it. */
async function asResource(turn: Turn, { target, person }: IntentOf<'removeMember'>): Promise<Answer | undefined> {
  if (person.by !== 'name') return undefined;
  const [resource] = await readNamed(turn, 'resources', [person.name]);
  return (
    resource && { instead: { kind: 'changeGrant', resource: { by: 'id', resourceId: resource.id }, target, is: false } }
  );
}
