import { isConcerned } from '../../domain/requests/deciders.js';
import { findDelegators, findStandIns } from '../reads/standIns.js';
import type { Turn } from '../turn.js';
import { isStandingIn } from '../../domain/delegations/delegation.js';
import type { Group } from '../../domain/groups/group.js';
import { approverIdsOf } from '../../domain/groups/policy.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import type { Page } from '../../domain/page.js';

/** How many requests an inbox page shows; each has its buttons. */
export const inboxPageSize = 5;

/** How many groups a page of a list shows. */
export const groupPageSize = 8;

/** The groups that a person owns. */
export async function findOwnedGroups(turn: Pick<Turn, 'store' | 'actor'>): Promise<Group[]> {
  const groups = await turn.store
    .read('groups')
    .find({ where: { ownerIds: turn.actor.id }, sort: { field: 'nameKey', direction: 'asc' } });
  return groups.filter((group) => group.deletedAt === undefined);
}

/** The groups about which a person decides: their own, those whose members they manage, and those for whose owners they stand in now (F41, F45). */
export async function findDecidableGroups(turn: Pick<Turn, 'store' | 'actor' | 'now'>): Promise<Group[]> {
  const { store, actor, now } = turn;
  const [owned, managed, delegators] = await Promise.all([
    findOwnedGroups(turn),
    store.read('groups').find({ where: { managerIds: actor.id } }),
    findDelegators(turn),
  ]);
  const lent = await Promise.all(
    delegators.map(async (person) => {
      const theirs = await Promise.all([
        store.read('groups').find({ where: { ownerIds: person.id } }),
        store.read('groups').find({ where: { managerIds: person.id } }),
      ]);
      return theirs
        .flat()
        .filter((group) =>
          (person.delegations ?? []).some(
            (delegation) => delegation.toId === actor.id && isStandingIn(delegation, group.id, now),
          ),
        );
    }),
  );
  const all = [...owned, ...managed, ...lent.flat()].filter((group) => group.deletedAt === undefined);
  return all.filter((group, index) => all.findIndex(({ id }) => id === group.id) === index);
}

/** The requests that wait for a person's decision, the oldest first; their own are for others to decide (F24, F84). */
export async function findInbox(turn: Pick<Turn, 'store' | 'actor' | 'now'>): Promise<MembershipRequest[]> {
  const groups = await findDecidableGroups(turn);
  if (groups.length === 0) return [];
  const waiting = await turn.store.read('requests').find({
    where: { groupId: { in: groups.map((group) => group.id) }, status: 'pending' },
    sort: { field: 'createdAt', direction: 'asc' },
  });
  const mine = new Set(groups.filter((group) => approverIdsOf(group).includes(turn.actor.id)).map(({ id }) => id));
  const lent = new Map(groups.filter(({ id }) => !mine.has(id)).map((group) => [group.id, group]));
  const decidable = await Promise.all(
    waiting.map(async (request) => {
      if (isConcerned(request, turn.actor.id)) return false;
      const group = lent.get(request.groupId);
      return !group || (await findStandIns(turn, group, request)).some(({ personId }) => personId === turn.actor.id);
    }),
  );
  return waiting.filter((_, index) => decidable[index]);
}

/** One page of a list; a page that does not exist is answered with the nearest one. */
export function paginate<T>(
  items: readonly T[],
  page: number,
  size: number,
): { readonly items: T[]; readonly page: Page } {
  const pageCount = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
  return {
    items: items.slice((number - 1) * size, number * size),
    page: { page: number, pageCount, total: items.length },
  };
}
