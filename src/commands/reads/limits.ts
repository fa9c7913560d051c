import type { Turn } from '../turn.js';
import { limitOf, type LimitName } from '../../domain/organisation/limits.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Refusal } from '../../domain/refusal.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Counts one more turn of this person; a refusal where there were too many within a minute. */
export async function countTurn(turn: Turn, tenant: Tenant): Promise<Refusal | undefined> {
  return countWithin(turn, tenant, 'messagesPerMinute', minuteMs);
}

/** Counts one more group that this person creates; a refusal where there were too many within a day. */
export async function countCreation(turn: Turn, tenant: Tenant): Promise<Refusal | undefined> {
  return countWithin(turn, tenant, 'groupsPerDay', dayMs);
}

/** A refusal where so many requests of this person wait that one more is too many. */
export async function findTooManyOpen(turn: Turn, tenant: Tenant): Promise<Refusal | undefined> {
  const most = limitOf(tenant, 'openRequests');
  if (!turn.hasRateLimits || most === Infinity) return undefined;
  const open = await turn.store.read('requests').count({ requesterId: turn.actor.id, status: 'pending' });
  return open < most ? undefined : { code: 'too_many', of: 'openRequests', most };
}

async function countWithin(
  { store, actor, hasRateLimits }: Turn,
  tenant: Tenant,
  of: Exclude<LimitName, 'openRequests'>,
  windowMs: number,
): Promise<Refusal | undefined> {
  const most = limitOf(tenant, of);
  if (!hasRateLimits || most === Infinity) return undefined;
  const quotas = of === 'groupsPerDay' ? store.shared.keptQuotas : store.shared.quotas;
  const taken = await quotas.take(`${of}/${actor.id}`, most, windowMs);
  return taken.ok ? undefined : { code: 'too_many', of, most, until: taken.until };
}
