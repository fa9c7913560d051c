import { loadActorFacts, refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { isOwnerless } from '../../domain/groups/policy.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** So many stand on one card. */
const mostShown = 20;

/** "ownerless": groups that nobody owns, for administrators (F44). */
export async function listOwnerless(_intent: IntentOf<'listOwnerless'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const entries = await turn.store.names.ownerless(mostShown);
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
  return { kind: 'tableShown', table: { code: 'ownerless', rows } };
}
