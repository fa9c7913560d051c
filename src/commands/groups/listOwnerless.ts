import type { NameEntry } from '../ports.js';
import { loadActorFacts, refused } from '../reads/resolve.js';
import { turnTo } from '../reads/turnTo.js';
import { type Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { isOwnerless } from '../../domain/groups/policy.js';
import type { Outcome } from '../../domain/outcome.js';
import { edgesOf, pageOf, readPlace, type Page, type PageWish } from '../../domain/page.js';
import type { IntentOf } from '../../intents/intent.js';

/** So many stand on one card. */
const pageSize = 8;

/** "ownerless": groups that nobody owns, for administrators (F44). */
export async function listOwnerless(wish: IntentOf<'listOwnerless'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const { rows: entries, page } = await readPage(turn, wish);
  // An entry may be ahead of its group, or behind it, for a moment.
  const found = entries.length === 0 ? [] : await turn.store.read('groups').getMany(entries.map(({ id }) => id));
  const groups = found.filter((group) => group.deletedAt === undefined && isOwnerless(group));
  const rows = await Promise.all(
    groups.map(async ({ id, name }) => ({
      id,
      name,
      waiting: await turn.store.read('requests').count({ groupId: id, status: 'pending' }),
    })),
  );
  return { kind: 'tableShown', table: { code: 'ownerless', rows, page } };
}

function readPage(
  { store }: Turn,
  wish: PageWish,
): Promise<{ readonly rows: readonly NameEntry[]; readonly page: Page }> {
  return turnTo(wish, pageSize, async (one) => {
    const places = given({ after: readPlace(one.after), before: readPlace(one.before) });
    const at = { skip: (one.page - 1) * pageSize, limit: pageSize, ...places };
    const { entries, ...rest } = await store.names.ownerless(at);
    return { rows: entries, page: { ...pageOf(one, { ...rest, size: pageSize }), ...edgesOf(entries) } };
  });
}
