import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { memoryOf, start, stop } from '../child.js';
import { startMeasured, type Measured } from '../processes.js';
import type { Size } from './fakeDirectory.js';

const tenantId = '7d1f3a52-94a3-4f0e-9a53-2b8f6f1f0c11';

/** What is asked last in a round of reading. */
const lastInRound = '/v1.0/subscribedSkus';

/** The shortest pause between two rounds that can be configured, in seconds. */
const pollSeconds = 30;

/** What reading a directory in took. */
interface Reading {
  readonly seconds: number;
  readonly freshMb: number;
  readonly peakMb: number;
  readonly requests: number;
  /** Of a round in which nothing had changed. */
  readonly quiet: number;
}

/** How often the directory was asked what since it was last asked for this. */
async function takeAsked({ child }: Measured): Promise<Readonly<Record<string, number>>> {
  const answer = once(child, 'message');
  child.send('asked');
  const [{ asked }] = (await answer) as [{ readonly asked: Record<string, number> }];
  return asked;
}

/** Waits for the end of a round; counts its requests. */
async function roundOf(fake: Measured): Promise<number> {
  for (let sum = 0; ;) {
    await wait(200);
    const asked = await takeAsked(fake);
    sum += Object.values(asked).reduce((all, one) => all + one, 0);
    if (asked[lastInRound]) return sum;
  }
}

/** Reads an organisation in with the built product, whose memory it is that counts; the fake is another process. */
async function readIn(size: Size, dataFile: string): Promise<Reading> {
  const fake = await startMeasured('directory/fakeDirectory.js', { DIRECTORY_SIZE: JSON.stringify(size) });
  const env = { PORT: '0', LOG_LEVEL: 'info', DATA_FILE: dataFile, ALLOWED_TENANTS: tenantId };
  const graph = { DIRECTORY: 'graph', GRAPH_URL: `http://127.0.0.1:${fake.port}` };
  const product = await start('../../bundle/main.js', {
    ...env,
    ...graph,
    DIRECTORY_POLL_SECONDS: String(pollSeconds),
  });
  try {
    const [begin, freshMb] = [performance.now(), memoryOf(product).nowMb];
    const requests = await roundOf(fake);
    const seconds = (performance.now() - begin) / 1_000;
    const quiet = await roundOf(fake);
    return { seconds, freshMb, peakMb: memoryOf(product).peakMb, requests, quiet };
  } finally {
    await stop(product);
    fake.child.kill();
  }
}

const { values } = parseArgs({ options: { groups: { type: 'string', default: '1000,100000' } } });
const sizes = values.groups.split(',').map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10)) {
  console.error('Sizes are whole numbers of 10 groups or more: npm run bench:directory -- --groups 1000,100000');
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), 'concierge-bench-'));
try {
  for (const groups of sizes) {
    const size = { groups, people: Math.max(10, Math.round(groups / 5)) };
    const reading = await readIn(size, path.join(folder, `${groups}.db`));
    const { seconds, freshMb, peakMb, requests, quiet } = reading;
    console.log(
      `${groups} groups, ${groups * 10} memberships, ${size.people} people: read in within ${seconds.toFixed(1)} s, ` +
        `${requests} requests; ${freshMb.toFixed(0)} MB fresh, ${peakMb.toFixed(0)} MB at the peak; ` +
        `${quiet} requests for a round without a change`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
