import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** A file to be fetched. */
export interface ShelvedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly text: string;
  readonly makerId: string;
}

/** Where the files of an organisation wait, for some minutes and one visit. */
export interface WaitingFiles {
  put(token: string, file: ShelvedFile): Promise<void>;
  take(token: string): Promise<ShelvedFile | undefined>;
}

/** Files on their way to one person: each stands under an address that nobody can guess, on every instance. */
export interface ExportShelf {
  /** Gives the address of the file; none, and keeps nothing, where nobody said how browsers reach the bot. */
  offer(tenantId: string, file: ShelvedFile): Promise<string | undefined>;
  take(token: string): Promise<ShelvedFile | undefined>;
}

// The second part is always as long, so that it does not matter which characters the first one has.
const tokenPattern = /^([\w-]{1,64})_([\w-]{43})$/;

/**
 * Makes the shelf; `baseUrl` is asked for each file, because the port is known only once the server listens, and
 * `mayHave` at each visit: a file is for nobody once its maker has lost the right to make it.
 */
export function createExportShelf(
  baseUrl: () => string | undefined,
  filesOf: (tenantId: string) => WaitingFiles,
  mayHave: (tenantId: string, makerId: string) => Promise<boolean>,
): ExportShelf {
  return {
    async offer(tenantId, file) {
      const base = baseUrl();
      if (base === undefined) return undefined;
      const token = randomBytes(32).toString('base64url');
      await filesOf(tenantId).put(token, file);
      return `${base}/exports/${tenantId}_${token}`;
    },
    async take(address) {
      const [, tenantId, token] = tokenPattern.exec(address) ?? [];
      if (tenantId === undefined || token === undefined) return undefined;
      const file = await filesOf(tenantId).take(token);
      return file && (await mayHave(tenantId, file.makerId)) ? file : undefined;
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
