import type { Activity } from 'botbuilder';
import type { Connector } from './connector.js';
import type { Crowd } from './crowd.js';
import { createConversationMembers, type ConversationMembers } from './conversationMembers.js';
import { readEnvelope, type Envelope, type EnvelopeRule } from './envelope.js';
import { answerAccident, answerMalformed, answerText, answerWith, type InvokeAnswer } from './invokeResponses.js';
import { readMentioned, readUnnamed } from './mentions.js';
import { sendTo } from './messenger.js';
import { once, type OnceDeps } from './once.js';
import { isForBot, readClick, readMessage, type Reading } from './readSaid.js';
import type { TurnRunner, TurnResult } from './turnRunner.js';
import { addressOf, isPersonal, zoneOf } from './whereabouts.js';
import { StoreUnavailableError, UnreadableRecordError, type OutboundMessage } from '../commands/ports.js';
import { given } from '../domain/given.js';
import type { ClickProblem } from '../intents/clickProblem.js';
import { voiceFor, type Voice } from '../messages/voice.js';

/** What the bot needs. */
export interface GroupBotDeps extends OnceDeps {
  readonly rule: EnvelopeRule;
  readonly connector: Connector;
  readonly runner: TurnRunner;
  readonly crowd: Crowd;
  recordTurn(intent: string, outcome: string, seconds: number): void;
  /** How long a click may wait for its answer, in milliseconds; clients give up after some seconds more. */
  readonly answerWithinMs: number;
}

/**
 * One turn of the conversation, from the channel's activity to the answer. What an invoke is answered with is given back;
 * every message goes out through the connector, which says why, and never through the SDK's context.
 */
export class GroupBot {
  readonly #members: ConversationMembers;

  constructor(private readonly deps: GroupBotDeps) {
    this.#members = createConversationMembers(deps.connector, deps.log);
  }

  /** Handles one activity; resolves when it is answered. Types that are not known are none of our business. */
  async run(activity: Activity, reference: string): Promise<InvokeAnswer | undefined> {
    const reading = readEnvelope(activity, this.deps.rule);
    if (reading.ok) {
      const { envelope } = reading;
      const turn = this.deps.crowd.admit(() => this.#handle(activity.type, envelope, reference));
      return turn ?? this.#turnAway(activity.type, envelope);
    }
    if (activity.type === 'invoke') return this.#refuse(reading.problem, activity.locale, reference);
    this.deps.log.warn({ reference, type: activity.type, problem: reading.problem }, 'activity refused');
    return undefined;
  }

  async #handle(type: string, envelope: Envelope, reference: string): Promise<InvokeAnswer | undefined> {
    if (type === 'invoke') return this.#onInvoke(envelope, reference);
    if (type === 'message') await once(this.deps, 'messages', envelope, () => this.#answerMessage(envelope, reference));
    else if (type === 'messageUpdate') await this.#onEdited(envelope);
    else if (type === 'installationUpdate' && envelope.action === 'add') await this.#onInstalled(envelope, reference);
    return undefined;
  }

  /** Says at once that nothing was done: an answer in its turn would come after the channel had asked again. */
  async #turnAway(type: string, envelope: Envelope): Promise<InvokeAnswer | undefined> {
    this.deps.recordTurn('none', 'too_busy', 0);
    const text = this.#voice(envelope).say('channel.tooBusy');
    if (type === 'invoke') return answerAccident(text);
    if (type === 'message' && isForBot(envelope)) await this.#reply(envelope, { kind: 'text', text });
    return undefined;
  }

  #refuse(problem: string, locale: string | undefined, reference: string): InvokeAnswer {
    this.deps.log.warn({ reference, problem }, 'invoke refused');
    return answerMalformed(this.#voice({ locale }).say('channel.notForMe'));
  }

  /** Before the person is known, the channel's own word for their language has to do. */
  #voice({ locale }: { readonly locale?: string | null | undefined }): Voice {
    return voiceFor({ locale: locale ?? undefined, now: this.deps.runner.now() });
  }

  /** What was edited after it was sent is never acted on; whoever wrote it reads that, once for each message. */
  async #onEdited(envelope: Envelope): Promise<void> {
    const { id, channelData } = envelope;
    const isEdit = channelData?.eventType === undefined || channelData.eventType === 'editMessage';
    if (!isEdit || id === undefined || !isForBot(envelope)) return;
    await once(this.deps, 'messages', { ...envelope, id: `${id}/edited` }, async () => {
      await this.#reply(envelope, { kind: 'text', text: this.#voice(envelope).say('channel.edited') });
      return true;
    });
  }

  /** Answers a message; false when an accident kept it from being understood or done, so that it may come again. */
  async #answerMessage(envelope: Envelope, reference: string): Promise<boolean> {
    const result = await this.#attempt(envelope, reference, () => readMessage(envelope, this.deps.runner.now()));
    if (isSpoken(result)) {
      await this.#reply(envelope, { kind: 'text', text: result.sentence });
      return false;
    }
    if (isPersonal(envelope) || !result.isPrivate) {
      const activityId = await this.#reply(envelope, result.message);
      if (isPersonal(envelope)) result.onSent?.(activityId);
      return true;
    }
    const text = await this.#answerElsewhere(envelope, result);
    await this.#reply(envelope, { kind: 'text', text });
    return true;
  }

  async #onInstalled(envelope: Envelope, reference: string): Promise<void> {
    if (!isPersonal(envelope)) return;
    const result = await this.#attempt(envelope, reference, () => ({
      ok: true,
      said: { intent: { kind: 'welcome' } },
    }));
    await this.#reply(envelope, isSpoken(result) ? { kind: 'text', text: result.sentence } : result.message);
  }

  async #onInvoke(envelope: Envelope, reference: string): Promise<InvokeAnswer> {
    if (envelope.name !== 'adaptiveCard/action')
      return answerMalformed(sayProblem({ code: 'unknown' }, this.#voice(envelope)));
    const { action } = (envelope.value ?? {}) as { action?: { verb?: unknown; data?: unknown } | null };
    const parsed = readClick(action?.verb, action?.data, envelope, this.deps.runner.now());
    if (!parsed.ok) return answerMalformed(sayProblem(parsed.problem, this.#voice(envelope)));
    if ('isLook' in parsed.said) return this.#answerLook(envelope, reference, parsed);
    let answer = answerText(this.#voice(envelope).say('channel.clickedBefore'));
    await once(this.deps, 'clicks', envelope, async () => {
      const work = this.#attempt(envelope, reference, () => parsed, 'card');
      const result = await Promise.race([work, later(this.deps.answerWithinMs)]);
      answer = await this.#answerClick(envelope, work, result);
      return result === undefined || !isSpoken(result);
    });
    return answer;
  }

  /** Brings a card up to date: each look counts for itself, and what comes late is not sent as a message of its own. */
  async #answerLook(envelope: Envelope, reference: string, parsed: Reading): Promise<InvokeAnswer> {
    const work = this.#attempt(envelope, reference, () => parsed, 'card');
    const result = await Promise.race([work, later(this.deps.answerWithinMs)]);
    const { say } = this.#voice(envelope);
    if (result === undefined) return answerAccident(say('channel.stillWorking'));
    if (isSpoken(result)) return answerAccident(result.sentence);
    const isSeen = isPersonal(envelope) || !result.isPrivate;
    return isSeen ? answerWith(result.message) : answerMalformed(say('channel.notForMe'));
  }

  async #answerClick(
    envelope: Envelope,
    work: Promise<TurnResult | Spoken>,
    result: TurnResult | Spoken | undefined,
  ): Promise<InvokeAnswer> {
    if (result === undefined) {
      const late = work.then((ended) => (isSpoken(ended) ? undefined : this.#sendPrivately(ended)));
      this.deps.background.add(this.deps.crowd.during(late));
      return answerText(this.#voice(envelope).say('channel.stillWorking'));
    }
    if (isSpoken(result)) return answerAccident(result.sentence);
    // The answer takes the place of the card that was clicked, and is edited there later.
    if (isPersonal(envelope) && envelope.replyToId !== undefined) result.onSent?.(envelope.replyToId);
    if (isPersonal(envelope) || !result.isPrivate) return answerWith(result.message);
    return answerText(await this.#answerElsewhere(envelope, result));
  }

  /** Runs a turn; an accident becomes a sentence with a reference, and everything else of it goes into the log. */
  async #attempt(
    envelope: Envelope,
    reference: string,
    read: () => Reading,
    via: 'card' | 'command' = 'command',
  ): Promise<TurnResult | Spoken> {
    try {
      const reading = read();
      if (!reading.ok) return { sentence: sayProblem(reading.problem, this.#voice(envelope)) };
      const { said } = reading;
      const seen = {
        id: envelope.from.aadObjectId,
        channelUserId: envelope.from.id,
        ...given({ name: envelope.from.name || undefined }),
        ...(envelope.locale ? { locale: envelope.locale } : {}),
        ...zoneOf(envelope),
        ...(isPersonal(envelope) ? { address: addressOf(envelope) } : {}),
      };
      const entities = envelope.entities ?? [];
      const mentioned = readMentioned(entities, envelope.recipient.id);
      const ids = readUnnamed(entities, envelope.recipient.id);
      const lookUp = (some: readonly string[]) => this.#members.lookUp(envelope, some);
      const unnamed = ids.length > 0 ? { unnamed: { ids, lookUp } } : {};
      return await this.deps.runner.run({
        tenantId: envelope.tenantId,
        seen,
        mentioned,
        ...unnamed,
        said,
        via,
        reference,
      });
    } catch (error) {
      this.deps.log.error({ reference, err: error }, 'turn failed');
      return { sentence: this.#voice(envelope).say(`channel.${accidentOf(error)}`, { reference }) };
    }
  }

  /** Into the conversation that the activity came from. */
  #reply(envelope: Envelope, message: OutboundMessage): Promise<string> {
    return sendTo(this.deps.connector, addressOf(envelope), message);
  }

  /** Into the personal chat; gives back what to say where it was asked. */
  async #answerElsewhere(envelope: Envelope, result: TurnResult): Promise<string> {
    const isSent = await this.#sendPrivately(result);
    const { say } = this.#voice(envelope);
    return say(isSent ? 'channel.answeredPrivately' : `channel.unreached.${result.comesTo}`);
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
}

/** A sentence in the place of an answer: what came could not be read, or something went wrong. */
interface Spoken {
  readonly sentence: string;
}

/** What kind of accident it was, as far as it makes a difference to the person. */
function accidentOf(error: unknown): 'recordUnreadable' | 'recordsUnreachable' | 'somethingWrong' {
  if (error instanceof UnreadableRecordError) return 'recordUnreadable';
  return error instanceof StoreUnavailableError ? 'recordsUnreachable' : 'somethingWrong';
}

function isSpoken(result: TurnResult | Spoken): result is Spoken {
  return 'sentence' in result;
}

/** What is wrong with a click, for the person who clicked. */
function sayProblem({ code, most = 0 }: ClickProblem, { say }: Voice): string {
  return say(`channel.click.${code}`, { most });
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
