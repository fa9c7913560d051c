import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { MongoServerError, type Db } from 'mongodb';
import { StoreUnavailableError, type Store, type TenantStore } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { groupNameClaim } from '../../src/domain/claims.js';
import { shelfNames } from '../../src/store/collections.js';
import { indexesOf } from '../../src/store/mongo/mongoIndexes.js';
import { toFilter, toSort } from '../../src/store/mongo/mongoQuery.js';
import { connect, openMongoStore } from '../../src/store/mongo/openMongoStore.js';
import { toSearch } from '../../src/store/query.js';
import { aGroup, aMembership, aRequest, contoso } from '../support/documents.js';
import { hotQueries } from '../support/hotQueries.js';
import { startLosingProxy, type LosingProxy } from '../support/losingProxy.js';
import { dropDatabase, freshDatabaseName, mongoTestUri, mongoUnderTest } from '../support/stores.js';
import { describeStore } from './storeContract.js';

const proof = authorize('test');

if (mongoTestUri === undefined) {
  process.stdout.write(
    'The MongoDB half of the store is left out; to include it: MONGODB_TEST_URI=mongodb://127.0.0.1:27017 npm test\n',
  );
} else {
  describeStore('MongoDB', mongoUnderTest(mongoTestUri).open);
  describeIndexes(mongoTestUri);
  describeLostReplies(mongoTestUri);
  describeProcesses(mongoTestUri);
}

describe('MongoDB that is not there', () => {
  it('is said to be unavailable, and not waited for for long', async () => {
    // Port 9 discards; nobody listens there.
    await assert.rejects(
      openMongoStore({ uri: 'mongodb://127.0.0.1:9', serverSelectionTimeoutMs: 50 }),
      StoreUnavailableError,
    );
  });
});

function describeIndexes(uri: string): void {
  describe('MongoDB and its indexes', () => {
    const database = freshDatabaseName();
    let db: Db;
    let close: () => Promise<void>;
    before(async () => {
      ({ db, close } = await connect({ uri, database }));
    });
    after(async () => {
      await close();
      await dropDatabase(uri, database);
    });

    it('has all that are declared, and no others', async () => {
      for (const shelf of shelfNames) {
        const found = (await db.collection(shelf).indexes()).map(({ key, unique = false, sparse = false }) => ({
          key: { ...key },
          unique,
          sparse,
        }));
        const declared = indexesOf(shelf).map(({ key, unique = false, sparse = false }) => ({
          key: { ...key },
          unique,
          sparse,
        }));
        const byKey = (a: { key: object }, b: { key: object }) =>
          JSON.stringify(a.key).localeCompare(JSON.stringify(b.key));
        const besidesId = found.filter(({ key }) => JSON.stringify(key) !== '{"_id":1}');
        assert.deepEqual(besidesId.sort(byKey), declared.sort(byKey), shelf);
      }
    });

    it('opens a database that has them already', async () => {
      const again = await connect({ uri, database });
      await again.close();
    });

    it('answers each question of the hot path through an index', async function () {
      for (const [shelf, query] of hotQueries) {
        const search = toSearch(shelf, query);
        const plan = await explain(() =>
          db
            .collection(shelf)
            .find(toFilter(contoso, search.terms) as object)
            .sort(toSort(search))
            .explain('queryPlanner'),
        );
        if (plan === undefined) {
          process.stdout.write(
            '      this server cannot explain its plans; that the indexes are there is checked above\n',
          );
          return this.skip();
        }
        assert.ok(
          plan.includes('"IXSCAN"') && !plan.includes('"COLLSCAN"'),
          `${shelf} ${JSON.stringify(query)}: ${plan}`,
        );
      }
    });
  });
}

/** The winning plan as JSON; nothing where the server has no such command. */
async function explain(ask: () => Promise<object>): Promise<string | undefined> {
  try {
    const answer = (await ask()) as { queryPlanner?: { winningPlan?: object } };
    return answer.queryPlanner?.winningPlan && JSON.stringify(answer.queryPlanner.winningPlan);
  } catch (error) {
    if (error instanceof MongoServerError) return undefined;
    throw error;
  }
}

function describeProcesses(uri: string): void {
  describe('MongoDB and several processes', () => {
    const database = freshDatabaseName();
    after(() => dropDatabase(uri, database));

    it('lets one of three processes make a group of one name at the same moment, and all of them find it', async () => {
      const script = fileURLToPath(new URL('../support/claimAtOnce.js', import.meta.url));
      const children = Array.from({ length: 3 }, () => fork(script, [uri, database, 'once']));
      await Promise.all(children.map((child) => once(child, 'message')));
      const answers = children.map((child) => once(child, 'message'));
      for (const child of children) child.send('go');
      const told = (await Promise.all(answers)).map(([answer]) => answer as { results: string[]; found: number });
      const results = told.flatMap((answer) => answer.results);
      assert.equal(results.filter((result) => result === 'written').length, 1);
      assert.equal(results.filter((result) => result === 'duplicate').length, 11);
      assert.deepEqual(
        told.map(({ found }) => found),
        [1, 1, 1],
      );
    }).timeout(60_000);
  });
}

function describeLostReplies(uri: string): void {
  describe('MongoDB behind a bad line', () => {
    const database = freshDatabaseName();
    let proxy: LosingProxy;
    let store: Store;
    let tenant: TenantStore;
    let tenants = 0;
    beforeEach(async () => {
      proxy = await startLosingProxy(uri);
      store = await openMongoStore({ uri: proxy.uri, database, serverSelectionTimeoutMs: 3_000 });
      tenant = store.forTenant(`tenant-${++tenants}`);
    });
    afterEach(async () => {
      await store.close();
      await proxy.close();
    });
    after(() => dropDatabase(uri, database));

    it('knows its own insert when the reply was lost', async () => {
      const request = aRequest({ tenantId: tenant.tenantId });
      proxy.loseNextReply('insert');
      assert.equal(await tenant.insert(proof, 'requests', request), 'written');
      assert.equal(proxy.lost, 1);
      assert.deepStrictEqual(await tenant.read('requests').get(request.id), request);
    });

    it('knows its own replacement when the reply was lost', async () => {
      const group = aGroup({ tenantId: tenant.tenantId });
      await tenant.insert(proof, 'groups', group);
      proxy.loseNextReply('update');
      assert.equal(await tenant.replace(proof, 'groups', { ...group, version: 2, name: 'New' }), 'written');
      assert.equal(proxy.lost, 1);
      assert.equal((await tenant.read('groups').get('marketing'))?.version, 2);
    });

    it("does not take another's record for its own when the reply was lost", async () => {
      // Memberships have no names: what is turned away is the write itself, not the look before it.
      const membership = aMembership({ tenantId: tenant.tenantId });
      await tenant.insert(proof, 'memberships', membership);
      await tenant.replace(proof, 'memberships', { ...membership, version: 2, since: 1 });
      proxy.loseNextReply('update');
      assert.equal(await tenant.replace(proof, 'memberships', { ...membership, version: 2, since: 2 }), 'conflict');
      proxy.loseNextReply('insert');
      assert.equal(await tenant.insert(proof, 'memberships', { ...membership, since: 3 }), 'duplicate');
      assert.equal(proxy.lost, 2);
    });

    it('saves a name and a claim with their record, although one of the replies was lost', async () => {
      for (const [at, command] of (['insert', 'update', 'insert', 'update'] as const).entries()) {
        const name = `Group ${at}`;
        const group = aGroup({ tenantId: tenant.tenantId, id: `g${at}`, name, nameKey: name.toLowerCase() });
        proxy.loseNextReply(command);
        assert.equal(await tenant.insert(proof, 'groups', group, [groupNameClaim(name)]), 'written');
        assert.equal((await tenant.names.exact([group.nameKey], ['groups'])).length, 1);
        assert.equal((await tenant.holders([groupNameClaim(name)])).length, 1);
      }
      assert.equal(proxy.lost, 4);
    });

    it('says that the database is unavailable when nobody gets through', async () => {
      await store.close();
      store = await openMongoStore({ uri: proxy.uri, database, serverSelectionTimeoutMs: 200 });
      tenant = store.forTenant(tenant.tenantId);
      await tenant.read('groups').get('marketing');
      await proxy.close();
      await assert.rejects(tenant.read('groups').get('marketing'), StoreUnavailableError);
      await assert.rejects(tenant.read('groups').find({ where: {} }), StoreUnavailableError);
      await assert.rejects(
        tenant.insert(proof, 'groups', aGroup({ tenantId: tenant.tenantId })),
        StoreUnavailableError,
      );
      await assert.rejects(store.ping(), StoreUnavailableError);
      await assert.rejects(store.findDueWork(1, 1), StoreUnavailableError);
    });
  });
}
