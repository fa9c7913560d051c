import assert from 'node:assert/strict';
import { openGate } from '../../src/bot/gate/openGate.js';
import type { KeyPatience } from '../../src/bot/gate/channelKeys.js';
import { GroupAdapter, type DoorAnswer } from '../../src/bot/groupAdapter.js';
import type { GroupBot } from '../../src/bot/groupBot.js';
import { HardenedAuthentication } from '../../src/bot/hardenedAuthentication.js';
import { createLog } from '../../src/log.js';
import { FakeKeyService, channelIssuer, listed, makeSigner, makeToken, type Signer } from './keyService.js';

/** The bot's registration in these tests. */
export const credentials = {
  appId: '55555555-5555-4555-8555-555555555555',
  appType: 'SingleTenant',
  tenantId: '11111111-1111-4111-8111-111111111111',
  password: 'boom-secret',
} as const;

/** The service that the channel's activities come from. */
export const serviceUrl = 'https://smba.trafficmanager.net/emea/';

/** What a stranger reads, whatever is wrong. */
export const forStrangers = { status: 401, body: { error: 'This bot takes activities from Microsoft Teams only.' } };

/** Keys take a while to make, so all tests share them. */
export const signers = { channel: makeSigner('key-1'), rolled: makeSigner('key-2'), stranger: makeSigner('key-1') };

/** A registered bot's door, with a key service beside it and a clock that stands still. */
export class GateWorld {
  /** Milliseconds since 1970. */
  now = 1_800_000_000_000;
  /** What the log was told. */
  readonly lines: Record<string, unknown>[] = [];
  /** How many activities reached the bot. */
  heard = 0;
  readonly adapter: GroupAdapter;

  private constructor(
    readonly service: FakeKeyService,
    patience: Partial<KeyPatience>,
  ) {
    const log = createLog('info', { write: (line) => void this.lines.push(JSON.parse(line) as never) });
    const clock = { now: () => this.now };
    const { settings } = service;
    const hosts = ['smba.trafficmanager.net'];
    const gate = openGate({ credentials, serviceHosts: hosts, clock, log, settings, patience });
    const authentication = new HardenedAuthentication(credentials, settings);
    this.adapter = new GroupAdapter({ authentication, gate, isLocal: false, log });
  }

  /** Opens a door whose key service lists these keys. */
  static async open(
    keys: readonly object[] = [listed(signers.channel)],
    patience: Partial<KeyPatience> = {},
  ): Promise<GateWorld> {
    return new GateWorld(await FakeKeyService.start(keys), patience);
  }

  /** The claims of a right token, with a change; `undefined` takes one away. */
  claims(change: object = {}): Record<string, unknown> {
    const nowS = this.now / 1000;
    return {
      serviceurl: serviceUrl,
      nbf: nowS - 60,
      exp: nowS + 3540,
      iss: channelIssuer,
      aud: credentials.appId,
      ...change,
    };
  }

  token(change: object = {}, signer: Signer = signers.channel, header?: object): string {
    return makeToken(this.claims(change), signer, header);
  }

  /** Knocks with a whole `Authorization` header; the activity is a right one but for the change. */
  knock(authorization: string, change: object = {}): Promise<DoorAnswer> {
    const body = {
      type: 'message',
      channelId: 'msteams',
      serviceUrl,
      id: '1',
      from: { id: '29:ann' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:1' },
      text: 'help',
      ...change,
    };
    const bot = { run: async () => void (this.heard += 1) } as unknown as GroupBot;
    return this.adapter.handle({ body, authorization, reference: 'ABCDEF12' }, bot);
  }

  enter(token: string, change: object = {}): Promise<DoorAnswer> {
    return this.knock(`Bearer ${token}`, change);
  }

  /** Asserts that nobody came in, and that the log has this word for it. */
  assertRefused(answer: DoorAnswer, reason: string, expected: DoorAnswer = forStrangers): void {
    assert.deepEqual(answer, expected);
    assert.equal(this.heard, 0, 'the bot heard of it');
    assert.deepEqual(this.reasons(), { [reason]: 1 });
  }

  /** For which reasons how many were refused, as the log tells it. */
  reasons(): Record<string, number> {
    this.adapter.settle();
    const sum: Record<string, number> = {};
    for (const line of this.lines)
      for (const [reason, count] of Object.entries((line['reasons'] ?? {}) as Record<string, number>))
        sum[reason] = (sum[reason] ?? 0) + count;
    return sum;
  }

  async close(): Promise<void> {
    this.adapter.settle();
    await this.service.close();
  }
}
