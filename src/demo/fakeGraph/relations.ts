import { referredId, refuseReadOnly, seenGroup, type World } from './groups.js';
import { badRequest, denied, needsEventual, notFound } from './problem.js';
import { filter, isEventual, page, select, type Answer, type Call } from './query.js';
import type { FakeGroup, Relation } from './state.js';

/** A group has at most so many owners. */
const mostOwners = 100;

/** GET /groups/{id}/members, /owners and /transitiveMembers, each also cast to `microsoft.graph.user`. */
export function listRelated(world: World, call: Call): Answer {
  const [, groupId = '', what = '', cast] = call.path;
  const group = seenGroup(world, groupId);
  if (call.query.has('$filter') && !isEventual(call)) throw needsEventual();
  const at = world.state.now() - world.lagMs();
  const ids =
    what === 'transitiveMembers'
      ? [...world.state.transitiveAt(groupId, at)]
      : world.state.tiedAt(what as Relation, groupId, at);
  // Owners of what Exchange or another directory masters are not shown here.
  const isShown = what !== 'owners' || !isMasteredElsewhere(group);
  const objects = (isShown ? ids : []).flatMap((id) => describe(world, id, cast === 'microsoft.graph.user'));
  const found = filter(objects, call).map((object) => select(object, call.query));
  return page(found, call, 100);
}

function describe({ state }: World, id: string, usersOnly: boolean): object[] {
  const user = state.users.get(id);
  if (user) return [{ '@odata.type': '#microsoft.graph.user', ...user }];
  const group = state.groups.get(id);
  return group && !usersOnly ? [{ '@odata.type': '#microsoft.graph.group', ...group }] : [];
}

function isMasteredElsewhere(group: FakeGroup): boolean {
  return group.onPremisesSyncEnabled === true || (group.mailEnabled && !group.groupTypes.includes('Unified'));
}

/** POST /groups/{id}/members/$ref and /owners/$ref. */
export function addRelated(world: World, { path, body }: Call): Answer {
  const [, groupId = '', what] = path;
  const relation = what as Relation;
  const group = writableGroup(world, groupId, relation);
  const id = referredId((body as { readonly '@odata.id'?: string } | undefined)?.['@odata.id']);
  const { state } = world;
  const isGroup = state.groups.has(id);
  if (!state.users.has(id) && !isGroup) throw notFound(id);
  if (isGroup && (relation === 'owners' || group.groupTypes.includes('Unified')))
    throw badRequest(`The group cannot be added to '${relation}': this kind of group holds users only.`);
  if (state.isTied(relation, groupId, id))
    throw badRequest(
      `One or more added object references already exist for the following modified properties: '${relation}'.`,
    );
  if (relation === 'owners' && state.tiedAt('owners', groupId, state.now()).length >= mostOwners)
    throw badRequest(`The limit of ${mostOwners} owners per group has been reached.`);
  state.tie(relation, groupId, id);
  return { status: 204 };
}

/** DELETE /groups/{id}/members/{id}/$ref and /owners/{id}/$ref. */
export function cutRelated(world: World, { path }: Call): Answer {
  const [, groupId = '', what, id = ''] = path;
  const relation = what as Relation;
  writableGroup(world, groupId, relation);
  const { state } = world;
  if (!state.isTied(relation, groupId, id)) throw notFound(id);
  const isLast = relation === 'owners' && state.tiedAt('owners', groupId, state.now()).length === 1;
  if (isLast) throw badRequest('The group must have at least one owner, hence this owner cannot be removed.');
  state.cut(relation, groupId, id);
  return { status: 204 };
}

/** DELETE /groups/{id}/members/{id} without `/$ref`: it deletes the person, as the documentation warns. */
export function deletePerson({ state }: World, { path }: Call): Answer {
  const id = path[3] ?? '';
  if (!state.users.has(id)) throw notFound(id);
  state.deleteUser(id);
  return { status: 204 };
}

/** POST /directoryObjects/{id}/checkMemberGroups: also through groups in groups. */
export function checkMemberGroups({ state, lagMs }: World, { path, body }: Call): Answer {
  const { groupIds = [] } = (body ?? {}) as { readonly groupIds?: readonly string[] };
  if (groupIds.length > 20) throw badRequest('The number of group ids exceeds the limit of 20.');
  const id = path[1] ?? '';
  const at = state.now() - lagMs();
  return { status: 200, body: { value: groupIds.filter((groupId) => state.transitiveAt(groupId, at).has(id)) } };
}

function writableGroup(world: World, groupId: string, relation: Relation): FakeGroup {
  const group = seenGroup(world, groupId);
  refuseReadOnly(group);
  if (relation === 'members' && group.groupTypes.includes('DynamicMembership')) throw denied();
  return group;
}
