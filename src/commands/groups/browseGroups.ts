import { groupPageSize } from '../requests/inbox.js';
import type { NameEntry } from '../ports.js';
import { groupScope } from '../reads/names.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { viewRows } from '../reads/standing.js';
import type { Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Page } from '../../domain/page.js';
import { adminIdsOf, canSeeGroup, isAdmin } from '../../domain/groups/policy.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { IntentOf } from '../../intents/intent.js';

/** "groups sales": the listed groups with all of these words, and how the person stands to each (F1). */
export async function browseGroups(intent: IntentOf<'browseGroups'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  const seesAll = isAdmin(tenant, turn.actor.id);
  if (tenant.restrictGroupAccess && !seesAll) {
    return {
      kind: 'refused',
      refusal: { code: 'groups_restricted', admins: await viewPeople(turn.store, adminIdsOf(tenant)) },
    };
  }
  const { entries, page } = await readPage(turn, tenant, intent);
  const found = entries.length === 0 ? [] : await turn.store.read('groups').getMany(entries.map(({ id }) => id));
  // An entry may be ahead of its group, or behind it, for a moment.
  const groups = found.filter((group) =>
    canSeeGroup({ group, personId: turn.actor.id, isMember: false, isAdmin: seesAll }),
  );
  return { kind: 'groupsListed', words: intent.words, rows: await viewRows(turn, tenant, groups), page };
}

/** One page of the names; a page that does not exist is answered with the last one. */
async function readPage(
  turn: Turn,
  tenant: Tenant,
  { words, page: wished }: IntentOf<'browseGroups'>,
): Promise<{ readonly entries: readonly NameEntry[]; readonly page: Page }> {
  const read = (page: number) =>
    turn.store.names.page(groupScope(turn, tenant), { words, skip: (page - 1) * groupPageSize, limit: groupPageSize });
  const first = await read(wished);
  const pageCount = Math.max(1, Math.ceil(first.total / groupPageSize));
  const { entries } = wished > pageCount ? await read(pageCount) : first;
  return { entries, page: { page: Math.min(wished, pageCount), pageCount, total: first.total } };
}
