import { z } from 'zod';
import { askingDocument } from './document.js';
import {
  directoryHold,
  directoryRefusal,
  groupType,
  instant,
  joinRule,
  justificationRule,
  personId,
  unsupportedKind,
} from './terms.js';

const inside = z.object({ people: z.number(), groups: z.number() });

const inDirectory = z.object({
  state: z.enum(['creating', 'ready', 'refused', 'deleted']),
  since: instant,
  name: z.string(),
  description: z.string(),
  ownerIds: z.array(personId),
  refusedIds: z.array(personId).exactOptional(),
  refusedFace: z.object({ name: z.string().exactOptional(), description: z.string().exactOptional() }).exactOptional(),
  seenAt: instant.exactOptional(),
  membersReadAt: instant.exactOptional(),
  inside: inside.exactOptional(),
  ownersWrittenAt: instant.exactOptional(),
  held: directoryHold.exactOptional(),
  failure: directoryRefusal.exactOptional(),
});

/** A group with its owners. */
export const group = z.object({
  ...askingDocument,
  id: z.string(),
  directoryId: z.string().exactOptional(),
  directory: inDirectory.exactOptional(),
  name: z.string(),
  nameKey: z.string(),
  description: z.string(),
  groupType,
  unsupportedKind: unsupportedKind.exactOptional(),
  knownAs: z.enum(['security', 'm365', 'unsupported']).exactOptional(),
  nickname: z.string().exactOptional(),
  isPublic: z.literal(true).exactOptional(),
  origin: z.enum(['portal', 'powershell', 'selfService']),
  joinRule,
  isListed: z.boolean(),
  justification: justificationRule,
  maxDurationDays: z.number().exactOptional(),
  ownerIds: z.array(personId),
  managerIds: z.array(personId),
  askedIds: z.array(personId).exactOptional(),
  createdAt: instant,
  driftPolicy: z.enum(['takeOver', 'undo', 'report']).exactOptional(),
  brakeAt: instant.exactOptional(),
  ownerlessAlertAt: instant.exactOptional(),
  claimedBy: personId.exactOptional(),
  deletedAt: instant.exactOptional(),
});
