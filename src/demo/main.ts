import { startDemo, type Demo } from './startDemo.js';

let demo: Demo | undefined;
let isEnding = false;

async function end(code: number): Promise<void> {
  // A second Ctrl-C means "now"; the clients end with this process.
  if (isEnding) process.exit(1);
  isEnding = true;
  await demo?.close();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    console.log('\nEnding the bot and the clients …');
    void end(0);
  });
}

console.log('Starting the bot and four Teams clients …');
try {
  demo = await startDemo();
  console.log(`\n  Group Concierge is running. Open this page:\n\n      ${demo.url}\n\n  Ctrl-C ends everything.\n`);
  void demo.died.then((reason) => {
    console.error(`\n${reason}\nThe demo ends with it.`);
    return end(1);
  });
} catch (error) {
  console.error(`\nThe demo could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
  await end(1);
}
