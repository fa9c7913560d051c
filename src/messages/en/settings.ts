/**
 * Each setting: its name in the words of the source document, what stands behind “set” when it is typed, what it does,
 * and what everybody notices of a value (`then`).
 */
export const settings = {
  'settings.value':
    '{value, select, yes {Yes} no {No} none {None} selected {Selected people} all {All} open {Open to join} ownerApproval {Needs owner approval} ownersOnly {Only owners add members} off {Not asked for} optional {If people like} required {Needed} other {{value}}}',
  'settings.value.noLimit': 'No limit',
  'settings.value.none': 'None',
  'settings.value.count': '{count, number}',
  'settings.value.words': '{value}',
  'settings.value.days': '{days, number, days}',
  'settings.possible.oneOf': 'It can be {values}.',
  'settings.possible.namesOfPeople': 'names of people',
  'settings.possible.days': 'It takes a number of days up to {most}, or “none”.',
  'settings.possible.count': 'It takes a number of up to {most} digits, or “none”.',
  'settings.possible.text': 'It takes up to {most} characters, or “none”.',
  'settings.possible.words': 'It takes up to 50 words of at most 40 characters, with commas in between, or “none”.',
  'settings.possible.people': 'It takes the names of people, with commas in between, or “none”.',

  'settings.ownersManageRequests.label': 'Owners can manage group membership requests',
  'settings.ownersManageRequests.typed': 'owners manage requests',
  'settings.ownersManageRequests.what':
    'Needed for every request: without it owners decide nothing, and nobody can ask to join.',
  'settings.ownersManageRequests.then':
    '{value, select, yes {People can ask to join groups, and their owners decide.} other {Nobody can ask to join any more, and owners can no longer decide what waits.}}',
  'settings.restrictGroupAccess.label': 'Restrict access to groups',
  'settings.restrictGroupAccess.typed': 'restrict group access',
  'settings.restrictGroupAccess.what': 'Yes closes everything about groups to everybody but administrators.',
  'settings.restrictGroupAccess.then':
    '{value, select, yes {Only administrators still see and change groups here.} other {Everybody can look at groups and ask to join them.}}',
  'settings.usersCreateSecurityGroups.label': 'Users can create security groups',
  'settings.usersCreateSecurityGroups.typed': 'users create security groups',
  'settings.usersCreateSecurityGroups.what':
    'No also keeps owners from changing their security groups; they still manage members and requests.',
  'settings.usersCreateSecurityGroups.then':
    '{value, select, yes {Everybody can create such groups and change those they own.} other {Nobody but administrators creates such groups, and owners can’t change what theirs are. They still manage members and requests.}}',
  'settings.usersCreateM365Groups.label': 'Users can create Microsoft 365 groups',
  'settings.usersCreateM365Groups.typed': 'users create microsoft 365 groups',
  'settings.usersCreateM365Groups.what':
    'No also keeps owners from changing their Microsoft 365 groups; they still manage members and requests.',
  'settings.usersCreateM365Groups.then':
    '{value, select, yes {Everybody can create such groups and change those they own.} other {Nobody but administrators creates such groups, and owners can’t change what theirs are. They still manage members and requests.}}',
  'settings.usersAddResources.label': 'Users can add resources of their own',
  'settings.usersAddResources.typed': 'users add own resources',
  'settings.usersAddResources.what':
    'Whether anybody may add an application or a site that they own; administrators add them for anybody.',
  'settings.usersAddResources.then':
    '{value, select, yes {Everybody can add an application or a site of their own, and say which groups open it.} other {Only administrators add applications and sites; those that are there stay with their owners.}}',
  'settings.ownersAssignOwnersSecurity.label': 'Owners who can assign members as group owners (security groups)',
  'settings.ownersAssignOwnersSecurity.typed': 'owners assign owners security',
  'settings.ownersAssignOwnersSecurity.what': 'Which owners may make a member an owner: none, those selected, or all.',
  'settings.ownersAssignOwnersSecurity.then':
    '{value, select, all {Every owner can make a member of their group an owner.} none {No owner can name another one; administrators still can.} other {Only these owners can make a member of their group an owner.}}',
  'settings.ownersAssignOwnersM365.label': 'Owners who can assign members as group owners (Microsoft 365 groups)',
  'settings.ownersAssignOwnersM365.typed': 'owners assign owners microsoft 365',
  'settings.ownersAssignOwnersM365.what': 'The same for Microsoft 365 groups: none, those selected, or all.',
  'settings.ownersAssignOwnersM365.then':
    '{value, select, all {Every owner can make a member of their group an owner.} none {No owner can name another one; administrators still can.} other {Only these owners can make a member of their group an owner.}}',
  'settings.licence.label': 'Microsoft Entra ID licence',
  'settings.licence.typed': 'licence',
  'settings.licence.what': 'Joining by oneself and deciding requests need P1 or P2.',
  'settings.licence.then':
    '{value, select, none {Only people licensed one by one can still join or decide.} other {Everybody counts as licensed: they can join by themselves and decide requests.}}',
  'settings.licensedPeople.label': 'People licensed one by one',
  'settings.licensedPeople.typed': 'licensed people',
  'settings.licensedPeople.what': 'Who has the licence where the organisation as a whole has none.',
  'settings.licensedPeople.then':
    '{value, select, none {Nobody is licensed one by one any more.} other {These people can join by themselves and decide requests.}}',
  'settings.leastJoinRule.label': 'Loosest join rule',
  'settings.leastJoinRule.typed': 'loosest join rule',
  'settings.leastJoinRule.what': 'No group lets people in more easily than this.',
  'settings.leastJoinRule.then':
    '{value, select, open {Groups can be open to everybody.} ownerApproval {Groups that are open now ask their owners from now on.} other {No group takes requests any more; only owners add members.}}',
  'settings.longestMembership.label': 'Longest membership',
  'settings.longestMembership.typed': 'longest membership',
  'settings.longestMembership.what': 'No membership that is asked for lasts longer; groups can only be stricter.',
  'settings.longestMembership.then':
    '{value, select, none {Each group decides for itself how long a membership lasts.} other {New memberships end after this time at the latest; present ones stay as they are.}}',
  'settings.justificationFloor.label': 'Reason for joining',
  'settings.justificationFloor.typed': 'reason for joining',
  'settings.justificationFloor.what': 'What every group asks for at least.',
  'settings.justificationFloor.then':
    '{value, select, required {Every request needs a reason.} optional {Every group offers to take a reason.} other {Each group decides for itself whether it asks for a reason.}}',
  'settings.namePrefix.label': 'Prefix of group names',
  'settings.namePrefix.typed': 'name prefix',
  'settings.namePrefix.what': 'What every new name begins with; it is put there when it is missing.',
  'settings.namePrefix.then':
    '{value, select, none {New groups can begin with any word.} other {New names get this prefix, and so do names that are changed; groups keep the names they have until then.}}',
  'settings.blockedWords.label': 'Blocked words in group names',
  'settings.blockedWords.typed': 'blocked words',
  'settings.blockedWords.what': 'Words that no new name may have.',
  'settings.blockedWords.then':
    '{value, select, none {New groups can be called anything.} other {No new name may have one of these words; groups that have one keep it until they are renamed.}}',
  'settings.messagesPerMinute.label': 'Messages in a minute',
  'settings.messagesPerMinute.typed': 'messages in a minute',
  'settings.messagesPerMinute.what': 'How many messages and clicks of one person are answered within a minute.',
  'settings.messagesPerMinute.then':
    '{value, select, none {Nobody is slowed down any more.} other {Whoever sends more reads when they can go on.}}',
  'settings.openRequests.label': 'Requests at the same time',
  'settings.openRequests.typed': 'requests at the same time',
  'settings.openRequests.what': 'How many requests of one person can wait at the same time.',
  'settings.openRequests.then':
    '{value, select, none {Any number of requests can wait.} other {Whoever has as many waiting asks for no more until one is decided; what waits stays.}}',
  'settings.groupsPerDay.label': 'Groups created in a day',
  'settings.groupsPerDay.typed': 'groups created in a day',
  'settings.groupsPerDay.what': 'How many groups one person can create within a day.',
  'settings.groupsPerDay.then':
    '{value, select, none {Everybody can create any number of groups.} other {Whoever wants to create more reads when they can go on; present groups stay as they are.}}',
  'settings.unknownNames.label': 'Unknown names in an hour',
  'settings.unknownNames.typed': 'unknown names in an hour',
  'settings.unknownNames.what': 'How many names that fit nothing one person can try within an hour.',
  'settings.unknownNames.then':
    '{value, select, none {Everybody can try any number of names.} other {Whoever has typed more that fit nothing reads when they can go on; buttons and lists still work for them.}}',
  'settings.adminsConfirmed.label': 'Confirm new administrators',
  'settings.adminsConfirmed.typed': 'confirm new administrators',
  'settings.adminsConfirmed.what':
    'Whether an administrator whom one other made counts as the second one only once another has confirmed them.',
  'settings.adminsConfirmed.then':
    '{value, select, no {Whoever is made an administrator can confirm changes of whoever made them, at once.} other {Whoever is made an administrator by one other alone speaks for that one, where a change takes two, until another administrator has confirmed them.}}',
  'settings.leaversOut.label': 'Leavers lose their memberships',
  'settings.leaversOut.typed': 'leavers lose memberships',
  'settings.leaversOut.what':
    'Whether somebody who is disabled or deleted in Microsoft Entra is taken out of the groups they are in; what they asked for is closed in any case.',
  'settings.leaversOut.then':
    '{value, select, yes {Whoever leaves from now on is taken out of their groups, after a second look; whoever has left before stays as they are.} other {Whoever leaves from now on stays in their groups; what they asked for is closed, and what they own goes to others.}}',
  'settings.volunteerDays.label': 'How long a group waits for a new owner',
  'settings.volunteerDays.typed': 'wait for a volunteer',
  'settings.volunteerDays.what':
    'When the last owner leaves, the members are asked for a volunteer; after so many days without one the administrators are asked.',
  'settings.volunteerDays.then':
    '{value, select, none {Administrators are not asked; “ownerless” still lists groups without an owner.} other {That is so for groups whose last owner leaves from now on.}}',
  'settings.reasonsKept.label': 'How long reasons are kept',
  'settings.reasonsKept.typed': 'keep reasons',
  'settings.reasonsKept.what':
    'What people wrote as a reason is erased after so many days; what was decided, by whom and when stays, and the history still verifies.',
  'settings.reasonsKept.then':
    '{value, select, none {Reasons are kept as long as the records; what is erased already does not come back.} other {Reasons that are older are erased now, and from then on every day. That cannot be taken back.}}',
} as const;
