import type { EffectResult, Handler, HandlerDeps } from '../handler.js';
import type { Directory, DirectoryGroup, DirectoryResult } from '../../commands/ports.js';
import {
  endWithGroup,
  recordAddition,
  recordAdditionFailure,
  recordRemoval,
} from '../../domain/members/membershipTimers.js';
import type { Group } from '../../domain/groups/group.js';
import type { Change } from '../../domain/timers.js';
import type { Membership } from '../../domain/members/membership.js';

/** How long work waits before it asks whether what held it is gone, in milliseconds. */
const heldRetryMs = 5 * 60_000;

/** Puts a member into the directory's group; who left meanwhile is not put in. */
export function createAddToDirectory({ directory }: Pick<HandlerDeps, 'directory'>): Handler<'addToDirectory'> {
  return {
    run: async (_effect, { store, current }) => {
      const { status, tenantId, groupId, personId } = current();
      if (status !== 'active') return { end: 'done' };
      // The right to be in rests on two records; the group may have gone while this one was written.
      const group = await store.read('groups').get(groupId);
      if (group?.deletedAt !== undefined) return { end: 'done', change: endWithGroup };
      const place = findPlace(directory, groupId, group);
      if (!place) return { end: 'done', change: recordAddition };
      return toEnd(await directory.addMember(tenantId, place, personId), recordAddition);
    },
    giveUp: (_effect, cause) => recordAdditionFailure(cause === 'exhausted'),
  };
}

/** Takes a former member out of the directory's group; who is back again stays in. */
export function createRemoveFromDirectory({
  directory,
}: Pick<HandlerDeps, 'directory'>): Handler<'removeFromDirectory'> {
  return {
    run: async (_effect, { store, current }) => {
      const { status, tenantId, groupId, personId } = current();
      if (status === 'active') return { end: 'done' };
      const place = findPlace(directory, groupId, await store.read('groups').get(groupId));
      if (!place) return { end: 'done', change: recordRemoval('delivered') };
      return toEnd(await directory.removeMember(tenantId, place, personId), recordRemoval('delivered'));
    },
    giveUp: () => recordRemoval('failed'),
  };
}

/** The group in the directory; nothing when it is kept here only, where our records are the truth. */
function findPlace(directory: Directory, groupId: string, group: Group | undefined): DirectoryGroup | undefined {
  if (directory.kind === 'ledger') return { directoryId: groupId };
  return group?.directoryId === undefined ? undefined : { directoryId: group.directoryId };
}

function toEnd(result: DirectoryResult, change: Change<Membership>): EffectResult<Membership> {
  if (result.ok) return { end: 'done', change };
  const detail = `${result.failure}: ${result.detail}`;
  if (result.failure === 'refused') return { end: 'dead', detail };
  if (result.failure === 'held') return { end: 'later', detail, retryAfterMs: heldRetryMs, isWait: true };
  const { retryAfterMs, isWait } = result;
  return {
    end: 'later',
    detail,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(isWait ? { isWait } : {}),
  };
}
