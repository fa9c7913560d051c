import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterEach, describe, it } from 'mocha';
import { pino } from 'pino';
import { StoreUnavailableError, UnreadableRecordError, type Store } from '../../src/commands/ports.js';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';
import { readCard } from '../support/renderedCard.js';
import type { Overrides } from '../../src/wire.js';

const channel = { id: '19:general@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true };

/** The embedded store is enough here: what is tested is the bot's edge. */
const [kind] = storesUnderTest();

describe('the bot at its edge', () => {
  let world: World;
  const lines: string[] = [];
  let isBroken: false | 'throws' | 'unavailable' | 'unreadable' | 'hangs' = false;
  let release: () => void = () => undefined;

  afterEach(async () => {
    isBroken = false;
    release();
    lines.length = 0;
    await world.close();
  });

  /** A world whose store can be made to fail while it runs. */
  async function open(overrides: Overrides = {}): Promise<World> {
    assert.ok(kind);
    world = await World.open(kind);
    await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
    await world.app.close();
    const stuck = new Promise<never>((_, reject) => (release = () => reject(new Error('released'))));
    stuck.catch(() => undefined);
    const store: Store = {
      forTenant: (id) => {
        if (isBroken === 'throws') throw new TypeError('secret detail of our code');
        const inner = world.store.forTenant(id);
        if (isBroken === 'unavailable')
          return {
            ...inner,
            tenantId: id,
            read: () => {
              throw new StoreUnavailableError('mongodb://secret:27017 is away');
            },
          };
        if (isBroken === 'unreadable')
          return {
            ...inner,
            tenantId: id,
            read: () => {
              throw new UnreadableRecordError({
                collection: 'people',
                key: 'secret/key',
                problem: 'name: invalid_type',
              });
            },
          };
        if (isBroken !== 'hangs') return inner;
        return {
          ...inner,
          tenantId: id,
          read: (name) => ({
            ...inner.read(name),
            get: () => stuck,
            find: () => stuck,
            getMany: () => stuck,
            count: () => stuck,
          }),
        };
      },
      findDueWork: (until, limit) => world.store.findDueWork(until, limit),
      sweep: () => world.store.sweep(),
      now: () => world.store.now(),
      ping: () => world.store.ping(),
      close: async () => undefined,
    };
    await world.start({
      store,
      log: pino({ level: 'info' }, { write: (line) => void lines.push(line) }),
      ...overrides,
    });
    return world;
  }

  const click = (verb: string, data: object = {}): object => ({
    action: { type: 'Action.Execute', verb, data },
    trigger: 'manual',
  });

  describe('a click', () => {
    const clicks: readonly (readonly [string, unknown, string?])[] = [
      ['an unknown verb', click('dropTables')],
      ['a verb of Object.prototype', click('constructor')],
      ['no action', {}],
      ['nothing', null],
      ['a list', [1, 2]],
      ['a number for an id', click('showRequest', { requestId: 7 })],
      ['a request that is none', click('approveRequest', { requestId: 'REQ-00000000' })],
      ['an endless text', click('joinGroup', { groupId: 'g', justification: 'x'.repeat(20_000) })],
      ['an invoke of another kind', click('showHelp'), 'composeExtension/query'],
      ['an invoke without a name', click('showHelp'), ''],
    ];
    for (const [name, value, invokeName] of clicks) {
      it(`is answered with HTTP 200 and a well-formed body: ${name}`, async () => {
        await open();
        // `invokes` fails on any other HTTP status.
        const body = await world.people.ann.invokes(value, 'm-1', invokeName ?? 'adaptiveCard/action');
        assert.deepEqual(Object.keys(body).sort(), ['statusCode', 'type', 'value']);
        assert.ok([200, 400].includes(body.statusCode), JSON.stringify(body));
        assert.equal(body.type.startsWith('application/vnd.microsoft.'), true);
      });
    }

    for (const [how, words] of [
      ['throws', /something went wrong/i],
      ['unavailable', /records/i],
      ['unreadable', /a record that I can’t read, so I have left everything as it is/],
    ] as const) {
      it(`reads a reference and nothing internal when the store ${how}`, async () => {
        const { ann } = (await open()).people;
        isBroken = how;
        const body = await ann.invokes(click('listMyGroups', { page: 1 }));
        const { message } = body.value as { message: string };
        assert.deepEqual([body.statusCode, body.type], [500, 'application/vnd.microsoft.error']);
        assert.match(message, words);
        assert.doesNotMatch(message, /secret|mongodb|TypeError/i);
        const reference = /[0-9A-F]{8}/.exec(message)?.[0] ?? assert.fail(message);
        assert.ok(
          lines.some((line) => line.includes(reference) && line.includes('"level":50')),
          'the log has what the person was not told',
        );
      });
    }

    it('is told to be patient when the answer takes long, and answered in the chat when it is there (F89)', async () => {
      const { ann } = (await open({ answerWithinMs: 30 })).people;
      isBroken = 'hangs';
      const body = await ann.invokes(click('listMyGroups', { page: 1 }));
      assert.equal(body.type, 'application/vnd.microsoft.activity.message');
      assert.equal(body.statusCode, 200);
    });

    it('by the client’s own refresh is no message of its own when its answer takes long (F85)', async () => {
      const { ann } = (await open({ answerWithinMs: 30 })).people;
      isBroken = 'hangs';
      const before = ann.messages().length;
      const body = await ann.invokes(click('listMyGroups', { page: 1, look: true }));
      assert.equal(body.type, 'application/vnd.microsoft.error', 'the card stays as it is');
      await world.settles();
      assert.equal(ann.messages().length, before);
    });

    it('by the client’s own refresh writes nothing (F85)', async () => {
      const { ann, olga } = (await open()).people;
      await ann.says('join Marketing');
      // She is known by now, so that nothing about her is new.
      await olga.says('inbox');
      const card = await olga.sees('wants to join');
      await world.settles();
      const requestId = /REQ-\w{8}/.exec(card.text())?.[0];
      const store = world.store.forTenant(world.tenantId);
      const before = [
        await store.read('requests').get(requestId ?? ''),
        await store.read('people').get(olga.id),
        world.teams.calls.length,
      ];
      const body = await olga.invokes({ ...click('refreshRequest', { requestId }), trigger: 'automatic' });
      assert.equal(body.type, 'application/vnd.microsoft.card.adaptive');
      await world.settles();
      assert.deepEqual(
        [
          await store.read('requests').get(requestId ?? ''),
          await store.read('people').get(olga.id),
          world.teams.calls.length,
        ],
        before,
      );
    });

    it('in a channel is answered in the personal chat (F87)', async () => {
      const { ann } = (await open()).people;
      const before = ann.messages().length;
      const { text } = await ann.sends({
        type: 'invoke',
        name: 'adaptiveCard/action',
        conversation: { ...channel, tenantId: world.tenantId },
        value: click('listMyGroups', { page: 1 }),
      });
      assert.doesNotMatch(text, /Marketing|AdaptiveCard/);
      assert.equal(ann.messages().length, before + 1);
    });
  });

  describe('a message', () => {
    it('that comes twice is handled once', async () => {
      const { ann } = (await open()).people;
      for (let round = 0; round < 2; round += 1)
        assert.equal((await ann.sends({ type: 'message', id: 'same', text: 'help' })).status, 200);
      assert.equal(ann.messages().length, 1);
    });

    it('that could not be handled is handled when it comes again (F89)', async () => {
      const { ann } = (await open()).people;
      isBroken = 'unavailable';
      await ann.sends({ type: 'message', id: 'same', text: 'my groups' });
      isBroken = false;
      await ann.sends({ type: 'message', id: 'same', text: 'my groups' });
      assert.equal(ann.messages().length, 2);
      assert.match(ann.messages()[0]?.text ?? '', /try again/i);
    });

    it('whose answer could not be sent is answered when it comes again (F89)', async () => {
      const { ann } = (await open()).people;
      world.teams.script = () => ({ status: 502 });
      await ann.sends({ type: 'message', id: 'same', text: 'help' });
      world.teams.script = () => undefined;
      await ann.sends({ type: 'message', id: 'same', text: 'help' });
      assert.equal(ann.messages().length, 1);
    });

    it('of an older client, a click without text, does the same as the click (F86)', async () => {
      const { ann } = (await open()).people;
      await ann.sends({ type: 'message', text: '', value: { action: 'listMyGroups', page: 1 } });
      assert.match(readCard(ann.messages()[0]?.card ?? {}).heading(), /My groups/);
    });

    it('is the same person’s whatever the case of their id', async () => {
      const { ann } = (await open()).people;
      await ann.says('join Marketing');
      await ann.sends({
        type: 'message',
        text: 'my requests',
        from: { id: `29:${ann.id}`, name: ann.name, aadObjectId: ann.id.toUpperCase() },
      });
      assert.match(readCard(ann.messages().at(-1)?.card ?? {}).text(), /Marketing/);
    });

    it('in a conversation that does not say what it is, but is shared, gets nothing personal there (F87)', async () => {
      const { ann } = (await open()).people;
      const { conversationType: _, ...shared } = channel;
      await ann.sends({ type: 'message', text: 'my groups', conversation: { ...shared, tenantId: world.tenantId } });
      await ann.sends({
        type: 'message',
        text: 'my groups',
        conversation: { id: channel.id, tenantId: world.tenantId },
      });
      const there = world.teams.messagesIn(channel.id);
      assert.equal(there.length, 2);
      for (const message of there) assert.equal(message.card, undefined);
    });

    it('leaves no personal words in the log', async () => {
      const { ann, olga } = (await open()).people;
      await ann.says('join Marketing because my aunt Clara is ill');
      await olga.sees('wants to join');
      await ann.says('some remark about Clara');
      await world.settles();
      const log = lines.join('\n');
      assert.ok(lines.length > 2);
      for (const word of ['Clara', 'Ann Archer', 'Olga', 'Marketing', 'remark']) assert.ok(!log.includes(word), word);
    });
  });

  it('greets whom it is installed for, once each time, and says nothing on an upgrade, a removal or a roster change', async () => {
    const { ann } = (await open()).people;
    await ann.sends({ type: 'installationUpdate', action: 'add' });
    assert.equal(ann.messages().length, 1);
    for (const activity of [
      { type: 'installationUpdate', action: 'add-upgrade' },
      { type: 'installationUpdate', action: 'remove' },
      { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'typing' },
      { type: 'endOfConversation' },
      { type: 'event', name: 'x' },
    ]) {
      assert.equal((await ann.sends(activity)).status, 200, activity.type);
    }
    assert.equal(ann.messages().length, 1);
  });

  it('lives through whatever is sent to it, and then still helps', async () => {
    const { ann } = (await open()).people;
    const part = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom(
        'message',
        'invoke',
        'installationUpdate',
        'personal',
        'channel',
        'adaptiveCard/action',
        'msteams',
        '',
        '19:x',
        'join Marketing',
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const activities = fc.record(
      {
        type: fc.oneof(fc.constantFrom('message', 'invoke', 'installationUpdate', 'conversationUpdate'), fc.string()),
        name: part,
        text: part,
        value: part,
        entities: part,
        conversation: fc.oneof(part, fc.record({ id: part, tenantId: part, conversationType: part })),
        from: part,
        recipient: part,
        channelData: part,
        channelId: part,
        action: part,
        locale: part,
        localTimezone: part,
        replyToId: part,
      },
      { requiredKeys: ['type'] },
    );
    await fc.assert(
      fc.asyncProperty(activities, async (given) => {
        const activity = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const { status, text } = await ann.sends({ ...activity });
        assert.ok(status === 200 || (status >= 400 && status < 500), `${status} ${text}`);
        assert.doesNotMatch(text, /Error:|at .*\.js/);
      }),
      { numRuns: 250 },
    );
    assert.match((await ann.says('help')).heading(), /What I can do/);
  });
});
