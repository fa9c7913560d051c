import assert from 'node:assert/strict';
import { conversationOf, type SentMessage } from './fakeTeams.js';
import { readCard as readRawCard, type RenderedCard } from './renderedCard.js';
import type { World } from './world.js';

/** The result of an invoke, as the client gets it. */
interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

/** Reads a card as a person does: without the invisible marks around names, and with plain apostrophes. */
function readCard(card: object): RenderedCard {
  return readRawCard(
    JSON.parse(
      JSON.stringify(card)
        .replace(/[\u2066-\u2069]/g, '')
        .replaceAll('\u2019', "'"),
    ) as object,
  );
}

let visits = 0;

/** One person at their client: what they type and click goes through the real door, what they read comes from the channel. */
export class Persona {
  #sent = 0;
  /** The channel never gives an id twice, also when the same person comes back to the same store. */
  readonly #visit = (visits += 1);

  constructor(
    private readonly world: World,
    readonly id: string,
    readonly name: string,
  ) {}

  get conversationId(): string {
    return conversationOf(this.id);
  }

  /** Types a message in the personal chat and reads the answer. */
  async says(text: string): Promise<RenderedCard> {
    // What is on its way to this person from earlier turns arrives first, so that the next message is the answer.
    await this.world.settles();
    const before = this.messages().length;
    await this.#post({ ...this.#envelope(), type: 'message', id: this.#nextId(), text, textFormat: 'plain' });
    const answer = this.messages()[before];
    assert.ok(answer, `${this.name} got no answer to "${text}"`);
    return this.#read(answer);
  }

  /** Types a message that mentions the bot in a channel; gives back what then stands in the channel. */
  async saysInChannel(text: string): Promise<string> {
    const conversationId = '19:general@thread.tacv2;messageid=1';
    const before = this.world.teams.messagesIn(conversationId).length;
    await this.#post({
      ...this.#envelope(),
      conversation: { id: conversationId, conversationType: 'channel', tenantId: this.world.tenantId, isGroup: true },
      type: 'message',
      id: this.#nextId(),
      text: `<at>Group Concierge</at>\u00a0${text}`,
      entities: [
        { type: 'mention', text: '<at>Group Concierge</at>', mentioned: { id: '28:bot', name: 'Group Concierge' } },
      ],
    });
    return this.world.teams
      .messagesIn(conversationId)
      .slice(before)
      .map((message) => message.text ?? readCard(message.card ?? {}).text())
      .join('\n');
  }

  /** Opens the chat with the bot for the first time. */
  async installs(): Promise<RenderedCard> {
    const before = this.messages().length;
    await this.#post({ ...this.#envelope(), type: 'installationUpdate', action: 'add', id: this.#nextId() });
    const answer = this.messages()[before];
    assert.ok(answer, `${this.name} was not welcomed`);
    return this.#read(answer);
  }

  /** All messages in the person's chat, as they stand now. */
  messages(): SentMessage[] {
    return this.world.teams.messagesIn(this.conversationId);
  }

  /** The newest card in the chat whose text contains this; waits for it. */
  async sees(text: string): Promise<RenderedCard> {
    const message = await this.world.teams
      .until(`${this.name} sees "${text}"`, () => this.#find(text))
      .catch((error: unknown) => {
        throw new Error(
          `${String(error)}; ${this.name} has:\n${this.messages()
            .map((one) => `- ${this.#textOf(one).replaceAll('\n', ' | ')}`)
            .join('\n')}`,
        );
      });
    return this.#read(message);
  }

  /** How many messages in the chat contain this. */
  count(text: string): number {
    return this.messages().filter((message) => this.#textOf(message).includes(text)).length;
  }

  /** Clicks a button on the newest card that has it (and contains `on`), with inputs filled in, and reads what takes the card's place. */
  async clicks(title: string, inputs: Readonly<Record<string, string>> = {}, on = ''): Promise<RenderedCard> {
    const body = await this.clicksRaw(title, inputs, on);
    assert.equal(body.statusCode, 200, JSON.stringify(body));
    if (body.type === 'application/vnd.microsoft.activity.message')
      return readCard({ body: [{ type: 'TextBlock', text: body.value }] });
    assert.equal(body.type, 'application/vnd.microsoft.card.adaptive');
    return readCard(body.value as object);
  }

  /** The same, with the bare answer. */
  async clicksRaw(title: string, inputs: Readonly<Record<string, string>> = {}, on = ''): Promise<InvokeBody> {
    const message = [...this.messages()]
      .reverse()
      .find((one) => one.card && readCard(one.card).buttons().includes(title) && this.#textOf(one).includes(on));
    assert.ok(message?.card, `${this.name} has no card with "${title}"`);
    return this.clicksOn(message, message.card, title, inputs);
  }

  /** Clicks on a card as it was, even if it has been edited since. */
  async clicksOn(
    message: Pick<SentMessage, 'id'>,
    card: object,
    title: string,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<InvokeBody> {
    const rendered = readCard(card);
    const button = rendered.button(title, 0);
    for (const id of Object.keys(inputs)) assert.ok(button.inputs.includes(id), `"${title}" sends no input "${id}"`);
    // As the client does: what is filled in already goes along, and the button's own data wins.
    const shown = Object.fromEntries(
      rendered
        .inputs()
        .filter(({ id, value }) => button.inputs.includes(id) && value !== undefined)
        .map(({ id, value }) => [id, value]),
    );
    return this.invokes(
      {
        action: { type: 'Action.Execute', verb: button.verb, data: { ...shown, ...inputs, ...button.data } },
        trigger: 'manual',
      },
      message.id,
    );
  }

  /** Sends any invoke. */
  async invokes(value: unknown, replyToId = 'm-1', name = 'adaptiveCard/action'): Promise<InvokeBody> {
    const { status, text } = await this.#post({
      ...this.#envelope(),
      type: 'invoke',
      name,
      id: `f:${this.#nextId()}`,
      replyToId,
      value,
    });
    assert.equal(status, 200, text);
    return JSON.parse(text) as InvokeBody;
  }

  /** Opens the chat: the client brings the newest card that contains this up to date by itself; gives back what stands there then. */
  async opens(text: string): Promise<RenderedCard> {
    const message = this.#find(text);
    const { refresh } = (message?.card ?? {}) as { readonly refresh?: { readonly action: object } };
    assert.ok(refresh, `${this.name} has no card with "${text}" that is brought up to date`);
    const body = await this.invokes({ action: refresh.action, trigger: 'automatic' }, message?.id);
    assert.equal(body.type, 'application/vnd.microsoft.card.adaptive', JSON.stringify(body));
    return readCard(body.value as object);
  }

  /** Sends any activity in this person's name. */
  async sends(activity: object): Promise<{ status: number; text: string }> {
    return this.#post({ ...this.#envelope(), id: this.#nextId(), ...activity });
  }

  #find(text: string): SentMessage | undefined {
    return [...this.messages()].reverse().find((message) => this.#textOf(message).includes(text));
  }

  #textOf(message: SentMessage): string {
    return message.text?.replaceAll('\u2019', "'") ?? (message.card ? readCard(message.card).text() : '');
  }

  #read(message: SentMessage): RenderedCard {
    return readCard(message.card ?? { body: [{ type: 'TextBlock', text: message.text }] });
  }

  #nextId(): string {
    return `${this.id}-${this.#visit}-${(this.#sent += 1)}`;
  }

  #envelope(): Record<string, unknown> {
    const { tenantId, teams } = this.world;
    return {
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      timestamp: new Date().toISOString(),
      from: { id: `29:${this.id}`, name: this.name, aadObjectId: this.id },
      recipient: { id: '28:bot', name: 'Group Concierge' },
      conversation: { id: this.conversationId, conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      locale: 'en-GB',
      localTimezone: 'Europe/Berlin',
    };
  }

  async #post(activity: object): Promise<{ status: number; text: string }> {
    const { host, port } = this.world.app.address;
    const response = await fetch(`http://${host}:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text() };
  }
}
