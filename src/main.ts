import process from 'node:process';
import { readConfig } from './config.js';
import { greetingOf } from './operations/startUp/greeting.js';
import { readEnvironment } from './operations/startUp/readEnvironment.js';
import { productVersion } from './project.js';
import { startApp } from './wire.js';

const { env, problems, warnings } = readEnvironment(process.env);
// Libraries look for their own settings (proxies, certificates) in the environment, and a local .env may hold them.
Object.assign(process.env, env);
for (const warning of warnings) process.stderr.write(`Group Concierge: ${warning}\n`);

const reading = readConfig(env);
const wrong = [...problems, ...(reading.ok ? [] : reading.problems)];
if (!reading.ok || wrong.length > 0) {
  process.stderr.write(
    `Group Concierge cannot start; its configuration has ${wrong.length === 1 ? 'a problem' : `${wrong.length} problems`}:\n${wrong.map((problem) => `  - ${problem}`).join('\n')}\nEach key is explained in .env.example.\n`,
  );
  process.exit(1);
}

const starting = startApp(reading.config);
let closing = false;
// Before the start is over: whoever ends the product in its first moment gets everything closed, too.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // A second signal means "now".
    if (closing) process.exit(1);
    closing = true;
    starting
      // Whoever sits at a terminal waits for nobody else.
      .then((app) => app.close(signal === 'SIGTERM'))
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
}

const app = await starting.catch((error: unknown) => {
  process.stderr.write(`Group Concierge cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
const greeting = greetingOf(reading.config, app.address, productVersion);
// Beside the log, which is for machines.
if (greeting) process.stderr.write(greeting);
