import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { InboundTurn, TurnResult, TurnRunner } from '../../../src/bot/turnRunner.js';
import type { Messenger, Shared } from '../../../src/commands/ports.js';
import type { EnvelopeRule } from '../../../src/bot/envelope.js';
import { createShared } from '../../../src/store/shared/shared.js';
import { createPassingValues } from '../../../src/store/shared/values.js';
import { FakeTeams } from '../../support/fakeTeams.js';
import { describeMessenger } from './messengerContract.js';

/** What the product gives to whatever speaks with the channel. */
export interface ProductSide {
  readonly rule: EnvelopeRule;
  readonly runner: TurnRunner;
  sharedOf(tenantId: string): Pick<Shared, 'messages' | 'clicks'>;
  /** How long a click may wait for its answer, in milliseconds. */
  readonly answerWithinMs: number;
}

/** A way to speak with the channel, while it runs. */
export interface OpenAdapter {
  /** Hands in what the channel posted; gives the answer to that request. */
  handle(activity: object, reference: string): Promise<{ readonly status: number; readonly body?: unknown }>;
  readonly messenger: Messenger;
  /** Resolves when nothing is under way any more. */
  settles(): Promise<void>;
}

/** One of perhaps several adapters, each upon an SDK of its own. */
export interface AdapterUnderTest {
  readonly name: string;
  open(product: ProductSide): Promise<OpenAdapter>;
}

const tenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa';
const annId = '11111111-2222-4333-8444-555555555555';
const reference = 'REF-1';
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };

/** What an adapter is given to do here, and what it did. */
export interface Bench {
  readonly teams: FakeTeams;
  readonly adapter: OpenAdapter;
  readonly turns: InboundTurn[];
  /** How the product answers. */
  readonly answers: (with_: Partial<TurnResult> | Error) => void;
  /** Posts an activity that differs from a typed message in these fields. */
  readonly posts: (given?: object) => Promise<{ readonly status: number; readonly body?: unknown }>;
}

/** What every adapter promises, whatever SDK it stands on. */
export function describeBot(under: AdapterUnderTest): void {
  describe(`an adapter to the channel: ${under.name}`, () => {
    let bench: Bench;
    let count = 0;
    beforeEach(async () => {
      const teams = await FakeTeams.start();
      const turns: InboundTurn[] = [];
      let answer: TurnResult | Error = {
        message: { kind: 'card', card, summary: 'Here you are' },
        isPrivate: true,
        comesTo: 'shown',
      };
      const passing = createPassingValues(() => Date.now());
      const adapter = await under.open({
        rule: { isLocal: true, serviceHosts: [], allowedTenantIds: [tenantId] },
        runner: {
          now: () => Date.now(),
          async run(turn) {
            turns.push(turn);
            if (answer instanceof Error) throw answer;
            return { ...(turn.seen.address ? { address: turn.seen.address } : {}), ...answer };
          },
        },
        sharedOf: (id) => createShared(passing(id), passing(id), () => Date.now(), true),
        answerWithinMs: 1_000,
      });
      bench = {
        teams,
        adapter,
        turns,
        answers: (with_) => (answer = with_ instanceof Error ? with_ : { ...(answer as TurnResult), ...with_ }),
        posts: (given = {}) => adapter.handle({ ...typed(teams.serviceUrl, (count += 1)), ...given }, reference),
      };
    });
    afterEach(async () => {
      await bench.adapter.settles();
      await bench.teams.close();
    });

    describeMessages(() => bench);
    describeClicks(() => bench);
    describeOtherActivities(() => bench);
    describeMessenger(() => bench);
  });
}

function typed(serviceUrl: string, count: number): object {
  return {
    type: 'message',
    id: `activity-${count}`,
    channelId: 'msteams',
    serviceUrl,
    text: 'my groups',
    from: { id: '29:ann', name: 'Ann Archer', aadObjectId: annId.toUpperCase() },
    recipient: { id: '28:bot', name: 'Group Concierge' },
    conversation: { id: 'a:ann', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'en-GB',
    localTimezone: 'Europe/Berlin',
  };
}

const channel = { id: '19:general@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId };

function describeMessages(bench: () => Bench): void {
  describe('a message', () => {
    it('comes in as who said what, where they can be written to, and is answered in its conversation', async () => {
      const { posts, turns, teams } = bench();
      assert.equal((await posts()).status, 200);
      const [turn] = turns;
      assert.deepEqual(turn?.said, { text: 'my groups' });
      assert.deepEqual([turn?.tenantId, turn?.via, turn?.reference], [tenantId, 'command', reference]);
      assert.deepEqual(turn?.seen, {
        id: annId,
        channelUserId: '29:ann',
        name: 'Ann Archer',
        locale: 'en-GB',
        timeZone: 'Europe/Berlin',
        address: { serviceUrl: teams.serviceUrl, conversationId: 'a:ann', botId: '28:bot', userId: '29:ann' },
      });
      const [sent] = teams.messagesIn('a:ann');
      assert.deepEqual([sent?.card, sent?.summary, sent?.text], [card, 'Here you are', undefined]);
    });

    it('has mentions by their ids: of the bot none, of people who they are', async () => {
      const { posts, turns } = bench();
      await posts({
        text: '<at>Group Concierge</at> add <at>Bo</at> to Marketing',
        entities: [
          { type: 'mention', text: '<at>Group Concierge</at>', mentioned: { id: '28:bot' } },
          null,
          { type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:bo' } },
        ],
      });
      const said = turns[0]?.said;
      assert.ok(said && 'text' in said);
      assert.equal(said.text.replace(/\s+/g, ' '), 'add @{29:bo} to Marketing');
    });

    it('in a channel is answered to the person alone where the answer says something of them (F87)', async () => {
      const { posts, teams, answers } = bench();
      const address = { serviceUrl: teams.serviceUrl, conversationId: 'a:ann', botId: '28:bot', userId: '29:ann' };
      answers({ address });
      await posts({ conversation: channel });
      assert.equal(teams.messagesIn('a:ann')[0]?.summary, 'Here you are');
      assert.deepEqual(
        teams.messagesIn(channel.id).map(({ card: shown }) => shown),
        [undefined],
      );
      answers({ isPrivate: false });
      await posts({ conversation: channel });
      assert.equal(teams.messagesIn(channel.id)[1]?.summary, 'Here you are');
    });

    it('that comes twice is answered once; one that could not be answered is answered when it comes again', async () => {
      const { posts, turns, answers, teams } = bench();
      await posts({ id: 'same' });
      await posts({ id: 'same' });
      assert.equal(turns.length, 1);
      answers(new Error('secret: mongodb://user:password'));
      assert.equal((await posts({ id: 'other' })).status, 200);
      const text = teams.messagesIn('a:ann').at(-1)?.text ?? '';
      assert.ok(text.includes(reference) && !text.includes('secret'), text);
      await posts({ id: 'other' });
      assert.equal(turns.length, 3);
    });

    it('from another organisation, for another service or without a person reaches nobody', async () => {
      const { posts, turns, teams } = bench();
      const other = '99999999-7777-4888-8999-aaaaaaaaaaaa';
      for (const given of [
        { conversation: { id: 'a:ann', tenantId: other }, channelData: { tenant: { id: other } } },
        { serviceUrl: 'https://evil.example/' },
        { channelId: 'directline' },
        { from: { id: '29:ann', name: 'Ann Archer' } },
      ])
        await posts(given);
      assert.deepEqual([turns.length, teams.calls.length], [0, 0]);
    });
  });
}

function describeClicks(bench: () => Bench): void {
  const click = (verb: string, data: object, trigger = 'manual') => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    replyToId: 'm-7',
    value: { action: { type: 'Action.Execute', verb, data }, trigger },
  });

  describe('a click', () => {
    it('comes in as what it means, and its answer takes the place of the card', async () => {
      const { posts, turns, teams } = bench();
      const { status, body } = await posts(click('showGroup', { groupId: 'g-1' }));
      assert.deepEqual(turns[0]?.said, { intent: { kind: 'showGroup', target: { by: 'id', groupId: 'g-1' } } });
      assert.equal(turns[0]?.via, 'card');
      assert.deepEqual(
        [status, body],
        [200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }],
      );
      assert.equal(teams.calls.length, 0);
    });

    it('by the client’s own refresh is answered in the same way (F85)', async () => {
      const { posts, turns } = bench();
      const answer = await posts(click('refreshRequest', { requestId: 'REQ-7K2M9QXW' }, 'automatic'));
      const intent = { kind: 'refreshRequest', requestId: 'REQ-7K2M9QXW' };
      assert.deepEqual(turns[0]?.said, { intent, isLook: true });
      assert.equal((answer.body as { statusCode: number }).statusCode, 200);
    });

    it('that means nothing, or goes wrong, is answered with HTTP 200 and the problem inside', async () => {
      const { posts, turns, answers } = bench();
      for (const given of [click('dropTables', {}), { ...click('showHelp', {}), name: 'composeExtension/query' }]) {
        const { status, body } = await posts(given);
        assert.deepEqual([status, (body as { statusCode: number }).statusCode], [200, 400]);
      }
      assert.equal(turns.length, 0);
      answers(new Error('secret'));
      const { status, body } = await posts(click('showHelp', {}));
      assert.deepEqual([status, (body as { statusCode: number }).statusCode], [200, 500]);
      assert.ok(JSON.stringify(body).includes(reference) && !JSON.stringify(body).includes('secret'));
    });

    it('that comes twice does what it does once', async () => {
      const { posts, turns } = bench();
      await posts({ ...click('showHelp', {}), id: 'same' });
      assert.equal((await posts({ ...click('showHelp', {}), id: 'same' })).status, 200);
      assert.equal(turns.length, 1);
    });
  });
}

function describeOtherActivities(bench: () => Bench): void {
  it('greets whom it is installed for, and nobody on an upgrade or a removal', async () => {
    const { posts, turns, teams } = bench();
    await posts({ type: 'installationUpdate', action: 'add' });
    assert.deepEqual(turns[0]?.said, { intent: { kind: 'welcome' } });
    assert.equal(teams.messagesIn('a:ann').length, 1);
    for (const action of ['add-upgrade', 'remove', 'remove-upgrade'])
      await posts({ type: 'installationUpdate', action });
    assert.deepEqual([turns.length, teams.calls.length], [1, 1]);
  });

  for (const given of [
    { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: '29:ann' }] },
    { type: 'conversationUpdate', membersRemoved: [{ id: '29:ann' }] },
    { type: 'conversationUpdate', channelData: { tenant: { id: tenantId }, eventType: 'channelCreated' } },
    { type: 'messageUpdate', channelData: { tenant: { id: tenantId }, eventType: 'undeleteMessage' } },
    { type: 'messageDelete', channelData: { tenant: { id: tenantId }, eventType: 'softDeleteMessage' } },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'typing' },
    { type: 'event', name: 'somethingNew' },
    { type: 'endOfConversation' },
  ])
    it(`takes ${given.type} ${JSON.stringify(given).slice(0, 90)} without a word and without doing anything`, async () => {
      const { posts, turns, teams } = bench();
      assert.equal((await posts(given)).status, 200);
      assert.deepEqual([turns.length, teams.calls.length], [0, 0]);
    });

  it('never acts on a message that was edited, and says so once', async () => {
    const { posts, turns, teams } = bench();
    const edit = {
      type: 'messageUpdate',
      id: 'm-edited',
      channelData: { tenant: { id: tenantId }, eventType: 'editMessage' },
    };
    for (let time = 0; time < 2; time += 1) assert.equal((await posts(edit)).status, 200);
    assert.deepEqual([turns.length, teams.calls.length], [0, 1]);
  });
}
