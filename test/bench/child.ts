import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** A process that listens. */
export interface Child {
  readonly process: ChildProcess;
  readonly port: number;
  /** From the spawn to the first 200 of `/readyz`, in milliseconds. */
  readonly readyMs: number;
}

/** Starts a program beside this file and waits until it says that it is ready. */
export async function start(file: string, env: Record<string, string>): Promise<Child> {
  const begin = performance.now();
  const child = spawn(process.execPath, [path.join(here, file)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    // The product tells no parent, but its log.
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /"port":(\d+)/.exec(chunk.toString())?.[1];
      if (found) resolve(Number(found));
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
  });
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok);
  return { process: child, port, readyMs: performance.now() - begin };
}

/** Ends a process and waits for it. */
export async function stop({ process: child }: Child): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  await ended;
}

/** The resident size of a process now and at its peak, in megabytes. */
export function memoryOf({ process: child }: Child): { readonly nowMb: number; readonly peakMb: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { nowMb: read('VmRSS'), peakMb: read('VmHWM') };
}

/** Opens a server of such a program, and tells its parent where. */
export function listenAsTold(server: Pick<Server, 'listen' | 'address'>): void {
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}
