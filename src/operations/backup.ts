import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { keptShelves, type KeptShelf } from '../store/keptShelves.js';
import type { StoredRecord } from '../store/migrations/migrations.js';
import type { Vault } from '../store/vault.js';
import {
  OperationError,
  openConfiguredVault,
  readArguments,
  runAsProgram,
  UsageError,
  type Voice,
} from './operation.js';

const usage = 'npm run -s backup -- --out FILE';

/** A line of a backup: one record, as it lay in the store. */
export interface BackupRow {
  readonly collection: KeptShelf;
  readonly body: StoredRecord;
}

/** What a backup holds. */
export interface BackupReport {
  readonly records: number;
  readonly isOneMoment: boolean;
  /** Records that do not fit their schemas; they are in the backup as they are. */
  readonly misfits: readonly string[];
}

/**
 * Everything that cannot be made again, line by line, while bots are at work. From the embedded store: as it was at one
 * moment. From MongoDB: each record as it was at some moment while the backup ran. Whoever hands on work is read before
 * whoever is handed it, and the history last, so that work is either still waiting where it came from or has been done;
 * the history is whole up to its last entry.
 */
export async function* backupRows(vault: Vault, onMisfit: (misfit: string) => void): AsyncGenerator<BackupRow> {
  for (const collection of keptShelves)
    for await (const { record: body, problem } of vault.read(collection)) {
      if (problem !== undefined) onMisfit(`${collection} ${body.key}: ${problem}`);
      yield { collection, body };
    }
}

/** Writes a backup into a file, which has its name only once it is whole. */
export async function backUp(vault: Vault, path: string): Promise<BackupReport> {
  const unfinished = `${path}.part`;
  const misfits: string[] = [];
  let records = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const row of backupRows(vault, (misfit) => misfits.push(misfit))) {
      records += 1;
      yield `${JSON.stringify(row)}\n`;
    }
  }
  try {
    // Names and reasons stand in it: for the owner of the process alone.
    const target = createWriteStream(unfinished, { mode: 0o600, flush: true });
    const isOneMoment = await vault.inOneMoment(async (is) => {
      await pipeline(Readable.from(lines()), target);
      return is;
    });
    await rename(unfinished, path);
    return { records, isOneMoment, misfits };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** `npm run -s backup -- --out FILE` */
export async function backup(args: readonly string[], env: NodeJS.ProcessEnv, voice: Voice): Promise<number> {
  const { out } = readArguments(args, { out: { type: 'string' } }, usage);
  if (!out) throw new UsageError(`Say which file to write. Use: ${usage}`);
  await refuseUnwritable(out);
  const vault = await openConfiguredVault(env, { needsStore: true });
  try {
    if (await vault.isUnfinished())
      throw new OperationError('A restore into this store has not ended, so that it is no whole store to back up.');
    const { records, isOneMoment, misfits } = await backUp(vault, out);
    const when = isOneMoment ? 'as they were at one moment' : 'each as it was while this ran';
    voice.say(`${records} records are in ${out}, ${when}.`);
    await vault.noteBackup().catch((error: unknown) => {
      voice.warn(
        `\`bot status\` does not know of it, for the store could not be written to: ${(error as Error).message}`,
      );
    });
    for (const misfit of misfits) voice.warn(`In the backup as it is, although it does not fit: ${misfit}`);
    return 0;
  } finally {
    await vault.close();
  }
}

/** Better before the store is opened than after an hour. */
async function refuseUnwritable(path: string): Promise<void> {
  try {
    await (await open(`${path}.part`, 'w', 0o600)).close();
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}.`);
  }
}

await runAsProgram(import.meta.url, backup);
