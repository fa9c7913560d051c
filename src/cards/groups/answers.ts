import type { GroupOutcome } from '../../domain/groups/answers.js';
import type { OutcomeBuilders } from '../parts/builders.js';
import { showGroupDetails } from './groupDetails.js';
import { showGroupForm, showManagedGroup } from './groupForms.js';
import { showGroupList, showGroupPick } from './groupLists.js';
import { showLinkPick } from './linkPick.js';

/** The cards of groups. */
export const groupCards: OutcomeBuilders<GroupOutcome> = {
  groupPickNeeded: showGroupPick,
  groupsListed: showGroupList,
  groupShown: showGroupDetails,
  linkPickNeeded: showLinkPick,
  groupFormNeeded: showGroupForm,
  groupManaged: showManagedGroup,
};
