import { reachPerson } from './addresses.js';
import { toResult, viewerOf } from './card.js';
import type { Delivery } from './delivery.js';
import type { EffectResult, EffectWork, Handler, HandlerDeps } from './handler.js';
import type { Effect } from '../domain/effect.js';
import type { TenantStore } from '../commands/ports.js';
import type { Group } from '../domain/groups/group.js';
import { given } from '../domain/given.js';
import type { Membership } from '../domain/members/membership.js';
import { missMembership } from '../domain/organisation/missedChanges.js';
import type { Outcome } from '../domain/outcome.js';
import type { GroupView } from '../domain/views.js';

/** Marks, in an effect's last error, that a notice may have arrived. */
const ambiguous = 'ambiguous';

/** Tells a former member that their time in the group is over. */
export function createTellMembershipEnded(deps: HandlerDeps, delivery: Delivery): Handler<'tellMembershipEnded'> {
  const toOutcome = (group: GroupView, membership: Membership): Outcome => ({
    kind: 'membershipEnded',
    group,
    at: membership.endedAt ?? deps.clock.now(),
  });
  return {
    sends: true,
    run: (effect, work) => tell({ deps, delivery, effect, work }, toOutcome),
    giveUp: () => missMembership,
  };
}

/** Tells somebody that the directory did not take them into an open group. */
export function createTellDeliveryFailed(deps: HandlerDeps, delivery: Delivery): Handler<'tellDeliveryFailed'> {
  return {
    sends: true,
    run: (effect, work) =>
      tell({ deps, delivery, effect, work }, (group, { failure }) => ({
        kind: 'deliveryFailed',
        group,
        ...given({ failure }),
      })),
    giveUp: () => missMembership,
  };
}

/** Tells somebody who joined an open group, and was told to wait, that the directory has them now. */
export function createTellMembershipReady(deps: HandlerDeps, delivery: Delivery): Handler<'tellMembershipReady'> {
  const toOutcome = (group: GroupView, { until }: Membership): Outcome => ({
    kind: 'memberAdded',
    group,
    ...given({ until }),
  });
  return {
    sends: true,
    run: (effect, work) => tell({ deps, delivery, effect, work, wanted: 'active' }, toOutcome),
    giveUp: () => missMembership,
  };
}

interface Telling {
  readonly deps: HandlerDeps;
  readonly delivery: Delivery;
  readonly effect: Effect;
  readonly work: EffectWork<Membership>;
  /** In which state of the membership this is still news; ended unless said. */
  readonly wanted?: Membership['status'];
}

/** The group as its member sees it, or whoever was one. */
function viewFor(deps: HandlerDeps, store: TenantStore, group: Group, one: Membership): Promise<GroupView> {
  const { views } = deps;
  return one.status === 'active'
    ? views.viewGroup(store, group, one.personId)
    : views.viewLeftGroup(store, group, one.personId);
}

async function tell(
  telling: Telling,
  toOutcome: (group: GroupView, membership: Membership) => Outcome,
  isGone = false,
): Promise<EffectResult<Membership>> {
  const { deps, delivery, effect, work, wanted = 'ended' } = telling;
  const { store } = work;
  const { personId, groupId } = work.current();
  const group = await store.read('groups').get(groupId);
  if (!group) return { end: 'done' };
  const reached = await reachPerson(deps, delivery, store, { personId, neighbours: group.ownerIds, isGone });
  if (!reached.ok)
    return reached.failure === 'unreachable' ? { end: 'done', change: missMembership } : toResult(reached);
  const result = await delivery.send(store.tenantId, reached.address, async () => {
    const membership = work.current();
    if (membership.status !== wanted) return undefined;
    return deps.showOutcome(
      toOutcome(await viewFor(deps, store, group, membership), membership),
      viewerOf(reached.person, deps.clock.now()),
    );
  });
  if (result.ok || result.failure === 'unwanted') return { end: 'done' };
  if (result.failure === 'conversationGone' && !isGone) return tell(telling, toOutcome, true);
  if (result.failure === 'unreachable' || result.failure === 'conversationGone')
    return { end: 'done', change: missMembership };
  if (result.failure !== 'ambiguous') return toResult(result);
  // As with cards: once more, later, and never a third time.
  if (effect.lastError?.startsWith(ambiguous)) return { end: 'dead', detail: `${ambiguous} twice: ${result.detail}` };
  return { end: 'later', detail: `${ambiguous}: ${result.detail}`, retryAfterMs: deps.limits.retry.ambiguousDelayMs };
}
