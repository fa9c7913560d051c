import type { TenantStore } from '../ports.js';
import { save, untilWritten } from '../change.js';
import { occasionOf, type TurnDeps } from '../turn.js';
import { applyChange } from '../../domain/timers.js';
import { keepWaitingCard as keepWaitingCardChange } from '../../domain/requests/requestTimers.js';

/** Notes where the requester's waiting card was sent, so that it can be edited when the request is decided. */
export async function keepWaitingCard(
  store: TenantStore,
  requestId: string,
  card: { readonly conversationId: string; readonly activityId: string },
  deps: TurnDeps,
): Promise<void> {
  const { work, processId } = deps;
  // A conflict means that the outbox or an owner wrote in between; the card is worth another try.
  await untilWritten(requestId, async () => {
    const request = await store.read('requests').get(requestId);
    const change =
      request && applyChange(request, keepWaitingCardChange(card), occasionOf({ ...deps, now: deps.clock.now() }));
    if (!change) return undefined;
    const result = await save({ store, work, processId }, change.proof, 'requests', change.document);
    return result === 'written' ? undefined : 'conflict';
  });
}
