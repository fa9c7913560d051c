import { followTasks } from './reviseGroup.js';
import type { Group } from './group.js';
import { faceFields, type GroupInDirectory } from './directory.js';
import { alignTasks, isPending, pickFields, withoutOldRefusals } from './groupInDirectory.js';
import type { GroupFace, TieThere } from './groupThere.js';
import type { GroupNews } from './news.js';
import { toNameKey } from '../names.js';
import type { NewEffect, Occasion } from '../revise.js';
import { record, tell } from '../organisation/tenantChanges.js';
import type { PersonId } from '../terms.js';

/** A group that follows the directory, and what is to be done about that. */
interface Followed {
  readonly next: Group;
  readonly tasks: readonly NewEffect[];
}

/** What other hands changed about a group, told to its owners. */
type Outside = Omit<Extract<GroupNews, { code: 'changedOutside' }>, 'code' | 'group' | 'groupId'>;

/** Tells the owners of a group what other hands changed about it in the directory. */
export function tellOutside({ id, name, ownerIds }: Group, change: Outside): NewEffect[] {
  const notice = { code: 'changedOutside', group: name, groupId: id, ...change } as const;
  return ownerIds.map((personId) => tell(personId, notice, ownerIds));
}

/** A managed group that takes over its name, description and kind as other hands changed them there. */
export function followFace(group: Group, face: GroupFace, occasion: Occasion): Followed {
  const known = group.directory ?? placeOf(group);
  const named = followName({ ...group, directory: known }, face, occasion);
  const kind = followKind(named.next, face, occasion);
  const next = withExtras(kind.next, face);
  const tasks = [...named.tasks, ...kind.tasks];
  return tasks.length === 0 && isSame(group, next) ? { next: group, tasks } : { next, tasks };
}

/** A group that was deleted there and is there again: what waited goes on by itself, and its owners are told. */
export function followRestoring(group: Group, occasion: Occasion): Followed {
  if (group.directory?.held !== 'groupDeleted') return { next: group, tasks: [] };
  const { held: _, ...directory } = group.directory;
  const event = record({ kind: 'groupRestored', isOutside: true, groupId: group.id }, occasion);
  return { next: { ...group, directory }, tasks: [event, ...tellOutside(group, { what: 'restored' })] };
}

/** A group that was enrolled from a list: from now on it is known how it stands there. */
function placeOf({ name, description, ownerIds, createdAt }: Group): GroupInDirectory {
  return { state: 'ready', since: createdAt, name, description, ownerIds };
}

function followName(group: Group, face: GroupFace, occasion: Occasion): Followed {
  const before = group.directory;
  const changedThere = before ? faceFields.filter((field) => before[field] !== face[field]) : [];
  if (!before || changedThere.length === 0) return { next: group, tasks: [] };
  const there = { ...before, name: face.name, description: face.description };
  // A change of ours that is on its way there wins; where there is none, or it was refused, the directory does.
  const taken = changedThere.filter((field) => !isPending(group, before, field));
  const { name = group.name, description = group.description } =
    pickFields(face, (field) => taken.includes(field)) ?? {};
  const next = withoutOldRefusals({ ...group, name, nameKey: toNameKey(name), description, directory: there });
  const changed = (setting: string, was: string, is: string): NewEffect[] =>
    was === is
      ? []
      : [
          record(
            { kind: 'groupChanged', isOutside: true, groupId: group.id, setting, before: was, after: is },
            occasion,
          ),
        ];
  const told = group.name === name ? [] : tellOutside(next, { what: 'renamed', before: group.name });
  return {
    next,
    tasks: [...changed('name', group.name, name), ...changed('description', group.description, description), ...told],
  };
}

/** A kind that self-service does not manage closes the group; one that it does opens it again. */
function followKind(group: Group, face: GroupFace, occasion: Occasion): Followed {
  const before = group.unsupportedKind ?? group.groupType;
  const after = face.unsupportedKind ?? face.groupType;
  if (before === after) return { next: group, tasks: [] };
  const { unsupportedKind: _, ...rest } = group;
  const kind = face.unsupportedKind ? { unsupportedKind: face.unsupportedKind } : {};
  const closed: Group = { ...rest, groupType: face.groupType, ...kind };
  // What it would not take while it was of another kind is tried once more.
  const next = face.unsupportedKind ? closed : withoutRefusals(closed);
  const event = { kind: 'groupChanged', isOutside: true, groupId: group.id, setting: 'kind', before, after } as const;
  const again = face.unsupportedKind ? [] : alignTasks(next);
  return { next, tasks: [record(event, occasion), ...tellOutside(next, { what: 'kind', before, after }), ...again] };
}

function withoutRefusals(group: Group): Group {
  if (!group.directory) return group;
  const { refusedIds: _, refusedFace: __, failure: ___, ...directory } = group.directory;
  return { ...group, directory };
}

function withExtras(group: Group, { nickname, isPublic }: GroupFace): Group {
  const { nickname: _, isPublic: __, ...rest } = group;
  return { ...rest, ...(nickname ? { nickname } : {}), ...(isPublic ? { isPublic } : {}) };
}

function isSame(a: Group, b: Group): boolean {
  const [one, other] = [a.directory, b.directory];
  return (
    a.nickname === b.nickname &&
    a.isPublic === b.isPublic &&
    one !== undefined &&
    one.name === other?.name &&
    one.description === other.description
  );
}

/** A managed group that takes over its owners as other hands changed them there; a change of ours on its way wins. */
export function followOwners(
  group: Group,
  ties: readonly TieThere[],
  nameOf: (id: PersonId) => string | undefined,
  occasion: Occasion,
): Followed {
  const { directory } = group;
  if (!directory || ties.length === 0) return { next: group, tasks: [] };
  let next = group;
  const tasks: NewEffect[] = [];
  for (const { id, isIn, isPerson } of ties) {
    const place = next.directory ?? directory;
    if (!isPerson || place.ownerIds.includes(id) === isIn) continue;
    const there = isIn ? [...place.ownerIds, id] : place.ownerIds.filter((one) => one !== id);
    const isSettled = next.ownerIds.includes(id) === isIn;
    const here = isIn ? [...next.ownerIds, id] : next.ownerIds.filter((one) => one !== id);
    next = { ...next, ownerIds: isSettled ? next.ownerIds : here, directory: { ...place, ownerIds: there } };
    if (isSettled) continue;
    const person = nameOf(id);
    const [before, after] = isIn ? ['none', 'owner'] : ['owner', 'none'];
    tasks.push(
      record({ kind: 'roleChanged', isOutside: true, subjectId: id, groupId: group.id, before, after }, occasion),
      ...tellOutside(
        { ...next, ownerIds: [...new Set([...group.ownerIds, id])] },
        {
          what: isIn ? 'ownerAdded' : 'ownerRemoved',
          ...(person === undefined ? {} : { person }),
        },
      ),
    );
  }
  // Owners whom it kept there only because nobody else was left go as soon as somebody is.
  const align = next.unsupportedKind === undefined ? alignTasks(next) : [];
  return { next, tasks: [...tasks, ...followTasks(group, next), ...align] };
}
