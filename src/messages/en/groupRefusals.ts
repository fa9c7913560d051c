/** How the product says no about groups: what is not possible, why, and what can be done now. */
export const groupRefusals = {
  'groupRefusals.unsupported_kind.heading': '{group} can’t be managed here',
  'groupRefusals.unsupported_kind.why.distributionList':
    '{group} is a distribution list: it only passes on e-mail, and its members are kept in Exchange, out of my reach.',
  'groupRefusals.unsupported_kind.next.distributionList':
    'Ask whoever looks after the list, or your IT help desk, to put you on it.',
  'groupRefusals.unsupported_kind.why.mailEnabledSecurity':
    '{group} is a mail-enabled security group: its members are kept in Exchange, out of my reach.',
  'groupRefusals.unsupported_kind.next.mailEnabledSecurity': 'Ask your IT help desk to change who is in it.',
  'groupRefusals.unsupported_kind.why.dynamic':
    '{group} fills itself by a rule about people’s profiles, such as their department, so nobody is added or removed by hand.',
  'groupRefusals.unsupported_kind.next.dynamic':
    'If you think you should be in it, ask your IT help desk to check your profile against the rule.',
  'groupRefusals.unsupported_kind.why.onPremSynced':
    '{group} is copied here from your organisation’s own directory, so it can only be changed there.',
  'groupRefusals.unsupported_kind.next.onPremSynced': 'Ask your IT help desk to make the change in that directory.',
  'groupRefusals.unsupported_kind.why.roleAssignable':
    '{group} carries administrator rights, so self-service is never allowed for it.',
  'groupRefusals.unsupported_kind.next.roleAssignable': 'Ask an administrator of your organisation about it directly.',
  'groupRefusals.unsupported_kind.why.restricted':
    '{group} is under restricted management: only certain administrators may change it.',
  'groupRefusals.unsupported_kind.next.restricted': 'Ask an administrator of your organisation about it directly.',
  'groupRefusals.unsupported_kind.why.unknownKind': '{group} is of a kind that I don’t know, so I leave it alone.',
  'groupRefusals.unsupported_kind.next.unknownKind': 'Ask your IT help desk about it.',
  'groupRefusals.groups_restricted.heading': 'Groups are switched off here',
  'groupRefusals.groups_restricted.why':
    'Your organisation has restricted access to groups, so I can’t show or change any.',
  'groupRefusals.groups_restricted.next': 'Only {admins} can switch them on.',
  'groupRefusals.owners_only.heading': 'You can’t ask to join {group}',
  'groupRefusals.owners_only.why': 'Only its owners add people to {group}; it takes no requests.',
  'groupRefusals.owners_only.next':
    '{count, plural, =0 {It has no owner at the moment. Ask {admins} to add you or to name an owner.} other {Ask {owners} to add you. An owner or {admins} could also open it for requests.}}',
  'groupRefusals.group_not_found.heading': 'I can’t find that group',
  'groupRefusals.group_not_found.why': 'There is no group called “{typed}” that you can see.',
  'groupRefusals.group_not_found.whyGone': 'There is no such group that you can see, or it is gone.',
  'groupRefusals.group_not_found.next': 'Check the spelling, or look through the groups there are.',
  'groupRefusals.owners_and_admins_only.heading': 'You can’t manage {group}',
  'groupRefusals.owners_and_admins_only.why':
    'Who is in {group}, and what it is, is for its owners and administrators alone.',
  'groupRefusals.creation_switched_off.heading': 'You can’t create {type} groups',
  'groupRefusals.creation_switched_off.why':
    'Your organisation has switched off creating {type} groups, for everybody but administrators.',
  'groupRefusals.creation_switched_off.next': 'Ask {admins} to create it, or to switch it on.',
  'groupRefusals.editing_switched_off.heading': 'You can’t change {group} now',
  'groupRefusals.editing_switched_off.why':
    'While creating {type} groups is switched off, owners can’t change what theirs are.',
  'groupRefusals.editing_switched_off.next':
    'You can still manage its members and decide requests. For the rest, ask {admins}.',
  'groupRefusals.approval_needs_licence.heading': 'A group that needs approval needs a licence',
  'groupRefusals.approval_needs_licence.why':
    'Deciding requests needs a Microsoft Entra ID P1 or P2 licence, and there is none for you.',
  'groupRefusals.approval_needs_licence.next': 'Choose another join rule, or ask {admins} for the licence.',
  'groupRefusals.join_rule_too_loose.heading': 'Your organisation does not allow that join rule',
  'groupRefusals.join_rule_too_loose.why':
    'Administrators have set how easily groups may let people in, and groups can only be stricter.',
  'groupRefusals.join_rule_too_loose.next': 'Possible are: {rules}.',
  'groupRefusals.name_not_allowed.heading': 'That name can’t be used',
  'groupRefusals.name_not_allowed.headingTaken': 'That name is taken',
  'groupRefusals.name_not_allowed.why.missing': 'It needs a name.',
  'groupRefusals.name_not_allowed.why.tooLong': '“{name}…” is too long: 120 characters are the most.',
  'groupRefusals.name_not_allowed.why.blockedWord': 'Your organisation does not allow the word “{word}” in names.',
  'groupRefusals.name_not_allowed.why.taken': 'There is something called “{name}” already.',
  'groupRefusals.name_not_allowed.why.address':
    'It holds an address that I don’t link to: only web addresses are taken.',
  'groupRefusals.name_not_allowed.next': 'Choose another name.',
  'groupRefusals.nothing_to_change.heading': 'It is so already',
  'groupRefusals.nothing_to_change.why': 'Nothing about {what} would change.',
  'groupRefusals.nothing_to_change.whyNothing': 'Nothing would change.',
  'groupRefusals.list_unreadable.heading.empty': 'There is nothing on the list',
  'groupRefusals.list_unreadable.heading.tooLong': 'The list is too long',
  'groupRefusals.list_unreadable.heading.unreadable': 'I can’t read the list',
  'groupRefusals.list_unreadable.why.tooLong': 'I take up to 60 lines and 2,000 characters at once.',
  'groupRefusals.list_unreadable.why.unreadable': 'A quotation mark begins and never ends.',
  'groupRefusals.list_unreadable.why.people': 'I need names or addresses, one to a line or with commas in between.',
  'groupRefusals.list_unreadable.why.groups':
    'I need one group to a line: its name, its kind (security or Microsoft 365), where it was made (portal or PowerShell) and its owners, with commas in between.',
  'groupRefusals.list_unreadable.next.tooLong': 'Send it in parts.',
  'groupRefusals.list_unreadable.next.people':
    'Type “import members into Marketing: …” with the list behind the colon.',
  'groupRefusals.list_unreadable.next.groups':
    'Type “enrol groups: …” with the list behind the colon, for example “enrol groups: Finance Reviewers, security, PowerShell, Olga Berg”.',
  'groupRefusals.claim_waits.heading': 'Somebody else’s claim is waiting',
  'groupRefusals.claim_waits.why':
    'Another member would like to own {group}, and the administrators have not decided yet.',
  'groupRefusals.claim_waits.next': 'Ask {admins}, or try again when they have.',
  'groupRefusals.not_ownerless.heading': 'There is nothing to claim',
  'groupRefusals.not_ownerless.why':
    '{count, plural, =0 {Nobody is claiming {group} at the moment.} other {{group} has an owner: {owners}.}}',
  'groupRefusals.not_ownerless.next': 'Ask an owner if you would like to become one, too.',
} as const;
