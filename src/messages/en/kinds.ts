import type { GroupType, UnsupportedKind, JoinRule } from '../../domain/terms.js';

/** The kinds of group that self-service manages. */
export const groupTypes: Record<GroupType, string> = { security: 'Security group', m365: 'Microsoft 365 group' };

/** What it means to be of a kind that self-service refuses, as a badge. */
export const unsupportedKinds: Record<UnsupportedKind, string> = {
  distributionList: 'Distribution list',
  mailEnabledSecurity: 'Mail-enabled security group',
  dynamic: 'Fills itself by a rule',
  onPremSynced: 'Kept in your organisation’s own directory',
  roleAssignable: 'Carries administrator rights',
};

/** How people get in. */
export const joinRules: Record<JoinRule, string> = {
  open: 'Open to join',
  ownerApproval: 'Needs owner approval',
  ownersOnly: 'Only owners add members',
};
