import { parentPort, Worker, workerData } from 'node:worker_threads';
import { launchInside } from './vessel.js';
import { launchOutside } from './vesselOutside.js';
import { runDirectory, type DirectoryReport, type Launch } from './runDirectory.js';

/** In one of so many runs the product is a process of its own, which is killed. */
const outsideEvery = 50;

/** How the product is started in a run. */
export function launchFor(at: number): Launch {
  return at % outsideEvery === outsideEvery - 1 ? launchOutside : launchInside;
}

interface Share {
  readonly runs: number;
  readonly seed: number;
}

/** Some of the runs, on a core of their own. */
export function runBeside({ runs, seed }: Share): Promise<DirectoryReport> {
  return new Promise((resolve, reject) =>
    new Worker(new URL(import.meta.url), { workerData: { runs, seed } satisfies Share })
      .once('message', resolve)
      .once('error', reject),
  );
}

if (parentPort) {
  const { runs, seed } = workerData as Share;
  parentPort.postMessage(await runDirectory(runs, seed, undefined, launchFor));
}
