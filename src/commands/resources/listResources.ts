import { pageSize } from './accessRows.js';
import { keepVisible } from '../reads/findGroup.js';
import { viewPeople } from '../reads/people.js';
import { loadActorFacts, refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
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
  const groups = await keepVisible(
    turn,
    facts.tenant,
    await turn.store.read('groups').getMany([...new Set(resources.flatMap(({ groupIds }) => groupIds))]),
  );
  const owners = new Map(
    (await viewPeople(turn.store, [...new Set(resources.flatMap(({ ownerIds }) => ownerIds))])).map((person) => [
      person.id,
      person.name,
    ]),
  );
  const rows = resources.map(({ id, name, groupIds, ownerIds }) => ({
    id,
    name,
    groups: groups.filter((group) => groupIds.includes(group.id)).map((group) => group.name),
    owners: ownerIds.map((owner) => owners.get(owner) ?? '').filter((one) => one !== ''),
  }));
  return { kind: 'tableShown', table: { code: 'resources', rows, page: { page: at, pageCount, total } } };
}
