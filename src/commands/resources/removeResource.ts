import { change } from '../change.js';
import { keepVisible } from '../reads/findGroup.js';
import { viewPeople } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolveResource } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import type { Outcome } from '../../domain/outcome.js';
import { tellsAny } from '../../domain/ownDeed.js';
import { decideRemoveResource, isThere } from '../../domain/resources/decideResource.js';
import type { Resource } from '../../domain/resources/resource.js';
import { concernedBy, removeResource as removed } from '../../domain/resources/resourceChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** "remove resource Salesforce": by its owner or an administrator, after a question that says who loses it. */
export async function removeResource(intent: IntentOf<'removeResource'>, turn: Turn): Promise<Outcome> {
  const closed = findClosedDoor(await loadActorFacts(turn));
  if (closed) return refused(closed);
  const found = await resolveResource(turn, intent.resource, { verb: 'removeResource', carry: {} });
  if (!found.ok) return found.answer;
  return change(turn, { collection: 'resources', id: found.value.id }, async (current) => {
    if (!isThere(current)) return refused({ code: 'resource_not_found', typed: found.value.name });
    const facts = await loadActorFacts(turn);
    const verdict = decideRemoveResource(facts, current, await viewPeople(turn.store, current.ownerIds));
    if (!verdict.allowed) return refused(verdict.refusal);
    const { name: resource, id: resourceId, blocks = [] } = current;
    const groups = await turn.store.read('groups').getMany(current.groupIds);
    const told = tellsAny([...concernedBy(current, groups, turn.actor).keys()], turn.actor);
    if (!intent.confirmed) {
      const members = await countMembers(turn, current);
      const shown = (await visibleTo(turn, current, groups)).map(({ name }) => name);
      const question = { code: 'removeResource', resource, resourceId, groups: shown, members } as const;
      return { kind: 'confirmNeeded', question: { ...question, blocks: blocks.length, ...told } };
    }
    return {
      proof: verdict.proof,
      document: removed(current, groups, actorOf(turn), occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: 'resourceRemoved', resource, ...told } },
    };
  });
}

function countMembers({ store }: Turn, { groupIds }: Resource): Promise<number> {
  return groupIds.length === 0
    ? Promise.resolve(0)
    : store.read('memberships').count({ groupId: { in: groupIds }, status: 'active' });
}

/** Whoever granted something sees where, whatever the group's side does (S43); administrators see what they may. */
async function visibleTo(turn: Turn, { ownerIds }: Resource, groups: readonly Group[]): Promise<readonly Group[]> {
  const there = groups.filter(({ deletedAt }) => deletedAt === undefined);
  const { tenant } = await loadActorFacts(turn);
  return ownerIds.includes(turn.actor.id) ? there : keepVisible(turn, tenant, there);
}
