import { viewPeople } from '../reads/people.js';
import { save, untilWritten } from '../change.js';
import { occasionOf, type Turn } from '../turn.js';
import { viewOwnRequest, viewOwnRequests } from '../reads/requestViews.js';
import { given } from '../../domain/given.js';
import { decideWithdrawal } from '../../domain/requests/decideWithdrawal.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import { withdrawRequestChange } from '../../domain/requests/requestChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** A requester's second thoughts (F13). */
export async function withdrawRequest(intent: IntentOf<'withdrawRequest'>, turn: Turn): Promise<Outcome> {
  const { requestId, words } = intent.target;
  if (requestId) return withdraw(turn, requestId, intent.ask);
  const mine = await turn.store
    .read('requests')
    .find({ where: { requesterId: turn.actor.id, status: 'pending' }, sort: { field: 'createdAt', direction: 'asc' } });
  const [only] = mine;
  if (!only) return { kind: 'refused', refusal: { code: 'nothing_to_withdraw' } };
  const views = await viewOwnRequests(turn.store, mine);
  const named = words
    ? mine.filter((_, index) => toNameKey(views[index]?.group.name ?? '') === toNameKey(words))
    : mine;
  if (named.length === 1 && named[0]) return withdraw(turn, named[0].id, intent.ask);
  // A name that is not exactly one of theirs, or none at all: they pick (F83).
  if (mine.length === 1) return withdraw(turn, only.id, true);
  return { kind: 'requestPickNeeded', purpose: 'withdrawRequest', requests: views };
}

async function withdraw(turn: Turn, requestId: string, ask = false): Promise<Outcome> {
  // A conflict means that an owner decided, or the outbox wrote, since we read.
  return untilWritten(requestId, async (): Promise<Outcome | 'conflict'> => {
    const request = await turn.store.read('requests').get(requestId);
    if (!request) return { kind: 'refused', refusal: { code: 'request_not_found', typed: requestId } };
    return tryWithdraw(turn, request, ask);
  });
}

async function tryWithdraw(turn: Turn, request: MembershipRequest, ask: boolean): Promise<Outcome | 'conflict'> {
  const view = await viewOwnRequest(turn.store, request);
  const [decidedBy] = request.decision ? await viewPeople(turn.store, [request.decision.by]) : [];
  const verdict = decideWithdrawal({
    actorId: turn.actor.id,
    request,
    groupName: view.group.name,
    ...given({ decidedBy }),
  });
  if (!verdict.allowed) {
    // A repeated click reads the same again (F18); a decided request shows how it was decided.
    if (request.requesterId === turn.actor.id && request.status === 'withdrawn')
      return { kind: 'requestWithdrawn', request: view };
    return verdict.refusal.code === 'request_already_decided'
      ? { kind: 'requestShown', request: view }
      : { kind: 'refused', refusal: verdict.refusal };
  }
  if (ask) return { kind: 'withdrawConfirmNeeded', request: view };
  const next = withdrawRequestChange(request, occasionOf(turn));
  if ((await save(turn, verdict.proof, 'requests', next)) !== 'written') return 'conflict';
  return { kind: 'requestWithdrawn', request: await viewOwnRequest(turn.store, next) };
}
