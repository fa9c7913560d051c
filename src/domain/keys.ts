import type { PersonId } from './terms.js';

/** The key of a record, or of a claim or value that an organisation keeps: no two organisations can have the same one. */
export function keyOf(tenantId: string, id: string): string {
  return `${tenantId}/${id}`;
}

/** The part of a record's key behind the organisation. */
export function idOf({ key, tenantId }: { readonly key: string; readonly tenantId: string }): string {
  return key.slice(tenantId.length + 1);
}

/** The organisation of a key; no id of one has a slash. */
export function tenantOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** Whether a key is one of the organisation's, with an id behind it. */
export function isKeyOf(tenantId: string, key: string): boolean {
  return key.startsWith(keyOf(tenantId, '')) && key.length > tenantId.length + 1;
}

/** The id of an organisation's only record about itself. */
export const tenantRecordId = 'tenant';

/** The id of a person's membership in a group: there is one at most, whatever becomes of it. */
export function membershipId(groupId: string, personId: PersonId): string {
  return `${groupId}/${personId}`;
}

/** The group of a membership, from its id. */
export function groupIdOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

/** The only open request that a person can have for a group is found under this key (F12). */
export function openKeyOf(tenantId: string, groupId: string, personId: PersonId): string {
  return keyOf(tenantId, membershipId(groupId, personId));
}

/** The id of an entry of the history: in the order of the text they stand in the order of the sequence. */
export function auditId(sequence: number): string {
  return String(sequence).padStart(12, '0');
}
