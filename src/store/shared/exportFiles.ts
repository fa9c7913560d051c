import type { ExportFiles, OfferedFile, SharedValues } from '../../commands/ports.js';

/** How long a file waits to be fetched, in milliseconds. */
const keptMs = 10 * 60_000;

/** Files on their way to one person, under a token and for one visit. */
export function createExportFiles(values: SharedValues): ExportFiles {
  return {
    put: (token, file) => values.update(`export/${token}`, keptMs, () => file),
    async take(token) {
      const key = `export/${token}`;
      let file: OfferedFile | undefined;
      // Whoever empties it has it; the second visit finds nothing.
      await values.update(key, keptMs, (stored) => {
        const found = stored as OfferedFile | { readonly text?: undefined } | undefined;
        file = found?.text === undefined ? undefined : found;
        return file ? {} : undefined;
      });
      if (file) await values.remove(key);
      return file;
    },
  };
}
