import type { Turn } from '../turn.js';
import type { Group } from '../../domain/groups/group.js';

/** The groups in which a person may decide, and add and remove people, by their role in them. */
export async function findLedGroups({
  store,
  actor,
}: Pick<Turn, 'store'> & { readonly actor: Pick<Turn['actor'], 'id'> }): Promise<Group[]> {
  const found = await Promise.all([
    store.read('groups').find({ where: { ownerIds: actor.id } }),
    store.read('groups').find({ where: { managerIds: actor.id } }),
  ]);
  return found
    .flat()
    .filter(({ deletedAt, knownAs, unsupportedKind }) => !deletedAt && knownAs === undefined && !unsupportedKind);
}
