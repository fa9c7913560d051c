import { z } from 'zod';
import { auditEvent } from './history.js';
import { notice } from './news.js';
import { directoryHold, directoryRefusal, groupType, instant, personId } from './terms.js';

/** Where one person's card of a question is. */
const questionCard = z.object({ personId, conversationId: z.string(), activityId: z.string() });

/** The record of a question. */
const home = z.object({ collection: z.enum(['tenants', 'groups']), recordId: z.string() });

const missedOf = <K extends string, S extends z.core.$ZodLooseShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), id: z.string(), at: instant, ...shape });

/** What somebody was to be told and could not be reached for. */
export const missed = z.discriminatedUnion('kind', [
  missedOf('news', { notice }),
  missedOf('question', home.shape),
  missedOf('request', {}),
  missedOf('membership', {}),
]);

/** What every effect has beside what it does. */
const effect = {
  id: z.string(),
  dueAt: instant,
  attempts: z.int(),
  lastError: z.string().exactOptional(),
  origin: z.object({ reference: z.string(), trace: z.string().exactOptional() }).exactOptional(),
};

const kind = <K extends string, S extends z.core.$ZodLooseShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ...effect, ...shape });

const anyEffect = z.discriminatedUnion('kind', [
  kind('recordEvent', { event: auditEvent }),
  kind('showApprover', { personId }),
  kind('remindApprover', { personId }),
  kind('showRequester', {}),
  kind('tellAsker', {}),
  kind('refreshWaitingCard', {}),
  kind('followRequest', {}),
  kind('followGroup', {}),
  kind('followStandIns', {}),
  kind('grantMembership', {}),
  kind('expireRequest', {}),
  kind('eraseOldReasons', { fromSequence: z.int() }),
  kind('forgetTraces', { name: z.string(), by: personId }),
  kind('addToDirectory', {}),
  kind('removeFromDirectory', {}),
  kind('reportDelivery', {
    requestId: z.string(),
    result: z.enum(['delivering', 'delivered', 'failed']),
    held: directoryHold.exactOptional(),
    failure: directoryRefusal.exactOptional(),
  }),
  kind('tellMembershipReady', {}),
  kind('tellRemovalFailed', {}),
  kind('alignGroup', {}),
  kind('compareMembers', { isReleased: z.literal(true).exactOptional() }),
  kind('enrolKnown', { of: groupType, by: personId, byName: z.string() }),
  kind('clearLeaver', {}),
  kind('escalateOwnerless', { personName: z.string() }),
  kind('endMembership', {
    personId,
    leftAt: instant,
    by: personId.exactOptional(),
    why: z.string().exactOptional(),
  }),
  kind('endStandIns', { personId, endedAt: instant }),
  kind('tellMembershipEnded', {}),
  kind('tellDeliveryFailed', {}),
  kind('tell', {
    personId,
    notice,
    near: z.array(personId),
    questionId: z.string().exactOptional(),
    home: home.exactOptional(),
    by: personId.exactOptional(),
  }),
  kind('keepMissed', { personId, missed, by: personId.exactOptional() }),
  kind('catchUp', {}),
  kind('tellUnreached', {}),
  kind('settleCard', { card: questionCard, notice }),
  kind('closeRequests', { why: z.enum(['ownersOnly', 'open', 'deleted']), by: personId.exactOptional() }),
  kind('endMemberships', { by: personId.exactOptional(), byName: z.string() }),
  kind('closeOwnRequest', { by: personId }),
  kind('expireMembership', {}),
]);

/** What every record with work has. */
export const document = {
  key: z.string(),
  tenantId: z.string(),
  version: z.int(),
  effects: z.array(anyEffect),
  nextEffectAt: instant.exactOptional(),
  awaitedAt: instant.exactOptional(),
  lease: z.object({ holder: z.string(), until: instant }).exactOptional(),
};

/** What a record has beside that when it asks several people a question. */
export const askingDocument = {
  ...document,
  question: z
    .object({
      id: z.string(),
      cards: z.array(questionCard),
      asks: notice.exactOptional(),
      settledAs: notice.exactOptional(),
    })
    .exactOptional(),
};
