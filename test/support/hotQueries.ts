import type { CollectionName, Query } from '../../src/commands/ports.js';

const byName = { field: 'nameKey', direction: 'asc' } as const;
const oldestFirst = { field: 'createdAt', direction: 'asc' } as const;
const newestFirst = { field: 'createdAt', direction: 'desc' } as const;

/** The questions that turns ask; each must be answered through an index in every store. */
export const hotQueries: readonly (readonly [CollectionName, Query])[] = [
  ['groups', { where: { nameKey: 'marketing' } }],
  ['groups', { where: { nameKey: { in: ['marketing', 'data'] } } }],
  ['groups', { where: { nameKey: { prefix: 'mark' } }, sort: byName, limit: 10 }],
  ['groups', { where: { ownerIds: 'olga' }, sort: byName }],
  ['groups', { where: { isListed: true }, sort: byName, skip: 10, limit: 10 }],
  ['groups', { where: {}, sort: byName }],
  ['resources', { where: { nameKey: 'salesforce' } }],
  ['resources', { where: { nameKey: { in: ['salesforce', 'sap'] } } }],
  ['resources', { where: { nameKey: { prefix: 'sales' } }, sort: byName }],
  ['resources', { where: { groupIds: 'marketing' }, sort: byName }],
  ['resources', { where: { groupIds: { in: ['marketing', 'sales'] } }, sort: byName }],
  ['resources', { where: { ownerIds: 'rosa' } }],
  ['resources', { where: {}, sort: byName }],
  ['memberships', { where: { personId: 'ann', status: 'active' } }],
  ['memberships', { where: { groupId: 'marketing', status: 'active' } }],
  ['requests', { where: { requesterId: 'ann' }, sort: newestFirst, limit: 10 }],
  ['requests', { where: { requesterId: 'ann', status: 'pending' }, sort: oldestFirst }],
  ['requests', { where: { groupId: 'marketing', status: 'pending' }, sort: oldestFirst }],
  ['requests', { where: { groupId: { in: ['marketing', 'sales'] }, status: 'pending' }, sort: oldestFirst }],
  ['requests', { where: { groupId: 'marketing' }, sort: newestFirst }],
  ['requests', { where: { openKey: 'contoso/marketing/ann' }, limit: 1 }],
  ['people', { where: { nameKey: 'ann archer' } }],
  ['people', { where: { nameKey: { prefix: 'ann' } }, sort: byName }],
];
