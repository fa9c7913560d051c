import http from 'node:http';
import { performance } from 'node:perf_hooks';

/** What one round measured. */
export interface Round {
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Answers that were not the right one, by status or by body. */
  readonly failures: number;
}

/** What a round sends, over so many kept connections, and how a right answer is told from a wrong one. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly bodies: readonly string[];
  readonly isRight: (answer: string) => boolean;
}

/** Sends all bodies, on each connection one after the other, and measures from the first byte sent to the last byte read. */
export async function measure({ port, connections, bodies, isRight }: Load): Promise<Round> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let next = 0;
  let failures = 0;
  const begin = performance.now();
  const worker = async (): Promise<void> => {
    while (next < bodies.length) {
      const body = bodies[next++] as string;
      const start = performance.now();
      const answer = await post(agent, port, body);
      times.push(performance.now() - start);
      if (answer.status !== 200 || !isRight(answer.text)) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    turnsPerSecond: bodies.length / seconds,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    failures,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function post(
  agent: http.Agent,
  port: number,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: '/api/messages',
        method: 'POST',
        timeout: 30_000,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      },
    );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('no answer within 30 s')));
    request.end(body);
  });
}
