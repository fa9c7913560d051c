import { authorize } from '../authorized.js';
import type { Group } from './group.js';
import { alignTasks, beginInDirectory } from './groupInDirectory.js';
import { record, type Actor } from '../organisation/tenantChanges.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';

/**
 * A group that was kept here only and is in the directory from now on: as the one that was read in there, or made there.
 * Each side gets the members and owners of the other; nobody is taken out of either.
 */
export function linkGroup(
  group: Group,
  known: Group | undefined,
  actor: Actor,
  occasion: Occasion,
): Granted<'linkGroup', Group> | undefined {
  if (group.directoryId !== undefined || group.deletedAt !== undefined || group.knownAs !== undefined) return undefined;
  const event = record({ kind: 'groupLinked', actorId: actor.id, groupId: group.id }, occasion);
  const next = known?.directoryId === undefined ? toBeMade(group, occasion) : joined(group, known, known.directoryId);
  const tasks: NewEffect[] = [event, ...alignTasks(next), ...(known ? [{ kind: 'compareMembers' } as const] : [])];
  const document = revise<Group>(next, [...group.effects, ...toEffects(tasks, occasion)], occasion);
  return { proof: authorize('linkGroup'), document };
}

function toBeMade(group: Group, { now }: Occasion): Group {
  return { ...group, directory: beginInDirectory(now) };
}

function joined(group: Group, { directory, ownerIds, nickname, isPublic }: Group, directoryId: string): Group {
  return {
    ...group,
    directoryId,
    ...(directory ? { directory: { ...directory, ownerIds } } : {}),
    ...(nickname ? { nickname } : {}),
    ...(isPublic ? { isPublic } : {}),
    ownerIds: [...new Set([...group.ownerIds, ...ownerIds])],
  };
}

/** What was read in as a group of its own and is another one's place now: nobody finds it any more. */
export function retireKnown(known: Group, occasion: Occasion): Granted<'retireKnown', Group> | undefined {
  if (known.knownAs === undefined) return undefined;
  const { directoryId: _, directory: __, knownAs: ___, ...rest } = known;
  const document = revise<Group>({ ...rest, isListed: false, deletedAt: occasion.now }, known.effects, occasion);
  return { proof: authorize('retireKnown'), document };
}
