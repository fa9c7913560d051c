import type { Turn } from '../turn.js';
import { limitOf, type LimitName } from '../../domain/organisation/limits.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Intent } from '../../intents/intent.js';

const minuteMs = 60_000;
const hourMs = 3_600_000;
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

/** A refusal for whoever has tried so many names that no further one is looked up; buttons and lists go on. */
export async function findProbing(intent: Intent, turn: Turn, tenant: Tenant): Promise<Refusal | undefined> {
  const most = limitOf(tenant, 'unknownNames');
  if (!turn.hasRateLimits || most === Infinity || !hasTypedName(intent)) return undefined;
  const until = await turn.store.shared.quotas.usedUpUntil(unknownNamesOf(turn), most, hourMs);
  return until === undefined ? undefined : { code: 'too_many', of: 'unknownNames', most, until };
}

/** Counts a typed name that fits nothing this person can see; whether it exists makes no difference. */
export async function countUnknown(intent: Intent, outcome: Outcome, turn: Turn, tenant: Tenant): Promise<void> {
  const most = limitOf(tenant, 'unknownNames');
  if (!turn.hasRateLimits || most === Infinity || outcome.kind !== 'refused') return;
  if (notFound.has(outcome.refusal.code) && hasTypedName(intent))
    await turn.store.shared.quotas.take(unknownNamesOf(turn), most, hourMs);
}

const notFound: ReadonlySet<string> = new Set(['group_not_found', 'person_not_found', 'resource_not_found']);

function unknownNamesOf({ actor }: Turn): string {
  return `unknownNames/${actor.id}`;
}

/** What an intent can name: a click brings ids alone, and what was typed and found keeps how it was typed. */
interface Naming {
  readonly by?: string;
  readonly typed?: string;
  readonly target?: Naming;
}

function hasTypedName(intent: Intent): boolean {
  const {
    target,
    person,
    people = [],
    resource,
    about,
    readings,
  } = intent as {
    readonly [slot in 'target' | 'person' | 'resource' | 'about']?: Naming;
  } & { readonly people?: readonly Naming[]; readonly readings?: readonly unknown[] };
  const named = [target, person, resource, about, about?.target, ...people];
  return (
    readings !== undefined || named.some((one) => one?.typed !== undefined || /^(?:name|address)$/.test(one?.by ?? ''))
  );
}

async function countWithin(
  { store, actor, hasRateLimits }: Turn,
  tenant: Tenant,
  of: Exclude<LimitName, 'openRequests' | 'unknownNames'>,
  windowMs: number,
): Promise<Refusal | undefined> {
  const most = limitOf(tenant, of);
  if (!hasRateLimits || most === Infinity) return undefined;
  const quotas = of === 'groupsPerDay' ? store.shared.keptQuotas : store.shared.quotas;
  const taken = await quotas.take(`${of}/${actor.id}`, most, windowMs);
  return taken.ok ? undefined : { code: 'too_many', of, most, until: taken.until };
}
