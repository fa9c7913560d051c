import type { EffectResult, Handler, HandlerDeps } from '../handler.js';
import type { Directory, DirectoryGroup, DirectoryResult } from '../../commands/ports/directory.js';
import { given } from '../../domain/given.js';
import { heldRetryMs, type HoldKeeper } from './holds.js';
import {
  endWithGroup,
  recordAddition,
  recordAdditionFailure,
  recordHold,
  recordRemoval,
} from '../../domain/members/membershipTimers.js';
import type { DirectoryRefusal } from '../../domain/groups/directory.js';
import type { Group } from '../../domain/groups/group.js';
import type { Change } from '../../domain/timers.js';
import type { Membership } from '../../domain/members/membership.js';
import type { Person } from '../../domain/organisation/person.js';
import { leaverWaitMs } from '../../domain/organisation/personReadIn.js';

/** How soon a member's turn comes again while the group itself is being made, in milliseconds. */
const creatingRetryMs = 5_000;

/** Puts a member into the directory's group; who left meanwhile is not put in. */
export function createAddToDirectory(
  { directory }: Pick<HandlerDeps, 'directory'>,
  holds: HoldKeeper,
): Handler<'addToDirectory'> {
  return {
    run: async (_effect, { store, current }) => {
      const { status, tenantId, groupId, personId } = current();
      if (status !== 'active') return { end: 'done' };
      // The right to be in rests on two records; the group may have gone while this one was written.
      const group = await store.read('groups').get(groupId);
      if (group?.deletedAt !== undefined) return { end: 'done', change: endWithGroup };
      if (directory.kind === 'entra' && group?.directory?.state === 'creating')
        return { end: 'later', detail: 'the group is being made', retryAfterMs: creatingRetryMs, isWait: true };
      const place = findPlace(directory, groupId, group);
      if (!place) return { end: 'done', change: recordAddition };
      const person = directory.kind === 'entra' ? await store.read('people').get(personId) : undefined;
      if (person?.leftAt !== undefined) return endOfLeaver(person);
      const result = await directory.addMember(tenantId, place, personId);
      await holds.heard(store, 'members', result);
      return toEnd(result, recordAddition, (failure) => recordAdditionFailure(false, failure));
    },
    giveUp: () => recordAdditionFailure(true, 'noAnswer'),
  };
}

/** Takes a former member out of the directory's group; who is back again stays in. */
export function createRemoveFromDirectory(
  { directory }: Pick<HandlerDeps, 'directory'>,
  holds: HoldKeeper,
): Handler<'removeFromDirectory'> {
  return {
    run: async (_effect, { store, current }) => {
      const { status, tenantId, groupId, personId } = current();
      if (status === 'active') return { end: 'done' };
      const group = await store.read('groups').get(groupId);
      const place = findPlace(directory, groupId, group);
      if (!place) return { end: 'done', change: recordRemoval('delivered') };
      const result = await directory.removeMember(tenantId, place, personId);
      // Whom we delete a group for is in nothing any more.
      if (group?.deletedAt !== undefined && isDeletedThere(result))
        return { end: 'done', change: recordRemoval('delivered') };
      await holds.heard(store, 'members', result);
      return toEnd(result, recordRemoval('delivered'), (failure) => recordRemoval('failed', failure));
    },
    giveUp: () => recordRemoval('failed', 'noAnswer'),
  };
}

/** Nobody is let in any more who has left; whether they have is looked at twice. */
function endOfLeaver({ effects }: Person): EffectResult<Membership> {
  return effects.some(({ kind }) => kind === 'clearLeaver')
    ? { end: 'later', detail: 'the person may have left', retryAfterMs: leaverWaitMs, isWait: true }
    : { end: 'dead', detail: 'the person has left', change: recordAdditionFailure(true, 'personGone') };
}

/** The group in the directory; nothing when it is kept here only, where our records are the truth, or only known. */
function findPlace(directory: Directory, groupId: string, group: Group | undefined): DirectoryGroup | undefined {
  if (directory.kind === 'ledger') return { directoryId: groupId };
  if (group?.directoryId === undefined || group.knownAs !== undefined) return undefined;
  const { directoryId, directory: there } = group;
  return { directoryId, ...given({ madeAt: there?.since }) };
}

function isDeletedThere(result: DirectoryResult): boolean {
  return !result.ok && result.failure === 'held' && result.hold === 'groupDeleted';
}

function toEnd(
  result: DirectoryResult,
  done: Change<Membership>,
  onRefusal: (failure: DirectoryRefusal) => Change<Membership>,
): EffectResult<Membership> {
  if (result.ok) return { end: 'done', change: done };
  const detail = `${result.failure}: ${result.detail}`;
  if (result.failure === 'refused') return { end: 'dead', detail, change: onRefusal(result.reason) };
  if (result.failure === 'held')
    return { end: 'later', detail, retryAfterMs: heldRetryMs, isWait: true, change: recordHold(result.hold) };
  const { retryAfterMs, isWait } = result;
  return {
    end: 'later',
    detail,
    ...given({ retryAfterMs, isWait }),
  };
}
