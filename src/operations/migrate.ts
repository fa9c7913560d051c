import { keptShelves, type KeptShelf } from '../store/keptShelves.js';
import { schemaVersionOf, type StoredRecord } from '../store/migrations/migrations.js';
import type { Vault } from '../store/vault.js';
import { openConfiguredVault, readArguments, runAsProgram, type Voice } from './operation.js';

const usage = 'npm run -s migrate -- [--dry-run]';

/** So many records are on their way at the same moment. */
const atOnce = 200;

/** What became of the records of one collection. */
export interface MigrationCount {
  readonly collection: KeptShelf;
  /** In the present schema already, or of a newer program. */
  readonly present: number;
  /** Brought up to date now, or to be. */
  readonly old: number;
  /** Changed by somebody at that moment, and brought up to date by that. */
  readonly changed: number;
  /** `collection key: problem` */
  readonly misfits: readonly string[];
}

/**
 * Brings every record to the present schema. Bots may be at work: a record is saved only in the version that was read,
 * and who changes it meanwhile writes it in the present schema anyway. Broken off, it goes on where it was.
 */
export async function migrateAll(vault: Vault, isDryRun: boolean): Promise<MigrationCount[]> {
  const counts: MigrationCount[] = [];
  for (const collection of keptShelves) counts.push(await migrateShelf(vault, collection, isDryRun));
  return counts;
}

async function migrateShelf(vault: Vault, collection: KeptShelf, isDryRun: boolean): Promise<MigrationCount> {
  const misfits: string[] = [];
  let [present, old, changed] = [0, 0, 0];
  let batch: StoredRecord[] = [];
  const flush = async (): Promise<void> => {
    const results = isDryRun
      ? batch.map(() => 'written')
      : await Promise.all(batch.map((record) => vault.bringUpToDate(collection, record)));
    old += results.filter((result) => result === 'written').length;
    changed += results.filter((result) => result === 'conflict').length;
    // Something unique of it, as this program sees it, belongs to another record now.
    results.forEach((result, at) => {
      if (result === 'duplicate') misfits.push(`${collection} ${String(batch[at]?.key)}: has what another record has`);
    });
    batch = [];
  };
  for await (const { record, problem } of vault.read(collection)) {
    if (problem !== undefined) misfits.push(`${collection} ${record.key}: ${problem}`);
    else if ((record.schemaVersion ?? 0) >= schemaVersionOf(collection)) present += 1;
    else batch.push(record);
    if (batch.length >= atOnce) await flush();
  }
  await flush();
  return { collection, present, old, changed, misfits };
}

/** `npm run -s migrate`: exit code 1 where records do not fit, each with its key. */
export async function runMigration(args: readonly string[], env: NodeJS.ProcessEnv, voice: Voice): Promise<number> {
  const isDryRun = readArguments(args, { 'dry-run': { type: 'boolean' } }, usage)['dry-run'] ?? false;
  const vault = await openConfiguredVault(env, { needsStore: true });
  try {
    const counts = await migrateAll(vault, isDryRun);
    for (const { collection, present, old, changed, misfits } of counts)
      voice.say(
        `${collection}: ${present + changed} up to date, ${old} ${isDryRun ? 'to be ' : ''}brought up to date, ${misfits.length} not readable`,
      );
    if (!isDryRun) {
      await vault.rebuildNames();
      voice.say('The names by which records are found are made anew.');
    }
    const misfits = counts.flatMap((count) => count.misfits);
    for (const misfit of misfits) voice.warn(`Does not fit and is left as it is: ${misfit}`);
    return misfits.length > 0 ? 1 : 0;
  } finally {
    await vault.close();
  }
}

await runAsProgram(import.meta.url, runMigration);
