import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, it } from 'mocha';
import { authorize } from '../../../src/domain/authorized.js';
import { openSqliteStore } from '../../../src/store/sqlite/openSqliteStore.js';
import { aGroup, contoso } from '../../support/documents.js';

describe('a file of an earlier program whose names have fewer marks', () => {
  it('has them all after it was opened: a name that looks the same is found', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concierge-'));
    const path = join(folder, 'test.db');
    const lookFor = async (disguised: string): Promise<number> => {
      const store = await openSqliteStore({ path });
      const found = await store.forTenant(contoso).names.lookalikes(disguised, 'all');
      await store.close();
      return found.length;
    };
    const store = await openSqliteStore({ path });
    await store.forTenant(contoso).insert(authorize('test'), 'groups', aGroup());
    await store.close();
    const db = new Database(path);
    db.exec(`UPDATE names SET body = json_set(body, '$.marks', json('[]'))`);
    db.close();
    assert.equal(await lookFor('M\u0430rketing'), 0, 'the marks are what it is found by');
    const older = new Database(path);
    older.exec('PRAGMA user_version = 3');
    older.close();
    assert.equal(await lookFor('M\u0430rketing'), 1);
    await rm(folder, { recursive: true });
  });
});
