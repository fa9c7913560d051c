import { z } from 'zod';
import { askingDocument } from './document.js';
import { groupType, instant, joinRule, justificationRule, personId, unsupportedKind } from './terms.js';

/** A group with its owners. */
export const group = z.object({
  ...askingDocument,
  id: z.string(),
  name: z.string(),
  nameKey: z.string(),
  description: z.string(),
  groupType,
  unsupportedKind: unsupportedKind.exactOptional(),
  origin: z.enum(['portal', 'powershell', 'selfService']),
  joinRule,
  isListed: z.boolean(),
  justification: justificationRule,
  maxDurationDays: z.number().exactOptional(),
  ownerIds: z.array(personId),
  managerIds: z.array(personId),
  askedIds: z.array(personId).exactOptional(),
  createdAt: instant,
  ownerlessAlertAt: instant.exactOptional(),
  claimedBy: personId.exactOptional(),
  deletedAt: instant.exactOptional(),
});
