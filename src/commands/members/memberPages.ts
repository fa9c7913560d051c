import { turnTo } from '../reads/turnTo.js';
import type { Turn } from '../turn.js';
import type { Group } from '../../domain/groups/group.js';
import { keyOf, membershipId } from '../../domain/keys.js';
import { edgesOf, pageOf, readPlace, type Page, type PageWish } from '../../domain/page.js';
import type { PersonId } from '../../domain/terms.js';

/** People on one page of a list. */
const pageSize = 8;

/** Pages that were typed by number are looked for no further, in people. */
const mostSkipped = 2_000;

/** Who is in a group, and who is in it or missing there by other hands. */
const present = ['active', 'unexplained', 'missing'] as const;

/** Some people in the order of the list, and whether it goes on in the direction that it was read in. */
interface Rows {
  readonly ids: readonly PersonId[];
  readonly hasMore: boolean;
}

/** Those who run a group and then its other members, as far as a page needs them. */
interface MemberList {
  readonly runners: readonly PersonId[];
  /** Other members in the order of their ids, or backwards. */
  readonly findOthers: (
    direction: 'asc' | 'desc',
    from: PersonId | undefined,
    limit: number,
  ) => Promise<readonly PersonId[]>;
}

/** One page of those who run the group and then of its other members. */
export async function readMemberPage(
  { store }: Turn,
  group: Group,
  wish: PageWish,
): Promise<{ readonly rows: readonly PersonId[]; readonly page: Page }> {
  const memberships = store.read('memberships');
  const runners = [...new Set([...group.ownerIds, ...group.managerIds])];
  const [counts, own] = await Promise.all([
    Promise.all(present.map((status) => memberships.count({ groupId: group.id, status }))),
    memberships.getMany(runners.map((id) => membershipId(group.id, id))),
  ]);
  const others = counts.reduce((sum, count) => sum + count, 0) - own.filter(({ status }) => status !== 'ended').length;
  const total = others + runners.length;
  const list: MemberList = {
    runners,
    async findOthers(direction, from, limit) {
      const key = from && keyOf(store.tenantId, membershipId(group.id, from));
      const found = await Promise.all(
        present.map((status) =>
          memberships.find({
            where: { groupId: group.id, status },
            // All have the same status, so that this is the order of the ids.
            sort: { field: 'status', direction },
            limit: limit + runners.length,
            ...(key ? { after: { value: status, key } } : {}),
          }),
        ),
      );
      const ids = found.flatMap((some) => some.map(({ personId }) => personId));
      const sorted = ids.filter((id) => !runners.includes(id)).sort((a, b) => (a < b ? -1 : 1));
      return (direction === 'asc' ? sorted : sorted.reverse()).slice(0, limit);
    },
  };
  const read = async (one: PageWish) => {
    const { ids, hasMore } = await readRows(list, one);
    const places = ids.map((id) => ({ id, nameKey: '' }));
    return { rows: ids, page: { ...pageOf(one, { total, size: pageSize, hasMore }), ...edgesOf(places) } };
  };
  return turnTo(wish, pageSize, read);
}

function readRows(list: MemberList, { page, after, before }: PageWish): Promise<Rows> {
  const [behind, ahead] = [readPlace(after)?.id, readPlace(before)?.id];
  if (behind !== undefined) return readBehind(list, behind);
  return ahead === undefined ? readAt(list, (page - 1) * pageSize) : readAhead(list, ahead);
}

async function readBehind({ runners, findOthers }: MemberList, id: PersonId): Promise<Rows> {
  const at = runners.indexOf(id);
  const rest = at < 0 ? [] : runners.slice(at + 1);
  return cut([...rest, ...(await findOthers('asc', at < 0 ? id : undefined, pageSize + 1))]);
}

async function readAhead({ runners, findOthers }: MemberList, id: PersonId): Promise<Rows> {
  const at = runners.indexOf(id);
  const others = at < 0 ? await findOthers('desc', id, pageSize + 1) : [];
  const { ids, hasMore } = cut([...others, ...runners.slice(0, at < 0 ? undefined : at).reverse()]);
  return { ids: [...ids].reverse(), hasMore };
}

async function readAt({ runners, findOthers }: MemberList, wanted: number): Promise<Rows> {
  const skip = Math.min(wanted, mostSkipped);
  const others = await findOthers('asc', undefined, skip + pageSize + 1);
  return cut([...runners, ...others].slice(skip));
}

function cut(ids: readonly PersonId[]): Rows {
  return { ids: ids.slice(0, pageSize), hasMore: ids.length > pageSize };
}
