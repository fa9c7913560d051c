import { loadActorFacts, refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "ownerless": groups that nobody owns, for administrators (F44). */
export async function listOwnerless(_intent: IntentOf<'listOwnerless'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const groups = (
    await turn.store.read('groups').find({ where: {}, sort: { field: 'nameKey', direction: 'asc' } })
  ).filter(
    (group) =>
      group.ownerIds.length === 0 &&
      group.deletedAt === undefined &&
      group.knownAs === undefined &&
      !group.unsupportedKind,
  );
  const rows = await Promise.all(
    groups.slice(0, 20).map(async ({ id, name }) => ({
      id,
      name,
      waiting: await turn.store.read('requests').count({ groupId: id, status: 'pending' }),
    })),
  );
  return { kind: 'tableShown', table: { code: 'ownerless', rows } };
}
