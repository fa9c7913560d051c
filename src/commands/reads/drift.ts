import type { TenantStore } from '../ports.js';
import type { Membership } from '../../domain/members/membership.js';

/** Whose ties other hands changed in the directory, without an explanation so far. */
export async function readDrift(store: TenantStore, groupId: string): Promise<Membership[]> {
  const memberships = store.read('memberships');
  const [added, removed] = await Promise.all([
    memberships.find({ where: { groupId, status: 'unexplained' } }),
    memberships.find({ where: { groupId, status: 'missing' } }),
  ]);
  return [...added, ...removed];
}
