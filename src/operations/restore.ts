import { access } from 'node:fs/promises';
import { keptShelves } from '../store/keptShelves.js';
import type { Vault } from '../store/vault.js';
import { readBackupLines, type BackupLine } from './backupLines.js';
import {
  OperationError,
  openConfiguredVault,
  readArguments,
  runAsProgram,
  UsageError,
  type Voice,
} from './operation.js';
import { verifyStore } from './verifyStore.js';

const usage = 'npm run -s restore -- --from FILE [--leave-out-bad]';

/** So many bad lines are named. */
const mostNamed = 20;

/** So many records are on their way at the same moment: they share the flushes of the disk. */
const atOnce = 200;

/** What a restore has done. */
export interface RestoreReport {
  readonly restored: number;
  /** Bad lines, where they may be left out. */
  readonly leftOut: number;
}

/**
 * Puts the records of a file into an empty store, with every index and whatever the store makes of them. The whole file
 * is read and checked before the first record is written; from then on until the last one the store says of itself that
 * it is unfinished, no bot starts on it, and the same restore can be run again to its end.
 */
export async function restoreFrom(
  vault: Vault,
  path: string,
  { leaveOutBad, voice }: { readonly leaveOutBad: boolean; readonly voice: Voice },
): Promise<RestoreReport> {
  const isGoingOn = await vault.isUnfinished();
  if (!isGoingOn && !(await vault.isEmpty(keptShelves)))
    throw new OperationError(
      'This store has records already, and a restore would mix them with those of the file. Restore into an empty one: another DATA_FILE, another database, or this one after you have removed what is in it.',
    );
  const leftOut = await checkLines(path, leaveOutBad, voice);
  await vault.beginRestore();
  const restored = await putAll(vault, path);
  await vault.finishRestore();
  return { restored, leftOut };
}

async function checkLines(path: string, mayBeLeftOut: boolean, voice: Voice): Promise<number> {
  let bad = 0;
  for await (const { number, problem } of readBackupLines(path)) {
    if (problem === undefined) continue;
    bad += 1;
    if (bad <= mostNamed) voice.warn(`Line ${number} cannot be restored: ${problem}.`);
  }
  if (bad > mostNamed) voice.warn(`… and ${bad - mostNamed} more lines.`);
  if (bad > 0 && !mayBeLeftOut)
    throw new OperationError(
      `Nothing was restored, because of ${bad === 1 ? 'one bad line' : `${bad} bad lines`}. Mend the file, or restore all other lines with --leave-out-bad.`,
    );
  return bad;
}

async function putAll(vault: Vault, path: string): Promise<number> {
  let restored = 0;
  let batch: BackupLine[] = [];
  const flush = async (): Promise<void> => {
    const results = await Promise.allSettled(batch.map((line) => put(vault, line)));
    const failed = results.find((result) => result.status === 'rejected');
    restored += results.filter((result) => result.status === 'fulfilled').length;
    batch = [];
    if (failed)
      throw new OperationError(
        `${String((failed.reason as Error).message)} The store is unfinished: ${restored} records are in it, and no bot starts on it. Run the same restore again to its end, or remove what is there.`,
      );
  };
  for await (const line of readBackupLines(path)) {
    if (line.row === undefined) continue;
    batch.push(line);
    if (batch.length >= atOnce) await flush();
  }
  await flush();
  return restored;
}

async function put(vault: Vault, { number, row }: BackupLine): Promise<void> {
  if (!row) return;
  if ((await vault.put(row.collection, row.body)) === 'conflict')
    throw new OperationError(
      `Line ${number} cannot be restored: the key of ${row.collection} ${row.body.key}, or something else of it that is unique, is in the store already.`,
    );
}

/** `npm run -s restore -- --from FILE` */
export async function restore(args: readonly string[], env: NodeJS.ProcessEnv, voice: Voice): Promise<number> {
  const values = readArguments(args, { from: { type: 'string' }, 'leave-out-bad': { type: 'boolean' } }, usage);
  const { from } = values;
  if (!from) throw new UsageError(`Say which file to read. Use: ${usage}`);
  await access(from).catch((error: Error) => {
    throw new UsageError(`${from} cannot be read: ${error.message}.`);
  });
  const vault = await openConfiguredVault(env, { needsStore: false });
  try {
    const report = await restoreFrom(vault, from, { leaveOutBad: values['leave-out-bad'] ?? false, voice });
    const without = report.leftOut > 0 ? `; ${report.leftOut} bad lines were left out` : '';
    voice.say(`${report.restored} records of ${from} are restored${without}.`);
    return await checkRestored(vault, report.restored, voice);
  } finally {
    await vault.close();
  }
}

/** Counts what is there now, and walks every history as `audit verify` does. */
async function checkRestored(vault: Vault, restored: number, voice: Voice): Promise<number> {
  const { counts, broken } = await verifyStore(vault);
  voice.say(keptShelves.map((shelf) => `${counts[shelf]} ${shelf}`).join(', '));
  const found = keptShelves.reduce((sum, shelf) => sum + counts[shelf], 0);
  if (found !== restored) throw new OperationError(`${found} records are in the store, and ${restored} were restored.`);
  for (const sentence of broken) voice.warn(sentence);
  if (broken.length === 0) voice.say('The counts match, and every history is whole.');
  return broken.length === 0 ? 0 : 1;
}

await runAsProgram(import.meta.url, restore);
