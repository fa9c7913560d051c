import { loadActorFacts, refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "directory": where memberships take effect, what the bot may do there, and how it is now. */
export async function showDirectory(_intent: IntentOf<'showDirectory'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const { directory } = turn;
  if (directory.kind === 'ledger') return { kind: 'tableShown', table: { code: 'directory', permissions: [] } };
  const permissions = directory.permissions();
  const entra = { writes: directory.writes, isDown: directory.isDown() };
  return { kind: 'tableShown', table: { code: 'directory', entra, permissions } };
}
