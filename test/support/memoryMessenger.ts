import type { Messenger, OutboundMessage, SendResult } from '../../src/commands/ports.js';
import type { ConversationAddress } from '../../src/domain/organisation/person.js';

/** One message as a person has it now, and how often it was edited. */
export interface HeardMessage {
  readonly activityId: string;
  readonly conversationId: string;
  message: OutboundMessage;
  editCount: number;
}

/** One call, in the order they came. */
export interface MessengerCall {
  readonly kind: 'send' | 'edit' | 'open';
  /** Of the conversation; of the person for `open`. */
  readonly to: string;
  readonly message?: OutboundMessage;
}

type Failure = Extract<SendResult, { ok: false }>;

/** What a script may say of the next call: fail, or fail after the message did arrive, or wait for something first. */
export interface ScriptedResult {
  readonly on?: MessengerCall['kind'];
  readonly to?: string;
  readonly failure?: Failure['failure'];
  readonly retryAfterMs?: number;
  /** The message arrives although the call fails. */
  readonly arrives?: true;
  readonly until?: Promise<unknown>;
}

/** A messenger that delivers at once into a list, or fails the way its script says. */
export class MemoryMessenger implements Messenger {
  readonly calls: MessengerCall[] = [];
  readonly messages: HeardMessage[] = [];
  readonly #script: ScriptedResult[] = [];
  #count = 0;

  /** Says how coming calls end, each entry once; calls that no entry fits succeed. */
  script(...results: readonly ScriptedResult[]): void {
    this.#script.push(...results);
  }

  /** What stands in a conversation now, the oldest first. */
  in(conversationId: string): HeardMessage[] {
    return this.messages.filter((message) => message.conversationId === conversationId);
  }

  /** Takes a message out, as a person who deletes it does. */
  delete(activityId: string): void {
    this.messages.splice(
      this.messages.findIndex((message) => message.activityId === activityId),
      1,
    );
  }

  async send({ conversationId }: ConversationAddress, message: OutboundMessage): Promise<SendResult> {
    const scripted = await this.#next({ kind: 'send', to: conversationId, message });
    const activityId = `activity-${(this.#count += 1)}`;
    if (!scripted?.failure || scripted.arrives)
      this.messages.push({ activityId, conversationId, message, editCount: 0 });
    return scripted?.failure ? toFailure(scripted, scripted.failure) : { ok: true, activityId };
  }

  async edit(
    { conversationId }: ConversationAddress,
    activityId: string,
    message: OutboundMessage,
  ): Promise<SendResult> {
    const scripted = await this.#next({ kind: 'edit', to: conversationId, message });
    const heard = this.messages.find((one) => one.activityId === activityId && one.conversationId === conversationId);
    if (heard && (!scripted?.failure || scripted.arrives))
      Object.assign(heard, { message, editCount: heard.editCount + 1 });
    if (scripted?.failure) return toFailure(scripted, scripted.failure);
    return heard
      ? { ok: true, activityId }
      : { ok: false, failure: 'messageGone', detail: 'ActivityNotFoundInConversation' };
  }

  async open(
    tenantId: string,
    personId: string,
    near: ConversationAddress,
  ): Promise<{ readonly ok: true; readonly address: ConversationAddress } | Failure> {
    const scripted = await this.#next({ kind: 'open', to: personId });
    if (scripted?.failure) return toFailure(scripted, scripted.failure);
    return {
      ok: true,
      address: {
        serviceUrl: near.serviceUrl,
        botId: near.botId,
        conversationId: `opened-${tenantId}-${personId}`,
        userId: `29:${personId}`,
      },
    };
  }

  async #next(call: MessengerCall): Promise<ScriptedResult | undefined> {
    this.calls.push(call);
    const index = this.#script.findIndex(
      (one) => (one.on ?? call.kind) === call.kind && (one.to ?? call.to) === call.to,
    );
    const [scripted] = index < 0 ? [] : this.#script.splice(index, 1);
    await scripted?.until;
    return scripted;
  }
}

function toFailure({ retryAfterMs }: ScriptedResult, failure: Failure['failure']): Failure {
  return { ok: false, failure, detail: `scripted ${failure}`, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
