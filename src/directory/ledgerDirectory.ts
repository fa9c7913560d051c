import type { Directory } from '../commands/ports.js';

/** Where there is no directory: our own records are the truth, so every change has taken effect when it is saved. */
export const ledgerDirectory: Directory = {
  addMember: async () => ({ ok: true }),
  removeMember: async () => ({ ok: true }),
};
