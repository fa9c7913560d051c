import { loadActorFacts, refused } from '../reads/resolve.js';
import type { Answer, Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { IntentOf } from '../../intents/intent.js';

/** "bot status": version, store, directory, what is overdue or was given up, and the last backup; a bare "status" is that for administrators. */
export async function showBotStatus({ orMine }: IntentOf<'showBotStatus'>, turn: Turn): Promise<Answer> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed && orMine) return { instead: { kind: 'listMyRequests', page: 1 } };
  if (!verdict.allowed) return refused(verdict.refusal);
  const { running } = turn;
  const { version, startedAt, store } = running;
  const [dueAt, lastBackupAt] = await Promise.all([running.oldestDueAt(turn.now), turn.store.shared.lastBackup.at()]);
  return {
    kind: 'tableShown',
    table: {
      code: 'botStatus',
      version,
      startedAt,
      store,
      directory: turn.directory.kind === 'ledger' ? 'ledger' : 'entra',
      ...(dueAt === undefined ? {} : { overdueMs: turn.now - dueAt }),
      givenUp: running.givenUp(),
      ...given({ lastBackupAt }),
    },
  };
}
