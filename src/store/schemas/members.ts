import { z } from 'zod';
import { document } from './document.js';
import { directoryHold, directoryRefusal, instant, personId, provisioning } from './terms.js';

const basis = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('openJoin'), justification: z.string().exactOptional() }),
  z.object({ kind: z.literal('request'), requestId: z.string(), by: personId }),
  z.object({ kind: z.literal('added'), by: personId, reason: z.string().exactOptional() }),
  z.object({ kind: z.literal('imported'), by: personId.exactOptional() }),
  z.object({ kind: z.literal('outside'), by: personId.exactOptional() }),
]);

/** One person in one group, now or in the past. */
export const membership = z.object({
  ...document,
  groupId: z.string(),
  personId,
  status: z.enum(['active', 'ended', 'unexplained', 'missing']),
  since: instant,
  until: instant.exactOptional(),
  basis,
  provisioning,
  held: directoryHold.exactOptional(),
  failure: directoryRefusal.exactOptional(),
  isLeft: z.literal(true).exactOptional(),
  tellsWhenReady: z.literal(true).exactOptional(),
  endedAt: instant.exactOptional(),
  endReason: z.enum(['left', 'removed', 'expired', 'failed', 'outside']).exactOptional(),
});
