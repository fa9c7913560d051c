import type { TurnContext } from 'botbuilder';
import type { Connector } from './connector.js';
import { readEnvelope, type Envelope, type EnvelopeRule } from './envelope.js';
import { answerAccident, answerMalformed, answerText, answerWith, type InvokeAnswer } from './invokeResponses.js';
import { readMentions } from './mentions.js';
import { sendTo } from './messenger.js';
import { RecentIds } from './recentIds.js';
import type { TurnRunner, TurnResult } from './turnRunner.js';
import { StoreUnavailableError, UnreadableRecordError } from '../commands/ports.js';
import type { Intent } from '../intents/intent.js';
import { parseAction } from '../intents/parseAction.js';
import { parseMessage } from '../intents/parseMessage.js';
import type { Log } from '../log.js';
import { enChannel } from '../messages/en/channel.js';

/** What the bot needs. */
export interface GroupBotDeps {
  readonly rule: EnvelopeRule;
  readonly connector: Connector;
  readonly runner: TurnRunner;
  readonly log: Log;
  /** How long a click may wait for its answer, in milliseconds; clients give up after some seconds more. */
  readonly answerWithinMs: number;
}

/** Messages of the last minutes, of all people. */
const rememberedMessages = 10_000;

/** One turn of the conversation, from the channel's activity to the answer; the SDK is known here and in the adapter only. */
export class GroupBot {
  readonly #messages = new RecentIds(rememberedMessages);
  readonly #background = new Set<Promise<void>>();

  constructor(private readonly deps: GroupBotDeps) {}

  /** Handles one activity; resolves when it is answered. Types that are not known are none of our business. */
  async run(context: TurnContext, reference: string): Promise<void> {
    const { activity } = context;
    const reading = readEnvelope(activity, this.deps.rule);
    if (activity.type === 'invoke') {
      const answer = reading.ok
        ? await this.#onInvoke(reading.envelope, reference)
        : this.#refuse(reading.problem, reference);
      await context.sendActivity({ type: 'invokeResponse', value: answer });
      return;
    }
    if (!reading.ok) {
      this.deps.log.warn({ reference, type: activity.type, problem: reading.problem }, 'activity refused');
      return;
    }
    if (activity.type === 'message') await this.#onMessage(context, reading.envelope, reference);
    else if (activity.type === 'installationUpdate' && reading.envelope.action === 'add')
      await this.#onInstalled(context, reading.envelope, reference);
  }

  /** Resolves when what was answered with "still working" is done. */
  async settle(): Promise<void> {
    await Promise.all(this.#background);
  }

  #refuse(problem: string, reference: string): InvokeAnswer {
    this.deps.log.warn({ reference, problem }, 'invoke refused');
    return answerMalformed(enChannel.notForMe);
  }

  async #onMessage(context: TurnContext, envelope: Envelope, reference: string): Promise<void> {
    // The channel repeats what it thinks was not answered in time.
    const key = envelope.id === undefined ? undefined : `${envelope.conversation.id} ${envelope.id}`;
    if (key !== undefined && !this.#messages.add(key)) return;
    try {
      const isHandled = await this.#answerMessage(context, envelope, reference);
      if (!isHandled && key !== undefined) this.#messages.forget(key);
    } catch (error) {
      if (key !== undefined) this.#messages.forget(key);
      throw error;
    }
  }

  /** Answers a message; false when an accident kept it from being understood or done, so that it may come again. */
  async #answerMessage(context: TurnContext, envelope: Envelope, reference: string): Promise<boolean> {
    const result = await this.#attempt(envelope, reference, () => readMessageIntent(envelope, this.deps.runner.now()));
    if (typeof result === 'string') {
      await context.sendActivity({ type: 'message', text: result, textFormat: 'plain' });
      return false;
    }
    if (isPersonal(envelope) || !result.isPrivate) {
      const activityId = await sendTo(this.deps.connector, addressOf(envelope), result.message);
      if (isPersonal(envelope)) result.onSent?.(activityId);
      return true;
    }
    const isSent = await this.#sendPrivately(result);
    await context.sendActivity({
      type: 'message',
      text: isSent ? enChannel.answeredPrivately : enChannel.openPersonalChat,
      textFormat: 'plain',
    });
    return true;
  }

  async #onInstalled(context: TurnContext, envelope: Envelope, reference: string): Promise<void> {
    if (!isPersonal(envelope)) return;
    const result = await this.#attempt(envelope, reference, () => ({ kind: 'welcome' }));
    if (typeof result !== 'string') await sendTo(this.deps.connector, addressOf(envelope), result.message);
    else await context.sendActivity({ type: 'message', text: result, textFormat: 'plain' });
  }

  async #onInvoke(envelope: Envelope, reference: string): Promise<InvokeAnswer> {
    if (envelope.name !== 'adaptiveCard/action') return answerMalformed(enChannel.unknownClick);
    const { action } = (envelope.value ?? {}) as { action?: { verb?: unknown; data?: unknown } | null };
    const parsed = parseAction(action?.verb, action?.data, { now: this.deps.runner.now(), ...zoneOf(envelope) });
    if (!parsed.ok) return answerMalformed(parsed.problem);
    const work = this.#attempt(envelope, reference, () => parsed.intent, 'card');
    const result = await Promise.race([work, later(this.deps.answerWithinMs)]);
    if (result === undefined) {
      this.#finishLater(work);
      return answerText(enChannel.stillWorking);
    }
    if (typeof result === 'string') return answerAccident(result);
    // The answer takes the place of the card that was clicked, and is edited there later.
    if (isPersonal(envelope) && envelope.replyToId !== undefined) result.onSent?.(envelope.replyToId);
    if (isPersonal(envelope) || !result.isPrivate) return answerWith(result.message);
    return answerText((await this.#sendPrivately(result)) ? enChannel.answeredPrivately : enChannel.openPersonalChat);
  }

  /** Runs a turn; an accident becomes a sentence with a reference, and everything else of it goes into the log. */
  async #attempt(
    envelope: Envelope,
    reference: string,
    intentOf: () => Intent | string,
    via: 'card' | 'command' = 'command',
  ): Promise<TurnResult | string> {
    try {
      const intent = intentOf();
      if (typeof intent === 'string') return intent;
      const seen = {
        id: envelope.from.aadObjectId,
        channelUserId: envelope.from.id,
        ...(envelope.from.name ? { name: envelope.from.name } : {}),
        ...(envelope.locale ? { locale: envelope.locale } : {}),
        ...zoneOf(envelope),
        ...(isPersonal(envelope) ? { address: addressOf(envelope) } : {}),
      };
      return await this.deps.runner.run({ tenantId: envelope.tenantId, seen, intent, via, reference });
    } catch (error) {
      this.deps.log.error({ reference, err: error }, 'turn failed');
      if (error instanceof UnreadableRecordError) return enChannel.recordUnreadable(reference);
      return error instanceof StoreUnavailableError
        ? enChannel.recordsUnreachable(reference)
        : enChannel.somethingWrong(reference);
    }
  }

  async #sendPrivately(result: TurnResult): Promise<boolean> {
    if (!result.address) return false;
    try {
      const activityId = await sendTo(this.deps.connector, result.address, result.message);
      result.onSent?.(activityId);
      return true;
    } catch (error) {
      this.deps.log.warn({ err: error }, 'the personal chat could not be reached');
      return false;
    }
  }

  #finishLater(work: Promise<TurnResult | string>): void {
    const task = work
      .then((result) => (typeof result === 'string' ? undefined : this.#sendPrivately(result)))
      .then(() => undefined)
      .finally(() => this.#background.delete(task));
    this.#background.add(task);
  }
}

function readMessageIntent(envelope: Envelope, now: number): Intent | string {
  const context = { now, ...zoneOf(envelope) };
  const text = envelope.text ?? '';
  // An older client sends a click as a message with data and without text.
  if (text.trim() === '' && typeof envelope.value === 'object' && envelope.value !== null) {
    const parsed = parseAction(undefined, envelope.value, context);
    return parsed.ok ? parsed.intent : parsed.problem;
  }
  return parseMessage(readMentions(text, envelope.entities ?? [], envelope.recipient.id), context);
}

/** Where nobody says what kind of conversation it is, the id does: those of channels and group chats begin with `19:`. */
function isPersonal({ conversation }: Envelope): boolean {
  if (conversation.conversationType !== undefined) return conversation.conversationType === 'personal';
  return conversation.isGroup !== true && !conversation.id.startsWith('19:');
}

function addressOf({ serviceUrl, conversation, recipient, from }: Envelope): {
  serviceUrl: string;
  conversationId: string;
  botId: string;
  userId: string;
} {
  return { serviceUrl, conversationId: conversation.id, botId: recipient.id, userId: from.id };
}

function zoneOf(envelope: Envelope): { timeZone?: string } {
  return envelope.localTimezone ? { timeZone: envelope.localTimezone } : {};
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
