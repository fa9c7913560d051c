import { readFileSync } from 'node:fs';
import { readEnvFile, type EnvFile } from './envFile.js';
import { findStrayKeys } from './strayKeys.js';

/** Everything that was set, in the environment and in a `.env` file; what the environment says wins. */
export interface EnvironmentReading {
  readonly env: NodeJS.ProcessEnv;
  /** Reasons not to start. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads the `.env` of the working directory, where there is one. */
export function readEnvironment(env: NodeJS.ProcessEnv, file = '.env'): EnvironmentReading {
  const { values, problems } = readFile(file);
  const all = { ...values, ...env };
  return { env: all, problems, warnings: findStrayKeys(all, Object.keys(values)) };
}

function readFile(file: string): EnvFile {
  try {
    return readEnvFile(readFileSync(file));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { values: {}, problems: [] };
    return {
      values: {},
      problems: [`.env cannot be read (${code}): make it a file that this user may read, or remove it.`],
    };
  }
}
