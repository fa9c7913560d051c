import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../config.js';
import { keptShelves } from '../store/keptShelves.js';
import type { Vault } from '../store/vault.js';
import { backUp } from './backup.js';
import { OperationError, readArguments, runAsProgram, UsageError, type Voice } from './operation.js';
import { restoreFrom } from './restore.js';
import { verifyStore, type StoreReport } from './verifyStore.js';

const usage = 'npm run -s move-store (from DATA_FILE to MONGODB_URI)';

/**
 * Copies one store into another, empty one by way of a backup, and believes it only when each collection has as many
 * records there as here and every history is whole. The first store stays as it is. May be repeated after a break.
 */
export async function moveStore(
  from: Vault,
  to: Vault,
  { folder, voice }: { readonly folder: string; readonly voice: Voice },
): Promise<StoreReport> {
  if (await from.isUnfinished())
    throw new OperationError(
      'A restore into the store at DATA_FILE has not ended, so that it is no whole store to move.',
    );
  if (!(await to.isUnfinished()) && !(await to.isEmpty(keptShelves)))
    throw new OperationError(
      'The database at MONGODB_URI has records already, and two stores are not mixed: name an empty one (its name stands behind the last slash), or remove what is in it.',
    );
  // Names and reasons stand in it: beside the store itself, for the owner of the process alone, and only for so long.
  const between = await mkdtemp(path.join(folder, 'move-store-'));
  try {
    const file = path.join(between, 'records.jsonl');
    const { misfits } = await backUp(from, file);
    if (misfits.length > 0)
      throw new OperationError(
        `Nothing was moved, because some records do not fit: ${misfits.slice(0, 20).join('; ')}.`,
      );
    await restoreFrom(to, file, { leaveOutBad: false, voice });
  } finally {
    await rm(between, { recursive: true, force: true });
  }
  return compare(await verifyStore(from), await verifyStore(to));
}

function compare(here: StoreReport, there: StoreReport): StoreReport {
  const differing = keptShelves.filter((shelf) => here.counts[shelf] !== there.counts[shelf]);
  if (differing.length > 0) {
    const counts = differing.map((shelf) => `${shelf} ${here.counts[shelf]} here and ${there.counts[shelf]} there`);
    throw new OperationError(
      `The stores differ (${counts.join('; ')}). A bot at work on one of them? Stop it, empty the new store and move again.`,
    );
  }
  const broken = there.broken.filter((sentence) => !here.broken.includes(sentence));
  if (broken.length > 0) throw new OperationError(`${broken.join(' ')} It was whole before: keep to the old store.`);
  return there;
}

/** `npm run -s move-store` */
export async function move(args: readonly string[], env: NodeJS.ProcessEnv, voice: Voice): Promise<number> {
  readArguments(args, {}, usage);
  const reading = readConfig({ MONGODB_URI: env['MONGODB_URI'], DATA_FILE: env['DATA_FILE'] });
  if (!reading.ok) throw new UsageError(reading.problems.join(' '));
  const { mongodbUri, dataFile } = reading.config;
  if (!mongodbUri) throw new UsageError(`MONGODB_URI does not say where to. Use: ${usage}`);
  if (!existsSync(dataFile)) throw new UsageError(`There is no store at ${dataFile}: set DATA_FILE as the bot had it.`);
  const { openSqliteVault } = await import('../store/sqlite/openSqliteVault.js');
  const { openMongoVault } = await import('../store/mongo/openMongoVault.js');
  const from = await openSqliteVault({ path: dataFile });
  try {
    const to = await openMongoVault({ uri: mongodbUri });
    try {
      const { counts, broken } = await moveStore(from, to, { folder: path.dirname(path.resolve(dataFile)), voice });
      voice.say(keptShelves.map((shelf) => `${counts[shelf]} ${shelf}`).join(', '));
      for (const sentence of broken) voice.warn(`${sentence} It did so before, too.`);
      voice.say(
        `All of it is in MongoDB${broken.length > 0 ? '' : ', and every history is whole'}. Start the bot with MONGODB_URI; keep ${dataFile} until you are sure.`,
      );
      return 0;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

await runAsProgram(import.meta.url, move);
