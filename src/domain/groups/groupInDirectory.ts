import {
  faceFields,
  type DirectoryHold,
  type DirectoryRefusal,
  type FaceField,
  type FacePart,
  type GroupInDirectory,
} from './directory.js';
import type { Group } from './group.js';
import { given } from '../given.js';
import { addEffects, toChange, type Change } from '../timers.js';
import type { NewEffect } from '../revise.js';
import type { Instant, PersonId, UnsupportedKind } from '../terms.js';

/** How long a new group may take to be known everywhere there, in milliseconds. */
const newGroupMs = 5 * 60_000;

/** The next thing to do so that Microsoft Entra has a group as we have it. */
export type AlignStep =
  | {
      readonly do: 'create';
      readonly name: string;
      readonly description: string;
      readonly ownerIds: readonly PersonId[];
    }
  | { readonly do: 'change'; readonly field: FaceField; readonly value: string }
  | { readonly do: 'addOwner' | 'removeOwner'; readonly personId: PersonId }
  | { readonly do: 'delete' };

/** How many groups are in a group there; nothing where there is none: whoever is in it through them is no member here. */
export function nestedIn({ directory }: Pick<Group, 'directory'>): { readonly nested?: number } {
  const nested = directory?.inside?.groups ?? 0;
  return nested === 0 ? {} : { nested };
}

/** A new group's place, to be made in Microsoft Entra; with what is settled right before. */
export function beginInDirectory(now: Instant): GroupInDirectory {
  return { state: 'creating', since: now, name: '', description: '', ownerIds: [] };
}

/** What to do next; nothing when both sides are the same. Owners come before they go, so that there is always one. */
export function nextAlignStep(group: Group): AlignStep | undefined {
  const { directory, ownerIds, knownAs } = group;
  if (!directory || knownAs !== undefined || directory.state === 'refused' || directory.state === 'deleted')
    return undefined;
  const isDeleted = group.deletedAt !== undefined;
  if (directory.state === 'creating') {
    const { name, description, ownerIds: firstIds } = isWishSettled(directory) ? directory : group;
    return isDeleted ? undefined : { do: 'create', name, description, ownerIds: firstIds };
  }
  if (isDeleted) return { do: 'delete' };
  const field = faceFields.find((one) => isPending(group, directory, one));
  if (field) return { do: 'change', field, value: group[field] };
  const isOpen = (id: PersonId) => directory.refusedIds?.includes(id) !== true;
  const toAdd = ownerIds.find((id) => !directory.ownerIds.includes(id) && isOpen(id));
  if (toAdd !== undefined) return { do: 'addOwner', personId: toAdd };
  // A group that we have no owner for keeps those that it has there.
  const toRemove =
    ownerIds.length === 0 ? undefined : directory.ownerIds.find((id) => !ownerIds.includes(id) && isOpen(id));
  return toRemove === undefined ? undefined : { do: 'removeOwner', personId: toRemove };
}

/** Whether a field of ours is yet to be written there; what it would not take is not. */
export function isPending(group: FacePart, directory: GroupInDirectory, field: FaceField): boolean {
  return directory[field] !== group[field] && directory.refusedFace?.[field] !== group[field];
}

/** Whether it is settled with what a group is made, and so known, whatever becomes of the answer. */
export function isWishSettled({ name }: Pick<GroupInDirectory, 'name'>): boolean {
  return name !== '';
}

/** A group is about to be made as it is now: what is changed about it from here on is a change of what is made. */
export const settleWish: Change<Group> = toChange((group, occasion) => {
  const { directory, name, description, ownerIds } = group;
  if (directory?.state !== 'creating') return group;
  const next: Group = { ...group, directory: { ...directory, name, description, ownerIds } };
  return addEffects(next, alignTasks(next), occasion);
});

/** The effect that brings Microsoft Entra up to date; none when there is nothing to do, or it is planned already. */
export function alignTasks(group: Group): NewEffect[] {
  const isPlanned = group.effects.some(({ kind }) => kind === 'alignGroup');
  return isPlanned || !nextAlignStep(group) ? [] : [{ kind: 'alignGroup' }];
}

/** There was nothing to do; what was wished for meanwhile is planned. */
export const recordAlike: Change<Group> = toChange((group, occasion) => addEffects(group, alignTasks(group), occasion));

/** A group without refusals of what is no longer wished for: a new wish is a new try. */
export function withoutOldRefusals(group: Group): Group {
  const { directory, ownerIds } = group;
  if (!directory?.refusedIds && !directory?.refusedFace) return group;
  const { refusedIds, refusedFace, ...rest } = directory;
  const stillRefused = refusedIds?.filter((id) => ownerIds.includes(id) !== directory.ownerIds.includes(id));
  const isStill = (field: FaceField) => refusedFace?.[field] === group[field] && directory[field] !== group[field];
  const face = refusedFace && pickFields(refusedFace, isStill);
  return { ...group, directory: { ...rest, ...given({ refusedIds: stillRefused, refusedFace: face }) } };
}

/** The fields that are wanted, of those that are there; nothing where none is left. */
export function pickFields(face: FacePart, isWanted: (field: FaceField) => boolean): FacePart | undefined {
  const kept = faceFields.filter((field) => face[field] !== undefined && isWanted(field));
  return kept.length === 0 ? undefined : Object.fromEntries(kept.map((field) => [field, face[field]]));
}

/** A step was done; what is left is planned. `directoryId`: of a group that was made. */
export function recordAligned(step: AlignStep, directoryId?: string): Change<Group> {
  return toChange((group, occasion) => {
    if (!group.directory) return group;
    const { held, failure: _, ...rest } = group.directory;
    // That it is there again is for a reading to say, which looks at all that was changed meanwhile.
    const directory = held === 'groupDeleted' ? { ...rest, held } : rest;
    const next: Group = {
      ...group,
      ...given({ directoryId }),
      directory: afterStep(directory, step, occasion.now),
    };
    // A new group's members are compared once it is known everywhere.
    const compare: NewEffect = { kind: 'compareMembers', dueAt: occasion.now + newGroupMs };
    return addEffects(next, [...alignTasks(next), ...(step.do === 'create' ? [compare] : [])], occasion);
  });
}

function afterStep(directory: GroupInDirectory, step: AlignStep, now: Instant): GroupInDirectory {
  switch (step.do) {
    case 'create': {
      const { name, description, ownerIds } = step;
      return { ...directory, state: 'ready', since: now, name, description, ownerIds };
    }
    case 'change':
      return { ...directory, [step.field]: step.value };
    case 'addOwner':
      return { ...directory, ownersWrittenAt: now, ownerIds: [...directory.ownerIds, step.personId] };
    case 'removeOwner':
      return {
        ...directory,
        ownersWrittenAt: now,
        ownerIds: directory.ownerIds.filter((id) => id !== step.personId),
      };
    case 'delete':
      return { ...directory, state: 'deleted', since: now };
  }
}

/** A step that Microsoft Entra did not take: the owners hear why, and other steps go on. */
export function recordAlignRefusal(step: AlignStep, failure: DirectoryRefusal): Change<Group> {
  return toChange((group, occasion) => {
    const { directory } = group;
    if (!directory) return group;
    // What was wished for meanwhile may be taken; where there was no answer, it may have been made as it was wished before.
    if (step.do === 'create' && failure !== 'noAnswer' && faceFields.some((field) => step[field] !== group[field]))
      return settleWish.apply(group, occasion);
    const next: Group = { ...group, directory: afterRefusal({ ...directory, failure }, step, occasion.now) };
    return addEffects(
      next,
      [...(step.do === 'delete' ? [] : alignTasks(next)), ...tellRefusal(group, step, failure)],
      occasion,
    );
  });
}

/** What was next to do was tried for hours, and nobody knows how it ended: its owners hear that. */
export const recordAlignGivenUp: Change<Group> = toChange((group, occasion) => {
  const step = nextAlignStep(group);
  return step ? recordAlignRefusal(step, 'noAnswer').apply(group, occasion) : group;
});

function afterRefusal(directory: GroupInDirectory, step: AlignStep, now: Instant): GroupInDirectory {
  if (step.do === 'create') return { ...directory, state: 'refused', since: now };
  if (step.do === 'addOwner' || step.do === 'removeOwner')
    return { ...directory, refusedIds: [...(directory.refusedIds ?? []), step.personId] };
  if (step.do === 'change')
    return { ...directory, refusedFace: { ...directory.refusedFace, [step.field]: step.value } };
  return directory;
}

function tellRefusal({ id, name, ownerIds }: Group, step: AlignStep, failure: DirectoryRefusal): NewEffect[] {
  const notice = { code: 'directoryRefused', group: name, groupId: id, step: step.do, failure } as const;
  return ownerIds.map((personId) => ({ kind: 'tell', personId, notice, near: ownerIds }));
}

const kinds: { readonly [K in UnsupportedKind]: true } = {
  mailEnabledSecurity: true,
  distributionList: true,
  dynamic: true,
  onPremSynced: true,
  roleAssignable: true,
  restricted: true,
  unknownKind: true,
};

/** Whether a group that was deleted here is there still because of what kind of group it was. */
export function isDeletionStuck({ deletedAt, directory }: Group): boolean {
  return deletedAt !== undefined && directory?.state === 'ready' && (directory.failure ?? '') in kinds;
}

/** A deletion that the directory did not take is tried once more. */
export const retryDeletion: Change<Group> = toChange((group, occasion) => {
  if (!isDeletionStuck(group) || !group.directory) return group;
  const { failure: _, ...directory } = group.directory;
  const next: Group = { ...group, directory };
  return addEffects(next, alignTasks(next), occasion);
});

/** A step waits for somebody. */
export function recordAlignHold(held: DirectoryHold): Change<Group> {
  return toChange((group) =>
    !group.directory || group.directory.held === held ? group : { ...group, directory: { ...group.directory, held } },
  );
}
