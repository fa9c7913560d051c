import { findInbox, findOwnedGroups, groupPageSize, paginate } from '../requests/inbox.js';
import type { Turn } from '../turn.js';
import { viewGroups } from '../reads/groupViews.js';
import { given } from '../../domain/given.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';
import type { MyGroupRow } from '../../domain/views.js';

/** "my groups": where the person is in, as owner or member, and until when. */
export async function listMyGroups(intent: IntentOf<'listMyGroups'>, turn: Turn): Promise<Outcome> {
  const { store, actor } = turn;
  const [owned, memberships, waiting] = await Promise.all([
    findOwnedGroups(turn),
    store.read('memberships').find({ where: { personId: actor.id, status: 'active' } }),
    findInbox(turn),
  ]);
  const ownedIds = new Set(owned.map((group) => group.id));
  const joined = await store
    .read('groups')
    .getMany(memberships.map((membership) => membership.groupId).filter((id) => !ownedIds.has(id)));
  const sorted = [...joined].sort((a, b) => (a.nameKey < b.nameKey ? -1 : 1));
  const { items, page } = paginate([...owned, ...sorted], intent.page, groupPageSize);
  const views = await viewGroups(store, items, actor.id);
  const rows = views.map((group): MyGroupRow => {
    const until = memberships.find((membership) => membership.groupId === group.id)?.until;
    const count = waiting.filter((request) => request.groupId === group.id).length;
    return {
      group,
      role: ownedIds.has(group.id) ? 'owner' : 'member',
      ...given({ until }),
      ...(count > 0 ? { waiting: count } : {}),
    };
  });
  return { kind: 'myGroupsListed', rows, page };
}
