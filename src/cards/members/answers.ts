import type { MemberOutcome } from '../../domain/members/answers.js';
import type { OutcomeBuilders } from '../parts/builders.js';
import { showLeaveConfirm } from './leaveConfirm.js';
import {
  showAlreadyMember,
  showDeliveryFailed,
  showMemberAdded,
  showMemberLeft,
  showMembershipEnded,
} from './membershipCards.js';
import { showMyGroups } from './myGroups.js';

/** The cards of members. */
export const memberCards: OutcomeBuilders<MemberOutcome> = {
  memberAdded: showMemberAdded,
  alreadyMember: showAlreadyMember,
  leaveConfirmNeeded: showLeaveConfirm,
  memberLeft: showMemberLeft,
  myGroupsListed: showMyGroups,
  membershipEnded: showMembershipEnded,
  deliveryFailed: showDeliveryFailed,
};
