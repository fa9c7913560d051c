import type { Turn } from './turn.js';
import type { Group } from '../domain/group.js';
import type { Page } from '../domain/outcome.js';
import type { MembershipRequest } from '../domain/request.js';

/** How many requests an inbox page shows; each has its buttons. */
export const inboxPageSize = 5;

/** How many groups a page of a list shows. */
export const groupPageSize = 8;

/** The groups that a person owns. */
export async function findOwnedGroups(turn: Pick<Turn, 'store' | 'actor'>): Promise<Group[]> {
  return turn.store.read('groups').find({ where: { ownerIds: turn.actor.id }, sort: { field: 'nameKey', direction: 'asc' } });
}

/** The requests that wait for a person's decision, the oldest first; their own are for others to decide (F24, F84). */
export async function findInbox(turn: Pick<Turn, 'store' | 'actor'>): Promise<MembershipRequest[]> {
  const owned = await findOwnedGroups(turn);
  if (owned.length === 0) return [];
  const waiting = await turn.store.read('requests').find({ where: { groupId: { in: owned.map((group) => group.id) }, status: 'pending' }, sort: { field: 'createdAt', direction: 'asc' } });
  return waiting.filter((request) => request.requesterId !== turn.actor.id);
}

/** One page of a list; a page that does not exist is answered with the nearest one. */
export function paginate<T>(items: readonly T[], page: number, size: number): { readonly items: T[]; readonly page: Page } {
  const pageCount = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  return { items: items.slice((number - 1) * size, number * size), page: { page: number, pageCount, total: items.length } };
}
