import { readFileSync } from 'node:fs';
import type { Shelves } from '../../src/store/collections.js';
import { keptShelves, type KeptShelf } from '../../src/store/keptShelves.js';
import type { Engine } from '../../src/store/engine.js';
import { projectPath } from './project.js';

/** A record of a fixture, by the collection that it belongs to. */
export interface FixtureRow {
  readonly collection: KeptShelf;
  readonly body: {
    readonly key: string;
    readonly tenantId: string;
    readonly id: string;
    readonly name: string;
    readonly [field: string]: unknown;
  };
}

/** The records of a version's fixture; where it names the channel's service, it is told of this one. */
export function readFixture(version: string, serviceUrl = 'http://127.0.0.1:9/'): FixtureRow[] {
  const text = readFileSync(projectPath('test', 'fixtures', version, 'store.jsonl'), 'utf8');
  return text
    .replaceAll(/"serviceUrl":"[^"]*"/g, `"serviceUrl":${JSON.stringify(serviceUrl)}`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as FixtureRow);
}

/** Puts the records into a database, as the program of their time left them. */
export async function plantFixture(engine: Engine, rows: readonly FixtureRow[]): Promise<void> {
  const atOnce = 50;
  for (let start = 0; start < rows.length; start += atOnce)
    await Promise.all(
      rows.slice(start, start + atOnce).map(async ({ collection, body }) => {
        if ((await engine.insert(collection, body as unknown as Shelves[KeptShelf])) !== 'written')
          throw new Error(`${collection} ${body.key} is there twice`);
      }),
    );
}

/** Everything that lies in a database now, as it lies there. */
export async function readEverything(engine: Engine, tenantIds: readonly string[]): Promise<FixtureRow[]> {
  const found: FixtureRow[] = [];
  for (const collection of keptShelves)
    for (const tenantId of tenantIds)
      for (const body of await engine.find(collection, tenantId, { terms: [], skip: 0 }))
        found.push({ collection, body: body as unknown as FixtureRow['body'] });
  return found;
}
