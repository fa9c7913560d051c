/** People who left the organisation, and the groups that they owned. */
export const leavers = {
  'leavers.owner.status': 'Owner gone',
  'leavers.owner.heading': '{person} left the organisation, and owns {group} no more',
  'leavers.owner.text': 'They decide about it no longer; you still do.',
  'leavers.volunteer.heading': 'Who looks after {group} now?',
  'leavers.volunteer.text':
    'Its last owner, {person}, left the organisation. You are a member: would you like to own it? An administrator confirms it.',
  'leavers.volunteer.button': 'I’ll own it',
  'leavers.still.heading': 'Nobody has offered to own {group}',
  'leavers.still.text':
    'Its last owner, {person}, left the organisation, and nobody has been found since. Please name an owner.',
} as const;
