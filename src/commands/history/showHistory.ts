import { isAdmin } from '../../domain/groups/policy.js';
import { loadDecision } from '../requests/decision.js';
import { viewEntries } from './historyRows.js';
import { loadActorFacts, loadGroupFacts, refused, resolveGroup } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { findObstacle } from '../../domain/requests/decideApproval.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** Lines on one page of a history. */
const pageSize = 8;

/** "history Marketing", "history REQ-…": for those who may see it; for all others there is none (F65). */
export async function showHistory({ about, page }: IntentOf<'showHistory'>, turn: Turn): Promise<Outcome> {
  if (about.of === 'request') {
    const facts = await loadDecision(turn, about.requestId);
    const isOwn = facts?.request.requesterId === turn.actor.id;
    const obstacle = facts && findObstacle(facts);
    const mayDecide =
      obstacle === undefined || obstacle.code === 'request_already_decided' || obstacle.code === 'request_closed';
    if (!facts || !(isOwn || mayDecide || isAdmin(facts.tenant, turn.actor.id)))
      return refused({ code: 'request_not_found', typed: about.requestId });
    return showEntries(turn, { title: about.requestId, requestId: about.requestId }, page, facts.knownName);
  }
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, about.target, { verb: 'showHistory', carry: {} });
  if (!found.ok) return found.answer;
  const verdict = decideManageMembers(await loadGroupFacts(turn, facts, found.value));
  if (!verdict.allowed) return refused(verdict.refusal);
  return showEntries(turn, { title: found.value.name, groupId: found.value.id }, page);
}

async function showEntries(
  turn: Turn,
  about: { readonly title: string; readonly groupId?: string; readonly requestId?: string },
  page: number,
  knownName?: string,
): Promise<Outcome> {
  const { title, ...search } = about;
  const at = Math.max(1, page);
  const { entries, total } = await turn.store.findAudit({ ...search, skip: (at - 1) * pageSize, limit: pageSize });
  return {
    kind: 'tableShown',
    table: {
      code: 'history',
      title,
      ...search,
      rows: await viewEntries(turn, entries, knownName),
      page: { page: at, pageCount: Math.max(1, Math.ceil(total / pageSize)), total },
    },
  };
}
