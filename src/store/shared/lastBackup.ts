import type { LastBackup, SharedValues } from '../../commands/ports.js';

const key = 'lastBackup';

/** So long it is known when the last backup was made, in milliseconds: ten years. */
const keptMs = 10 * 365 * 86_400_000;

/** Keeps when the last backup was made. */
export function createLastBackup(values: SharedValues): LastBackup {
  return {
    async at() {
      const at = await values.get(key);
      return typeof at === 'number' ? at : undefined;
    },
    note: (at) => values.update(key, keptMs, () => at),
  };
}
