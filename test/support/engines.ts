import type { Engine } from '../../src/store/engine.js';
import { placesUnderTest } from './vaults.js';

/** A database below the store's door: what is written here is checked by nobody. */
export interface EngineUnderTest {
  readonly name: string;
  readonly open: () => Promise<{ readonly engine: Engine; readonly close: () => Promise<void> }>;
}

/** The databases that tests reach below the door of: SQLite always, MongoDB where `MONGODB_TEST_URI` names one. */
export function enginesUnderTest(): EngineUnderTest[] {
  return placesUnderTest().map(({ name, find }) => ({
    name,
    async open() {
      const place = await find();
      const engine = await place.openEngine();
      return {
        engine,
        async close() {
          await engine.close();
          await place.remove();
        },
      };
    },
  }));
}
