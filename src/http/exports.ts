import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** How long a file waits to be fetched, in milliseconds. */
const keptMs = 10 * 60_000;

/** So many files wait at the most; the oldest makes room. */
const mostFiles = 100;

/** A file to be fetched. */
export interface ShelvedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly text: string;
}

/** Files on their way to one person: each stands under an address that nobody can guess, for ten minutes and one visit. */
export interface ExportShelf {
  /** Gives the address of the file. */
  offer(file: ShelvedFile): string;
  take(token: string): ShelvedFile | undefined;
}

/** Makes the shelf; `baseUrl` is asked for each file, because the port is known only once the server listens. */
export function createExportShelf(baseUrl: () => string, clock: { now(): number }): ExportShelf {
  const files = new Map<string, { readonly file: ShelvedFile; readonly until: number }>();
  return {
    offer(file) {
      for (const [token, { until }] of files) if (until <= clock.now() || files.size >= mostFiles) files.delete(token);
      const token = randomBytes(32).toString('base64url');
      files.set(token, { file, until: clock.now() + keptMs });
      return `${baseUrl()}/exports/${token}`;
    },
    take(token) {
      const kept = files.get(token);
      files.delete(token);
      return kept && kept.until > clock.now() ? kept.file : undefined;
    },
  };
}

/** Sends a file to be saved, never to be shown or kept on the way. */
export function sendFile(response: ServerResponse, { fileName, contentType, text }: ShelvedFile): void {
  response.writeHead(200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
