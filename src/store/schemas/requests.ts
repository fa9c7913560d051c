import { z } from 'zod';
import { document } from './document.js';
import { directoryHold, directoryRefusal, instant, personId, provisioning } from './terms.js';

const maybe = z.string().exactOptional();

const duration = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), days: z.number() }),
  z.object({ kind: z.literal('minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('until'), until: instant }),
]);

const decision = z.object({
  outcome: z.enum(['approved', 'denied']),
  by: personId,
  at: instant,
  justification: maybe,
  via: z.enum(['card', 'command']),
  forId: personId.exactOptional(),
  until: instant.exactOptional(),
});

const recipient = z.object({
  personId,
  standsInFor: personId.exactOptional(),
  delivery: z.enum(['waiting', 'sent', 'unreachable', 'failed']),
  activityId: maybe,
  conversationId: maybe,
  shows: maybe,
  isFormer: z.literal(true).exactOptional(),
  maybeDuplicate: z.boolean().exactOptional(),
});

const cardPlace = z.object({ conversationId: z.string(), activityId: z.string() });

/** A person's wish to be in a group. */
export const membershipRequest = z.object({
  ...document,
  id: z.string(),
  groupId: z.string(),
  groupName: maybe,
  requesterId: personId,
  askedById: personId.exactOptional(),
  justification: maybe,
  duration: duration.exactOptional(),
  status: z.enum(['pending', 'approved', 'denied', 'withdrawn', 'expired', 'superseded']),
  createdAt: instant,
  expiresAt: instant,
  openKey: maybe,
  decision: decision.exactOptional(),
  closedAt: instant.exactOptional(),
  supersededWhy: z.enum(['ownersOnly', 'open', 'deleted', 'added', 'left']).exactOptional(),
  provisioning: provisioning.exactOptional(),
  held: directoryHold.exactOptional(),
  failure: directoryRefusal.exactOptional(),
  approvers: z.array(recipient),
  asks: z.number().exactOptional(),
  remindedAt: instant.exactOptional(),
  result: recipient.exactOptional(),
  waitingCard: cardPlace.exactOptional(),
  earlierCards: z.array(cardPlace).exactOptional(),
});
