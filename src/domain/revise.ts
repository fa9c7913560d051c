import { isAwaited, timesOf } from './awaited.js';
import type { Document } from './document.js';
import type { Effect, EffectTask, Origin } from './effect.js';
import type { Instant } from './terms.js';

/** How long a process may take over the due effects of one record before another may try, in milliseconds. */
export const leaseMs = 30_000;

/** An effect that is yet to be given its id; due at once unless it says when. */
export type NewEffect = EffectTask & { readonly dueAt?: Instant };

/** What surrounds a change. */
export interface Occasion {
  readonly now: Instant;
  /** The process that makes the change; it leases the effects that are due at once. */
  readonly processId: string;
  /** That process has more than enough to do: it leases nothing new but what somebody waits for. */
  readonly isBusy?: true;
  /** A fresh id for each new effect. */
  newId(): string;
  /** Where the change comes from; its effects keep it. */
  readonly origin?: Origin;
}

/** Gives new effects their ids and due dates. */
export function toEffects(tasks: readonly NewEffect[], occasion: Occasion): Effect[] {
  const origin = occasion.origin ? { origin: occasion.origin } : {};
  return tasks.map((task) => ({
    ...task,
    id: occasion.newId(),
    dueAt: task.dueAt ?? occasion.now,
    attempts: 0,
    ...origin,
  }));
}

/**
 * The next version of a record, with its effects and the lease on them. Whoever changes a record while another
 * process is at work on it leaves the lease where it is: that process finds the new effects when it saves its own.
 */
export function revise<D extends Document>(
  document: D,
  effects: readonly Effect[],
  occasion: Pick<Occasion, 'now' | 'processId' | 'isBusy'>,
): D {
  return { ...schedule(document, effects, occasion), version: document.version + 1 };
}

/** A new record (version 1) with its first effects. */
export function begin<D extends Document>(
  record: Omit<D, 'version' | 'effects' | 'nextEffectAt' | 'awaitedAt' | 'lease'>,
  tasks: readonly NewEffect[],
  occasion: Occasion,
): D {
  // The cast restores what Omit takes from a generic type; all omitted fields are given here.
  return { ...schedule({ ...record, effects: [] } as unknown as D, toEffects(tasks, occasion), occasion), version: 1 };
}

function schedule<D extends Document>(
  document: D,
  effects: readonly Effect[],
  { now, processId, isBusy }: Pick<Occasion, 'now' | 'processId' | 'isBusy'>,
): D {
  const { lease, nextEffectAt: _, awaitedAt: __, ...rest } = document;
  const next = { ...rest, effects } as unknown as D;
  if (effects.length === 0) return next;
  const isLeased = lease !== undefined && lease.until > now;
  if (isLeased && lease.holder !== processId)
    return { ...next, lease, ...timesOf(effects, lease.until), nextEffectAt: lease.until };
  const due = effects.filter((effect) => effect.dueAt <= now);
  if (due.length === 0 || (isBusy && !isLeased && !due.some(isAwaited)))
    return { ...next, ...timesOf(effects, -Infinity) };
  const until = now + leaseMs;
  return { ...next, lease: { holder: processId, until }, ...timesOf(effects, until), nextEffectAt: until };
}
