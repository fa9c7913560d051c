import { existsSync, realpathSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { redactUri } from '../log.js';
import type { Vault } from '../store/vault.js';
import { readEnvironment } from './startUp/readEnvironment.js';

/** The operation was called in a way that it does not know: exit code 2, and this sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The operation could not do what it was asked to; exit code 1, and these sentences. */
export class OperationError extends Error {
  override readonly name = 'OperationError';
}

/** Where an operation says what it does. */
export interface Voice {
  say(line: string): void;
  warn(line: string): void;
}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** What was given for each option; what was not given is absent. */
export type Given<O extends Options> = {
  readonly [N in keyof O]?: O[N]['type'] extends 'string' ? string : boolean;
};

/** Reads the arguments; everything else than these is a `UsageError`. */
export function readArguments<const O extends Options>(args: readonly string[], options: O, usage: string): Given<O> {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node's own sentence ends with advice about positionals; its first part says what is wrong.
    const [problem = ''] = (error as Error).message.split('. ');
    throw new UsageError(`${problem}. Use: ${usage}`);
  }
}

/** Opens the store that the configuration names, without making one: `needsStore` says that there has to be one. */
export async function openConfiguredVault(
  env: NodeJS.ProcessEnv,
  { needsStore }: { readonly needsStore: boolean },
): Promise<Vault> {
  // An operator's shell need not know how the bot signs in.
  const reading = readConfig({ MONGODB_URI: env['MONGODB_URI'], DATA_FILE: env['DATA_FILE'] });
  if (!reading.ok) throw new UsageError(reading.problems.join(' '));
  const { mongodbUri, dataFile } = reading.config;
  if (mongodbUri) {
    const { openMongoVault } = await import('../store/mongo/openMongoVault.js');
    return openMongoVault({ uri: mongodbUri });
  }
  if (needsStore && !existsSync(dataFile))
    throw new OperationError(`There is no store at ${dataFile}: set DATA_FILE or MONGODB_URI as the bot has it.`);
  const { openSqliteVault } = await import('../store/sqlite/openSqliteVault.js');
  return openSqliteVault({ path: dataFile });
}

/** Runs the operation where its file is what was started, and ends the process with its code. */
export async function runAsProgram(
  moduleUrl: string,
  operation: (args: readonly string[], env: NodeJS.ProcessEnv, voice: Voice) => Promise<number>,
): Promise<void> {
  const [, started] = process.argv;
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) return;
  const voice: Voice = {
    say: (line) => void process.stdout.write(`${line}\n`),
    warn: (line) => void process.stderr.write(`${line}\n`),
  };
  process.exitCode = await start(operation, voice).catch((error: unknown) => {
    voice.warn(redactUri(error instanceof Error ? error.message : String(error)));
    return error instanceof UsageError ? 2 : 1;
  });
}

async function start(
  operation: (args: readonly string[], env: NodeJS.ProcessEnv, voice: Voice) => Promise<number>,
  voice: Voice,
): Promise<number> {
  const { env, problems } = readEnvironment(process.env);
  if (problems.length > 0) throw new UsageError(problems.join(' '));
  return operation(process.argv.slice(2), env, voice);
}
