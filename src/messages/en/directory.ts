/** The directory: where memberships take effect, what they wait for there, and why it does not take them. */
export const directory = {
  'directory.heading': 'Where memberships take effect',
  'directory.ledger':
    'The bot’s own records are the directory: what is decided here takes effect here, at once, and nowhere else. An operator connects Microsoft Entra with DIRECTORY=graph.',
  'directory.entra': 'In Microsoft Entra. What is decided here is carried out there.',
  'directory.writesOff':
    'Writing is switched off by the operator: the log tells what would be written, and what was decided waits.',
  'directory.isDown':
    'Microsoft Entra does not answer right now. Nothing is lost: what was decided waits and goes on by itself as soon as it does.',
  'directory.missing':
    'Permissions are missing. What needs them waits, and goes on by itself once they are granted; the bot’s log has the command that grants each.',
  'directory.complete': 'All permissions that the bot can use are there.',
  'directory.permission.granted': 'Granted',
  'directory.permission.missing': 'Missing',
  'directory.purpose.members': 'See groups and who is in them; add and remove members. Nothing works without it.',
  'directory.purpose.people': 'Know who there is, so that anybody can be named, and who has left.',
  'directory.purpose.groups':
    'Create, rename and delete groups, and change owners. Without it, that is kept here only.',
  'directory.purpose.roles':
    'See who is Global Administrator or Groups Administrator: they are administrators here, too, as long as they are.',
  'directory.purpose.licence': 'See which licence your organisation has. Without it, an administrator sets it here.',
  'directory.held.permission':
    'First an administrator has to give me a permission in Microsoft Entra; they know. It then goes on by itself, and I’ll write to you here.',
  'directory.held.writesOff':
    'For now I only watch Microsoft Entra and change nothing there. It goes on by itself once that is over, and I’ll write to you here.',
  'directory.held.groupDeleted':
    'The group has been deleted in Microsoft Entra. If somebody restores it within 30 days, this goes on by itself; please ask its owner or an administrator.',
  'directory.refused.mailEnabledSecurity':
    'In Microsoft Entra this is a mail-enabled security group, so I may not change who is in it. Please ask an administrator how to get in.',
  'directory.refused.distributionList':
    'In Microsoft Entra this is a distribution list, so I may not change who is in it. Please ask an administrator how to get in.',
  'directory.refused.dynamic':
    'In Microsoft Entra a rule decides who is in this group, so I may not change who is in it. Please ask an administrator how to get in.',
  'directory.refused.onPremSynced':
    'Microsoft Entra copies this group from your organisation’s own directory, so I may not change who is in it. Please ask an administrator how to get in.',
  'directory.refused.roleAssignable':
    'In Microsoft Entra this group carries administrative roles, so I may not change who is in it. Please ask an administrator how to get in.',
  'directory.refused.restricted':
    'In Microsoft Entra only certain administrators may change this group, so I may not change who is in it. Please ask an administrator how to get in.',
  'directory.refused.unknownKind':
    'In Microsoft Entra this group is of a kind that I don’t know, so I may not change who is in it. Please ask an administrator how to get in.',
  'directory.refused.groupGone':
    'The group no longer exists in Microsoft Entra. Please tell its owner or an administrator.',
  'directory.refused.personGone': 'Microsoft Entra does not know the person. Please tell an administrator.',
  'directory.refused.lastOwner': 'Microsoft Entra keeps the last owner of a group. Make somebody else an owner first.',
  'directory.refused.tooManyOwners':
    'Microsoft Entra allows 100 owners in a group. Take another owner’s role away first.',
  'directory.refused.namingPolicy':
    'The name breaks your organisation’s rules for names in Microsoft Entra. Please choose another.',
  'directory.refused.nicknameTaken':
    'Another group in Microsoft Entra has this mail name already. Please choose another name.',
  'directory.refused.quota':
    'Your organisation has reached its limit of groups in Microsoft Entra. Please tell an administrator.',
  'directory.refused.endedBefore': 'The membership ended before it was set up.',
  'directory.refused.noAnswer':
    'Microsoft Entra did not answer, although I tried several times. Please tell an administrator.',
  'directory.refused.other':
    'Microsoft Entra did not take the change. Please tell an administrator; the log of the bot says more.',
  'directory.slow': 'You are in, in Microsoft Entra. Mail, files and the team can take up to a day to follow.',
  'directory.place': 'Where',
  'directory.place.entra': 'In Microsoft Entra',
  'directory.place.here': 'Kept here only, not in Microsoft Entra',
  'directory.place.creating': 'Being created in Microsoft Entra',
  'directory.deletedToo': 'It is deleted in Microsoft Entra, too, with its mail, files and team if it has them.',
  'directory.news.missing.status': 'Waiting',
  'directory.news.missing.heading': 'I need the permission {permission} in Microsoft Entra',
  'directory.news.missing.text':
    'What was decided and needs it waits, and goes on by itself once it is granted. Nothing is lost.',
  'directory.news.missing.how': 'My log has the command that grants it; “directory” shows which permissions are there.',
  'directory.news.back.status': 'Goes on',
  'directory.news.back.heading': 'The permission {permission} is there',
  'directory.news.back.text': 'What was waiting for it in Microsoft Entra goes on now.',
  'directory.news.refused.status': 'Not in Microsoft Entra',
  'directory.news.refused.create': '{group} could not be created in Microsoft Entra',
  'directory.news.refused.change': '{group} could not be changed in Microsoft Entra',
  'directory.news.refused.addOwner': 'An owner of {group} could not be added in Microsoft Entra',
  'directory.news.refused.removeOwner': 'An owner of {group} could not be taken out in Microsoft Entra',
  'directory.news.refused.delete': '{group} could not be deleted in Microsoft Entra',
  'directory.news.refused.keptHere':
    'The group is kept here only: whoever joins it is in nothing that hangs on Microsoft Entra.',
  'directory.news.refused.differs': 'Here it is as you wanted it; there it is as it was.',
  'directory.news.stillInside.status': 'Still inside',
  'directory.news.stillInside.heading': '{person} could not be taken out of {group}',
  'directory.news.stillInside.text':
    'Here they are out; in the directory they may still be in, and have what hangs on it. Please take them out there.',
} as const;
