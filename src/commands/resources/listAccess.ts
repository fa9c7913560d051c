import { peopleOf, readAccess } from '../reads/accessReads.js';
import { pageSize, viewAccessRows } from './accessRows.js';
import { loadActorFacts, refused, resolveResource } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "who has Salesforce": everybody with access, whatever group it came from, for administrators (S41, F60). */
export async function listAccess({ resource: target, page }: IntentOf<'listAccess'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const found = await resolveResource(turn, target, { verb: 'listAccess', carry: {} });
  if (!found.ok) return found.answer;
  const ids = await readAccess(turn, found.value);
  const all = peopleOf(ids);
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize));
  const at = Math.min(page, pageCount);
  const rows = await viewAccessRows(turn, found.value, ids, all.slice((at - 1) * pageSize, at * pageSize));
  return {
    kind: 'tableShown',
    table: {
      code: 'access',
      resource: found.value.name,
      resourceId: found.value.id,
      rows,
      page: { page: at, pageCount, total: all.length },
    },
  };
}
