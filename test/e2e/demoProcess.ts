import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How long the demo may take to start, in milliseconds. */
const startLimitMs = 90_000;

/** The demo, running as a person would run it. */
export interface DemoProcess {
  /** The one address that it prints. */
  readonly url: string;
  /** Everything that it has printed so far. */
  printed(): string;
  /** Presses Ctrl-C; resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts the built demo and resolves with its address. */
export async function startDemoProcess(): Promise<DemoProcess> {
  const program = fileURLToPath(new URL('../../src/demo/main.js', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const url = await readAddress(child, () => text).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return { url, printed: () => text, interrupt: () => interrupt(child) };
}

function readAddress(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The demo printed no address in time. It said:\n${printed()}`)),
      startLimitMs,
    );
    child.stdout?.on('data', () => {
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed())?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The demo ended with code ${code}. It said:\n${printed()}`));
    });
  });
}

function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill('SIGINT');
  });
}
