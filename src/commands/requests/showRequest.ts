import { loadDecision } from './decision.js';
import type { Turn } from '../turn.js';
import { viewOwnRequest, viewOwnRequests, viewRequest } from '../reads/requestViews.js';
import { findObstacle } from '../../domain/requests/decideApproval.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** How many people's clients may refresh a card by themselves; the platform takes no more. */
const mostRefreshUsers = 60;

/** A request, for those whom it concerns: its requester, and who may decide it or was asked to. */
export async function showRequest(intent: IntentOf<'showRequest'>, turn: Turn): Promise<Outcome> {
  const { requestId, words } = intent.target;
  if (!requestId) return showOwnRequest(turn, words ?? '');
  const facts = await loadDecision(turn, requestId);
  if (!facts) return { kind: 'refused', refusal: { code: 'request_not_found', typed: requestId } };
  if (facts.request.requesterId === turn.actor.id)
    return { kind: 'requestShown', request: await viewOwnRequest(turn.store, facts.request) };
  const obstacle = findObstacle(facts);
  if (obstacle && obstacle.code !== 'request_already_decided' && obstacle.code !== 'request_closed')
    return { kind: 'refused', refusal: obstacle };
  return {
    kind: 'approvalShown',
    request: await viewRequest(turn.store, facts.request),
    viewerId: turn.actor.id,
    refreshUserIds: await findRefreshUserIds(turn, facts.group.ownerIds),
  };
}

/** The channel's ids of those who may decide and have a chat with the bot: sorted, so that equal cards are equal. */
export async function findRefreshUserIds(turn: Pick<Turn, 'store'>, approverIds: readonly string[]): Promise<string[]> {
  const people = await turn.store.read('people').getMany(approverIds);
  return people
    .flatMap((person) => (person.address ? [person.address.userId] : []))
    .sort()
    .slice(0, mostRefreshUsers);
}

async function showOwnRequest(turn: Turn, words: string): Promise<Outcome> {
  const mine = await turn.store
    .read('requests')
    .find({ where: { requesterId: turn.actor.id }, sort: { field: 'createdAt', direction: 'desc' }, limit: 50 });
  const views = await viewOwnRequests(turn.store, mine);
  const wanted = toNameKey(words);
  const match = views.find((view) => toNameKey(view.group.name) === wanted) ?? (wanted ? undefined : views[0]);
  return match
    ? { kind: 'requestShown', request: match }
    : { kind: 'refused', refusal: { code: 'request_not_found', typed: words } };
}
