import { groupPageSize } from '../requests/inbox.js';
import type { NameEntry } from '../ports.js';
import { groupScope } from '../reads/names.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { viewRows } from '../reads/standing.js';
import { turnTo } from '../reads/turnTo.js';
import type { Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import { given } from '../../domain/given.js';
import { edgesOf, pageOf, readPlace, type Page, type PageWish } from '../../domain/page.js';
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
  const { rows: entries, page } = await readPage(turn, tenant, intent);
  const found = entries.length === 0 ? [] : await turn.store.read('groups').getMany(entries.map(({ id }) => id));
  // An entry may be ahead of its group, or behind it, for a moment.
  const groups = found.filter((group) =>
    canSeeGroup({ group, personId: turn.actor.id, isMember: false, isAdmin: seesAll }),
  );
  return { kind: 'groupsListed', words: intent.words, rows: await viewRows(turn, tenant, groups), page };
}

/** One page of the names. */
async function readPage(
  turn: Turn,
  tenant: Tenant,
  { words, ...wish }: IntentOf<'browseGroups'>,
): Promise<{ readonly rows: readonly NameEntry[]; readonly page: Page }> {
  const scope = groupScope(turn, tenant);
  const read = async (one: PageWish) => {
    const places = given({ after: readPlace(one.after), before: readPlace(one.before) });
    const { entries, ...rest } = await turn.store.names.page(scope, {
      words,
      skip: (one.page - 1) * groupPageSize,
      limit: groupPageSize,
      ...places,
    });
    return { rows: entries, page: { ...pageOf(one, { ...rest, size: groupPageSize }), ...edgesOf(entries) } };
  };
  return turnTo(wish, groupPageSize, read);
}
