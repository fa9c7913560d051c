import { loadTenant, viewPeople, viewPerson } from '../reads/people.js';
import { findInbox, inboxPageSize, paginate } from './inbox.js';
import { save } from '../change.js';
import { findStandIns } from '../reads/standIns.js';
import { occasionOf, type Turn } from '../turn.js';
import { knownNameOf, viewOwnRequest, viewRequest, viewRequests } from '../reads/requestViews.js';
import { given } from '../../domain/given.js';
import type { DecisionFacts } from '../../domain/requests/decideApproval.js';
import { adminIdsOf, approverIdsOf, isAdmin } from '../../domain/groups/policy.js';
import { membershipId } from '../../domain/keys.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Refusal } from '../../domain/refusal.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import { expireRequest, isOverdue, planFollow } from '../../domain/requests/requestTimers.js';
import { applyChange, type Granted } from '../../domain/timers.js';
import type { RequestTarget } from '../../intents/targets.js';
import { anyOfThem } from '../../intents/words/answers.en.js';

/** What a decision depends on. */
export interface LoadedDecision extends DecisionFacts {
  /** The request waited beyond its end, and is read as what it has become; to be saved before anything is answered. */
  readonly ended?: Granted<string, MembershipRequest>;
}

/** Reads afresh everything that a decision on this request depends on (F16, F38). */
export async function loadDecision(turn: Turn, requestId: string): Promise<LoadedDecision | undefined> {
  const { store, actor, now } = turn;
  const [tenant, stored] = await Promise.all([loadTenant(store, turn), store.read('requests').get(requestId)]);
  if (!stored) return undefined;
  const ended = isOverdue(stored, now) ? applyChange(stored, expireRequest, occasionOf(turn)) : undefined;
  const request = ended?.document ?? stored;
  const [group, membership] = await Promise.all([
    store.read('groups').get(request.groupId),
    store.read('memberships').get(membershipId(request.groupId, request.requesterId)),
  ]);
  if (!group) return undefined;
  const otherIds = approverIdsOf(group).filter((id) => id !== actor.id);
  const standIn = approverIdsOf(group).includes(actor.id)
    ? undefined
    : (await findStandIns(turn, group, request)).find(({ personId }) => personId === actor.id);
  const ids = [
    request.requesterId,
    ...otherIds,
    ...adminIdsOf(tenant),
    ...(request.decision ? [request.decision.by] : []),
  ];
  const people = new Map((await viewPeople(store, ids)).map((person) => [person.id, person]));
  const name = (id: string): ReturnType<typeof viewPerson> => people.get(id) ?? viewPerson(undefined, id);
  const knownName =
    request.requesterId === actor.id && !isAdmin(tenant, actor.id)
      ? await knownNameOf(store, request, group)
      : undefined;
  return {
    actorId: actor.id,
    request,
    group,
    ...given({ knownName }),
    tenant,
    requester: name(request.requesterId),
    requesterIsMember: membership?.status === 'active',
    now,
    otherOwners: otherIds.map(name),
    admins: adminIdsOf(tenant).map(name),
    ...(standIn ? { standsInFor: name(standIn.forId) } : {}),
    ...(request.decision ? { decidedBy: name(request.decision.by) } : {}),
    ...given({ ended }),
  };
}

/** Saves that a request has ended which nobody decided in time; false when somebody was faster with it. */
export async function saveEnd(turn: Turn, { ended }: LoadedDecision): Promise<boolean> {
  return !ended || (await save(turn, ended.proof, 'requests', ended.document)) === 'written';
}

/** Lets a request that cannot be decided any more end, and both sides hear of it; false when somebody was faster. */
export async function endUndecidable(turn: Turn, { request }: DecisionFacts, refusal: Refusal): Promise<boolean> {
  if (refusal.code !== 'rule_changed' && refusal.code !== 'requester_left_or_joined') return true;
  const followed = applyChange(request, planFollow, occasionOf(turn));
  return !followed || (await save(turn, followed.proof, 'requests', followed.document)) === 'written';
}

/** What a person reads whose decision came too late: their own again (F18), or who was faster (F17); else the refusal. */
export async function answerRefusedDecision(
  turn: Turn,
  facts: DecisionFacts,
  refusal: Refusal,
  wanted: 'approved' | 'denied',
): Promise<Outcome> {
  if (refusal.code !== 'request_already_decided') return { kind: 'refused', refusal };
  const isOwn = facts.request.requesterId === turn.actor.id;
  const request = await (isOwn ? viewOwnRequest : viewRequest)(turn.store, facts.request);
  const viewerId = turn.actor.id;
  if (refusal.by.id !== viewerId) return { kind: 'decidedByAnother', request, viewerId };
  const noEffect = request.decision?.outcome === wanted ? undefined : wanted;
  return { kind: 'requestDecided', request, viewerId, ...given({ noEffect }) };
}

/** A decision that names its request by words, or not at all, changes nothing: it shows what could be meant (F83). */
export async function showDecidable(
  turn: Turn,
  purpose: 'approveRequest' | 'denyRequest',
  target: RequestTarget,
  justification?: string,
): Promise<Outcome> {
  const waiting = await findInbox(turn);
  const views = await viewRequests(turn.store, waiting);
  const words = toNameKey(target.words ?? '')
    .split(' ')
    .filter((word) => word.length > 0 && !anyOfThem.has(word));
  const matching = views.filter((view) => {
    const known = toNameKey(`${view.requester.name} ${view.group.name}`).split(' ');
    return words.every((word) => known.some((candidate) => candidate.startsWith(word)));
  });
  const [only] = matching;
  if (!only)
    return {
      kind: 'refused',
      refusal: target.words ? { code: 'request_not_found', typed: target.words } : { code: 'nothing_to_decide' },
    };
  if (matching.length === 1)
    return purpose === 'denyRequest'
      ? { kind: 'denyFormNeeded', request: only, ...given({ justification: justification || undefined }) }
      : { kind: 'approvalNeeded', request: only, viewerId: turn.actor.id };
  const { items, page } = paginate(matching, 1, inboxPageSize);
  return { kind: 'decisionPickNeeded', requests: items, page };
}
