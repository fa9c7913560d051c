import { save, untilWritten } from '../change.js';
import { findStandIns } from '../reads/standIns.js';
import { occasionOf, type Turn } from '../turn.js';
import type { Authorized } from '../../domain/authorized.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import { effectivePolicy } from '../../domain/groups/policy.js';
import { openKeyOf } from '../../domain/keys.js';
import type { Actor } from '../../domain/organisation/tenantChanges.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { CardPlace, MembershipRequest } from '../../domain/requests/request.js';
import { withCards } from '../../domain/requests/askInstead.js';
import { openRequest } from '../../domain/requests/requestChanges.js';
import type { Duration, PersonId } from '../../domain/terms.js';

/** What the person gave beside the group. */
export interface JoinInput {
  readonly justification?: string;
  readonly duration?: Duration;
}

/** Whom the owners are asked about, and how. */
export interface OwnersWish extends JoinInput {
  readonly requesterId: PersonId;
  /** The manager who asks for them; absent for a wish of their own. */
  readonly askedBy?: Actor;
  /** Cards of a request that it takes the place of. */
  readonly cards?: readonly CardPlace[];
}

/** Asks the owners of a group to let somebody in; gives back the request that waits already where there is one. */
export async function askOwners(
  turn: Turn,
  proof: Authorized<'joinGroup'>,
  { tenant, group }: { readonly tenant: Tenant; readonly group: Group },
  { cards = [], ...wish }: OwnersWish,
): Promise<{ readonly request: MembershipRequest; readonly isNew: boolean }> {
  const { maxDurationDays } = effectivePolicy(group, tenant);
  // Where a group has a longest membership, "no end" means that: the owner must not read that there is none.
  const duration =
    wish.duration ?? (maxDurationDays === undefined ? undefined : { kind: 'days' as const, days: maxDurationDays });
  const { requesterId, askedBy } = wish;
  const standIns = await findStandIns(turn, group, { requesterId, ...given({ askedById: askedBy?.id }) });
  return untilWritten(`the open request for ${group.key}`, async () => {
    const occasion = occasionOf(turn);
    const fresh = openRequest(
      {
        id: turn.ids.requestId(),
        group,
        standIns,
        expiryMs: turn.requestExpiryMs,
        ...wish,
        ...given({ duration }),
      },
      occasion,
    );
    const request = withCards(fresh, cards, occasion);
    if ((await save(turn, proof, 'requests', request)) === 'written') return { request, isNew: true };
    const open = await findOpenRequest(turn, group, requesterId);
    // Without one the number was taken, or the open one has just been closed: again with a new number.
    return open ? { request: open, isNew: false } : 'conflict';
  });
}

/** Somebody's request to a group that waits; there is one at most. */
export async function findOpenRequest(
  { store, tenantId }: Pick<Turn, 'store' | 'tenantId'>,
  group: Group,
  requesterId: PersonId,
): Promise<MembershipRequest | undefined> {
  const openKey = openKeyOf(tenantId, group.id, requesterId);
  const [open] = await store.read('requests').find({ where: { openKey }, limit: 1 });
  return open;
}
