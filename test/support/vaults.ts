import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/commands/ports.js';
import type { Engine } from '../../src/store/engine.js';
import { openMongoEngine, openMongoStore } from '../../src/store/mongo/openMongoStore.js';
import { openMongoVault } from '../../src/store/mongo/openMongoVault.js';
import { openConnections, openSqliteStore } from '../../src/store/sqlite/openSqliteStore.js';
import { openSqliteVault } from '../../src/store/sqlite/openSqliteVault.js';
import { createSqliteEngine } from '../../src/store/sqlite/sqliteEngine.js';
import type { Vault } from '../../src/store/vault.js';
import { dropDatabase, freshDatabaseName, mongoTestUri } from './stores.js';

/** A place for one store, which bots and operators open one after the other or at once. */
export interface Place {
  readonly openVault: () => Promise<Vault>;
  readonly openStore: () => Promise<Store>;
  /** Below the door: what is written here is checked by nobody. */
  readonly openEngine: () => Promise<Engine>;
  /** For programs: how the configuration names it. */
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

/** A kind of store that operators look after. */
export interface PlaceUnderTest {
  readonly name: string;
  /** Whether a backup is of one moment. */
  readonly hasSnapshots: boolean;
  readonly find: () => Promise<Place>;
}

/** SQLite always, MongoDB where `MONGODB_TEST_URI` names one. */
export function placesUnderTest(): PlaceUnderTest[] {
  return mongoTestUri === undefined ? [sqlite] : [sqlite, mongo(mongoTestUri)];
}

const sqlite: PlaceUnderTest = {
  name: 'SQLite',
  hasSnapshots: true,
  async find() {
    const folder = await mkdtemp(join(tmpdir(), 'group-concierge-'));
    const path = join(folder, 'store.db');
    return {
      openVault: () => openSqliteVault({ path }),
      openStore: () => openSqliteStore({ path }),
      openEngine: async () => createSqliteEngine(await openConnections(path), () => Date.now()),
      env: { DATA_FILE: path },
      remove: () => rm(folder, { recursive: true }),
    };
  },
};

function mongo(uri: string): PlaceUnderTest {
  return {
    name: 'MongoDB',
    hasSnapshots: false,
    async find() {
      const database = freshDatabaseName();
      return {
        openVault: () => openMongoVault({ uri, database }),
        openStore: () => openMongoStore({ uri, database }),
        openEngine: async () => (await openMongoEngine({ uri, database })).engine,
        env: { MONGODB_URI: withDatabase(uri, database) },
        remove: () => dropDatabase(uri, database),
      };
    },
  };
}

function withDatabase(uri: string, database: string): string {
  const url = new URL(uri);
  url.pathname = `/${database}`;
  return url.href;
}
