import { readSize } from './historyRows.js';
import { loadActorFacts, refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { verifyChain } from '../../domain/history/auditChain.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "audit verify": walks the whole chain and says where it breaks, if it does (F66). */
export async function verifyHistory(_intent: IntentOf<'verifyHistory'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  let erased = 0;
  let last: { readonly sequence: number; readonly hash: string } | undefined;
  for (;;) {
    const entries = await turn.store.readAudit((last?.sequence ?? 0) + 1, readSize);
    const checked = verifyChain(entries, turn.sha256, last);
    if (!checked.ok)
      return {
        kind: 'newsTold',
        notice: { code: 'auditBroken', sequence: checked.sequence, problem: checked.problem },
      };
    last = checked.last ?? last;
    erased += entries.filter(({ event }) => event.reasonDigest !== undefined).length;
    if (entries.length < readSize)
      return {
        kind: 'newsTold',
        notice: { code: 'auditVerified', entries: last?.sequence ?? 0, erased, hash: last?.hash ?? '' },
      };
  }
}
