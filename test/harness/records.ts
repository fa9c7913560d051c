import { randomUUID } from 'node:crypto';
import type { Documents, Store } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { toNameKey } from '../../src/domain/names.js';
import type { AuditEntry } from '../../src/domain/history/audit.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, aTenant } from '../support/documents.js';
import { conversationOf } from '../support/fakeTeams.js';
import { lanes, type Lane, type Track } from './races.js';
import type { Racer } from './client.js';

const proof = authorize('race');

/** What is stored of an organisation. */
export interface Records {
  readonly tenant: Documents['tenants'];
  readonly groups: readonly Documents['groups'][];
  readonly memberships: readonly Documents['memberships'][];
  readonly requests: readonly Documents['requests'][];
  readonly resources: readonly Documents['resources'][];
  readonly history: readonly AuditEntry[];
}

/** An organisation for one race: everybody is known, the group has its people, and the asker waits. */
export async function layTrack(
  store: Store,
  serviceUrl: string,
  joinRule: 'open' | 'ownerApproval',
  requestId: string,
): Promise<Track> {
  const people = Object.fromEntries(
    lanes.map((lane, index) => [lane, { id: randomUUID(), name: `${lane} ${'ABCDEFGHIJ'[index]}` }]),
  ) as Record<Lane, Racer>;
  const track: Track = {
    tenantId: randomUUID(),
    groupId: randomUUID(),
    otherId: randomUUID(),
    resourceId: randomUUID(),
    requestId,
    people,
  };
  const { tenantId, groupId } = track;
  const { owner, secondOwner, manager, member, asker, admin, secondAdmin, otherOwner } = people;
  const tenant = store.forTenant(tenantId);
  await tenant.insert(proof, 'tenants', aTenant({ tenantId, adminIds: [admin.id, secondAdmin.id] }));
  for (const { id, name } of Object.values(people)) {
    const address = { serviceUrl, conversationId: conversationOf(id), botId: '28:bot', userId: `29:${id}` };
    const known = { channelUserId: `29:${id}`, locale: 'en-GB', timeZone: 'Europe/Berlin', address };
    await tenant.insert(proof, 'people', aPerson({ tenantId, id, name, nameKey: toNameKey(name), ...known }));
  }
  const ownerIds = [owner.id, secondOwner.id];
  const rules = { tenantId, justification: 'off' } as const;
  const harbor = { ...rules, id: groupId, name: 'Harbor', joinRule, ownerIds, managerIds: [manager.id] };
  await tenant.insert(proof, 'groups', aGroup(harbor));
  await tenant.insert(
    proof,
    'groups',
    aGroup({ ...rules, id: track.otherId, name: 'Quay', ownerIds: [otherOwner.id] }),
  );
  for (const { id } of [owner, secondOwner, manager, member])
    await tenant.insert(proof, 'memberships', aMembership({ tenantId, groupId, personId: id }));
  const resource = { tenantId, id: track.resourceId, ownerIds: [owner.id], groupIds: [groupId] };
  await tenant.insert(proof, 'resources', aResource(resource));
  const [createdAt, expiresAt] = [Date.now(), Date.now() + 86_400_000];
  const approvers = [owner, secondOwner, manager].map(({ id }) => ({ personId: id, delivery: 'sent' as const }));
  const waiting = { id: requestId, tenantId, groupId, requesterId: asker.id, approvers, createdAt, expiresAt };
  await tenant.insert(proof, 'requests', aRequest({ ...waiting, groupName: 'Harbor' }));
  return track;
}

/** Everything that is stored of a race's organisation now. */
export async function readRecords(store: Store, { tenantId }: Track): Promise<Records> {
  const tenant = store.forTenant(tenantId);
  const [found, groups, memberships, requests, resources, history] = await Promise.all([
    tenant.read('tenants').get('tenant'),
    tenant.read('groups').find({ where: {} }),
    tenant.read('memberships').find({ where: {} }),
    tenant.read('requests').find({ where: {} }),
    tenant.read('resources').find({ where: {} }),
    tenant.readAudit(1, 1000),
  ]);
  if (!found) throw new Error(`Nothing is left of ${tenantId}.`);
  return { tenant: found, groups, memberships, requests, resources, history };
}
