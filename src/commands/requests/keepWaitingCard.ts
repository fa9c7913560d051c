import type { TenantStore } from '../ports.js';
import { save } from '../save.js';
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
  for (;;) {
    const request = await store.read('requests').get(requestId);
    const change =
      request && applyChange(request, keepWaitingCardChange(card), occasionOf({ ...deps, now: deps.clock.now() }));
    if (!change) return;
    // A conflict means that the outbox or an owner wrote in between; the card is worth another try.
    if (
      (await save({ store, work: deps.work, processId: deps.processId }, change.proof, 'requests', change.document)) ===
      'written'
    )
      return;
  }
}
