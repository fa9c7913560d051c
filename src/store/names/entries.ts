import type { Documents, NamedKind, NameEntry } from '../../commands/ports.js';
import { given } from '../../domain/given.js';
import type { Instant } from '../../domain/terms.js';
import type { Group } from '../../domain/groups/group.js';
import { isOwnerless } from '../../domain/groups/policy.js';
import { keyOf } from '../../domain/keys.js';
import { toNameKey } from '../../domain/names.js';
import type { NamePlace } from '../../domain/page.js';
import { aboutMarksOf, looksOf, marksOf } from './marks.js';

/** An entry as it is stored: with the marks by which it is found. */
export interface StoredName extends NameEntry {
  /** `tenant/collection/id/name`: while a record is being renamed, it has two. */
  readonly key: string;
  readonly tenantId: string;
  /** Each begins with a letter for the kind of name, so that one search stays within what may be seen. */
  readonly marks: readonly string[];
  /** Until the write of the record is known to have ended: when to look what became of it. */
  readonly sweepAt?: Instant;
}

/** The collections whose names are kept. */
export const namedKinds = ['groups', 'resources', 'people'] as const satisfies readonly NamedKind[];

/** Whether the store keeps names of a collection's records. */
export function isNamed(shelf: string): shelf is NamedKind {
  return (namedKinds as readonly string[]).includes(shelf);
}

/** With which letters marks begin: of groups that are listed and not, of resources, of people. */
export const markLetters = { listed: 'l', hidden: 'h', resources: 'r', people: 'p' } as const;

/** The mark of a group that nobody owns, behind its letter. */
export const ownerlessMark = 'o';

/** The longest key of a name within the key of its entry, in characters. */
const longestInKey = 120;

/** The entry of a record; what was deleted has none, nor has somebody who was forgotten. */
export function entryOf<K extends NamedKind>(of: K, record: Documents[K]): StoredName | undefined {
  const { id, name, tenantId } = record;
  const nameKey = toNameKey(name);
  const group = of === 'groups' ? (record as Group) : undefined;
  // Of somebody who never turned up the name may not be known.
  if (('deletedAt' in record && record.deletedAt !== undefined) || nameKey === '') return undefined;
  const about = of === 'people' ? '' : toNameKey((record as Group | Documents['resources']).description);
  const letter = group ? markLetters[group.isListed ? 'listed' : 'hidden'] : markLetters[of as 'resources' | 'people'];
  return {
    key: entryKey(tenantId, of, { id, nameKey }),
    tenantId,
    of,
    id,
    name,
    nameKey,
    marks: [
      ...marksOf(nameKey),
      ...aboutMarksOf(about),
      ...(group ? looksOf(name) : []),
      ...(group && isOwnerless(group) ? [ownerlessMark] : []),
    ].map((mark) => letter + mark),
    ...(group ? { isListed: group.isListed, runnerIds: [...new Set([...group.ownerIds, ...group.managerIds])] } : {}),
  };
}

/** The key of an entry: among equal names, the order of the ids. */
export function entryKey(tenantId: string, of: NamedKind, { id, nameKey }: NamePlace): string {
  return keyOf(tenantId, `${of}/${id}/${[...nameKey].slice(0, longestInKey).join('')}`);
}

/** An entry without what the store needs of it alone. */
export function toEntry({ of, id, name, nameKey, isListed, runnerIds }: StoredName): NameEntry {
  return {
    of,
    id,
    name,
    nameKey,
    ...given({ isListed, runnerIds }),
  };
}
