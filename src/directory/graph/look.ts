import { z } from 'zod';
import type { GraphClient } from './client.js';
import { eventual } from './client.js';
import { kindFields, kindShape, readKind } from './groupKind.js';
import { toSegment } from './ids.js';
import type { Haste } from './pace.js';
import { heldForPermission, readMeaning, refused, toFailure, type Failure, type Meaning } from './results.js';
import type { DirectoryGroup } from '../../commands/ports/directory.js';
import type { DirectoryCapability } from '../../domain/groups/directory.js';
import type { Instant } from '../../domain/terms.js';

/** For so long a group that we made may not be known everywhere, in milliseconds. */
const settlingMs = 15 * 60_000;

const listed = z.object({ value: z.array(z.object({ id: z.string() })) });

/** Asks and sorts the answer. */
export async function ask(
  client: GraphClient,
  call: Parameters<GraphClient['call']>[0],
  needs: DirectoryCapability,
): Promise<Meaning> {
  const answer = await client.call(call);
  return readMeaning(answer, needs, client.gate.isClosed);
}

/** The group as it is right before a write: nothing when it may be written to, or why not. */
export async function lookAtGroup(
  client: GraphClient,
  group: DirectoryGroup,
  { needs, haste, now }: { readonly needs: DirectoryCapability; readonly haste: Haste; readonly now: Instant },
): Promise<Failure | undefined> {
  if (!client.capabilities.has(needs) && !(await hasNow(client, needs)))
    return heldForPermission(needs, `no permission for ${needs}`);
  const path = `groups/${toSegment(group.directoryId)}?$select=${kindFields}`;
  const meaning = await ask(client, { method: 'GET', path, operation: 'readKind', haste }, 'members');
  if (!meaning.ok)
    return meaning.failure === 'missing' ? explainMissing(client, group, haste, now) : toFailure(meaning);
  const read = kindShape.safeParse(meaning.body);
  if (!read.success) return { ok: false, failure: 'transient', detail: 'the group could not be read' };
  const kind = readKind(read.data);
  return kind.isManageable ? undefined : refused(kind.why, `the group is ${kind.why}`);
}

/** A permission may have been granted since: the newest token says so. */
async function hasNow(client: GraphClient, needs: DirectoryCapability): Promise<boolean> {
  await client.refreshCapabilities();
  return client.capabilities.has(needs);
}

/** What is deleted can be restored for some time, and its members with it. */
async function explainMissing(
  client: GraphClient,
  { directoryId, madeAt }: DirectoryGroup,
  haste: Haste,
  now: Instant,
): Promise<Failure> {
  if (madeAt !== undefined && madeAt > now - settlingMs)
    return { ok: false, failure: 'transient', detail: 'the new group is not known everywhere yet' };
  const path = `directory/deletedItems/${toSegment(directoryId)}?$select=id`;
  const meaning = await ask(client, { method: 'GET', path, operation: 'readDeleted', haste }, 'groups');
  if (meaning.ok) return { ok: false, failure: 'held', hold: 'groupDeleted', detail: 'the group is deleted' };
  // Without the permission to look there, the group is as good as gone.
  if (meaning.failure === 'missing' || meaning.failure === 'held')
    return refused('groupGone', 'there is no such group');
  return toFailure(meaning);
}

/** Whether somebody is tied to a group directly: `checkMemberGroups` would also say yes for a group in the group. */
export async function isTied(
  client: GraphClient,
  relation: 'members' | 'owners',
  { directoryId }: DirectoryGroup,
  personId: string,
): Promise<boolean | Failure> {
  const filter = encodeURIComponent(`id eq '${toSegment(personId)}'`);
  const path = `groups/${toSegment(directoryId)}/${relation}?$filter=${filter}&$count=true&$select=id`;
  const call = { method: 'GET', path, operation: 'readTie', haste: 'person', headers: eventual } as const;
  const meaning = await ask(client, call, 'members');
  if (!meaning.ok) return toFailure(meaning);
  return listed.safeParse(meaning.body).data?.value.some(({ id }) => id === toSegment(personId)) === true;
}
