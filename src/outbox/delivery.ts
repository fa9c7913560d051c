import type { HandlerDeps } from './handler.js';
import { sleep } from './bell.js';
import { createPacer, type Pacer } from './pacing.js';
import { createSharedPace, type SharedPace } from './sharedPace.js';
import type { OutboundMessage, SendResult } from '../commands/ports.js';
import type { ConversationAddress } from '../domain/organisation/person.js';
import type { PersonId } from '../domain/terms.js';

/**
 * A message that did not go out: the channel's answer; or `crowded` when it was our own pacing that held it back; or
 * `unwanted` when there was no need for it any more once its turn came.
 */
export type Failure =
  | Extract<SendResult, { ok: false }>
  | {
      readonly ok: false;
      readonly failure: 'crowded' | 'unwanted';
      readonly retryAfterMs?: number;
      readonly detail: string;
    };

/** How a paced message ended. */
export type Delivered = Extract<SendResult, { ok: true }> | Failure;

/** Makes a message when its turn has come; nothing when it is not needed any more. */
export type MessageMaker = () => Promise<OutboundMessage | undefined>;

/** The messenger at a speed that the channel allows. The message is made after the wait, so that it is not stale. */
export interface Delivery {
  send(tenantId: string, address: ConversationAddress, message: MessageMaker): Promise<Delivered>;
  edit(tenantId: string, address: ConversationAddress, activityId: string, message: MessageMaker): Promise<Delivered>;
  open(
    tenantId: string,
    personId: PersonId,
    near: ConversationAddress,
  ): Promise<{ readonly ok: true; readonly address: ConversationAddress } | Failure>;
}

/** The paced messengers of one process: one for what somebody waits for, and one for everything else. */
export interface Deliveries {
  readonly awaited: Delivery;
  readonly usual: Delivery;
}

type DeliveryDeps = Pick<HandlerDeps, 'clock' | 'limits' | 'messenger' | 'sharedOf'>;

/** Makes both; they keep one pace. */
export function createDeliveries(deps: DeliveryDeps): Deliveries {
  const pace = { own: createPacer(deps.clock, deps.limits.pacing), sharedOf: keepSharedPaces(deps) };
  return { awaited: createDelivery(deps, pace, true), usual: createDelivery(deps, pace, false) };
}

/** The pace of this process, and the one that it keeps with others. */
interface Paces {
  readonly own: Pacer;
  readonly sharedOf: (tenantId: string) => SharedPace | undefined;
}

/** So many organisations' shared paces are remembered; they are made again when they are asked for. */
const mostPaces = 500;

function keepSharedPaces({ clock, limits, sharedOf }: DeliveryDeps): Paces['sharedOf'] {
  const paces = new Map<string, SharedPace>();
  return (tenantId) => {
    const known = paces.get(tenantId);
    if (known) return known;
    const values = sharedOf?.(tenantId);
    if (!values) return undefined;
    if (paces.size >= mostPaces) paces.clear();
    const made = createSharedPace(values, clock, limits.pacing);
    paces.set(tenantId, made);
    return made;
  };
}

function createDelivery({ limits, messenger }: DeliveryDeps, paces: Paces, isAwaited: boolean): Delivery {
  const { own: pacer, sharedOf } = paces;
  const pace = async <R extends { readonly ok: true } | Failure>(
    tenantId: string,
    conversationId: string,
    call: () => Promise<R>,
  ): Promise<R | Failure> => {
    const shared = sharedOf(tenantId);
    const inTurn = async (): Promise<R | Failure> => {
      const waitMs = shared ? await shared.take(conversationId, isAwaited) : 0;
      if (waitMs > limits.pacing.maxWaitMs) return crowded(waitMs);
      if (waitMs > 0) await sleep(waitMs);
      return call();
    };
    const result = await pacer.run(tenantId, conversationId, inTurn, isAwaited);
    if (!result.paced) return crowded(result.waitMs);
    const { value } = result;
    // The next message to the same person would only be refused as well.
    if (!value.ok && value.failure === 'throttled') {
      const holdMs = Math.min(value.retryAfterMs ?? 1_000, limits.retry.maxRetryAfterMs);
      pacer.hold(tenantId, conversationId, holdMs);
      await shared?.hold(conversationId, holdMs);
    }
    return value;
  };
  return {
    send: (tenantId, address, make) =>
      pace(tenantId, address.conversationId, () => withMessage(make, (message) => messenger.send(address, message))),
    edit: (tenantId, address, activityId, make) =>
      pace(tenantId, address.conversationId, () =>
        withMessage(make, (message) => messenger.edit(address, activityId, message)),
      ),
    open: (tenantId, personId, near) =>
      pace(tenantId, `open ${personId}`, () => messenger.open(tenantId, personId, near)),
  };
}

function crowded(waitMs: number): Failure {
  return { ok: false, failure: 'crowded', retryAfterMs: waitMs, detail: 'waits for its turn' };
}

async function withMessage(
  make: MessageMaker,
  call: (message: OutboundMessage) => Promise<SendResult>,
): Promise<Delivered> {
  const message = await make();
  return message ? call(message) : { ok: false, failure: 'unwanted', detail: 'no longer needed' };
}
