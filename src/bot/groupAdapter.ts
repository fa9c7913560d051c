import { CloudAdapter, type Activity } from 'botbuilder';
import type { GroupBot } from './groupBot.js';
import type { HardenedAuthentication } from './hardenedAuthentication.js';
import { answerAccident, answerMalformed } from './invokeResponses.js';
import { isAllowedServiceUrl } from './serviceUrls.js';
import type { EnvelopeRule } from './envelope.js';
import type { Log } from '../log.js';
import { enChannel } from '../messages/en/channel.js';

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

/**
 * The SDK's adapter, entered behind its `process`: that one writes raw error messages to the caller and to the console,
 * and its promise rejects for a body without a type.
 */
export class GroupAdapter extends CloudAdapter {
  constructor(
    private readonly authentication: HardenedAuthentication,
    private readonly rule: EnvelopeRule,
    private readonly log: Log,
  ) {
    super(authentication);
    // The bot answers its own accidents; what arrives here happened while that answer was sent.
    this.onTurnError = async (_context, error) =>
      this.log.error({ err: error }, 'the answer of a turn could not be sent');
  }

  /** Authenticates an activity, lets the bot have it, and gives the answer. Never rejects. */
  async handle({ body, authorization, reference }: InboundActivity, bot: GroupBot): Promise<DoorAnswer> {
    const isInvoke = body.type === 'invoke';
    const activity = body as unknown as Activity;
    // Before the SDK is asked: without credentials it would call whatever service an activity names.
    if (
      typeof activity.serviceUrl !== 'string' ||
      !isAllowedServiceUrl(activity.serviceUrl, { isLocal: this.rule.isLocal, hosts: this.rule.serviceHosts })
    )
      return this.#refuse(isInvoke, 403, 'This service is not one that the bot talks to.');
    const identity = await this.authentication.authenticateRequest(activity, authorization).catch((error: unknown) => {
      this.log.warn({ reference, err: error }, 'not authenticated');
      return undefined;
    });
    if (!identity) return this.#refuse(false, 401, 'This bot takes activities from Microsoft Teams only.');
    try {
      const answer = await this.processActivity(identity, activity, (context) => bot.run(context, reference));
      if (!isInvoke) return { status: 200 };
      return answer?.status === 200 ? answer : answerAccident(enChannel.somethingWrong(reference));
    } catch (error) {
      this.log.error({ reference, err: error }, 'activity failed');
      return isInvoke
        ? answerAccident(enChannel.somethingWrong(reference))
        : { status: 500, body: { error: 'Something went wrong on our side.', reference } };
    }
  }

  /** A click in the local client gets its answer in the form of one; a stranger gets a plain status. */
  #refuse(isInvoke: boolean, status: number, error: string): DoorAnswer {
    return isInvoke && this.rule.isLocal ? answerMalformed(enChannel.notForMe) : { status, body: { error } };
  }
}
