import assert from 'node:assert/strict';
import AsyncDatabase from 'libsql/promise';
import { afterEach, describe, it } from 'mocha';
import sinon from 'sinon';
import { StoreUnavailableError } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { byHand } from '../outbox/outboxWorld.js';
import { aRequest } from '../support/documents.js';
import { sqliteUnderTest, storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

const proof = authorize('test');

interface Connection {
  exec(text: string): Promise<void>;
}

async function readMetric(world: World, pattern: RegExp): Promise<number> {
  const { host, port } = world.app.address;
  const text = await (await fetch(`http://${host}:${port}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => pattern.test(line))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

for (const kind of storesUnderTest()) {
  describe(`more than can be done at once, told on ${kind.name}`, () => {
    let world: World;
    afterEach(() => world.close());

    it('is refused at once and in words, nothing of it is done, and afterwards everybody is served', async () => {
      world = await World.open(kind, { overrides: { mostTurns: 2 } });
      const { ann, ben, olga, omar } = world.people;
      await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      await ben.says('join Marketing');
      await olga.sees('Ben Okafor wants to join Marketing');
      const hold = byHand();
      const slow = [ann.conversationId, omar.conversationId];
      world.teams.delay = ({ conversationId }) => (slow.includes(conversationId) ? hold.promise : undefined);
      const underWay = [ann, omar].map((one) => one.sends({ type: 'message', text: 'help' }));
      await world.teams.until(
        'two turns',
        () => world.teams.calls.filter((one) => slow.includes(one.conversationId)).length === 2,
      );
      assert.match((await ben.says('leave Marketing')).text(), /I have done nothing about this\. Please try again/);
      const clicked = await olga.clicksRaw('Approve');
      assert.equal(clicked.statusCode, 500);
      assert.match(JSON.stringify(clicked), /I have done nothing about this/);
      assert.deepEqual(
        (await world.requests()).map(({ status }) => status),
        ['pending'],
      );
      assert.equal(await readMetric(world, /^concierge_turns_total.*"too_busy"/), 2);
      hold.keep();
      await Promise.all(underWay);
      await olga.clicks('Approve');
      await ben.sees('in Marketing');
    });
  });
}

/** What may happen to the file of the embedded store; all but the last is done by the database itself. */
const troubles: readonly {
  readonly name: string;
  begin(db: Connection): Promise<void>;
  end(db: Connection): Promise<void>;
  /** What fits into pages that are there already is still taken. */
  readonly takesSmall?: true;
}[] = [
  {
    name: 'a disk that is full',
    begin: (db) => db.exec('PRAGMA max_page_count = 1'),
    end: (db) => db.exec('PRAGMA max_page_count = 1000000'),
    takesSmall: true,
  },
  {
    name: 'a file that is read-only',
    begin: (db) => db.exec('PRAGMA query_only = ON'),
    end: (db) => db.exec('PRAGMA query_only = OFF'),
  },
  {
    name: 'a disk that fails while it is written to',
    begin: async (db) => {
      const exec = db.exec.bind(db);
      db.exec = async (text) => {
        if (text !== 'COMMIT') return exec(text);
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
      };
    },
    end: async (db) => void Reflect.deleteProperty(db, 'exec'),
  },
];

describe('an embedded store that takes nothing', () => {
  let world: World;
  afterEach(async () => {
    sinon.restore();
    await world.close();
  });

  for (const trouble of troubles) {
    it(`because of ${trouble.name} says so, is counted, does nothing by halves, and goes on by itself`, async () => {
      const opened = sinon.spy(AsyncDatabase.prototype as Connection, 'exec');
      world = await World.open(sqliteUnderTest);
      const writer = opened.thisValues[0] as Connection;
      const { ann, ben, olga, ada } = world.people;
      opened.restore();
      const marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      await ann.says('help');
      await ben.says('join Marketing');
      await olga.sees('Ben Okafor wants to join Marketing');
      await world.settles();
      const failed = /^concierge_store_seconds_count.*"failed"/;
      const failuresBefore = await readMetric(world, failed);

      await trouble.begin(writer);
      await fillUp(world);
      const before = await lookAt(world);
      const join = 'join Marketing because I run the spring campaign';
      assert.match((await ann.says(join)).text(), /can't reach my records right now.*trying twice does no harm/);
      if (!trouble.takesSmall)
        assert.match(JSON.stringify(await olga.clicksRaw('Approve')), /can’t reach my records right now/);
      assert.match((await ann.says('groups')).text(), /Marketing/);
      assert.deepEqual(await lookAt(world), before);
      assert.ok((await readMetric(world, failed)) > failuresBefore);

      await trouble.end(writer);
      await olga.clicks('Approve');
      await ann.says(join);
      await olga.sees('Ann Archer wants to join Marketing');
      await world.settles();
      assert.equal(await world.isMember('ben', marketing), true);
      assert.equal(ben.count("You're in Marketing"), 1);
      assert.equal(olga.count('Ann Archer wants to join Marketing'), 1);
      assert.match((await ada.says('audit verify')).text(), /whole/);
    });
  }
});

/** Everything that people could notice of the organisation. */
async function lookAt({ store, tenantId }: World): Promise<unknown> {
  const tenant = store.forTenant(tenantId);
  return Promise.all([
    tenant.read('requests').find({ where: {} }),
    tenant.read('memberships').find({ where: {} }),
    tenant.read('groups').find({ where: {} }),
    tenant.readAudit(1, 1_000),
  ]);
}

/** Takes what room there is left for requests in the pages of the file, if there is any. */
async function fillUp({ store, tenantId }: World): Promise<void> {
  let count = 0;
  const fill = (length: number): Promise<unknown> => {
    const id = `REQ-${String((count += 1)).padStart(8, '0')}`;
    const filler = aRequest({ tenantId, id, status: 'withdrawn', justification: 'x'.repeat(length) });
    return store.forTenant(tenantId).insert(proof, 'requests', filler);
  };
  for (const length of [20_000, 1_500, 1])
    await assert.rejects(async () => {
      for (let left = 400; left > 0; left -= 1) await fill(length);
    }, StoreUnavailableError);
}
