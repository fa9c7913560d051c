import { badRequest, denied, notFound, Problem } from './problem.js';
import { filter, page, select, type Answer, type Call } from './query.js';
import { restorableMs, type DirectoryState, type FakeGroup } from './state.js';

/** How the organisation's own rules refuse new groups. */
export interface GroupRules {
  /** A naming policy's prefix for Microsoft 365 groups. */
  prefix?: string;
  blockedWords: string[];
  /** So many groups at most. */
  quota: number;
}

/** What the handlers need. */
export interface World {
  readonly state: DirectoryState;
  readonly rules: GroupRules;
  /** For how long reads show what was before, in milliseconds. */
  readonly lagMs: () => number;
}

interface NewGroup extends Partial<FakeGroup> {
  readonly 'owners@odata.bind'?: readonly string[];
  readonly 'members@odata.bind'?: readonly string[];
}

/** The group, where it can be seen already and still. */
export function seenGroup({ state, lagMs }: World, id: string): FakeGroup {
  const group = state.groups.get(id);
  const isNew = group && Date.parse(group.createdDateTime) > state.now() - lagMs();
  if (!group || group.deletedDateTime || isNew) throw notFound(id);
  return group;
}

/** GET /groups, GET /groups/{id}. */
export function readGroups(world: World, call: Call): Answer {
  const id = call.path[1];
  if (id !== undefined) return { status: 200, body: select(seenGroup(world, id), call.query) };
  const groups = [...world.state.groups.values()].filter(({ deletedDateTime }) => !deletedDateTime);
  return page(
    filter(groups, call).map((group) => select(group, call.query)),
    call,
    100,
  );
}

/** POST /groups. */
export function createGroup({ state, rules }: World, { body, path, origin }: Call): Answer {
  const wish = (body ?? {}) as NewGroup;
  for (const field of ['displayName', 'mailEnabled', 'mailNickname', 'securityEnabled'] as const)
    if (wish[field] === undefined) throw badRequest(`A value is required for property '${field}' of resource 'Group'.`);
  const isUnified = wish.groupTypes?.includes('Unified') === true;
  if (wish.mailEnabled && !isUnified)
    throw badRequest(
      'The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.',
    );
  if (/[@()\\[\]";:<>, ]/.test(wish.mailNickname ?? ''))
    throw badRequest("Invalid value specified for property 'mailNickname' of resource 'Group'.");
  checkName(rules, wish, isUnified);
  if (state.groups.size >= rules.quota)
    throw new Problem(
      403,
      'Directory_QuotaExceeded',
      'The directory object quota limit for the Tenant has been exceeded.',
    );
  const isTaken = [...state.groups.values()].some(
    (group) => group.mailEnabled && group.mailNickname === wish.mailNickname,
  );
  if (isUnified && isTaken)
    throw new Problem(
      400,
      'Request_BadRequest',
      'Another object with the same value for property mailNickname already exists.',
      {},
      [
        {
          code: 'ObjectConflict',
          target: 'mailNickname',
          message: 'Another object with the same value for property mailNickname already exists.',
        },
      ],
    );
  const { 'owners@odata.bind': owners = [], 'members@odata.bind': members = [], ...fields } = wish;
  const people = [...owners, ...members].map(referredId);
  for (const id of people) if (!state.users.has(id)) throw notFound(id);
  const group = state.addGroup(fields);
  for (const reference of owners) state.tie('owners', group.id, referredId(reference));
  for (const reference of members) state.tie('members', group.id, referredId(reference));
  return { status: 201, body: group, headers: { location: `${origin}/v1.0/${path.join('/')}/${group.id}` } };
}

/** The id at the end of `…/directoryObjects/{id}`. */
export function referredId(reference: unknown): string {
  const match = /\/(?:directoryObjects|users|groups)(?:\/|\(')([0-9A-Za-z-]+)(?:'\))?$/.exec(String(reference));
  if (!match?.[1]) throw badRequest("Invalid URL format specified in payload, resource reference '@odata.id'.");
  return match[1];
}

/** PATCH /groups/{id}. */
export function patchGroup({ state, rules }: World, { path, body }: Call): Answer {
  const group = state.groups.get(path[1] ?? '');
  if (!group || group.deletedDateTime) throw notFound(path[1] ?? '');
  refuseReadOnly(group);
  const fields = (body ?? {}) as Partial<FakeGroup>;
  checkName(rules, fields, group.groupTypes.includes('Unified'));
  state.patchGroup(group.id, fields);
  return { status: 204 };
}

/** DELETE /groups/{id}. */
export function deleteGroup({ state }: World, { path }: Call): Answer {
  const group = state.groups.get(path[1] ?? '');
  if (!group || group.deletedDateTime) throw notFound(path[1] ?? '');
  refuseReadOnly(group);
  state.deleteGroup(group.id);
  return { status: 204 };
}

/** GET, POST …/restore, DELETE of /directory/deletedItems/{id}. */
export function deletedItems({ state }: World, { method, path, query }: Call): Answer {
  const group = state.groups.get(path[2] ?? '');
  const deletedAt = Date.parse(group?.deletedDateTime ?? '');
  if (!group || !(deletedAt > state.now() - restorableMs)) throw notFound(path[2] ?? '');
  if (method === 'DELETE') {
    state.purgeGroup(group.id);
    return { status: 204 };
  }
  if (method === 'POST' && path[3] === 'restore') state.restoreGroup(group.id);
  return { status: 200, body: { '@odata.type': '#microsoft.graph.group', ...select(group, query) } };
}

/** Refuses to write what is mastered elsewhere or by a rule, with the words that Graph has for it. */
export function refuseReadOnly(group: FakeGroup): void {
  if (group.onPremisesSyncEnabled)
    throw badRequest(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    );
  if (group.isAssignableToRole || group.isManagementRestricted) throw denied();
  if (group.mailEnabled && !group.groupTypes.includes('Unified'))
    throw badRequest('Cannot Update a mail-enabled security groups and or distribution list.');
}

function checkName(
  { prefix, blockedWords }: GroupRules,
  { displayName }: Partial<FakeGroup>,
  isUnified: boolean,
): void {
  if (!isUnified || displayName === undefined) return;
  const refuse = (code: string, message: string) =>
    new Problem(400, 'Request_BadRequest', message, {}, [{ code, target: 'displayName', message }]);
  if (prefix && !displayName.startsWith(prefix))
    throw refuse(
      'MissingPrefixSuffix',
      `Error: Property displayName is missing a required prefix/suffix per your organization's Group naming requirements. Adjusted: '${prefix}${displayName}'`,
    );
  if (blockedWords.some((word) => displayName.toLowerCase().split(/\s+/).includes(word.toLowerCase())))
    throw refuse(
      'ContainsBlockedWord',
      "Error: Property displayName contains one or more words that were blocked per your organization's Group naming requirements.",
    );
}

/** GET /groups(uniqueName='…'). */
export function readUniqueGroup(world: World, call: Call): Answer {
  const name = call.path[1] ?? '';
  const group = [...world.state.groups.values()].find(({ uniqueName }) => uniqueName === name);
  if (!group) throw notFound(name);
  return { status: 200, body: select(seenGroup(world, group.id), call.query) };
}

/** PATCH /groups(uniqueName='…'): with `Prefer: create-if-missing` it makes the group where there is none. */
export function upsertGroup(world: World, call: Call): Answer {
  const name = call.path[1] ?? '';
  const known = [...world.state.groups.values()].find(({ uniqueName }) => uniqueName === name);
  if (!known && call.headers['prefer'] !== 'create-if-missing') throw notFound(name);
  if (!known)
    return createGroup(world, { ...call, path: ['groups'], body: { ...(call.body as object), uniqueName: name } });
  const { displayName, description } = call.body as FakeGroup;
  return patchGroup(world, { ...call, path: ['groups', known.id], body: { displayName, description } });
}
