/** What membership opens: applications and sites, who has access to them, and blocks. */
export const resources = {
  'resources.list.heading': 'What groups open',
  'resources.list.none': 'Nothing is known yet.',
  'resources.list.noGroup': 'No group opens it',
  'resources.list.openedBy': 'Opened by {groups}',
  'resources.list.owners': 'Belongs to {owners}',
  'resources.list.why': 'My access',
  'resources.access.heading': 'Who has {resource}',
  'resources.access.none': 'Nobody has access.',
  'resources.access.has': 'Has access',
  'resources.access.export': 'Export',
  'resources.path.how': '{group}: {how}',
  'resources.path.by': 'decided by {by}',
  'resources.path.since': 'since {since, date, day}',
  'resources.path.until': 'until {until, date, end}',
  'resources.paths.youHave': 'Why you have {resource}',
  'resources.paths.youHaveNot': 'You don’t have {resource}',
  'resources.paths.theyHave': '{person} has {resource}',
  'resources.paths.theyHaveNot': '{person} does not have {resource}',
  'resources.paths.blocked':
    '{by} blocked it: no group gives access. An administrator can take that back, though nobody for themselves.',
  'resources.paths.openers': 'These groups open it:',
  'resources.paths.noOpeners': 'No group that you can see opens it.',

  // Questions before a change.
  'resources.grant.heading': 'Let {group} open {resource}?',
  'resources.grant.text':
    '{count, plural, =0 {Nobody is in the group yet; whoever is let in later gets access.} one {Its one member gets access, and so does whoever is let in later.} other {Its # members get access, and so does whoever is let in later.}}',
  'resources.grant.button': 'Attach it',
  'resources.ungrant.heading': 'Detach {resource} from {group}?',
  'resources.ungrant.text':
    '{count, plural, =0 {Nobody loses anything.} one {Its one member loses it unless another group opens it.} other {Each of its # members loses it unless another group opens it.}}',
  'resources.ungrant.button': 'Detach it',
  'resources.grant.ownersTold': 'The owners of the group are told.',
  'resources.block.heading': 'Block {person} from {resource}?',
  'resources.block.text': 'The block holds for every way in, now and later. They stay in their groups.',
  'resources.block.afterwards': 'An administrator can take it back with “unblock”, though nobody for themselves.',
  'resources.block.button': 'Block',
  'resources.unblock.heading': 'Unblock {person} for {resource}?',
  'resources.unblock.text': 'Their groups count again at once.',
  'resources.unblock.button': 'Unblock',
  'resources.block.groups': 'They have it through {groups}.',
  'resources.block.noGroups': 'No group opens it for them at the moment.',

  'resources.rename.heading': 'Rename {resource} to {name}?',
  'resources.rename.text': 'Groups open it as before, and everybody finds it by its new name alone.',
  'resources.rename.told': 'Its other owners are told, and so are the owners of the groups that open it.',
  'resources.rename.button': 'Rename it',
  'resources.remove.heading': 'Remove {resource}?',
  'resources.remove.groups':
    '{of, plural, one {{groups} no longer opens it} other {{groups} no longer open it}}{count, plural, =0 {; nobody is in there.} one {: the one member there loses it.} other {: the # members there lose it.}}',
  'resources.remove.noGroups': 'No group opens it, so nobody loses anything.',
  'resources.remove.blocks':
    '{count, plural, one {The block of one person goes with it.} other {The blocks of # people go with it.}}',
  'resources.remove.told': 'Its other owners are told, and so are the owners of these groups.',
  'resources.remove.afterwards':
    'This can’t be taken back. Its history is kept, and something else may be called so from then on.',
  'resources.remove.button': 'Remove it',

  // News.
  'resources.news.added': '{resource} is known now',
  'resources.news.addedText': '{owner} can say which groups open it, and so can administrators.',
  'resources.news.renamed': '{before} is called {resource} now',
  'resources.news.renamedText': 'Groups open it as before. Nobody finds it as “{before}” any more.',
  'resources.news.renamedBy': '{by} renamed it.',
  'resources.news.yours': 'It is yours as before.',
  'resources.news.stillOpens': '{group} opens it as before.',
  'resources.news.removed': '{resource} is removed',
  'resources.news.removedText': 'No group opens it any more, and it stands in no list. Its history is kept.',
  'resources.news.removedBy': '{by} removed it.',
  'resources.news.wasYours': 'It was yours. No group opens it any more.',
  'resources.news.opensNoMore': '{group} no longer opens it.',
  'resources.news.concernedTold':
    'I’m telling its other owners and those of the groups concerned, and I’ll tell you whom I can’t reach.',
  'resources.news.granted': '{group} opens {resource} now',
  'resources.news.grantedText':
    '{count, plural, =0 {Nobody is in it yet; whoever joins later gets it, too.} one {Its one member gets it; whoever joins later gets it, too.} other {Its # members get it; whoever joins later gets it, too.}}',
  'resources.news.ungranted': '{group} no longer opens {resource}',
  'resources.news.ungrantedText': 'Who has access through another group keeps it.',
  'resources.news.grantTold': '{by} attached it to your group. Whoever you let in gets access to it, too.',
  'resources.news.ungrantTold': '{by} detached it from your group.',
  'resources.news.blocked': '{person} is blocked from {resource}',
  'resources.news.blockedText':
    'No group gives them access any more, now or later, until an administrator unblocks them. I’m telling them and the owners of the groups concerned, and I’ll tell you whom I can’t reach.',
  'resources.news.ownBlockText':
    'No group gives you access any more, now or later, until another administrator unblocks you.',
  'resources.news.unblocked': '{person} is no longer blocked from {resource}',
  'resources.news.unblockedText':
    'Their groups count again. I’m telling them, and I’ll tell you if I can’t reach them.',
  'resources.news.youWereBlocked': 'You’re blocked from {resource}',
  'resources.news.youWereBlockedText':
    '{by} blocked your access. You stay in your groups, but none of them opens it for you.',
  'resources.news.mistake': 'If you think this is a mistake, ask an administrator.',
  'resources.news.youWereUnblocked': 'You’re no longer blocked from {resource}',
  'resources.news.youWereUnblockedText': '{by} took the block back; your groups count again.',
  'resources.news.memberBlocked': '{by} blocked it. They stay a member of {group}.',

  // Refusals.
  'resources.refused.nothing_unlocks.heading': 'No group opens {resource} yet',
  'resources.refused.nothing_unlocks.why':
    'I know {resource}, but no group gives access to it, so there is nothing to join.',
  'resources.refused.nothing_unlocks.next': 'Ask {admins} how to get in.',
  'resources.refused.adding_switched_off.heading': 'Only administrators add resources here',
  'resources.refused.adding_switched_off.why':
    'The administrators of your organisation keep the list of applications and sites themselves.',
  'resources.refused.adding_switched_off.next': 'Ask {admins} to add it and to make you its owner.',
  'resources.refused.only_own_resource.heading': 'You can add a resource of your own',
  'resources.refused.only_own_resource.why': 'For somebody else, an administrator adds it.',
  'resources.refused.only_own_resource.next':
    'Leave out the owner, and it will be yours; or ask {admins} to add it for them.',
  'resources.refused.resource_not_found.heading': 'I don’t know that',
  'resources.refused.resource_not_found.why': 'I know no application or site called “{typed}”.',
  'resources.refused.resource_not_found.whyGone': 'It is not there any more.',
  'resources.refused.resource_not_found.next': 'See “resources” for those that I know.',
  'resources.refused.own_block.heading': 'Somebody else has to lift that block',
  'resources.refused.own_block.why':
    'Nobody lifts a block of their own, or of an administrator who is not yet two with them: access to {resource} stays blocked until another administrator lifts it.',
  'resources.refused.resource_not_yours.heading': '{resource} is not yours to change',
  'resources.refused.resource_not_yours.why':
    'What {resource} is called, and whether it stays, is for its own owner and administrators to say.',
  'resources.refused.resource_has_blocks.heading': 'You can’t remove {resource} just now',
  'resources.refused.resource_has_blocks.why':
    'People are blocked from {resource}, and that would end with it. Only an administrator takes a block back, and nobody their own.',
  'resources.refused.not_resource_owner.heading': 'You can’t say what opens {resource}',
  'resources.refused.not_resource_owner.why':
    'Which groups open {resource} is for its own owner and administrators to say.',
} as const;
