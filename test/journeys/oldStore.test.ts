import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Store, UnreadableRecord } from '../../src/commands/ports.js';
import { verifyChain } from '../../src/domain/history/auditChain.js';
import { sha256 } from '../../src/outbox/history/history.js';
import type { Engine } from '../../src/store/engine.js';
import { createStore } from '../../src/store/openStore.js';
import { frozenSchemas } from '../fixtures/0.1.0/schemas.js';
import { enginesUnderTest } from '../support/engines.js';
import { FakeTeams } from '../support/fakeTeams.js';
import { plantFixture, readEverything, readFixture, type FixtureRow } from '../support/oldStore.js';
import { World } from '../support/world.js';

/** When the last record of the fixture was written, and a little later. */
const then = Date.UTC(2026, 10, 28);

// Holds that this program works on what version 0.1.0 has left, and that version 0.1.0 could go on with what this one
// leaves. It cannot show that the old program itself would say the right sentences about it.
for (const kind of enginesUnderTest()) {
  describe(`a store that version 0.1.0 filled, opened on ${kind.name}`, () => {
    let engine: Engine;
    let close: () => Promise<void>;
    let store: Store;
    let teams: FakeTeams;
    let rows: FixtureRow[];
    let tenantIds: string[];
    const unreadable: UnreadableRecord[] = [];
    before(async () => {
      teams = await FakeTeams.start();
      ({ engine, close } = await kind.open());
      rows = readFixture('0.1.0', teams.serviceUrl);
      tenantIds = [...new Set(rows.map(({ body }) => body.tenantId))];
      await plantFixture(engine, rows);
      store = createStore(engine, { onUnreadable: (record) => unreadable.push(record) });
    });
    after(async () => {
      await teams.close();
      await close();
    });

    let world: World | undefined;
    afterEach(async () => {
      await world?.app.close();
      world = undefined;
    });

    const misfits = (found: readonly FixtureRow[]) =>
      found.flatMap(({ collection, body }) => {
        const parsed = frozenSchemas[collection].safeParse(body);
        return parsed.success ? [] : [`${collection} ${body.key}: ${parsed.error.message}`];
      });
    const enter = async (tenantId: string): Promise<World> => {
      const people = rows.filter(({ collection, body }) => collection === 'people' && body.tenantId === tenantId);
      world = await World.enter(store, teams, { tenantId, people: people.map(({ body }) => body) }, then);
      return world;
    };
    const tenantWith = (isWanted: (own: readonly FixtureRow[]) => boolean): string => {
      const found = tenantIds.find((id) => isWanted(rows.filter(({ body }) => body.tenantId === id)));
      assert.ok(found);
      return found;
    };

    it('is what its own schemas say', () => {
      assert.ok(rows.length > 500 && tenantIds.length > 50);
      assert.deepEqual(misfits(rows), []);
    });

    it('can be read to the last record', async () => {
      for (const { collection, body } of rows) {
        const tenant = store.forTenant(body.tenantId);
        if (collection === 'audit') assert.ok((await tenant.readAudit(1, 1000)).some(({ key }) => key === body.key));
        else assert.ok(await tenant.read(collection).get(body.key.slice(body.tenantId.length + 1)), body.key);
      }
      assert.deepEqual(unreadable, []);
    });

    it('gets done what was left undone in it', async () => {
      await (await enter(tenantIds[0] as string)).settles();
      const waiting = (await readEverything(engine, tenantIds)).flatMap(({ body }) => {
        const effects = (body['effects'] ?? []) as { kind: string; dueAt: number; lastError?: string }[];
        return effects.filter(({ dueAt }) => dueAt <= then);
      });
      assert.deepEqual(waiting, []);
    });

    it('goes on as if nothing had happened: join, approve, rename, leave', async () => {
      const entered = await enter(
        tenantWith((own) => own.some(({ body }) => body.name === 'Book Club' && body['joinRule'] === 'open')),
      );
      const { ben, olga, ada } = entered.people;
      await ben.says('join Marketing because I draw the posters');
      await olga.sees('Ben Okafor wants to join Marketing');
      await olga.clicks('Approve');
      await ben.sees("You're in Marketing");
      assert.match((await ben.says('join Book Club')).text(), /Book Club/);
      await olga.says('yes, rename Marketing to Brand');
      assert.match((await ben.says('my groups')).text(), /Brand/);
      await ben.says('yes, leave Brand');
      assert.doesNotMatch((await ben.says('my groups')).text(), /Brand/);
      await olga.says('add Ben Okafor to Brand for 30 days because he is back');
      await ada.says('yes, set licence to P2');
      await olga.says('delegate to Ben Okafor for 3 days');
      await ada.says('add resource Press Kit owned by Olga Berg');
      assert.match((await ada.says('verify history')).text(), /complete|unbroken|unchanged/i);
      await entered.settles();
    });

    it('leaves every person an answer, in every organisation', async () => {
      for (const tenantId of tenantIds) {
        const entered = await enter(tenantId);
        const { ann, olga, ada } = entered.people;
        for (const [person, text] of [
          [ann, 'my requests'],
          [olga, 'inbox'],
          [ada, 'settings'],
        ] as const)
          assert.doesNotMatch((await person.says(text)).text(), /wrong on our side|can't read/);
        await entered.app.close();
        world = undefined;
      }
    });

    it('is left so that version 0.1.0 could go on with it, and with its history whole', async () => {
      const left = await readEverything(engine, tenantIds);
      assert.ok(left.length > rows.length);
      assert.ok(left.filter(({ body }) => 'schemaVersion' in body).length > 100);
      assert.deepEqual(misfits(left), []);
      assert.deepEqual(unreadable, []);
      for (const tenantId of tenantIds)
        assert.ok(verifyChain(await store.forTenant(tenantId).readAudit(1, 10_000), sha256).ok, tenantId);
    });
  });
}
