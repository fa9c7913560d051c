import type { Document } from './document.js';
import type { Effect, EffectTask } from './effect.js';
import { given } from './given.js';
import type { Instant } from './terms.js';

/** What somebody who asked, or has just turned up, waits for: it goes before what others are to be shown. */
const awaitedKinds: ReadonlySet<EffectTask['kind']> = new Set<EffectTask['kind']>([
  'showRequester',
  'grantMembership',
  'addToDirectory',
  'reportDelivery',
  'tellMembershipReady',
  'tellDeliveryFailed',
  'catchUp',
]);

/** Whether somebody waits for the end of an effect. */
export function isAwaited({ kind }: Pick<Effect, 'kind'>): boolean {
  return awaitedKinds.has(kind);
}

/** When a record with effects is to be looked at next, not before a moment. */
export function timesOf(effects: readonly Effect[], notBefore: Instant): Pick<Document, 'nextEffectAt' | 'awaitedAt'> {
  const first = (some: readonly Effect[]): Instant | undefined =>
    some.length === 0 ? undefined : Math.max(notBefore, Math.min(...some.map(({ dueAt }) => dueAt)));
  return given({ nextEffectAt: first(effects), awaitedAt: first(effects.filter(isAwaited)) });
}
