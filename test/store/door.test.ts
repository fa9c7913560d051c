import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { UnreadableRecordError, type Store, type UnreadableRecord } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import type { Group } from '../../src/domain/groups/group.js';
import { check } from '../../src/store/check.js';
import type { ShelfName, Shelves } from '../../src/store/collections.js';
import type { Engine } from '../../src/store/engine.js';
import { schemaVersionOf } from '../../src/store/migrations/migrations.js';
import { createStore } from '../../src/store/openStore.js';
import { aGroup, aMembership, aRequest, contoso, monday } from '../support/documents.js';
import { enginesUnderTest } from '../support/engines.js';

const proof = authorize('test');

// Shows what the door lets through and keeps out; that each collection's schema is the domain's type is held by the
// compiler (`shelfSchemas.ts`), and that real records fit by `oldStore.test.ts`.
for (const kind of enginesUnderTest()) {
  describe(`the store's door on ${kind.name}`, () => {
    let engine: Engine;
    let store: Store;
    let close: () => Promise<void>;
    let reported: UnreadableRecord[];
    beforeEach(async () => {
      ({ engine, close } = await kind.open());
      reported = [];
      store = createStore(engine, { onUnreadable: (record) => reported.push(record) });
    });
    afterEach(() => close());

    /** Puts a record into the database as somebody with a shell would. */
    async function plant<N extends ShelfName>(shelf: N, record: object): Promise<void> {
      assert.equal(await engine.insert(shelf, record as Shelves[N]), 'written');
    }
    const raw = async (shelf: ShelfName, key: string): Promise<Record<string, unknown>> =>
      (await engine.get(shelf, [key]))[0] as unknown as Record<string, unknown>;
    const groups = () => store.forTenant(contoso).read('groups');

    it('writes the version of the schema into each record, and hides it from whoever reads', async () => {
      await store.forTenant(contoso).insert(proof, 'groups', aGroup());
      assert.equal((await raw('groups', 'contoso/marketing'))['schemaVersion'], schemaVersionOf('groups'));
      assert.deepStrictEqual(await groups().get('marketing'), aGroup());
      await store.forTenant(contoso).replace(proof, 'groups', aGroup({ version: 2 }));
      assert.equal((await raw('groups', 'contoso/marketing'))['schemaVersion'], schemaVersionOf('groups'));
    });

    it('takes a record without a version for one of version 0, and brings it up to date when it is saved', async () => {
      await plant('groups', { ...aGroup({ name: 'Marketing & Sales' }), nameKey: 'as it was folded once' });
      const group = await groups().get('marketing');
      assert.equal(group?.nameKey, 'marketing & sales');
      await store.forTenant(contoso).replace(proof, 'groups', { ...group, version: 2 });
      const saved = await raw('groups', 'contoso/marketing');
      assert.deepEqual([saved['nameKey'], saved['schemaVersion']], ['marketing & sales', schemaVersionOf('groups')]);
    });

    it('keeps what a newer program has added, its version too', async () => {
      const newer = { ...aGroup(), colour: 'green', schemaVersion: 99 };
      await plant('groups', newer);
      const group = (await groups().get('marketing')) as Group;
      await store.forTenant(contoso).replace(proof, 'groups', { ...group, description: 'New', version: 2 });
      assert.deepEqual(await raw('groups', 'contoso/marketing'), { ...newer, description: 'New', version: 2 });
    });

    it('hands out no record that does not fit, reports it once, and leaves the others alone', async () => {
      await plant('groups', { ...aGroup({ id: 'bad', name: 'Bad' }), ownerIds: 'olga' });
      await plant('groups', { ...aGroup({ id: 'worse', name: 'Worse' }), joinRule: 'whoever', effects: undefined });
      await store.forTenant(contoso).insert(proof, 'groups', aGroup());
      const found = await groups().find({ where: {}, sort: { field: 'nameKey', direction: 'asc' } });
      assert.deepEqual(
        found.map(({ id }) => id),
        ['marketing'],
      );
      assert.deepEqual(
        (await groups().getMany(['worse', 'marketing', 'bad'])).map(({ id }) => id),
        ['marketing'],
      );
      await assert.rejects(
        groups().get('bad'),
        (error) => error instanceof UnreadableRecordError && error.record.key === 'contoso/bad',
      );
      assert.deepEqual(
        [...reported].sort((a, b) => (a.key < b.key ? -1 : 1)),
        [
          { collection: 'groups', key: 'contoso/bad', problem: 'ownerIds: invalid_type' },
          { collection: 'groups', key: 'contoso/worse', problem: 'effects: invalid_type; joinRule: invalid_value' },
        ],
      );
    });

    it('has no answer where the one record that was asked for by something unique does not fit', async () => {
      const openKey = 'contoso/marketing/ann';
      await plant('requests', { ...aRequest(), openKey, status: 'perhaps' });
      const requests = store.forTenant(contoso).read('requests');
      await assert.rejects(requests.find({ where: { openKey }, limit: 1 }), UnreadableRecordError);
      assert.deepEqual(await requests.find({ where: { requesterId: 'ann' } }), []);
    });

    it('lets the dispatcher see all work but that of a record which it found unreadable', async () => {
      await plant('memberships', { ...aMembership({ nextEffectAt: monday }), status: 'perhaps' });
      await plant('memberships', aMembership({ personId: 'ben', nextEffectAt: monday + 1 }));
      const due = async () => (await store.findDueWork(monday + 5, 1)).map(({ id }) => id);
      assert.deepEqual(await due(), ['marketing/ann']);
      await assert.rejects(store.forTenant(contoso).read('memberships').get('marketing/ann'), UnreadableRecordError);
      assert.deepEqual(await due(), ['marketing/ben']);
      // Once it is mended, it is as good as any other.
      await engine.replace('memberships', aMembership({ nextEffectAt: monday, version: 2 }), 1);
      assert.ok(await store.forTenant(contoso).read('memberships').get('marketing/ann'));
      assert.deepEqual(await due(), ['marketing/ann']);
    });

    it('reports a mended record that is broken again', async () => {
      await plant('groups', { ...aGroup(), joinRule: 'whoever' });
      await assert.rejects(groups().get('marketing'));
      await assert.rejects(groups().get('marketing'));
      await engine.replace('groups', aGroup({ version: 2 }), 1);
      assert.ok(await groups().get('marketing'));
      await engine.replace('groups', { ...aGroup({ version: 3 }), joinRule: 'nobody' } as unknown as Group, 2);
      await assert.rejects(groups().get('marketing'));
      assert.equal(reported.length, 2);
    });

    it('refuses to save what it could not read again', async () => {
      const bad = { ...aGroup(), ownerIds: undefined } as unknown as Group;
      await assert.rejects(store.forTenant(contoso).insert(proof, 'groups', bad), /does not fit: ownerIds/);
      const stray = aRequest({ openKey: 'fabrikam/marketing/ann' });
      await assert.rejects(store.forTenant(contoso).insert(proof, 'requests', stray), /openKey/);
      assert.deepEqual(await engine.get('groups', ['contoso/marketing']), []);
    });
  });
}

describe('a stored record', () => {
  it('is refused for what every record needs, before anything else is asked', () => {
    const problemOf = (stored: unknown) => {
      const checked = check('groups', stored);
      return checked.ok ? undefined : checked.problem;
    };
    assert.equal(problemOf(aGroup()), undefined);
    assert.match(problemOf(null) ?? '', /no object/);
    assert.match(problemOf([]) ?? '', /no object/);
    assert.match(problemOf({ ...aGroup(), key: 7 }) ?? '', /no key/);
    assert.match(problemOf({ ...aGroup(), key: 'fabrikam/marketing' }) ?? '', /does not begin with its tenantId/);
    assert.match(problemOf({ ...aGroup(), key: 'contoso/' }) ?? '', /does not begin/);
    assert.match(problemOf({ ...aGroup(), schemaVersion: 'newest' }) ?? '', /schemaVersion/);
  });

  it('is described by field and kind of fault, never by what stands in it', () => {
    const checked = check('requests', { ...aRequest(), justification: { text: 'my salary' }, status: 'secret' });
    assert.ok(!checked.ok);
    assert.doesNotMatch(checked.problem, /salary|secret/);
    assert.match(checked.problem, /justification: invalid_type/);
  });
});
