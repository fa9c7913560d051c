import { z } from 'zod';
import { document } from './document.js';
import { instant, personId } from './terms.js';

/** Something that membership of a group opens. */
export const resource = z.object({
  ...document,
  id: z.string(),
  name: z.string(),
  nameKey: z.string(),
  description: z.string(),
  link: z.string().exactOptional(),
  groupIds: z.array(z.string()),
  ownerIds: z.array(personId),
  grants: z.array(z.object({ groupId: z.string(), by: personId, at: instant })).exactOptional(),
  deletedAt: instant.exactOptional(),
  blocks: z
    .array(z.object({ personId, by: personId, at: instant, reason: z.string().exactOptional() }))
    .exactOptional(),
});
