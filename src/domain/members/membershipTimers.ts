import type { DirectoryHold, DirectoryRefusal } from '../groups/directory.js';
import { authorize } from '../authorized.js';
import { given } from '../given.js';
import { addEffects, toChange, type Change, type Granted } from '../timers.js';
import type { Membership } from './membership.js';
import { endMembership, membershipEvent, startMembership } from './membershipChanges.js';
import type { MembershipRequest } from '../requests/request.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Instant, PersonId } from '../terms.js';

/** What an approval means for the membership: a record to write, or that there is nothing (more) to do. */
export type Grant =
  | (Granted<'grantMembership', Membership> & { readonly isReady: boolean })
  | { readonly document?: never; readonly isReady: boolean };

/**
 * Makes the beneficiary of an approved request a member. Repeating it changes nothing; somebody who came in another
 * way meanwhile keeps the later end. `isReady`: the directory has them already, so the request is delivered.
 */
export function grantMembership(request: MembershipRequest, former: Membership | undefined, occasion: Occasion): Grant {
  const { decision } = request;
  if (request.status !== 'approved' || !decision) return { isReady: false };
  const basis = { kind: 'request', requestId: request.id, by: decision.by } as const;
  const end = decision.until === undefined ? {} : { until: decision.until };
  const isOurs = former?.basis.kind === 'request' && former.basis.requestId === request.id;
  // Ours and ended: they left, or their time was over, before this effect was saved as done.
  if (isOurs) return { isReady: former.provisioning === 'delivered' };
  const proof = authorize('grantMembership');
  if (former?.status !== 'active') {
    const start = {
      tenantId: request.tenantId,
      groupId: request.groupId,
      personId: request.requesterId,
      basis,
      actorId: decision.by,
      ...end,
      // Who asked again before this was carried out is in now, and waits for nothing.
      tasks: [{ kind: 'closeOwnRequest', by: decision.by } as const],
    };
    return { proof, document: startMembership(former, start, occasion), isReady: false };
  }
  return prolong(former, { basis, ...end }, occasion);
}

function prolong(membership: Membership, gain: Pick<Membership, 'basis' | 'until'>, occasion: Occasion): Grant {
  const isReady = membership.provisioning === 'delivered';
  const until = laterEnd(membership.until, gain.until);
  if (until === membership.until && isReady) return { isReady };
  const { until: _, ...rest } = membership;
  // While the directory is still at it, this request wants to hear how that ends.
  const next: Membership = {
    ...rest,
    ...given({ until }),
    ...(isReady ? {} : { basis: gain.basis }),
  };
  return { proof: authorize('grantMembership'), document: revise(next, next.effects, occasion), isReady };
}

function laterEnd(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || b === undefined ? undefined : Math.max(a, b);
}

/** The directory has the new member. */
export const recordAddition: Change<Membership> = toChange((membership, occasion) => {
  if (membership.status !== 'active') return membership;
  const { held: _, failure: __, tellsWhenReady, ...rest } = membership;
  const tasks: NewEffect[] = [
    ...reportTasks(membership, { result: 'delivered' }),
    ...(tellsWhenReady ? [{ kind: 'tellMembershipReady' } as const] : []),
  ];
  return addEffects<Membership>({ ...rest, provisioning: 'delivered' }, tasks, occasion);
});

/** A member whom the directory does not have yet, of a group that has just come to be there: they are put in. */
export function pushMember(membership: Membership, occasion: Occasion): Granted<'pushMember', Membership> | undefined {
  const isPlanned = membership.effects.some(({ kind }) => kind === 'addToDirectory');
  if (membership.status !== 'active' || isPlanned) return undefined;
  const effects = [...membership.effects, ...toEffects([{ kind: 'addToDirectory' }], occasion)];
  const document = revise<Membership>({ ...membership, provisioning: 'delivering' }, effects, occasion);
  return { proof: authorize('pushMember'), document };
}

/** The directory's side waits for somebody; the request hears of it, so that nobody waits without knowing for what. */
export function recordHold(held: DirectoryHold): Change<Membership> {
  return toChange((membership, occasion) =>
    membership.held === held
      ? membership
      : addEffects(
          { ...membership, held },
          membership.status === 'active' ? reportTasks(membership, { result: 'delivering', held }) : [],
          occasion,
        ),
  );
}

/**
 * The directory would not take the new member: nobody is shown as a member who is none, and they can ask again.
 * `mayBeIn`: it never answered clearly, so they are taken out to be sure.
 */
export function recordAdditionFailure(mayBeIn: boolean, failure: DirectoryRefusal): Change<Membership> {
  return toChange((current, occasion) => {
    if (current.status !== 'active') return current;
    const { held: _, tellsWhenReady: __, ...membership } = current;
    const kept = membership.effects.filter(
      (effect) => effect.kind === 'recordEvent' || effect.kind === 'reportDelivery',
    );
    const tasks: NewEffect[] = [
      ...reportTasks(membership, { result: 'failed', failure }),
      ...(membership.basis.kind === 'openJoin' ? [{ kind: 'tellDeliveryFailed' } as const] : []),
      membershipEvent(membership, 'membershipFailed', { before: 'member', after: 'none' }, occasion),
      ...(mayBeIn ? [{ kind: 'removeFromDirectory' } as const] : []),
    ];
    return addEffects<Membership>(
      {
        ...membership,
        failure,
        status: 'ended',
        endedAt: occasion.now,
        endReason: 'failed',
        provisioning: 'failed',
        effects: kept,
      },
      tasks,
      occasion,
    );
  });
}

/** How the directory took the removal of a former member; it does not touch who is back again. */
export function recordRemoval(result: 'delivered' | 'failed', failure?: DirectoryRefusal): Change<Membership> {
  return toChange((membership, occasion) => {
    if (membership.status === 'active' || membership.endReason === 'failed') return membership;
    const { held: _, failure: __, ...rest } = membership;
    const next: Membership = { ...rest, provisioning: result, ...given({ failure }) };
    return addEffects(next, result === 'failed' ? [{ kind: 'tellRemovalFailed' }] : [], occasion);
  });
}

/** Ends a membership whose time is over (F49); one that was prolonged meanwhile gets a new timer. */
export const expireMembership: Change<Membership> = toChange((membership, occasion) => {
  const { status, until } = membership;
  if (status !== 'active' || until === undefined) return membership;
  if (until <= occasion.now) return endMembership(membership, { reason: 'expired' }, occasion);
  const isPlanned = membership.effects.some((effect) => effect.kind === 'expireMembership');
  return isPlanned ? membership : addEffects(membership, [{ kind: 'expireMembership', dueAt: until }], occasion);
});

/** A membership whose time is over and whose member owns the group by now: it has no end any more. */
export const keepForOwner: Change<Membership> = toChange((membership, occasion) => {
  const { until, ...rest } = membership;
  if (membership.status !== 'active' || until === undefined || until > occasion.now) return membership;
  const event = membershipEvent(
    membership,
    'membershipEndMoved',
    { before: new Date(until).toISOString(), after: 'none' },
    occasion,
  );
  return addEffects<Membership>(rest, [event], occasion);
});

/** Ends the membership of somebody with a role who left their group, or was taken out, at `leftAt`; who came back after that stays. */
export function endRoleMembership({
  personId,
  leftAt,
  by,
  why,
}: {
  readonly personId: PersonId;
  readonly leftAt: Instant;
  readonly by?: PersonId;
  readonly why?: string;
}): Change<Membership> {
  return toChange((membership, occasion) => {
    const isBack = membership.since > leftAt;
    return membership.status === 'active' && !isBack
      ? endMembership(
          membership,
          {
            reason: by === undefined ? 'left' : 'removed',
            actorId: by ?? personId,
            ...given({ why: why || undefined }),
          },
          occasion,
        )
      : membership;
  });
}

/** Ends a membership that began while its group was being deleted. */
export const endWithGroup: Change<Membership> = toChange((membership, occasion) =>
  membership.status === 'active' ? endMembership(membership, { reason: 'removed' }, occasion) : membership,
);

function reportTasks(
  { basis }: Membership,
  report: {
    readonly result: 'delivering' | 'delivered' | 'failed';
    readonly held?: DirectoryHold;
    readonly failure?: DirectoryRefusal;
  },
): NewEffect[] {
  return basis.kind === 'request' ? [{ kind: 'reportDelivery', requestId: basis.requestId, ...report }] : [];
}
