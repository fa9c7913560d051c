import { writeSync } from 'node:fs';
import { authorize } from '../../src/domain/authorized.js';
import { openSqliteStore } from '../../src/store/sqlite/openSqliteStore.js';
import { aGroup, contoso } from './documents.js';

/**
 * A program: writes groups into the file that its argument names, several at once, and prints each one's id when the
 * write is answered; until somebody kills it, or the test that started it is gone.
 */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name a database file.');
process.on('disconnect', () => process.exit());

const tenant = (await openSqliteStore({ path })).forTenant(contoso);

async function writeOn(writer: number): Promise<never> {
  for (let count = 0; ; count++) {
    const id = `theirs-${writer}-${count}`;
    const result = await tenant.insert(authorize('test'), 'groups', aGroup({ id }));
    if (result !== 'written') throw new Error(`${id}: ${result}`);
    // Straight to the pipe: what is printed has happened, and is not held back in a buffer.
    writeSync(1, `${id}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(writeOn));
