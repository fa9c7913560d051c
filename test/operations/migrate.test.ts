import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { migrateAll, runMigration, type MigrationCount } from '../../src/operations/migrate.js';
import type { Engine } from '../../src/store/engine.js';
import { keptShelves } from '../../src/store/keptShelves.js';
import type { Vault } from '../../src/store/vault.js';
import { aGroup, contoso } from '../support/documents.js';
import { plantFixture, readEverything, readFixture } from '../support/oldStore.js';
import { placesUnderTest, type Place } from '../support/vaults.js';

const old = (counts: readonly MigrationCount[]) => counts.reduce((sum, count) => sum + count.old, 0);
const present = (counts: readonly MigrationCount[]) => counts.reduce((sum, count) => sum + count.present, 0);

// Holds that a store of version 0 is brought up to date in bulk. What a step makes of a record is the step's own test.
for (const kind of placesUnderTest()) {
  describe(`the migration in bulk on ${kind.name}`, () => {
    let place: Place;
    let engine: Engine;
    let vault: Vault;
    const rows = readFixture('0.1.0');
    const tenantIds = [...new Set(rows.map(({ body }) => body.tenantId)), contoso];
    beforeEach(async () => {
      place = await kind.find();
      engine = await place.openEngine();
      vault = await place.openVault();
    });
    afterEach(async () => {
      await vault.close();
      await engine.close();
      await place.remove();
    });
    const numbered = async () =>
      (await readEverything(engine, tenantIds)).filter(({ body }) => body['schemaVersion'] === 1).length;

    it('counts in a dry run, changes nothing, and then does what it said', async () => {
      await plantFixture(engine, rows);
      const dry = await migrateAll(vault, true);
      assert.deepEqual(
        dry.map(({ collection }) => collection),
        keptShelves,
      );
      assert.equal(old(dry), rows.length);
      assert.equal(await numbered(), 0);
      assert.deepEqual(await migrateAll(vault, false), dry);
      assert.equal(await numbered(), rows.length);
      const again = await migrateAll(vault, false);
      assert.deepEqual([old(again), present(again)], [0, rows.length]);
    });

    it('leaves the version of a record as it is, so that a turn that has read it can still save it', async () => {
      await plantFixture(engine, rows.slice(0, 20));
      await migrateAll(vault, false);
      for (const { collection, body } of rows.slice(0, 20)) {
        const [found] = await engine.get(collection, [body.key]);
        assert.deepEqual(found, { ...body, schemaVersion: 1 });
      }
    });

    it('goes on where it was broken off', async () => {
      await plantFixture(engine, rows);
      let calls = 0;
      const failing: Vault = {
        ...vault,
        bringUpToDate: async (shelf, record) => {
          if ((calls += 1) > 250) throw new Error('The line is dead.');
          return vault.bringUpToDate(shelf, record);
        },
      };
      await assert.rejects(migrateAll(failing, false), /The line is dead/);
      const rest = await migrateAll(vault, false);
      assert.ok(old(rest) < rows.length && old(rest) >= rows.length - 250, String(old(rest)));
      assert.equal(await numbered(), rows.length);
    });

    it('lists what does not fit by its key, and brings all others up to date', async () => {
      await engine.insert('groups', aGroup());
      await engine.insert('groups', { ...aGroup({ id: 'odd' }), joinRule: 'whoever' } as never);
      const groups = (await migrateAll(vault, false)).find(({ collection }) => collection === 'groups');
      assert.deepEqual(groups?.misfits, ['groups contoso/odd: joinRule: invalid_value']);
      assert.deepEqual([groups?.old, groups?.present], [1, 0]);
      const [odd] = await engine.get('groups', ['contoso/odd']);
      assert.ok(odd && !('schemaVersion' in odd));
    });

    it('finds by its name what an earlier program made while it was back', async () => {
      await vault.put('groups', aGroup({ id: 'new', name: 'Night Shift', nameKey: 'night shift' }) as never);
      const said: string[] = [];
      const voice = { say: (line: string) => said.push(line), warn: assert.fail };
      await runMigration(['--dry-run'], place.env, voice);
      assert.ok(!said.some((line) => /made anew/.test(line)));
      await runMigration([], place.env, voice);
      assert.match(said.at(-1) ?? '', /made anew/);
      assert.equal(await engine.count('names', contoso, []), 1);
    });

    it('leaves a record to whoever changes it meanwhile', async () => {
      await engine.insert('groups', aGroup());
      const racing: Vault = {
        ...vault,
        bringUpToDate: async (shelf, record) => {
          await engine.replace('groups', { ...aGroup({ version: 2 }), description: 'Faster' }, 1);
          return vault.bringUpToDate(shelf, record);
        },
      };
      const groups = (await migrateAll(racing, false)).find(({ collection }) => collection === 'groups');
      assert.deepEqual([groups?.old, groups?.changed], [0, 1]);
      assert.equal((await engine.get('groups', ['contoso/marketing']))[0]?.description, 'Faster');
    });

    it('has its pages in the order of keys, each record once, and amends the history', async () => {
      for (const { collection, body } of rows) assert.equal(await vault.put(collection, body), 'written');
      for (const shelf of keptShelves) {
        const keys: string[] = [];
        for await (const { record } of vault.read(shelf)) keys.push(record.key);
        assert.deepEqual(keys, [...new Set(keys)].sort());
        assert.equal(keys.length, rows.filter(({ collection }) => collection === shelf).length);
      }
      const [first] = rows.filter(({ collection }) => collection === 'audit');
      assert.ok(first);
      assert.equal(await vault.bringUpToDate('audit', { ...first.body, note: 'kept' }), 'written');
      assert.equal(await vault.put('audit', { ...first.body, note: 'kept' }), 'same');
      assert.equal(await vault.put('audit', first.body), 'conflict');
    });
  });
}
