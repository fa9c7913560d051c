import { given } from '../given.js';
import { keyOf } from '../keys.js';
import { authorize } from '../authorized.js';
import type { Group } from './group.js';
import { groupDefaults } from './groupDefaults.js';
import { insideAfter, type GroupFace, type TieThere } from './groupThere.js';
import { followFace, followOwners, followRestoring } from './followGroup.js';
import { toNameKey } from '../names.js';
import { record } from '../organisation/tenantChanges.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import { settlingMs } from '../members/drift.js';
import type { Granted } from '../timers.js';
import type { Instant, PersonId } from '../terms.js';

/** So soon the members are compared once more that are being compared now, in milliseconds. */
const secondLookMs = 2_000;

/** What a reading shows of a group, merged from all that one page has of it. */
export interface GroupSight {
  readonly directoryId: string;
  readonly face?: GroupFace;
  readonly owners: readonly TieThere[];
  /** The owners are all there are, and not only those who changed. */
  readonly isWhole?: true;
  /** Who came into it and went, as far as the page says; a group that is only known keeps the count alone. */
  readonly members?: readonly TieThere[];
  /** Somebody's tie to it differs from what we have. */
  readonly differs?: boolean;
  /** The names of owners, for those who are told. */
  readonly nameOf: (id: PersonId) => string | undefined;
  /** When the reading of everything began that this belongs to; absent of one that brings changes. */
  readonly fullSince?: Instant;
}

/** A group that a reading shows for the first time: known from now on, and nothing is done with it. */
export function meetGroup(
  tenantId: string,
  sight: Omit<GroupSight, 'nameOf'> & { readonly face: GroupFace },
  occasion: Occasion,
): Granted<'readGroupIn', Group> {
  const { directoryId, face } = sight;
  const ownerIds = ownersAfter([], sight.owners);
  const { joinRule } = groupDefaults('portal', face.groupType);
  const group = {
    key: keyOf(tenantId, directoryId),
    tenantId,
    id: directoryId,
    directoryId,
    directory: {
      state: 'ready' as const,
      since: occasion.now,
      name: face.name,
      description: face.description,
      ownerIds,
      inside: insideAfter(undefined, sight.members ?? []),
      ...(sight.fullSince === undefined ? {} : { seenAt: sight.fullSince }),
    },
    ...faceFields(face),
    origin: 'portal' as const,
    joinRule,
    isListed: false,
    justification: 'optional' as const,
    ownerIds,
    managerIds: [],
    createdAt: occasion.now,
    knownAs: knownAs(face),
  };
  // What a reading of changes leaves out is found by looking at the group itself.
  const tasks: NewEffect[] = sight.fullSince === undefined ? [{ kind: 'compareMembers' }] : [];
  return { proof: authorize('readGroupIn'), document: begin<Group>(group, tasks, occasion) };
}

/** A group that was deleted here and is there again: it is known once more, as if it were met for the first time. */
export function knowAgain(
  group: Group,
  sight: Omit<GroupSight, 'nameOf'> & { readonly face: GroupFace },
  occasion: Occasion,
): Granted<'readGroupIn', Group> | undefined {
  if (group.deletedAt === undefined || group.directory?.state !== 'deleted') return undefined;
  const { proof, document } = meetGroup(group.tenantId, sight, occasion);
  const { key, id, version, effects, createdAt, lease } = group;
  const event = record({ kind: 'groupRestored', isOutside: true, groupId: id }, occasion);
  const again: Group = { ...document, key, id, version, createdAt, ...given({ lease }), effects };
  const tasks = toEffects([event, ...compareTasks(group, occasion)], occasion);
  return { proof, document: revise<Group>(again, [...effects, ...tasks], occasion) };
}

/** A group whose members are to be compared, for whatever reason; nothing where that is planned already. */
export function planComparison(group: Group, occasion: Occasion): Granted<'planComparison', Group> | undefined {
  const tasks = compareTasks(group, occasion);
  if (tasks.length === 0 || group.deletedAt !== undefined) return undefined;
  const document = revise<Group>(group, [...group.effects, ...toEffects(tasks, occasion)], occasion);
  return { proof: authorize('planComparison'), document };
}

/** A group that we have, as a reading shows it now; nothing where it is so already. */
export function readGroupIn(
  group: Group,
  sight: GroupSight,
  occasion: Occasion,
): Granted<'readGroupIn', Group> | undefined {
  if (isOurDeletion(group)) return undefined;
  const { next, tasks } =
    group.knownAs === undefined ? follow(group, sight, occasion) : refresh(group, sight, occasion);
  if (next === group && tasks.length === 0) return undefined;
  const document = revise<Group>(next, [...group.effects, ...toEffects(tasks, occasion)], occasion);
  return { proof: authorize('readGroupIn'), document };
}

/** We deleted it ourselves, and the directory says so later. */
function isOurDeletion({ knownAs: kind, deletedAt, directory }: Group): boolean {
  return kind === undefined && deletedAt !== undefined && directory?.state !== 'ready';
}

interface Followed {
  readonly next: Group;
  readonly tasks: readonly NewEffect[];
}

/** A group that is only known: it is as the directory has it. */
function refresh(group: Group, sight: GroupSight, occasion: Occasion): Followed {
  const { face, owners, members = [], fullSince, isWhole } = sight;
  const isFirst = fullSince !== undefined && (group.directory?.seenAt ?? 0) < fullSince;
  const ownerIds = ownersAfter(isFirst || isWhole ? [] : group.ownerIds, owners);
  const { unsupportedKind: _, nickname: __, isPublic: ___, deletedAt: ____, ...rest } = group;
  const fresh: Group = face ? { ...rest, ...faceFields(face), knownAs: knownAs(face) } : group;
  const before = group.directory;
  const directory = {
    state: 'ready' as const,
    since: before?.since ?? group.createdAt,
    name: fresh.name,
    description: fresh.description,
    ownerIds,
    inside: insideAfter(isFirst ? undefined : before?.inside, members),
    ...(before?.seenAt === undefined ? {} : { seenAt: before.seenAt }),
    ...(fullSince === undefined ? {} : { seenAt: fullSince }),
  };
  const next: Group = { ...fresh, ownerIds, directory };
  // Who owns one that is there again shows in no reading of changes.
  const tasks = face && group.deletedAt !== undefined ? compareTasks(group, occasion) : [];
  return { next: isAlike(group, next) ? group : next, tasks };
}

/** A group that the bot manages: what was changed there by other hands is taken over, each with an event. */
function follow(group: Group, sight: GroupSight, occasion: Occasion): Followed {
  const { face, owners, fullSince, differs, nameOf } = sight;
  let next = group;
  let isToCompare = differs === true;
  const tasks: NewEffect[] = [];
  if (face) {
    const restored = followRestoring(next, occasion);
    tasks.push(...restored.tasks);
    // What was changed before it was deleted, or could not be written while its kind forbade it, shows in no reading.
    isToCompare ||= restored.tasks.length > 0 || (!face.unsupportedKind && group.unsupportedKind !== undefined);
    const followed = followFace(restored.next, face, occasion);
    next = followed.next;
    tasks.push(...followed.tasks);
  }
  const followed = followOwners(next, owners, nameOf, occasion);
  next = followed.next;
  tasks.push(...followed.tasks);
  const isFirst = fullSince !== undefined && (next.directory?.seenAt ?? 0) < fullSince;
  if (isFirst && next.directory) next = { ...next, directory: { ...next.directory, seenAt: fullSince } };
  // What a reading of everything leaves out is found by looking at the group itself.
  isToCompare ||= isFirst && next.directory?.membersReadAt !== undefined;
  if (isToCompare) tasks.push(...compareTasks(group, occasion));
  // A list that is asked for now may not show yet what the reading shows already.
  if (differs) tasks.push(...compareLater(group, occasion));
  return { next, tasks };
}

/** The effect that compares both sides once all that a reading has shown shows everywhere; none where it is planned. */
function compareLater({ effects }: Group, { now }: Occasion): NewEffect[] {
  const isPlanned = effects.some(({ kind, dueAt }) => kind === 'compareMembers' && dueAt >= now + settlingMs);
  return isPlanned ? [] : [{ kind: 'compareMembers', dueAt: now + settlingMs }];
}

/**
 * The effect that compares who is in on both sides; none where it is planned already. One that is due may be under way
 * with a list from before, so that a second one follows it.
 */
export function compareTasks({ effects }: Pick<Group, 'effects'>, { now }: Pick<Occasion, 'now'>): NewEffect[] {
  const near = effects.filter(({ kind, dueAt }) => kind === 'compareMembers' && dueAt <= now + secondLookMs);
  if (near.length === 0) return [{ kind: 'compareMembers' }];
  return near.some(({ dueAt }) => dueAt > now) ? [] : [{ kind: 'compareMembers', dueAt: now + secondLookMs }];
}

/** What a group is, in the fields of our record. */
function faceFields(face: GroupFace): Pick<Group, 'name' | 'nameKey' | 'description' | 'groupType'> & Partial<Group> {
  const { name, description, groupType, unsupportedKind, nickname, isPublic } = face;
  return {
    name,
    nameKey: toNameKey(name),
    description,
    groupType,
    ...(unsupportedKind ? { unsupportedKind } : {}),
    ...(nickname ? { nickname } : {}),
    ...(isPublic ? { isPublic } : {}),
  };
}

function knownAs({ groupType, unsupportedKind }: GroupFace): NonNullable<Group['knownAs']> {
  return unsupportedKind ? 'unsupported' : groupType;
}

/** The owners after some ties were made and cut; each once. */
export function ownersAfter(ownerIds: readonly PersonId[], ties: readonly TieThere[]): readonly PersonId[] {
  const ids = new Set(ownerIds);
  for (const { id, isIn, isPerson } of ties) {
    if (isIn && isPerson) ids.add(id);
    else ids.delete(id);
  }
  return ids.size === ownerIds.length && ownerIds.every((id) => ids.has(id)) ? ownerIds : [...ids];
}

function isAlike(before: Group, after: Group): boolean {
  const fields = ['name', 'description', 'groupType', 'unsupportedKind', 'nickname', 'isPublic', 'knownAs'] as const;
  return (
    fields.every((field) => before[field] === after[field]) &&
    before.deletedAt === after.deletedAt &&
    before.directory?.seenAt === after.directory?.seenAt &&
    before.directory?.inside?.people === after.directory?.inside?.people &&
    before.directory?.inside?.groups === after.directory?.inside?.groups &&
    before.ownerIds.length === after.ownerIds.length &&
    before.ownerIds.every((id) => after.ownerIds.includes(id))
  );
}
