import { createServer } from 'node:net';
import type { Config } from '../../config.js';
import { failed, fine, type Check } from './check.js';
import type { Web } from './web.js';

/** Whether this process could listen there, and why not: the system's own code. */
export type TryPort = (place: { readonly host: string; readonly port: number }) => Promise<string | undefined>;

/** Listens for a moment. */
export const tryPort: TryPort = ({ host, port }) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => resolve(code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });

/** Whether the bot has its port, or could have it. */
export async function checkPort({ host, port }: Config, web: Web, tryIt: TryPort): Promise<Check> {
  const id = 'port';
  const why = 'The bot does not start where it cannot listen.';
  const code = await tryIt({ host, port });
  if (code === undefined) return fine(id, `Port ${port} is free for the bot, which does not run here now.`);
  if (code !== 'EADDRINUSE') {
    const fix =
      code === 'EACCES'
        ? 'Set PORT to one above 1023, with a proxy in front.'
        : 'Set HOST to an address of this machine, or leave it out.';
    return failed(id, `Nobody can listen on port ${port} of ${host} here (${code}).`, why, fix);
  }
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  const answer = await web(`http://${name}:${port}/healthz`);
  const isOurs = !('silence' in answer) && (answer.body as { status?: unknown } | undefined)?.status === 'ok';
  if (isOurs) return fine(id, `The bot runs here, on port ${port}.`);
  return failed(
    id,
    `Port ${port} of ${host} is taken by something else.`,
    why,
    'End what listens there (ss -ltnp says what), or set PORT to another one.',
  );
}
