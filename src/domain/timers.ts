import { authorize, type Authorized } from './authorized.js';
import { timesOf } from './awaited.js';
import type { Document } from './document.js';
import type { Effect, Origin } from './effect.js';
import { given } from './given.js';
import { revise, toEffects, type NewEffect, type Occasion } from './revise.js';

declare const rule: unique symbol;

/**
 * What time, a delivery or the directory does to a record. It is applied to the record as it stands when it is saved,
 * so that no change of somebody else is lost. Only the rules of this room make one, as with `Authorized`.
 */
export interface Change<D extends Document> {
  readonly [rule]: true;
  /** Gives the same object back when there is nothing to change; its version, lease and schedule do not count. */
  apply(document: D, occasion: Occasion): D;
}

/** Makes a change; for the rules of this room alone (a test holds that nobody else imports it). */
export function toChange<D extends Document>(apply: (document: D, occasion: Occasion) => D): Change<D> {
  return { apply } as Change<D>;
}

/** How an effect ended: for good, or to be tried again. Its id finds it in the record that others may have changed. */
export interface Settled<D extends Document> {
  readonly effectId: string;
  readonly change?: Change<D>;
  readonly again?: Pick<Effect, 'dueAt' | 'attempts' | 'lastError'>;
  /** Of the effect; what follows from it comes from there, too. */
  readonly origin?: Origin;
}

/** A record that may be written, with the proof. */
export interface Granted<A extends string, D extends Document> {
  readonly proof: Authorized<A>;
  readonly document: D;
}

/** The next version of a record after some of its effects ended. What others changed in between survives. */
export function settleEffects<D extends Document>(
  document: D,
  settled: readonly Settled<D>[],
  occasion: Occasion,
): Granted<'settleEffects', D> {
  const ends = new Map(settled.map((one) => [one.effectId, one]));
  const effects = document.effects.flatMap((effect) => {
    const end = ends.get(effect.id);
    if (!end) return [effect];
    return end.again ? [{ ...effect, ...end.again }] : [];
  });
  let next: D = { ...document, effects };
  for (const { change, origin } of settled)
    if (change) next = change.apply(next, origin ? { ...occasion, origin } : occasion);
  return { proof: authorize('settleEffects'), document: reviseFrom(document, next, occasion) };
}

/** The next version of a record that another record's effect changes; nothing when it is in that state already. */
export function applyChange<D extends Document>(
  document: D,
  change: Change<D>,
  occasion: Occasion,
): Granted<'applyChange', D> | undefined {
  const next = change.apply(document, occasion);
  if (next === document) return undefined;
  return { proof: authorize('applyChange'), document: reviseFrom(document, next, occasion) };
}

/** Whose the due effects of a record are now. */
export function leaseState(
  document: Document,
  { now, processId }: Pick<Occasion, 'now' | 'processId'>,
): 'ours' | 'theirs' | 'free' {
  if (!document.lease || document.lease.until <= now) return 'free';
  return document.lease.holder === processId ? 'ours' : 'theirs';
}

/** The next version of a record with this process's lease on its due effects; also renews a lease. */
export function claimLease<D extends Document>(
  document: D,
  occasion: Pick<Occasion, 'now' | 'processId'>,
): Granted<'claimLease', D> {
  return { proof: authorize('claimLease'), document: revise(document, document.effects, occasion) };
}

/** The next version of a record without this process's lease, so that others need not wait for its end; nothing when it holds none. */
export function releaseLease<D extends Document>(
  document: D,
  { now, processId }: Pick<Occasion, 'now' | 'processId'>,
): Granted<'releaseLease', D> | undefined {
  if (document.lease?.holder !== processId) return undefined;
  const { lease: _, nextEffectAt: __, awaitedAt: ___, ...rest } = document;
  return {
    proof: authorize('releaseLease'),
    document: { ...rest, ...timesOf(document.effects, now), version: document.version + 1 } as unknown as D,
  };
}

/** A record with more to do. */
export function addEffects<D extends Document>(document: D, tasks: readonly NewEffect[], occasion: Occasion): D {
  return tasks.length === 0 ? document : { ...document, effects: [...document.effects, ...toEffects(tasks, occasion)] };
}

/** The changes of this room revise a record each for itself; all of them together make one version. */
function reviseFrom<D extends Document>(before: D, after: D, occasion: Occasion): D {
  const { lease: _, nextEffectAt: __, ...rest } = after;
  const next = { ...rest, version: before.version, ...given({ lease: before.lease }) } as unknown as D;
  return revise(next, next.effects, occasion);
}
