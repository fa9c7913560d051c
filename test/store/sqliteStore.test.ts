import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { StoreUnavailableError, type Query } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { workShelves, type ShelfName } from '../../src/store/collections.js';
import { toSearch } from '../../src/store/query.js';
import { openSqliteStore } from '../../src/store/sqlite/openSqliteStore.js';
import { dueSql, replaceSql } from '../../src/store/sqlite/sqliteEngine.js';
import { toCount, toSelect, type Sql } from '../../src/store/sqlite/sqliteQuery.js';
import { aGroup, aResource, contoso } from '../support/documents.js';
import { hotQueries } from '../support/hotQueries.js';
import { sqliteUnderTest } from '../support/stores.js';
import { describeStore } from './storeContract.js';

const proof = authorize('test');

describeStore(sqliteUnderTest.name, sqliteUnderTest.open);

describe('SQLite in particular', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'group-concierge-'));
    path = join(folder, 'data', 'store.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** How SQLite would carry out a statement, one line a step. */
  function plan(db: Database.Database, { text, values }: Sql): string[] {
    return (
      db
        .prepare(`EXPLAIN QUERY PLAN ${text}`)
        .raw()
        .all([...values]) as [number, number, number, string][]
    ).map((row) => row[3]);
  }

  function assertIndexed(db: Database.Database, sql: Sql): void {
    const steps = plan(db, sql);
    // A list of values is itself scanned, a table must not be.
    assert.deepEqual(
      steps.filter((step) => step.startsWith('SCAN') && !step.includes('json_each')),
      [],
      sql.text,
    );
    assert.ok(
      steps.some((step) => step.startsWith('SEARCH')),
      `${sql.text}: ${steps.join('; ')}`,
    );
  }

  async function openedFile(): Promise<Database.Database> {
    await (await openSqliteStore({ path })).close();
    return new Database(path);
  }

  it('answers each question of the hot path through an index', async () => {
    const db = await openedFile();
    for (const [shelf, query] of hotQueries) {
      assertIndexed(db, toSelect(shelf, contoso, toSearch(shelf, query)));
      assertIndexed(db, toCount(shelf, contoso, toSearch(shelf, query).terms));
    }
    for (const shelf of workShelves) {
      for (const by of ['nextEffectAt', 'awaitedAt'] as const)
        assert.deepEqual(
          plan(db, { text: dueSql(shelf, by), values: [1, 1] }).map((step) => step.split(' (')[0]),
          [`SEARCH ${shelf} USING INDEX ${shelf} by ${by}`],
        );
      assertIndexed(db, { text: replaceSql(shelf), values: [1, '{}', 'contoso/key', 1] });
    }
    db.close();
  });

  it('uses the index that was made for the question, and sorts nothing that comes sorted', async () => {
    const db = await openedFile();
    const expected: [ShelfName, Query, RegExp][] = [
      [
        'groups',
        { where: { isListed: true }, sort: { field: 'nameKey', direction: 'asc' } },
        /^SEARCH groups USING INDEX groups by isListed, nameKey \(tenantId=\? AND isListed=\?\)$/,
      ],
      [
        'groups',
        { where: { nameKey: { prefix: 'mark' } }, sort: { field: 'nameKey', direction: 'asc' } },
        /^SEARCH groups USING INDEX groups by nameKey \(tenantId=\? AND nameKey>\? AND nameKey<\?\)$/,
      ],
      [
        'requests',
        { where: { openKey: 'contoso/marketing/ann' }, limit: 1 },
        /^SEARCH requests USING INDEX requests by openKey \(openKey=\?\)/,
      ],
      [
        'requests',
        { where: { groupId: 'marketing', status: 'pending' }, sort: { field: 'createdAt', direction: 'asc' } },
        /^SEARCH requests USING INDEX requests by groupId, status, createdAt \(tenantId=\? AND groupId=\? AND status=\?\)$/,
      ],
    ];
    for (const [shelf, query, step] of expected)
      assert.match(plan(db, toSelect(shelf, contoso, toSearch(shelf, query))).join('\n'), step);
    db.close();
  });

  it('keeps every answered write through a kill -9', async function () {
    this.timeout(20_000);
    const child = fork(fileURLToPath(new URL('../support/writeUntilKilled.js', import.meta.url)), [path], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const answered = await killAfter(child, 200);
    const store = await openSqliteStore({ path });
    const groups = store.forTenant(contoso).read('groups');
    const found = await groups.getMany(answered);
    assert.ok(answered.length >= 200);
    assert.deepEqual(
      found.map(({ id }) => id),
      answered,
    );
    // The side table of the owners was saved with the record.
    assert.equal(await groups.count({ ownerIds: 'olga' }), await groups.count({}));
    await store.close();
    const db = new Database(path);
    assert.deepEqual(db.prepare('PRAGMA integrity_check').raw().all([]), [['ok']]);
    db.close();
  });

  it('lets two processes write to one file: they wait for each other, and one of each pair of rivals wins', async function () {
    this.timeout(20_000);
    const child = fork(fileURLToPath(new URL('../support/writeUntilKilled.js', import.meta.url)), [path], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    const store = await openSqliteStore({ path });
    const tenant = store.forTenant(contoso);
    const mine = Array.from({ length: 100 }, (_, index) => `mine-${index}`);
    for (const id of mine) assert.equal(await tenant.insert(proof, 'groups', aGroup({ id })), 'written');
    const theirs = await killAfter(child, 50);
    assert.equal(
      await tenant.insert(proof, 'groups', aGroup({ id: theirs[0] as string })),
      'duplicate',
      'what the other process wrote is seen',
    );
    assert.equal((await tenant.read('groups').getMany([...mine, ...theirs])).length, mine.length + theirs.length);
    await store.close();
  });

  it('reads what another process has written over what it has just read itself', async () => {
    const store = await openSqliteStore({ path });
    const tenant = store.forTenant(contoso);
    await tenant.insert(proof, 'groups', aGroup());
    const other = new Database(path);
    for (const name of ['First', 'Second']) {
      await tenant.read('groups').get('marketing');
      await tenant.read('groups').find({ where: {} });
      other.prepare(`UPDATE groups SET body = json_set(body, '$.name', ?)`).run([name]);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal((await tenant.read('groups').get('marketing'))?.name, name);
      assert.equal((await tenant.read('groups').find({ where: {} }))[0]?.name, name);
    }
    other.close();
    await store.close();
  });

  it('waits for a writer in another process, while reads go on', async () => {
    const store = await openSqliteStore({ path });
    const tenant = store.forTenant(contoso);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const write = tenant.insert(proof, 'groups', aGroup());
    assert.equal(await tenant.read('groups').get('marketing'), undefined, 'reads go on');
    other.exec('COMMIT');
    assert.equal(await write, 'written');
    other.close();
    await store.close();
  });

  it('finishes the writes that were handed in before it closes', async () => {
    const store = await openSqliteStore({ path });
    const write = store.forTenant(contoso).insert(proof, 'groups', aGroup());
    await store.close();
    assert.equal(await write, 'written');
    await assert.rejects(
      store.forTenant(contoso).insert(proof, 'groups', aGroup({ id: 'late' })),
      StoreUnavailableError,
    );
    const again = await openSqliteStore({ path });
    assert.ok(await again.forTenant(contoso).read('groups').get('marketing'));
    await again.close();
  });

  it('F69: has in no file what was erased, once it is closed', async () => {
    const store = await openSqliteStore({ path });
    const tenant = store.forTenant(contoso);
    await tenant.insert(proof, 'groups', aGroup({ description: 'Words of Zebediah' }));
    for (let count = 0; count < 20; count += 1) await tenant.insert(proof, 'groups', aGroup({ id: `g${count}` }));
    await tenant.replace(proof, 'groups', aGroup({ description: '', version: 2 }));
    await store.close();
    for (const file of await readdir(dirname(path)))
      assert.ok(!(await readFile(join(dirname(path), file))).includes('Zebediah'), file);
  });

  it('opens a file of an earlier program and adds the fields and elements that it did not know', async () => {
    const store = await openSqliteStore({ path });
    await store.forTenant(contoso).insert(proof, 'resources', aResource());
    await store.close();
    const db = new Database(path);
    db.exec(
      'DROP TRIGGER "resources groupIds added"; DROP TRIGGER "resources groupIds replaced"; DROP TRIGGER "resources groupIds removed"; DROP TABLE "resources groupIds"; DROP INDEX "resources by nameKey"; ALTER TABLE resources DROP COLUMN nameKey;',
    );
    db.close();
    const again = await openSqliteStore({ path });
    const resources = again.forTenant(contoso).read('resources');
    assert.equal(await resources.count({ groupIds: 'marketing' }), 1);
    assert.equal(await resources.count({ nameKey: 'salesforce' }), 1);
    await again.close();
  });

  it('leaves alone the file of a later program, and says what to do', async () => {
    const db = await openedFile();
    db.exec('PRAGMA user_version = 99');
    db.close();
    await assert.rejects(openSqliteStore({ path }), /layout 99.*Start the newer program/);
  });

  it('says that a file cannot be opened', async () => {
    await assert.rejects(
      openSqliteStore({ path: folder }),
      (error: unknown) => error instanceof StoreUnavailableError && error.message.includes(folder),
    );
  });
});

/** Reads the ids that a writing process says are safe; kills it the hard way after some. */
async function killAfter(child: ChildProcess, count: number): Promise<string[]> {
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > count) child.kill('SIGKILL');
  });
  // 'close' comes after the last of what was printed.
  await once(child, 'close');
  assert.equal(child.signalCode, 'SIGKILL');
  return printed.split('\n').slice(0, -1);
}
