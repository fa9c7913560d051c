import { pageSize } from './accessRows.js';
import { keepVisible } from '../reads/findGroup.js';
import { viewPeople } from '../reads/people.js';
import { loadActorFacts, refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Group } from '../../domain/groups/group.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { IntentOf } from '../../intents/intent.js';

/** "resources": what groups open, and whose it is. */
export async function listResources({ page }: IntentOf<'listResources'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const closed = findClosedDoor(facts);
  if (closed) return refused(closed);
  const total = await turn.store.read('resources').count({});
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const at = Math.min(page, pageCount);
  const resources = await turn.store
    .read('resources')
    .find({ where: {}, sort: { field: 'nameKey', direction: 'asc' }, skip: (at - 1) * pageSize, limit: pageSize });
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
  return { kind: 'tableShown', table: { code: 'resources', rows, page: { page: at, pageCount, total } } };
}
