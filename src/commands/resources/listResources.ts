import { pageSize } from './accessRows.js';
import { keepVisible } from '../reads/findGroup.js';
import { viewPeople } from '../reads/people.js';
import { loadActorFacts, refused } from '../reads/resolve.js';
import { turnTo } from '../reads/turnTo.js';
import { type Turn } from '../turn.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import { keyOf } from '../../domain/keys.js';
import type { Outcome } from '../../domain/outcome.js';
import { edgesOf, pageOf, readPlace, type Page, type PageWish } from '../../domain/page.js';
import type { Group } from '../../domain/groups/group.js';
import { isThere } from '../../domain/resources/decideResource.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { IntentOf } from '../../intents/intent.js';

/** "resources": what groups open, and whose it is. */
export async function listResources(wish: IntentOf<'listResources'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const closed = findClosedDoor(facts);
  if (closed) return refused(closed);
  const { rows: resources, page } = await readPage(turn, wish);
  const all = await turn.store.read('groups').getMany([...new Set(resources.flatMap(({ groupIds }) => groupIds))]);
  const visible = await keepVisible(turn, facts.tenant, all);
  // Whoever granted something sees where, whatever the group's side does (S43).
  const isMine = ({ ownerIds }: Resource): boolean => ownerIds.includes(turn.actor.id);
  const groupsOf = (resource: Resource): readonly Group[] =>
    (isMine(resource) ? all.filter(({ deletedAt }) => deletedAt === undefined) : visible).filter(({ id }) =>
      resource.groupIds.includes(id),
    );
  const owners = new Map(
    (await viewPeople(turn.store, [...new Set(resources.flatMap(({ ownerIds }) => ownerIds))])).map((person) => [
      person.id,
      person.name,
    ]),
  );
  const rows = resources.map((resource) => ({
    id: resource.id,
    name: resource.name,
    groups: groupsOf(resource).map((group) => group.name),
    owners: resource.ownerIds.map((owner) => owners.get(owner) ?? '').filter((one) => one !== ''),
  }));
  return { kind: 'tableShown', table: { code: 'resources', rows, page } };
}

/** What was removed has a name in no list. */
const named = { gte: ' ' } as const;

/** One page of them, in the order of their names. */
async function readPage(
  { store }: Turn,
  wish: PageWish,
): Promise<{ readonly rows: readonly Resource[]; readonly page: Page }> {
  const total = await store.read('resources').count({ nameKey: named });
  const read = async (one: PageWish) => {
    const place = readPlace(one.after) ?? readPlace(one.before);
    const isBack = place !== undefined && one.after === undefined;
    const behind = await store.read('resources').find({
      where: place ? {} : { nameKey: named },
      sort: { field: 'nameKey', direction: isBack ? 'desc' : 'asc' },
      limit: pageSize + 1,
      ...(place
        ? { after: { value: place.nameKey, key: keyOf(store.tenantId, place.id) } }
        : { skip: (one.page - 1) * pageSize }),
    });
    // Read back from a row, they are the last ones.
    const found = behind.filter(isThere);
    const some = found.slice(0, pageSize);
    const rows = isBack ? some.reverse() : some;
    const hasMore = found.length > pageSize;
    return { rows, page: { ...pageOf(one, { total, size: pageSize, hasMore }), ...edgesOf(rows) } };
  };
  return turnTo(wish, pageSize, read);
}
