import { retryDelayMs } from './backoff.js';
import type { EffectResult, EffectWork, GiveUpCause, HandlerDeps, Handlers } from './handler.js';
import type { CollectionName, Documents } from '../commands/ports.js';
import type { Effect } from '../domain/effect.js';
import { given } from '../domain/given.js';
import type { Change, Settled } from '../domain/timers.js';

/** Errors are kept for operators, not for ever: so many characters of them. */
const maxErrorLength = 300;

/** A handler for whatever effect a record of this kind holds. */
interface AnyHandler<D extends Documents[CollectionName]> {
  run(effect: Effect, work: EffectWork<D>): Promise<EffectResult<D>>;
  giveUp?(effect: Effect, cause: GiveUpCause): Change<D> | undefined;
}

/** Carries out one effect once, and says how the record keeps what became of it. Never throws. */
export async function tryEffect<D extends Documents[CollectionName]>(
  deps: HandlerDeps,
  handlers: Handlers,
  effect: Effect,
  work: EffectWork<D>,
): Promise<Settled<D>> {
  // The map has the handler of each kind, and a kind lives in one collection only (`EffectHomes`).
  const handler = handlers[effect.kind] as unknown as AnyHandler<D> | undefined;
  const startedAt = deps.clock.now();
  const store = { ...work.store, ...given({ origin: effect.origin }) };
  const result = handler
    ? await deps.tracing.effect(effect, () => runSafely(deps, handler, effect, { ...work, store }))
    : { end: 'later' as const, detail: `this version knows no effect ${effect.kind}` };
  const settled = { ...toSettled(deps, handler, effect, result), ...given({ origin: effect.origin }) };
  deps.metrics.effectEnded(effect.kind, isGivenUp(result, settled) ? 'dead' : result.end, deps.clock.now() - startedAt);
  report(deps, effect, work, result, settled);
  return settled;
}

async function runSafely<D extends Documents[CollectionName]>(
  deps: HandlerDeps,
  handler: AnyHandler<D>,
  effect: Effect,
  work: EffectWork<D>,
): Promise<EffectResult<D>> {
  try {
    return await handler.run(effect, work);
  } catch (error) {
    // The store's weather, or a mistake of ours: in both cases the effect must not be lost.
    deps.log.error({ err: error, effect: effect.kind, record: work.current().key }, 'an effect threw');
    return {
      end: 'later',
      detail: error instanceof Error ? `${error.name}: ${error.message}` : 'threw something that is no error',
    };
  }
}

function toSettled<D extends Documents[CollectionName]>(
  deps: HandlerDeps,
  handler: AnyHandler<D> | undefined,
  effect: Effect,
  result: EffectResult<D>,
): Settled<D> {
  const effectId = effect.id;
  if (result.end === 'done') return { effectId, ...given({ change: result.change }) };
  if (result.end === 'dead' && result.change) return { effectId, change: result.change };
  const { retry } = deps.limits;
  const isWait = result.end === 'later' && result.isWait === true;
  const attempts = isWait ? effect.attempts : effect.attempts + 1;
  const isExhausted = attempts >= retry.maxAttempts && !isWait;
  if (handler?.giveUp && (result.end === 'dead' || isExhausted)) {
    const change = handler.giveUp(effect, result.end === 'dead' ? 'refused' : 'exhausted');
    return { effectId, ...given({ change }) };
  }
  const later = result.end === 'later' ? result : undefined;
  const dueAt = deps.clock.now() + retryDelayMs(Math.max(1, attempts), deps.random(), retry, later?.retryAfterMs);
  const error = isWait ? {} : { lastError: result.detail.slice(0, maxErrorLength) };
  return { effectId, again: { dueAt, attempts, ...error }, ...(later?.change ? { change: later.change } : {}) };
}

function isGivenUp(
  result: { readonly end: EffectResult<never>['end'] },
  settled: { readonly again?: unknown },
): boolean {
  return result.end !== 'done' && !settled.again;
}

function report<D extends Documents[CollectionName]>(
  deps: HandlerDeps,
  effect: Effect,
  work: EffectWork<D>,
  result: EffectResult<D>,
  settled: Settled<D>,
): void {
  if (result.end === 'done') return;
  const fields = {
    effect: effect.kind,
    record: work.current().key,
    attempts: effect.attempts + 1,
    ...given({ reference: effect.origin?.reference }),
    detail: result.detail,
  };
  if (!settled.again) deps.log.error(fields, 'an effect was given up');
  else if (result.end === 'later' && result.isWait) deps.log.debug(fields, 'an effect waits for its turn');
  else deps.log.warn({ ...fields, dueAt: settled.again.dueAt }, 'an effect will be tried again');
}
