import { reachPerson } from './addresses.js';
import { toResult, viewerOf } from './card.js';
import type { Delivery } from './delivery.js';
import type { EffectOf, EffectResult, EffectWork, Handler, HandlerDeps, HomeOf } from './handler.js';
import { recordQuestionCard } from '../domain/askedQuestion.js';
import type { Missed } from '../domain/organisation/missed.js';
import { planMissed } from '../domain/organisation/missedChanges.js';
import type { Change } from '../domain/timers.js';

/** Marks, in an effect's last error, that a notice may have arrived. */
const ambiguous = 'ambiguous';

type Result = EffectResult<HomeOf<'tell'>>;

/** Tells somebody something in their personal chat, once; for who cannot be reached it is kept until they turn up. */
export function createTell(deps: HandlerDeps, delivery: Delivery): Handler<'tell'> {
  return {
    sends: true,
    run: (effect, work) => run(deps, delivery, effect, work, false),
    giveUp: (effect) => keep(effect),
  };
}

function keep({ id, dueAt: at, personId, notice, by, questionId, home }: EffectOf<'tell'>): Change<HomeOf<'tell'>> {
  const missed: Missed =
    questionId !== undefined && home
      ? { kind: 'question', id: questionId, at, ...home }
      : { kind: 'news', id, at, notice };
  return planMissed(personId, missed, by);
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
  if (!reached.ok) return reached.failure === 'unreachable' ? { end: 'done', change: keep(effect) } : toResult(reached);
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
  if (result.ok || result.failure === 'unwanted') return { end: 'done' };
  if (result.failure === 'conversationGone' && !isGone) return run(deps, delivery, effect, work, true);
  if (result.failure === 'unreachable' || result.failure === 'conversationGone')
    return { end: 'done', change: keep(effect) };
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
