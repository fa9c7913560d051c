import type { IncomingMessage } from 'node:http';

/** Bytes. Teams' activities are below 30 KB; the rest is room for long texts. */
export const maxBodyBytes = 256 * 1024;

/** The activity in a request, or the reason why there is none; `gone` means that nobody waits for an answer. */
export type BodyReading =
  | { readonly ok: true; readonly body: Record<string, unknown> }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly sentence: string }
  | { readonly ok: false; readonly status: 'gone' };

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const tooLarge = { ok: false, status: 413, sentence: 'The request is too large.' } as const;

/**
 * Why a request is turned away before a byte of its body is read. restify 12 unpacks an encoded body without an error
 * handler, so that a false or cut gzip ends the process: nothing encoded may come near a reader.
 */
export function refusalOfHeaders(
  request: IncomingMessage,
): Extract<BodyReading, { readonly sentence: string }> | undefined {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity')
    return { ok: false, status: 415, sentence: 'A content encoding is not taken; send the body as it is.' };
  return Number(request.headers['content-length'] ?? 0) > maxBodyBytes ? tooLarge : undefined;
}

/** Reads the body once and judges its shape; who sent it is judged later, by the bot. */
export async function readActivityBody(request: IncomingMessage): Promise<BodyReading> {
  if (!jsonType.test(request.headers['content-type'] ?? ''))
    return { ok: false, status: 415, sentence: 'The body must be JSON (application/json).' };
  const read = await readBytes(request);
  return Buffer.isBuffer(read) ? parseActivityBody(read) : read;
}

function readBytes(request: IncomingMessage): Promise<Buffer | Extract<BodyReading, { readonly ok: false }>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maxBodyBytes) return;
      // The rest flows away unread; the server's requestTimeout ends a sender who never stops.
      request.off('data', onData).resume();
      chunks.length = 0;
      resolve(tooLarge);
    };
    request.on('data', onData);
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.once('error', () => resolve({ ok: false, status: 'gone' }));
    request.once('close', () => resolve({ ok: false, status: 'gone' }));
  });
}

function parseActivityBody(bytes: Buffer): BodyReading {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    return { ok: false, status: 400, sentence: 'The body is no valid JSON.' };
  }
  if (!isRecord(body)) return { ok: false, status: 400, sentence: 'The body must be a JSON object.' };
  if (typeof body['type'] !== 'string' || body['type'] === '')
    return { ok: false, status: 400, sentence: 'The body must be an activity with a type.' };
  return { ok: true, body };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
