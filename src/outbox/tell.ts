import { reachPerson } from './addresses.js';
import { toResult, viewerOf } from './card.js';
import type { Delivery } from './delivery.js';
import type { EffectOf, EffectResult, EffectWork, Handler, HandlerDeps, HomeOf } from './handler.js';
import { recordQuestionCard } from '../domain/askedQuestion.js';

/** Marks, in an effect's last error, that a notice may have arrived. */
const ambiguous = 'ambiguous';

type Result = EffectResult<HomeOf<'tell'>>;

/** Tells somebody something in their personal chat, once; who cannot be reached finds it in the lists and the history. */
export function createTell(deps: HandlerDeps, delivery: Delivery): Handler<'tell'> {
  return { run: (effect, work) => run(deps, delivery, effect, work, false), giveUp: () => undefined };
}

async function run(
  deps: HandlerDeps,
  delivery: Delivery,
  effect: EffectOf<'tell'>,
  work: EffectWork<HomeOf<'tell'>>,
  isGone: boolean,
): Promise<Result> {
  const { store } = work;
  const reached = await reachPerson(deps, delivery, store, {
    personId: effect.personId,
    neighbours: effect.near,
    isGone,
  });
  if (!reached.ok) return reached.failure === 'unreachable' ? { end: 'done' } : toResult(reached);
  const message = deps.showOutcome(
    { kind: 'newsTold', notice: effect.notice },
    viewerOf(reached.person, deps.clock.now()),
  );
  const result = await delivery.send(store.tenantId, reached.address, async () => message);
  if (result.ok && effect.questionId !== undefined)
    return {
      end: 'done',
      change: recordQuestionCard(effect.questionId, {
        personId: effect.personId,
        conversationId: reached.address.conversationId,
        activityId: result.activityId,
      }),
    };
  if (result.ok || result.failure === 'unwanted' || result.failure === 'unreachable') return { end: 'done' };
  if (result.failure === 'conversationGone') return isGone ? { end: 'done' } : run(deps, delivery, effect, work, true);
  if (result.failure !== 'ambiguous') return toResult(result);
  // As with cards: once more, later, and never a third time.
  if (effect.lastError?.startsWith(ambiguous)) return { end: 'dead', detail: `${ambiguous} twice: ${result.detail}` };
  return { end: 'later', detail: `${ambiguous}: ${result.detail}`, retryAfterMs: deps.limits.retry.ambiguousDelayMs };
}

/** Edits the card of a question that has its answer, so that nobody tries to give another; it is no loss when the card is gone. */
export function createSettleCard(deps: HandlerDeps, delivery: Delivery): Handler<'settleCard'> {
  return {
    run: async ({ card, notice }, { store }) => {
      const reached = await reachPerson(deps, delivery, store, { personId: card.personId, neighbours: [] });
      if (!reached.ok) return reached.failure === 'unreachable' ? { end: 'done' } : toResult(reached);
      const message = deps.showOutcome({ kind: 'newsTold', notice }, viewerOf(reached.person, deps.clock.now()));
      const result = await delivery.edit(
        store.tenantId,
        { ...reached.address, conversationId: card.conversationId },
        card.activityId,
        async () => message,
      );
      const isGone =
        !result.ok &&
        (result.failure === 'messageGone' ||
          result.failure === 'conversationGone' ||
          result.failure === 'unreachable' ||
          result.failure === 'unwanted');
      return result.ok || isGone ? { end: 'done' } : toResult(result);
    },
    giveUp: () => undefined,
  };
}
