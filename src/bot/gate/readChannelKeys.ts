import type { JWK } from 'jose';
import { z } from 'zod';
import { given } from '../../domain/given.js';

/** Reads the channel's keys; gives up when the signal says so. Throws whatever went wrong. */
export type ReadChannelKeys = (signal: AbortSignal) => Promise<readonly JWK[]>;

/** Microsoft's list had 250 keys in 870 KB in 2026. */
const mostKeyBytes = 8 * 1024 * 1024;
const mostMetadataBytes = 64 * 1024;
const mostKeys = 2_000;

const metadataShape = z.object({ jwks_uri: z.string() });
const listShape = z.object({ keys: z.array(z.unknown()).max(mostKeys) });
/** A key that the channel signs with for Teams: the endorsement is the service's word that it may. */
const keyShape = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  alg: z.string().optional(),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).refine((channels) => channels.includes('msteams')),
});
const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Reads from one known host alone, over https; plain http is for a key service on this machine, in tests. */
export function createKeyReader(metadataUrl: string): ReadChannelKeys {
  const { origin, protocol, hostname } = new URL(metadataUrl);
  if (protocol !== 'https:' && !(protocol === 'http:' && loopback.has(hostname)))
    throw new Error(`the channel's keys are read over https alone, not from ${origin}`);
  return async (signal) => {
    const { jwks_uri: keysUrl } = metadataShape.parse(await readJson(metadataUrl, mostMetadataBytes, signal));
    // Who could bend the first answer must not choose whose keys are believed.
    if (!URL.canParse(keysUrl) || new URL(keysUrl).origin !== origin)
      throw new Error(`the channel's keys are said to be elsewhere than on ${origin}`);
    const { keys } = listShape.parse(await readJson(keysUrl, mostKeyBytes, signal));
    const endorsed = keys.flatMap((key) => {
      const reading = keyShape.safeParse(key);
      return reading.success ? [toJwk(reading.data)] : [];
    });
    if (endorsed.length === 0) throw new Error(`none of the channel's ${keys.length} keys is endorsed for Teams`);
    return endorsed;
  };
}

function toJwk({ kty, kid, n, e, alg, use }: z.infer<typeof keyShape>): JWK {
  return { kty, kid, n, e, ...given({ alg, use }) };
}

async function readJson(url: string, mostBytes: number, signal: AbortSignal): Promise<unknown> {
  // A redirection would leave the known host.
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw new Error(`${url} was answered with ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`${url} was answered with more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}
