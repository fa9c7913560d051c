import { randomInt, randomUUID } from 'node:crypto';
import type { Ids } from './ports.js';

/** Letters and digits that are not taken for each other (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids by chance. */
export const randomIds: Ids = {
  requestId: () => `REQ-${Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')}`,
  uuid: () => randomUUID(),
};
