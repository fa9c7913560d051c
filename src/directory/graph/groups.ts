import { z } from 'zod';
import type { GraphClient } from './client.js';
import { isGuid, toSegment } from './ids.js';
import { ourNames } from './readShapes.js';
import { ask, lookAtGroup } from './look.js';
import { heldForPermission, refused, toFailure } from './results.js';
import { isGone } from './ties.js';
import type { Clock } from '../../commands/ports.js';
import type { Directory, DirectoryGroup, DirectoryResult, DirectoryWish } from '../../commands/ports/directory.js';
import { given } from '../../domain/given.js';
import type { FacePart } from '../../domain/groups/directory.js';

/** With so many owners a group can be made at once. */
const mostFirstOwners = 10;

const identified = z.object({ id: z.string() });

/** The property by which a group that we made is found again, so that making it twice makes one. */
function uniqueName(id: string): string {
  return `${ourNames}${id.replaceAll(/[^0-9A-Za-z-]/g, '-')}`;
}

/** A mail nickname: letters of the name, and enough of the id to be alone. */
function nicknameOf({ name, id }: DirectoryWish): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/[^0-9A-Za-z]+/g, '-')
    .slice(0, 40);
  return `${letters.replaceAll(/^-|-$/g, '') || 'group'}-${id.replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 8)}`.toLowerCase();
}

/**
 * Makes a group, once however often it is asked. A Microsoft 365 group is made private: a public one would let people in
 * past the bot.
 */
export async function createGroup(client: GraphClient, wish: DirectoryWish): ReturnType<Directory['createGroup']> {
  const closed = await canCreate(client);
  if (!closed.ok) return closed;
  const ownerIds = firstOwners(wish);
  const path = `groups(uniqueName='${uniqueName(wish.id)}')`;
  const known = await ask(
    client,
    { method: 'GET', path: `${path}?$select=id`, operation: 'findGroup', haste: 'person' },
    'groups',
  );
  const knownId = known.ok ? identified.safeParse(known.body).data?.id : undefined;
  if (knownId) return { ok: true, directoryId: knownId, ownerIds };
  if (!known.ok && known.failure !== 'missing') return toFailure(known);
  const call = {
    method: 'PATCH',
    path,
    operation: 'createGroup',
    haste: 'person',
    headers: { prefer: 'create-if-missing' },
    body: bodyOf(client, wish),
  } as const;
  const made = await ask(client, call, 'groups');
  const directoryId = made.ok ? identified.safeParse(made.body).data?.id : undefined;
  if (directoryId) return { ok: true, directoryId, ownerIds };
  // It was there already: the next look finds it.
  if (made.ok || made.failure === 'alreadyThere')
    return { ok: false, failure: 'transient', detail: 'the group exists, its id is not known yet' };
  return made.failure === 'missing'
    ? { ok: false, failure: 'transient', detail: `${made.detail}: an owner is not known (yet)` }
    : toFailure(made);
}

/** Whether the permission is there; it may have been granted since. */
export async function canCreate(client: GraphClient): Promise<DirectoryResult> {
  if (!client.capabilities.has('groups')) await client.refreshCapabilities();
  return client.capabilities.has('groups') ? { ok: true } : heldForPermission('groups', 'no permission for groups');
}

/** Those with whom a group is made, of the people whom the directory can know; the others are added one by one. */
function firstOwners({ ownerIds }: DirectoryWish): readonly string[] {
  return ownerIds.filter(isGuid).slice(0, mostFirstOwners);
}

function bodyOf(client: GraphClient, wish: DirectoryWish): object {
  const isM365 = wish.groupType === 'm365';
  const owners = firstOwners(wish).map((id) => `${client.baseUrl}/v1.0/users/${toSegment(id)}`);
  return {
    displayName: wish.name,
    ...(wish.description === '' ? {} : { description: wish.description }),
    mailNickname: nicknameOf(wish),
    mailEnabled: isM365,
    securityEnabled: !isM365,
    groupTypes: isM365 ? ['Unified'] : [],
    ...(isM365 ? { visibility: 'Private' } : {}),
    ...(owners.length > 0 ? { 'owners@odata.bind': owners } : {}),
    // Only members see what the team sees, its owners too.
    ...(isM365 && owners.length > 0 ? { 'members@odata.bind': owners } : {}),
  };
}

/** Gives a group its name or description. */
export async function changeGroup(
  client: GraphClient,
  clock: Clock,
  group: DirectoryGroup,
  { name, description }: FacePart,
): Promise<DirectoryResult> {
  const closed = await lookBeforeGroup(client, clock, group);
  if (closed) return closed;
  const body = {
    ...given({ displayName: name }),
    ...(description === '' ? { description: null } : given({ description })),
  };
  const path = `groups/${toSegment(group.directoryId)}`;
  const meaning = await ask(
    client,
    { method: 'PATCH', path, operation: 'changeGroup', haste: 'person', body },
    'groups',
  );
  return meaning.ok ? { ok: true } : toFailure(meaning);
}

/** Deletes a group; one that is deleted or gone is a success. */
export async function deleteGroup(client: GraphClient, clock: Clock, group: DirectoryGroup): Promise<DirectoryResult> {
  const closed = await lookBeforeGroup(client, clock, group);
  const isDeleted = closed?.ok === false && closed.failure === 'held' && closed.hold === 'groupDeleted';
  if (closed) return isDeleted || (isGone(closed) && isGuid(group.directoryId)) ? { ok: true } : closed;
  const path = `groups/${toSegment(group.directoryId)}`;
  const meaning = await ask(client, { method: 'DELETE', path, operation: 'deleteGroup', haste: 'person' }, 'groups');
  return meaning.ok || meaning.failure === 'missing' ? { ok: true } : toFailure(meaning);
}

async function lookBeforeGroup(
  client: GraphClient,
  clock: Clock,
  group: DirectoryGroup,
): Promise<Extract<DirectoryResult, { ok: false }> | undefined> {
  if (!isGuid(group.directoryId)) return refused('groupGone', 'the group has no id of the directory');
  return lookAtGroup(client, group, { needs: 'groups', haste: 'person', now: clock.now() });
}
