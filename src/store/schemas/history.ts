import { z } from 'zod';
import { instant, personId } from './terms.js';

const text = z.string().exactOptional();
const person = personId.exactOptional();

/** One transition, as it stands in the history and in the effect that puts it there. */
export const auditEvent = z.object({
  id: z.string(),
  kind: z.enum([
    'requestOpened',
    'requestApproved',
    'requestDenied',
    'requestWithdrawn',
    'requestExpired',
    'requestDelivered',
    'requestDeliveryFailed',
    'memberAdded',
    'memberLeft',
    'ownerLeft',
    'membershipExpired',
    'membershipFailed',
    'memberRemoved',
    'requestSuperseded',
    'settingChanged',
    'settingProposed',
    'settingRejected',
    'adminAdded',
    'adminRemoved',
    'groupCreated',
    'groupEnrolled',
    'groupChanged',
    'groupDeleted',
    'groupTransferred',
    'roleChanged',
    'groupClaimed',
    'claimRefused',
    'resourceAdded',
    'resourceGranted',
    'resourceUngranted',
    'accessBlocked',
    'accessUnblocked',
    'delegationStarted',
    'delegationEnded',
    'joinProposed',
    'creationProposed',
  ]),
  at: instant,
  actorId: person,
  forId: person,
  groupId: text,
  resourceId: text,
  setting: text,
  subjectId: person,
  requestId: text,
  reason: text,
  before: text,
  after: text,
});

/** One link of an organisation's history. */
export const auditEntry = z.object({
  key: z.string(),
  tenantId: z.string(),
  sequence: z.int(),
  event: auditEvent,
  eventKey: z.string(),
  groupId: text,
  requestId: text,
  previousHash: z.string(),
  hash: z.string(),
});
