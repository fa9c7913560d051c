import type { AuditEntry } from '../../src/domain/history/audit.js';
import type { Group } from '../../src/domain/groups/group.js';
import type { Membership } from '../../src/domain/members/membership.js';
import type { Person } from '../../src/domain/organisation/person.js';
import { openKeyOf } from '../../src/domain/keys.js';
import type { MembershipRequest } from '../../src/domain/requests/request.js';
import type { Tenant } from '../../src/domain/organisation/tenant.js';
import type { Resource } from '../../src/domain/resources/resource.js';

/** The organisation that documents belong to unless a test says otherwise. */
export const contoso = 'contoso';

/** A moment in the past that tests count from: 2026-03-02, 09:00 UTC. */
export const monday = Date.UTC(2026, 2, 2, 9);

/** What a test says about a document; everything else is given plain values. The key follows from the ids. */
type Given<D> = Partial<Omit<D, 'key'>>;

const newRecord = { tenantId: contoso, version: 1, effects: [] } as const;

/** An organisation where requests are switched on and everybody is licensed. */
export function aTenant(given: Given<Tenant> = {}): Tenant {
  const tenant = {
    ...newRecord,
    name: 'Contoso',
    adminIds: [],
    ownersManageRequests: true,
    restrictGroupAccess: false,
    usersCreateSecurityGroups: true,
    usersCreateM365Groups: true,
    ownersCanAssignOwners: { security: { mode: 'all', selectedIds: [] }, m365: { mode: 'all', selectedIds: [] } },
    licence: 'P1',
    licensedIds: [],
    guardrails: { justification: 'off' },
    ...given,
  } as const;
  return { key: `${tenant.tenantId}/tenant`, ...tenant };
}

/** A person with a name and nothing else. */
export function aPerson(given: Given<Person> = {}): Person {
  const name = given.name ?? 'Ann Archer';
  const person = { ...newRecord, id: 'ann', name, nameKey: name.toLowerCase(), ...given };
  return { key: `${person.tenantId}/${person.id}`, ...person };
}

/** A listed security group that asks its one owner. */
export function aGroup(given: Given<Group> = {}): Group {
  const name = given.name ?? 'Marketing';
  const group = {
    ...newRecord,
    id: 'marketing',
    name,
    nameKey: name.toLowerCase(),
    description: 'Campaigns and events',
    groupType: 'security',
    origin: 'selfService',
    joinRule: 'ownerApproval',
    isListed: true,
    justification: 'optional',
    ownerIds: ['olga'],
    managerIds: [],
    createdAt: monday,
    ...given,
  } as const;
  return { key: `${group.tenantId}/${group.id}`, ...group };
}

/** An application that members of Marketing may use. */
export function aResource(given: Given<Resource> = {}): Resource {
  const name = given.name ?? 'Salesforce';
  const resource = {
    ...newRecord,
    id: 'salesforce',
    name,
    nameKey: name.toLowerCase(),
    description: 'Customers and orders',
    groupIds: ['marketing'],
    ownerIds: ['rosa'],
    ...given,
  };
  return { key: `${resource.tenantId}/${resource.id}`, ...resource };
}

/** Ann's membership of Marketing, in force. */
export function aMembership(given: Given<Membership> = {}): Membership {
  const membership = {
    ...newRecord,
    groupId: 'marketing',
    personId: 'ann',
    status: 'active',
    since: monday,
    basis: { kind: 'imported' },
    provisioning: 'delivered',
    ...given,
  } as const;
  return { key: `${membership.tenantId}/${membership.groupId}/${membership.personId}`, ...membership };
}

/** Ann's request for Marketing, waiting for Olga; its open key is there while it is pending. */
export function aRequest(given: Given<MembershipRequest> = {}): MembershipRequest {
  const request = {
    ...newRecord,
    id: 'REQ-00000001',
    groupId: 'marketing',
    requesterId: 'ann',
    status: 'pending',
    createdAt: monday,
    expiresAt: monday + 14 * 86_400_000,
    approvers: [{ personId: 'olga', delivery: 'waiting' }],
    ...given,
  } as const;
  const open =
    request.status === 'pending' ? { openKey: openKeyOf(request.tenantId, request.groupId, request.requesterId) } : {};
  return { key: `${request.tenantId}/${request.id}`, ...open, ...request };
}

/** A link of a history; its hashes are not real ones. */
export function anAuditEntry(
  sequence: number,
  given: { readonly tenantId?: string; readonly eventId?: string } = {},
): AuditEntry {
  const { tenantId = contoso, eventId = `event-${sequence}` } = given;
  const event = {
    id: eventId,
    kind: 'memberAdded',
    at: monday + sequence,
    groupId: 'marketing',
    subjectId: 'ann',
    before: 'none',
    after: 'member',
  } as const;
  return {
    key: `${tenantId}/${String(sequence).padStart(12, '0')}`,
    tenantId,
    sequence,
    event,
    eventKey: `${tenantId}/${eventId}`,
    previousHash: `hash-${sequence - 1}`,
    hash: `hash-${sequence}`,
  };
}
