/** The organisation: its settings as a whole, proposals, administrators and setting up. */
export const organisation = {
  'organisation.settings.heading': 'Settings of your organisation',
  'organisation.settings.rules': 'Rules for all groups',
  'organisation.settings.intro':
    'Changes are in force at once. Whatever loosens needs a second administrator; whatever tightens does not.',
  'organisation.settings.byDefault': 'default',
  'organisation.settings.fromEntra': 'read from Microsoft Entra',
  'organisation.settings.entraHas': 'Microsoft Entra has {value}',
  'organisation.settings.changed': 'changed by {by} on {at, date, day}',
  'organisation.settings.setYes': 'Set to Yes',
  'organisation.settings.setNo': 'Set to No',
  'organisation.settings.change': 'Change…',
  'organisation.form.value': 'New value',
  'organisation.form.people': 'Who (names or addresses, with commas in between)',
  'organisation.form.days': 'Longest membership in days, or “none”',
  'organisation.form.count': 'How many, or “none”',
  'organisation.form.text': 'What names begin with, or “none”',
  'organisation.form.words': 'Words, with commas in between, or “none”',
  'organisation.form.button': 'See what it means',
  'organisation.form.error': 'Please choose a value.',
  'organisation.admins.heading': 'Administrators',
  'organisation.admins.text': 'They set the rules, see who has access to what, and can block it.',
  'organisation.admins.role': 'Administrator',
  'organisation.admins.unconfirmed': 'made by {by}, not yet confirmed by another',
  'organisation.admins.absent': 'not here: has never written, or has left',
  'organisation.news.notReached.status': 'Not delivered yet',
  'organisation.news.notReached.heading': 'I couldn’t reach {people}',
  'organisation.news.notReached.text':
    'What you did stands, but they have no chat with me, so they don’t know it yet. I keep what I have for them and tell them as soon as they turn up.',
  'organisation.setUp.heading': 'Welcome, administrator',
  'organisation.setUp.text':
    'Nobody has set up self-service for your organisation yet, so it is locked: nobody can ask to join a group. Switched off now:',
  'organisation.setUp.offRequests': 'Owners can manage group membership requests: No',
  'organisation.setUp.offLicence': 'Microsoft Entra ID licence: None',
  'organisation.setUp.licenceLabel': 'Which licence does your organisation have?',
  'organisation.setUp.licenceHint': 'Joining by oneself and deciding requests need P1 or P2.',
  'organisation.setUp.button': 'Switch self-service on',

  // Questions before a change.
  'organisation.ask.setting.heading': '{setting}: {after}?',
  'organisation.ask.setting.values': 'Now: {before}. Then: {after}.',
  'organisation.ask.setting.valuesPeople': 'Now: {before}. Then: {after} ({people}).',
  'organisation.ask.setting.touches':
    'It touches {people, plural, =0 {no people} one {one person} other {# people}}, {groups, plural, =0 {no groups} one {one group} other {# groups}} and {requests, plural, =0 {no waiting requests} one {one waiting request} other {# waiting requests}}.',
  'organisation.ask.setting.loosens': 'This loosens the rules, so {confirmers} has to confirm it as well.',
  'organisation.ask.setting.atOnce': 'It is in force at once.',
  'organisation.ask.setting.buttonConfirm': 'Ask for confirmation',
  'organisation.ask.admin.add': 'Make {person} an administrator?',
  'organisation.ask.admin.addText':
    'They will be able to change every setting, see who has access to what, and block access.',
  'organisation.ask.admin.addButton': 'Make administrator',
  'organisation.ask.admin.confirm': 'Confirm {person} as an administrator?',
  'organisation.ask.admin.confirmText':
    '{by} made them one alone. With your word they count as a second administrator for everybody, {by} included.',
  'organisation.ask.admin.confirmButton': 'Confirm administrator',
  'organisation.ask.admin.remove': 'Take the administrator’s rights from {person}?',
  'organisation.ask.admin.removeButton': 'Take the rights back',

  // News.
  'organisation.news.inForce': 'In force',
  'organisation.news.settingValue': '{setting}: {value}',
  'organisation.news.changed': 'It was “{before}” before. The change is in force now, for everybody.',
  'organisation.news.proposal.status': 'Your confirmation is needed',
  'organisation.news.proposal.heading': '{by} wants to loosen a setting',
  'organisation.news.proposal.values': '{setting}: from “{before}” to “{after}”.',
  'organisation.news.proposal.people': 'It names {people}.',
  'organisation.news.proposal.text': 'It takes a second administrator. Nothing has changed yet.',
  'organisation.news.proposalWaits.heading': 'A second administrator is asked',
  'organisation.news.proposalWaits.text': '{setting} becomes “{after}” as soon as {others} confirms it.',
  'organisation.news.proposalSettled.confirmed': '{by} confirmed it. The change is in force now.',
  'organisation.news.proposalSettled.rejectedStatus': 'Rejected',
  'organisation.news.proposalSettled.rejectedHeading': 'The setting stays as it is',
  'organisation.news.proposalSettled.rejected': '{by} rejected the change of “{setting}”.',
  'organisation.news.proposalReplaced.heading': 'There is nothing left to confirm',
  'organisation.news.proposalReplaced.text': '{by} changed “{setting}” meanwhile, or proposed something else.',
  'organisation.news.setUp.heading': 'Self-service is switched on',
  'organisation.news.setUp.text':
    'People can now ask to join groups, and owners decide. From now on, whatever loosens the settings needs two administrators.',
  'organisation.news.adminAdded': '{person} is an administrator now',
  'organisation.news.adminConfirmed': '{person} is confirmed as an administrator',
  'organisation.news.adminConfirmedText': 'They count as a second administrator for everybody now.',
  'organisation.news.adminMade.status': 'A new administrator',
  'organisation.news.adminMade.heading': '{by} made {person} an administrator',
  'organisation.news.adminMade.text':
    'Where a change takes two, {person} does not count beside {by} until another one has confirmed them.',
  'organisation.news.adminMade.button': 'Confirm…',
  'organisation.news.adminNamed.status': 'A new administrator',
  'organisation.news.adminNamed.heading':
    '{count, plural, =0 {Somebody whom I have not met yet is an administrator now} one {{people} is an administrator now} other {{people} are administrators now}}',
  'organisation.news.adminNamed.text': 'Whoever runs this bot named them in its configuration; the history says so.',
  'organisation.news.adminRemoved': '{person} is no administrator any more',
  'organisation.news.youAreAdmin': 'You are an administrator now',
  'organisation.news.youAreAdminText':
    '{by} made you an administrator of your organisation here: you can set the rules and see who has access to what.',
  'organisation.news.youAreNoAdmin': 'You are no administrator any more',
  'organisation.news.youAreNoAdminText': '{by} took it back.',

  // Refusals.
  'organisation.refused.still_admin.heading': '{person} is an administrator',
  'organisation.refused.still_admin.why':
    'As long as somebody administers, their name has to be known: they are asked to confirm, and others are sent to them.',
  'organisation.refused.still_admin.next': 'Take the administrator’s rights back first.',
  'organisation.refused.still_owner.heading': '{person} still owns groups',
  'organisation.refused.still_owner.why': 'Whoever wants to join {groups} is told whom to ask, and requests go there.',
  'organisation.refused.still_owner.next': 'Name another owner or hand the group over first; then try again.',
  'organisation.refused.admins_only.heading': 'Only administrators can do that',
  'organisation.refused.admins_only.why': 'Settings, blocks and lists of who has access are for administrators alone.',
  'organisation.refused.too_many.heading': 'That was a lot at once',
  'organisation.refused.too_many.messagesPerMinute':
    '{most, plural, one {I answer one message a minute for each person} other {I answer # messages a minute for each person}}, and this one came on top.',
  'organisation.refused.too_many.openRequests':
    '{most, plural, one {A request of yours is waiting already} other {# requests of yours are waiting already}}, and that is as many as one person can have here.',
  'organisation.refused.too_many.groupsPerDay':
    '{most, plural, one {You have created a group within a day} other {You have created # groups within a day}}, and that is as many as one person can here.',
  'organisation.refused.too_many.unknownNames':
    '{most, plural, one {A name that you typed within an hour fits} other {# names that you typed within an hour fit}} nothing that you can see, so I look up no more of them for now. Buttons and lists still work.',
  'organisation.refused.too_many.until': 'You can go on again from {until, date, moment}.',
  'organisation.refused.too_many.later': 'Withdraw one that you no longer need, or wait until one is decided.',
  'organisation.refused.last_admin.heading': 'There has to be one administrator',
  'organisation.refused.last_admin.why':
    'This is the last one: without them nobody could change the settings any more.',
  'organisation.refused.last_admin.next':
    'Add another administrator first, with “admins add …”: one who is here counts, and has written to me. If nobody is left one day, whoever runs this bot can name one in its configuration.',
  'organisation.refused.second_admin_needed.heading': 'A second administrator is needed',
  'organisation.refused.second_admin_needed.why':
    'This loosens the rules, which takes two administrators, and you’re the only one.',
  'organisation.refused.second_admin_needed.whyUnconfirmed':
    'This loosens the rules, which takes two administrators. {people} cannot be the second one: whoever one administrator made alone speaks for that one until another has confirmed them.',
  'organisation.refused.second_admin_needed.next':
    'Somebody whom you add with “admins add …” counts once another administrator has confirmed them. That other one is named by whoever runs this bot ({key}), or by a role in Microsoft Entra.',
  'organisation.refused.second_admin_needed.nextTrusted':
    'Add another administrator with “admins add …”; they can then confirm it.',
  'organisation.refused.not_second_admin.heading': 'Somebody else has to confirm it',
  'organisation.refused.not_second_admin.why':
    'It takes two administrators, and you and whoever proposed it are not two yet: whoever one administrator made alone speaks for that one until another has confirmed them.',
  'organisation.refused.not_second_admin.next':
    '{count, plural, =0 {Whoever runs this bot can name another administrator. You can still reject it.} other {{others} can confirm it. You can still reject it.}}',
  'organisation.refused.cannot_confirm_admin.heading': 'You can’t confirm {person}',
  'organisation.refused.cannot_confirm_admin.why':
    'It takes somebody who neither made them an administrator nor speaks for whoever did.',
  'organisation.refused.cannot_confirm_admin.next':
    '{count, plural, =0 {Whoever runs this bot can name somebody who can.} other {{others} can confirm them.}}',
  'organisation.refused.admin_by_role.heading': '{person} administers by their role',
  'organisation.refused.admin_by_role.why':
    'Microsoft Entra gives them the role of a Global or Groups Administrator, and with it they are one here.',
  'organisation.refused.admin_by_role.next': 'Take the role from them in Microsoft Entra.',
  'organisation.refused.own_proposal.heading': 'Somebody else has to confirm it',
  'organisation.refused.own_proposal.why': 'You proposed this change yourself, and it takes a second administrator.',
  'organisation.refused.own_proposal.next':
    '{count, plural, =0 {Another administrator can confirm it. You can still reject it.} other {{others} can confirm it. You can still reject it.}}',
  'organisation.refused.export_address_missing.heading': 'The file cannot be fetched yet',
  'organisation.refused.export_address_missing.why':
    'Nobody has told me the address at which your browser reaches me, so a link would lead nowhere.',
  'organisation.refused.export_address_missing.next':
    'Ask whoever runs this bot to set {key} to its https address, and then ask me once more.',
  'organisation.refused.proposal_gone.heading': 'There is nothing to confirm',
  'organisation.refused.proposal_gone.why':
    'No change of the settings is waiting: it was confirmed, rejected or replaced already.',
  'organisation.refused.proposal_gone.next': 'See “settings” for how they stand now.',
  'organisation.refused.setting_value_unknown.heading': 'That value is not possible',
  'organisation.refused.setting_value_unknown.why': '“{setting}” cannot be set to that.',
  'organisation.refused.setting_value_unknown.next': '{possible} Type “set {typed} …”, or see “settings”.',
} as const;
