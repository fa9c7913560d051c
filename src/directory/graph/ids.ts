const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is an object id of Microsoft Entra; our own ids of groups may look alike, so the record decides which it is. */
export function isGuid(id: string): boolean {
  return guid.test(id);
}

/** An id as one part of a path. An empty one, dots or a slash would make it another address altogether. */
export function toSegment(id: string): string {
  if (!isGuid(id)) throw new Error('an id for Microsoft Graph must be a GUID');
  return id.toLowerCase();
}

/**
 * Refuses an address that must never be deleted: all there is to delete are ties of people to groups, which end with
 * `/$ref` (without it the person would be deleted), and whole groups.
 */
export function checkDeletion(path: string): void {
  const [root, groupId = '', relation, personId = '', ref, ...more] = path.split('/');
  const isGroup = relation === undefined;
  const isTie = (relation === 'members' || relation === 'owners') && isGuid(personId) && ref === '$ref';
  if (root !== 'groups' || !isGuid(groupId) || !(isGroup || isTie) || more.length > 0)
    throw new Error('a DELETE that is neither a tie nor a group was stopped');
}
