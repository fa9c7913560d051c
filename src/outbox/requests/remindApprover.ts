import type { Delivery } from '../delivery.js';
import type { Handler, HandlerDeps } from '../handler.js';
import { createTell } from '../tell.js';
import { isFormer, recordApproverCard } from '../../domain/requests/requestTimers.js';

/**
 * Reminds an approver once of a request that still waits for them. Who cannot be reached gets no old reminder later: the
 * requester reads that they were not reached, and they are asked again when they turn up.
 */
export function createRemindApprover(deps: HandlerDeps, delivery: Delivery): Handler<'remindApprover'> {
  const tell = createTell(deps, delivery);
  return {
    run: async (effect, { store, current }) => {
      const { personId } = effect;
      const request = current();
      if (request.status !== 'pending' || isFormer(request, personId)) return { end: 'done' };
      const { id: requestId, requester, group, createdAt: since } = await deps.views.viewRequest(store, request);
      const notice = { code: 'requestReminded', requestId, group: group.name, by: requester.name, since } as const;
      const { change: unreached, ...end } = await tell.run(
        { ...effect, kind: 'tell', notice, near: [requester.id] },
        { store, current },
      );
      return unreached ? { end: 'done', change: recordApproverCard(personId, { delivery: 'unreachable' }) } : end;
    },
    giveUp: ({ personId }) => recordApproverCard(personId, { delivery: 'failed' }),
  };
}
