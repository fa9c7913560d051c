import { groupPageSize, paginate } from '../requests/inbox.js';
import { loadTenant, viewPeople } from '../reads/people.js';
import { viewRows } from '../reads/standing.js';
import type { Turn } from '../turn.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import { canSeeGroup, isAdmin } from '../../domain/groups/policy.js';
import type { IntentOf } from '../../intents/intent.js';

/** "groups sales": the listed groups with all of these words, and how the person stands to each (F1). */
export async function browseGroups(intent: IntentOf<'browseGroups'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  const seesAll = isAdmin(tenant, turn.actor.id);
  if (tenant.restrictGroupAccess && !seesAll) {
    return {
      kind: 'refused',
      refusal: { code: 'groups_restricted', admins: await viewPeople(turn.store, tenant.adminIds) },
    };
  }
  const words = toNameKey(intent.words)
    .split(' ')
    .filter((word) => word.length > 0);
  const entries = (await turn.listCatalogue(turn.store)).filter((entry) =>
    canSeeGroup({ group: entry, personId: turn.actor.id, isMember: false, isAdmin: seesAll }),
  );
  const matching = entries.filter((entry) => hasWords(`${entry.nameKey} ${toNameKey(entry.description)}`, words));
  const { items, page } = paginate(matching, intent.page, groupPageSize);
  // The list of names may be some seconds old.
  const groups = (await turn.store.read('groups').getMany(items.map((entry) => entry.id))).filter(
    ({ deletedAt }) => deletedAt === undefined,
  );
  return { kind: 'groupsListed', words: intent.words, rows: await viewRows(turn, tenant, groups), page };
}

function hasWords(text: string, words: readonly string[]): boolean {
  const known = text.split(' ');
  return words.every((word) => known.some((candidate) => candidate.startsWith(word)));
}
