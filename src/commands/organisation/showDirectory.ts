import { loadActorFacts, refused } from '../reads/resolve.js';
import { loadPeopleBrake, loadReading, readings } from '../reads/readingState.js';
import { type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { DirectoryReading } from '../../domain/organisation/answers.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "directory": where memberships take effect, what the bot may do there, and how it is now. */
export async function showDirectory(_intent: IntentOf<'showDirectory'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const { directory } = turn;
  if (directory.kind === 'ledger') return { kind: 'tableShown', table: { code: 'directory', permissions: [] } };
  const permissions = directory.permissions();
  const { store } = turn;
  const count = (knownAs: string) => store.read('groups').count({ knownAs });
  const [m365, security, unsupported, brake] = await Promise.all([
    count('m365'),
    count('security'),
    count('unsupported'),
    loadPeopleBrake(store),
  ]);
  const states = await Promise.all(
    readings.map(async (of): Promise<DirectoryReading[]> => {
      const state = await loadReading(store, of);
      if (!state) return [];
      const { phase, read, doneAt, trouble } = state;
      return [{ of, phase, read, ...(doneAt === undefined ? {} : { doneAt }), ...(trouble ? { trouble } : {}) }];
    }),
  );
  const entra = {
    writes: directory.writes,
    isDown: directory.isDown(),
    readings: states.flat(),
    known: { m365, security, unsupported },
    ...(brake ? { brake: { gone: brake.gone, total: brake.total } } : {}),
  };
  return { kind: 'tableShown', table: { code: 'directory', entra, permissions } };
}
