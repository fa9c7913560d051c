import { change } from '../change.js';
import { findGroup } from '../reads/findGroup.js';
import { findPerson } from '../reads/findPerson.js';
import { viewPeople } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolveGroup, resolveResource } from '../reads/resolve.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { findClosedDoor, type ActorFacts } from '../../domain/groups/decideManage.js';
import { decideGrant, isThere } from '../../domain/resources/decideResource.js';
import { changeGrant as applyGrant } from '../../domain/resources/resourceChanges.js';
import type { Group } from '../../domain/groups/group.js';
import { toNameKey } from '../../domain/names.js';
import { tellsAny } from '../../domain/ownDeed.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { GroupTarget } from '../../intents/targets.js';
import type { IntentOf } from '../../intents/intent.js';
import type { PersonTarget } from '../../intents/parsePerson.js';

/** "grant Salesforce to Sales EMEA": by the resource's own owner or an administrator, for each resource by itself (S30, S36, S43, S44, S47, S48, F70). */
export async function changeGrant(intent: IntentOf<'changeGrant'>, turn: Turn): Promise<Answer> {
  const { is } = intent;
  const facts = await loadActorFacts(turn);
  const value = is ? 'yes' : 'no';
  const stranger = intent.person && (await forPerson(turn, facts, intent.person, intent));
  if (stranger) return stranger;
  const found = await resolveResource(turn, intent.resource, {
    verb: 'changeGrant',
    carry: {
      value,
      ...(intent.target.by === 'id'
        ? { groupId: intent.target.groupId }
        : { words: intent.target.readings[0]?.name ?? '' }),
    },
  });
  if (!found.ok) return found.answer;
  const granted = is ? undefined : await findGranted(turn, found.value, intent.target);
  const group = granted
    ? { ok: true as const, value: granted }
    : await resolveGroup(turn, facts.tenant, intent.target, {
        verb: 'changeGrant',
        carry: { value, resourceId: found.value.id },
      });
  if (!group.ok) return group.answer;
  // What was given can be taken back, whatever has become of the group (S43, F70).
  const closed = findClosedDoor(facts, is ? group.value : undefined);
  if (closed) return refused(closed);
  return change(turn, { collection: 'resources', id: found.value.id }, async (current) => {
    if (!isThere(current)) return refused({ code: 'resource_not_found', typed: found.value.name });
    const verdict = decideGrant(await loadActorFacts(turn), current, await viewPeople(turn.store, current.ownerIds));
    if (!verdict.allowed) return refused(verdict.refusal);
    if (current.groupIds.includes(group.value.id) === is)
      return refused({ code: 'nothing_to_change', what: current.name });
    const members = await turn.store.read('memberships').count({ groupId: group.value.id, status: 'active' });
    const about = { resource: current.name, group: group.value.name, groupId: group.value.id, members };
    if (!intent.confirmed) {
      const tells = tellsAny(group.value.ownerIds, turn.actor);
      return {
        kind: 'confirmNeeded',
        question: { code: 'changeGrant', resourceId: current.id, is, ...about, ...tells },
      };
    }
    return {
      proof: verdict.proof,
      document: applyGrant(current, group.value, is, actorOf(turn), occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: is ? 'granted' : 'ungranted', ...about } },
    };
  });
}

/** A group to which somebody's own resource was granted, whether they may see it or not: what they gave they can take back (S43, F70). */
async function findGranted(turn: Turn, resource: Resource, target: GroupTarget): Promise<Group | undefined> {
  if (!resource.ownerIds.includes(turn.actor.id)) return undefined;
  const groups = await turn.store.read('groups').getMany(resource.groupIds);
  const names = target.by === 'name' ? target.readings.map(({ name }) => toNameKey(name)) : [];
  const fitting = groups.filter(({ id, nameKey, deletedAt }) =>
    deletedAt !== undefined ? false : target.by === 'id' ? id === target.groupId : names.includes(nameKey),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "give Bo Berg access to …": people get in by groups, so they are added to the one that was named, or to one that opens what was. */
async function forPerson(
  turn: Turn,
  { tenant }: ActorFacts,
  person: PersonTarget,
  { resource, target }: IntentOf<'changeGrant'>,
): Promise<Answer | undefined> {
  if ((await findGroup(turn, tenant, target)).found === 'one') return undefined;
  const search = await findPerson(turn, person);
  if (search.found !== 'one' || resource.by !== 'name') return undefined;
  const group = { by: 'name', readings: [{ name: resource.name }] } as const;
  if ((await findGroup(turn, tenant, group)).found === 'one')
    return { instead: { kind: 'addMembers', target: group, people: [person] } };
  const found = await resolveResource(turn, resource, { verb: 'explainAccess', carry: {} });
  if (!found.ok) return undefined;
  const openers = (await turn.store.read('groups').getMany(found.value.groupIds)).filter(
    ({ isListed, deletedAt }) => isListed && deletedAt === undefined,
  );
  return {
    kind: 'notUnderstood',
    remark: false,
    suggestions: openers
      .slice(0, 3)
      .map(({ name }) => ({ command: 'addToOpener', name, person: search.person.name, resource: found.value.name })),
  };
}
