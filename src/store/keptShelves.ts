import type { CollectionName } from '../commands/ports.js';
import { shelfNames, type ShelfName } from './collections.js';

/**
 * The collections whose records are somebody's own words and deeds, in the order in which a backup reads them:
 * whatever hands on work stands before what it is handed to, and the history, where all of it ends, is last. What else
 * the store keeps is made of these and can be made again.
 */
export const keptShelves = [
  'tenants',
  'people',
  'resources',
  'groups',
  'requests',
  'memberships',
  'audit',
] as const satisfies readonly ShelfName[];

/** The name of a collection that is kept for good. */
export type KeptShelf = CollectionName | 'audit';

/** Whether a shelf's records have schemas and are part of a backup. */
export function isKept(shelf: ShelfName): shelf is KeptShelf {
  return (keptShelves as readonly ShelfName[]).includes(shelf);
}

/** Whether a text is the name of a collection of this program. */
export function isKeptName(name: unknown): name is KeptShelf {
  return (shelfNames as readonly unknown[]).includes(name) && isKept(name as ShelfName);
}
