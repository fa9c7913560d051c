import { given } from '../given.js';
import type { Group } from '../groups/group.js';
import { keyOf } from '../keys.js';
import { toNameKey } from '../names.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import type { PersonId } from '../terms.js';
import type { Resource } from './resource.js';

/** A new resource, with the person who may attach it to groups. */
export function addResource(
  tenantId: string,
  wish: { readonly id: string; readonly name: string; readonly link?: string; readonly owner: Actor },
  actor: Actor,
  occasion: Occasion,
): Resource {
  const { id, name, link, owner } = wish;
  const resource = {
    key: keyOf(tenantId, id),
    tenantId,
    id,
    name,
    nameKey: toNameKey(name),
    description: '',
    ...given({ link: link || undefined }),
    groupIds: [],
    ownerIds: [owner.id],
  };
  return begin<Resource>(
    resource,
    [record({ kind: 'resourceAdded', actorId: actor.id, resourceId: id, subjectId: owner.id, after: name }, occasion)],
    occasion,
  );
}

/** Those of a resource's change who hear of it: its other owners, and those of the groups that open it. */
export function concernedBy(
  { ownerIds }: Pick<Resource, 'ownerIds'>,
  groups: readonly Group[],
  actor: Pick<Actor, 'id'>,
): ReadonlyMap<PersonId, Group | undefined> {
  const all = [
    ...groups.flatMap((group) => group.ownerIds.map((id) => [id, group] as const)),
    ...ownerIds.map((id) => [id, undefined] as const),
  ];
  return new Map(all.filter(([id]) => id !== actor.id));
}

/** A resource under another name, which is told to whom it concerns. */
export function renameResource(
  resource: Resource,
  name: string,
  groups: readonly Group[],
  actor: Actor,
  occasion: Occasion,
): Resource {
  const { id: resourceId, name: before } = resource;
  const event = record({ kind: 'resourceRenamed', actorId: actor.id, resourceId, before, after: name }, occasion);
  const told = [...concernedBy(resource, groups, actor)].map(([id, group]) =>
    tell(id, { code: 'resourceIsRenamed', resource: name, before, by: actor.name, ...given({ group: group?.name }) }, [
      actor.id,
    ]),
  );
  return more({ ...resource, name, nameKey: toNameKey(name) }, [event, ...told], occasion);
}

/** A resource that is removed: detached from every group, out of every list, and its name free for another. */
export function removeResource(
  resource: Resource,
  groups: readonly Group[],
  actor: Actor,
  occasion: Occasion,
): Resource {
  const { blocks: _, grants: __, ...rest } = resource;
  const { id: resourceId, name } = resource;
  const detached = resource.groupIds.map((groupId) =>
    record({ kind: 'resourceUngranted', actorId: actor.id, resourceId, groupId, after: name }, occasion),
  );
  const event = record({ kind: 'resourceRemoved', actorId: actor.id, resourceId, before: name }, occasion);
  const told = [...concernedBy(resource, groups, actor)].map(([id, group]) =>
    tell(
      id,
      { code: 'resourceIsGone', resource: name, before: name, by: actor.name, ...given({ group: group?.name }) },
      [actor.id],
    ),
  );
  const gone = { ...rest, nameKey: '', groupIds: [], ownerIds: [], deletedAt: occasion.now };
  return more(gone, [...detached, event, ...told], occasion);
}

/** A resource that one more group opens, or one less; the group's owners are told (F70). */
export function changeGrant(resource: Resource, group: Group, is: boolean, actor: Actor, occasion: Occasion): Resource {
  const groupIds = is
    ? [...new Set([...resource.groupIds, group.id])]
    : resource.groupIds.filter((id) => id !== group.id);
  const others = (resource.grants ?? []).filter(({ groupId }) => groupId !== group.id);
  const grants = is ? [...others, { groupId: group.id, by: actor.id, at: occasion.now }] : others;
  const event = record(
    {
      kind: is ? 'resourceGranted' : 'resourceUngranted',
      actorId: actor.id,
      resourceId: resource.id,
      groupId: group.id,
      after: resource.name,
    },
    occasion,
  );
  const told = group.ownerIds
    .filter((id) => id !== actor.id)
    .map((id) =>
      tell(
        id,
        {
          code: is ? 'grantTold' : 'ungrantTold',
          resource: resource.name,
          group: group.name,
          groupId: group.id,
          by: actor.name,
        },
        [actor.id],
      ),
    );
  return more({ ...resource, groupIds, grants }, [event, ...told], occasion);
}

/** A resource with one person's access blocked, or free again; they and the owners of the groups concerned are told (S42, Q11). */
export function changeBlock(
  resource: Resource,
  person: Actor,
  block: { readonly is: boolean; readonly reason?: string; readonly groups: readonly Group[] },
  actor: Actor,
  occasion: Occasion,
): Resource {
  const { is, reason, groups } = block;
  const others = (resource.blocks ?? []).filter(({ personId }) => personId !== person.id);
  const why = reason ? { reason } : {};
  const blocks = is ? [...others, { personId: person.id, by: actor.id, at: occasion.now, ...why }] : others;
  const owners = new Map<PersonId, Group>(groups.flatMap((group) => group.ownerIds.map((id) => [id, group] as const)));
  const tasks: NewEffect[] = [
    record(
      {
        kind: is ? 'accessBlocked' : 'accessUnblocked',
        actorId: actor.id,
        resourceId: resource.id,
        subjectId: person.id,
        ...why,
      },
      occasion,
    ),
    ...(person.id === actor.id
      ? []
      : [
          tell(
            person.id,
            { code: is ? 'youWereBlocked' : 'youWereUnblocked', resource: resource.name, by: actor.name, ...why },
            [actor.id],
          ),
        ]),
    ...(is
      ? [...owners]
          .filter(([id]) => id !== actor.id && id !== person.id)
          .map(([id, group]) =>
            tell(
              id,
              {
                code: 'memberBlocked',
                resource: resource.name,
                group: group.name,
                groupId: group.id,
                person: person.name,
                by: actor.name,
              },
              [actor.id],
            ),
          )
      : []),
  ];
  return more({ ...resource, blocks }, tasks, occasion);
}

/** Whether an administrator has taken a person's access to a resource away. */
export function isBlocked(resource: Pick<Resource, 'blocks'>, personId: PersonId): boolean {
  return (resource.blocks ?? []).some((block) => block.personId === personId);
}

function more(resource: Resource, tasks: readonly NewEffect[], occasion: Occasion): Resource {
  return revise<Resource>(resource, [...resource.effects, ...toEffects(tasks, occasion)], occasion);
}
