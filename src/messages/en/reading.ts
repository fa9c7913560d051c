/** What was read in from the directory, enrolling it, and linking groups of ours to it. */
export const reading = {
  'reading.first.status': 'Read in',
  'reading.first.heading': 'I have read in {groups, plural, one {# group} other {# groups}} from Microsoft Entra',
  'reading.first.text':
    'I know {people, plural, one {# person} other {# people}}, {m365, plural, one {# Microsoft 365 group} other {# Microsoft 365 groups}} and {security, plural, one {# security group} other {# security groups}} that self-service can manage, and {unsupported, plural, one {# group} other {# groups}} that it can’t.',
  'reading.first.known':
    'Nothing has changed for anybody: only administrators and a group’s own owners see what was read in, until you enrol it.',
  'reading.first.m365':
    'Everybody can join Microsoft 365 groups where they come from, so you may want to enrol all of them. I’ll first show what would happen.',
  'reading.first.button': 'Enrol all Microsoft 365 groups',
  'reading.underWay':
    '{of, select, people {People} other {Groups}} are being read in{isAgain, select, yes { once more, from the beginning} other {}}: {count, number} so far.',
  'reading.following': '{of, select, people {People} other {Groups}} are up to date; last read {at, date, moment}.',
  'reading.trouble.permission':
    '{of, select, people {People} other {Groups}} can’t be read: a permission is missing. It goes on by itself once it is granted.',
  'reading.trouble.noAnswer':
    '{of, select, people {People} other {Groups}} could not be read the last time; I try again and go on where I was.',
  'reading.known':
    'Read in and not enrolled: {m365, plural, one {# Microsoft 365 group} other {# Microsoft 365 groups}}, {security, plural, one {# security group} other {# security groups}}, and {unsupported, plural, one {# group} other {# groups}} of kinds that self-service can’t manage.',
  'reading.enrol.afterwards':
    '{tells, select, yes {Their owners are told, and their present members come along.} other {Their present members come along.}}',
  'reading.enrolAll.heading': 'Enrol {count, plural, one {# {kind} group} other {# {kind} groups}}?',
  'reading.enrolAll.rule': 'Each of them comes in as: {rule}. Their owners can change that.',
  'reading.enrolAll.examples': 'Among them: {names}.',
  'reading.enrolled.heading': '{count, plural, one {# {kind} group is} other {# {kind} groups are}} enrolled',
  'reading.enrolled.text': 'Everybody finds them now. Their members are being read in.',
  'reading.begun.status': 'Begun',
  'reading.begun.heading': 'Enrolling {count, plural, one {# {kind} group} other {# {kind} groups}}',
  'reading.begun.text': 'I’ll write to you here when it is done.',
  'reading.yours.heading': '{by} enrolled your group {group}',
  'reading.yours.text': 'You can manage it here now: who is in it, how people get in, and what waits for you.',
  'reading.yours.rule': 'People get in like this: {rule}.',
  'reading.link.make': 'Create {group} in Microsoft Entra?',
  'reading.link.join': 'Join {group} to “{nickname}” in Microsoft Entra?',
  'reading.link.members':
    '{count, plural, =0 {Nobody is in it here.} one {# member of it here is put in there.} other {# members of it here are put in there.}}',
  'reading.link.theirs': 'Whoever is in it there is a member here, too; nobody is taken out on either side.',
  'reading.link.button': 'Link',
  'reading.linked.heading': '{group} is linked to Microsoft Entra',
  'reading.linked.joined': 'Members and owners of both sides are being put together.',
  'reading.linked.made': 'It is being created there, with its owners and members.',
  'reading.options.heading': 'Which group in Microsoft Entra is {group}?',
  'reading.options.text': 'I read in {count, plural, one {one group} other {# groups}} of that name and kind.',
  'reading.options.owners': '{count, plural, =0 {Nobody owns it there} other {Owned there by {owners}}}',
  'reading.options.pick': 'This one',
  'reading.options.make': 'Create a new one',
  'reading.refused.not_enrolled.heading': '{group} is not enrolled yet',
  'reading.refused.not_enrolled.why':
    'I have read {group} in from Microsoft Entra, but nobody has brought it under self-service, so I change nothing about it.',
  'reading.refused.not_enrolled.next': 'Ask {admins} to enrol it.',
  'reading.refused.nothing_to_enrol.heading': 'There is nothing to enrol',
  'reading.refused.nothing_to_enrol.why':
    'Every {kind} group that I have read in is enrolled, or none was read in yet.',
  'reading.refused.nothing_to_enrol.next': 'Look at how far the reading is.',
  'reading.refused.nothing_to_link.heading': 'There is nothing to link {group} to',
  'reading.refused.nothing_to_link.why':
    'No group of that name and kind was read in from Microsoft Entra, and I may not create one there.',
  'reading.refused.nothing_to_link.next': 'Give it the name that it has there, or look at which permission is missing.',
  'reading.refused.no_directory.heading': 'Microsoft Entra is not connected',
  'reading.refused.no_directory.why': 'The bot’s own records are the directory, so there is nothing to link to.',
  'reading.refused.no_directory.next': 'An operator connects it with DIRECTORY=graph.',
  'reading.refused.no_brake.heading': 'Nothing is stopped',
  'reading.refused.no_brake.why': 'Nobody who is gone in Microsoft Entra waits for an administrator to look.',
  'reading.refused.no_brake.next': 'There is nothing to do.',
} as const;
