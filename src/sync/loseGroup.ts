import { changeRecord } from './changeRecord.js';
import type { SyncDeps } from './deps.js';
import { given } from '../domain/given.js';
import type { Group } from '../domain/groups/group.js';
import { groupGone, groupRestorable } from '../domain/groups/groupGone.js';
import { isDeletionStuck, retryDeletion } from '../domain/groups/groupInDirectory.js';
import { knowAgain } from '../domain/groups/groupReadIn.js';
import { applyChange } from '../domain/timers.js';
import type { Instant } from '../domain/terms.js';

/**
 * A group that a reading calls gone. One that the bot manages is looked for once more before anything follows:
 * `notSeen` where that brought no answer, `there` where it is not gone.
 */
export async function loseGroup(
  deps: SyncDeps,
  group: Group,
  said: 'restorable' | 'forGood',
): Promise<'lost' | 'there' | 'notSeen'> {
  if (group.deletedAt !== undefined) return 'lost';
  const look = group.knownAs === undefined ? await deps.reader.lookForGroup(group.directoryId ?? '') : undefined;
  if (look && !look.ok) return 'notSeen';
  if (look?.value.is === 'there') return 'there';
  const isForGood = look ? look.value.is === 'gone' || (look.value.is === 'missing' && said === 'forGood') : true;
  await changeRecord(
    deps,
    { collection: 'groups', id: group.id, known: group },
    (current, occasion) => current && (isForGood ? groupGone(current, occasion) : groupRestorable(current, occasion)),
  );
  return 'lost';
}

/**
 * A group that was deleted here and that a reading shows: where other hands have restored it, it is known again, and
 * nothing more; where its kind kept it from being deleted there and it is of another now, that is tried once more.
 */
export async function reviveGroup(deps: SyncDeps, group: Group, fullSince: Instant | undefined): Promise<void> {
  const { directoryId, directory } = group;
  const isStuck = isDeletionStuck(group);
  // One whose deletion is on its way is there for the last time.
  if (directoryId === undefined || (directory?.state !== 'deleted' && !isStuck)) return;
  const look = await deps.reader.lookForGroup(directoryId);
  const face = look.ok && look.value.is === 'there' ? look.value.face : undefined;
  if (!face || (isStuck && face.unsupportedKind !== undefined)) return;
  const sight = { directoryId, face, owners: [], ...given({ fullSince }) };
  await changeRecord(
    deps,
    { collection: 'groups', id: group.id, known: group },
    (current, occasion) =>
      current && (isStuck ? applyChange(current, retryDeletion, occasion) : knowAgain(current, sight, occasion)),
  );
}
