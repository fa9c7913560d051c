import { z } from 'zod';
import type { GroupType, UnsupportedKind } from '../../domain/terms.js';

/** What is read of a group to know its kind. */
export const kindFields =
  'id,groupTypes,mailEnabled,securityEnabled,onPremisesSyncEnabled,isAssignableToRole,isManagementRestricted';

/** These fields as Graph sends them; what it leaves out is `null`. */
export const kindShape = z.object({
  groupTypes: z.array(z.string()).nullish(),
  mailEnabled: z.boolean().nullish(),
  securityEnabled: z.boolean().nullish(),
  onPremisesSyncEnabled: z.boolean().nullish(),
  isAssignableToRole: z.boolean().nullish(),
  isManagementRestricted: z.boolean().nullish(),
});

/** A kind that self-service manages, or why it does not. */
export type KindReading =
  | { readonly isManageable: true; readonly groupType: GroupType }
  | { readonly isManageable: false; readonly why: UnsupportedKind; readonly groupType: GroupType };

/**
 * The kind of a group. The order matters: a Microsoft 365 group is mail-enabled too, and a synchronised or dynamic one
 * may be of any kind beside. `onPremisesSyncEnabled: false` means "once, no longer".
 */
export function readKind(group: z.infer<typeof kindShape>): KindReading {
  const isUnified = group.groupTypes?.includes('Unified') === true;
  const groupType = isUnified ? 'm365' : 'security';
  const refuse = (why: UnsupportedKind): KindReading => ({ isManageable: false, why, groupType });
  if (group.isAssignableToRole) return refuse('roleAssignable');
  if (group.isManagementRestricted) return refuse('restricted');
  if (group.groupTypes?.includes('DynamicMembership')) return refuse('dynamic');
  if (group.onPremisesSyncEnabled) return refuse('onPremSynced');
  if (isUnified) return { isManageable: true, groupType };
  if (group.mailEnabled) return refuse(group.securityEnabled ? 'mailEnabledSecurity' : 'distributionList');
  return group.securityEnabled ? { isManageable: true, groupType } : refuse('unknownKind');
}
