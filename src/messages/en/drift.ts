/** What other hands changed in the directory: unexplained members, the brake, what groups follow. */
export const drift = {
  'drift.outside.status': 'Changed in Microsoft Entra',
  'drift.outside.renamed': '{before} is called {group} now',
  'drift.outside.kind': '{group} is another kind of group now: {after} (was {before})',
  'drift.outside.deleted': '{group} was deleted in Microsoft Entra',
  'drift.outside.restored': '{group} is back in Microsoft Entra',
  'drift.outside.gone': '{group} is gone from Microsoft Entra for good',
  'drift.outside.ownerAdded': '{person} owns {group} now, too',
  'drift.outside.ownerRemoved': '{person} does not own {group} any more',
  'drift.outside.text': 'Somebody changed it there, and I follow.',
  'drift.outside.kindText': 'What self-service may do with it follows from the kind.',
  'drift.found.status': 'Unexplained',
  'drift.found.heading':
    '{count, plural, one {Somebody changed one membership} other {Somebody changed # memberships}} of {group} in Microsoft Entra',
  'drift.found.added': 'Put in there: {people}.',
  'drift.found.removed': 'Taken out there: {people}.',
  'drift.found.text':
    'It was not done here, and nobody has explained it. Its owners and whoever administers Microsoft Entra may know; the audit log there names who did it.',
  'drift.button.takeOver': 'Take over',
  'drift.button.undo': 'Undo',
  'drift.button.leave': 'Leave it',
  'drift.settled.takeOver':
    '{count, plural, one {# change} other {# changes}} of {group} in Microsoft Entra: taken over',
  'drift.settled.undo': '{count, plural, one {# change} other {# changes}} of {group} in Microsoft Entra: undone',
  'drift.settled.leave':
    '{count, plural, one {# change} other {# changes}} of {group} in Microsoft Entra: left unexplained',
  'drift.settled.by': '{by} decided that.',
  'drift.brake.status': 'Stopped',
  'drift.brake.heading': '{gone, number} of {members, number} members of {group} are gone in Microsoft Entra',
  'drift.brake.text':
    'That is more than a tenth, so I take nobody out here before somebody has looked. Whoever was added there is treated as ever.',
  'drift.brake.how':
    'If it is right, let it go on. If not, put it right in Microsoft Entra; nothing else happens here.',
  'drift.brake.button': 'It is right, go on',
  'drift.released.heading': 'The missing members of {group} are taken for gone',
  'drift.peopleBrake.heading': '{gone, number} of {total, number} people are gone in Microsoft Entra within a day',
  'drift.peopleBrake.text':
    'That is more than a tenth, so I end no membership and close no request of theirs before somebody has looked.',
  'drift.peopleBrake.released': 'Those {gone, plural, one {# person} other {# people}} are taken for gone',
  'drift.nested':
    '{count, plural, one {Another group is in it in Microsoft Entra: whoever is in it through that one alone is not listed here, and can be taken out there alone.} other {{count, number} other groups are in it in Microsoft Entra: whoever is in it through these alone is not listed here, and can be taken out there alone.}}',
  'drift.list.heading': 'Changes of {group} by others',
  'drift.list.none': 'Who is in it in Microsoft Entra is who is in it here.',
  'drift.list.count':
    '{count, plural, one {One membership was} other {# memberships were}} changed in Microsoft Entra by other hands.',
  'drift.list.explain': 'They may explain it: {people}. The audit log of Microsoft Entra names who did it.',
  'drift.list.policy':
    '{policy, select, takeOver {Such changes are taken over at once in this group.} undo {Such changes are undone at once in this group.} other {Such changes are shown and asked about in this group.}}',
  'drift.list.braked': 'So many are gone that nobody is taken out before an administrator has looked.',
  'drift.list.added': 'Put in there',
  'drift.list.removed': 'Taken out there',
  'drift.list.left': 'somebody looked and left it',
  'drift.member.unexplained': 'put in in Microsoft Entra, unexplained',
  'drift.member.missing': 'taken out in Microsoft Entra, unexplained',
} as const;
