import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/store/engine.js';
import { openMongoEngine } from '../../src/store/mongo/openMongoStore.js';
import { openConnections } from '../../src/store/sqlite/openSqliteStore.js';
import { createSqliteEngine } from '../../src/store/sqlite/sqliteEngine.js';
import { dropDatabase, freshDatabaseName, mongoTestUri } from './stores.js';

/** A database below the store's door: what is written here is checked by nobody. */
export interface EngineUnderTest {
  readonly name: string;
  readonly open: () => Promise<{ readonly engine: Engine; readonly close: () => Promise<void> }>;
}

/** The databases that tests reach below the door of: SQLite always, MongoDB where `MONGODB_TEST_URI` names one. */
export function enginesUnderTest(): EngineUnderTest[] {
  return mongoTestUri === undefined ? [sqlite] : [sqlite, mongo(mongoTestUri)];
}

const sqlite: EngineUnderTest = {
  name: 'SQLite',
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'group-concierge-'));
    const engine = createSqliteEngine(await openConnections(join(folder, 'store.db')), () => Date.now());
    return {
      engine,
      async close() {
        await engine.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

function mongo(uri: string): EngineUnderTest {
  return {
    name: 'MongoDB',
    async open() {
      const database = freshDatabaseName();
      const { engine } = await openMongoEngine({ uri, database });
      return {
        engine,
        async close() {
          await engine.close();
          await dropDatabase(uri, database);
        },
      };
    },
  };
}
