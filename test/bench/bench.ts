import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { memoryOf, start, stop } from './child.js';
import { runContest } from './contest.js';
import { startFakeConnector } from './fakeConnector.js';
import { quickPlan, wholePlan } from './plan.js';
import { median } from './processes.js';

/** Starts a program several times; how long until it is ready, and what it then takes. */
async function measureStarts(who: string, file: string, env: Record<string, string>, times: number): Promise<void> {
  const measured: { readonly readyMs: number; readonly nowMb: number }[] = [];
  for (let time = 1; time <= times; time += 1) {
    const child = await start(file, env);
    measured.push({ readyMs: child.readyMs, nowMb: memoryOf(child).nowMb });
    await stop(child);
  }
  const [readyMs, nowMb] = [median(measured.map((one) => one.readyMs)), median(measured.map((one) => one.nowMb))];
  console.log(`ready: ${who} after ${readyMs.toFixed(0)} ms with ${nowMb.toFixed(0)} MB (median of ${times} starts)`);
}

const plan = process.argv.includes('--quick') ? quickPlan : wholePlan;
const connector = await startFakeConnector();
const folder = mkdtempSync(path.join(tmpdir(), 'concierge-bench-'));
try {
  const started = { PORT: '0', DATA_FILE: path.join(folder, 'start.db'), LOG_LEVEL: 'info' };
  await measureStarts('echo bot', 'echoBot.js', {}, plan.starts);
  await measureStarts('Group Concierge', '../../bundle/main.js', started, plan.starts);
  await runContest('embedded store on disk', { DATA_FILE: path.join(folder, 'bench.db') }, connector, plan);
  const uri = process.env['MONGODB_TEST_URI'];
  if (uri)
    await runContest('MongoDB', { MONGODB_URI: `${uri.replace(/\/+$/, '')}/bench-${process.pid}` }, connector, plan);
  else console.log('\nMongoDB was left out: set MONGODB_TEST_URI to include it.');
} finally {
  connector.close();
  rmSync(folder, { recursive: true, force: true });
}
