import { existsSync } from 'node:fs';
import process from 'node:process';
import { readConfig } from './config.js';
import { startApp } from './wire.js';

// A local .env is a convenience; what the environment already says wins.
if (existsSync('.env')) process.loadEnvFile('.env');

const reading = readConfig(process.env);
if (!reading.ok) {
  process.stderr.write(
    `Group Concierge cannot start; its configuration has ${reading.problems.length === 1 ? 'a problem' : `${reading.problems.length} problems`}:\n${reading.problems.map((problem) => `  - ${problem}`).join('\n')}\nEach key is explained in .env.example.\n`,
  );
  process.exit(1);
}

const app = await startApp(reading.config).catch((error: unknown) => {
  process.stderr.write(`Group Concierge cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

let closing = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // A second signal means "now".
    if (closing) process.exit(1);
    closing = true;
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
