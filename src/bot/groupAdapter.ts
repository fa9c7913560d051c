import { CloudAdapter, type Activity } from 'botbuilder';
import type { GroupBot } from './groupBot.js';
import type { HardenedAuthentication } from './hardenedAuthentication.js';
import { answerAccident, answerMalformed, type InvokeAnswer } from './invokeResponses.js';
import type { Gate, RefusalReason } from './gate/admission.js';
import { RefusalLog } from './gate/refusalLog.js';
import type { Log } from '../log.js';
import { voiceFor, type Voice } from '../messages/voice.js';

/** An activity as the door hands it in: a JSON object with a type. */
export interface InboundActivity {
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string;
  /** Found in the log and in what a person reads after an accident. */
  readonly reference: string;
}

/** What the door answers with; no body means an empty one. */
export interface DoorAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** What the adapter needs. */
export interface GroupAdapterDeps {
  readonly authentication: HardenedAuthentication;
  readonly gate: Gate;
  /** Whether the local client is served, which shows what an invoke is answered with and nothing else. */
  readonly isLocal: boolean;
  readonly log: Log;
}

/**
 * The SDK's adapter, entered behind its `process`: that one writes raw error messages to the caller and to the console,
 * and its promise rejects for a body without a type. Nothing of a request reaches the SDK before the gate let it in.
 */
export class GroupAdapter extends CloudAdapter {
  readonly #refusals: RefusalLog;

  constructor(private readonly deps: GroupAdapterDeps) {
    super(deps.authentication);
    this.#refusals = new RefusalLog(deps.log);
    // The bot answers its own accidents; what arrives here happened while that answer was sent.
    this.onTurnError = async (_context, error) =>
      deps.log.error({ err: error }, 'the answer of a turn could not be sent');
  }

  /** Lets an activity in or keeps it out, lets the bot have it, and gives the answer. Never rejects. */
  async handle({ body, authorization, reference }: InboundActivity, bot: GroupBot): Promise<DoorAnswer> {
    const isInvoke = body['type'] === 'invoke';
    try {
      const admission = await this.deps.gate({ authorization, activity: body });
      if (!admission.ok) return this.#refuse(admission.reason, body);
      const vouched = this.deps.authentication.vouchFor(admission.claims);
      let answer: InvokeAnswer | undefined;
      await this.processActivity(vouched, body as unknown as Activity, async ({ activity }) => {
        answer = await bot.run(activity, reference);
      });
      return isInvoke ? (answer ?? wentWrong(body, reference)) : { status: 200 };
    } catch (error) {
      this.deps.log.error({ reference, err: error }, 'activity failed');
      return isInvoke
        ? wentWrong(body, reference)
        : { status: 500, body: { error: 'Something went wrong on our side.', reference } };
    }
  }

  /** Writes down what the log has not told yet. */
  settle(): void {
    this.#refusals.close();
  }

  /** A click in the local client gets its answer in the form of one; a stranger gets a plain status. */
  #refuse(reason: RefusalReason, body: InboundActivity['body']): DoorAnswer {
    this.#refusals.note(reason);
    return body['type'] === 'invoke' && this.deps.isLocal
      ? answerMalformed(voiceOf(body).say('channel.notForMe'))
      : answerOf(reason);
  }
}

function wentWrong(body: InboundActivity['body'], reference: string): DoorAnswer {
  return answerAccident(voiceOf(body).say('channel.somethingWrong', { reference }));
}

/** No sentence of this file has a date, so that the time does not matter. */
function voiceOf({ locale }: InboundActivity['body']): Voice {
  return voiceFor({ locale: typeof locale === 'string' ? locale : undefined, now: 0 });
}

/** Says no more than a stranger may know: not which of the token's parts is wrong. */
function answerOf(reason: RefusalReason): DoorAnswer {
  if (reason === 'service') return { status: 403, body: { error: 'This service is not one that the bot talks to.' } };
  // Who is right should hear that it is our trouble, and try again.
  if (reason === 'keys_unavailable')
    return { status: 503, body: { error: 'The bot cannot check just now who sends this; try again in a moment.' } };
  return { status: 401, body: { error: 'This bot takes activities from Microsoft Teams only.' } };
}
