/** What happened to groups, and how the product says no about them. */
export const groupNews = {
  'groupNews.created.status': 'Created',
  'groupNews.created.heading': '{group} is there',
  'groupNews.created.own': 'You own it.',
  'groupNews.created.open': 'Everybody can find it and join.',
  'groupNews.created.ownerApproval': 'Everybody can find it and ask to join; you decide.',
  'groupNews.created.closed':
    'Joining is switched off in your organisation just now, so nobody gets in unless you add them.',
  'groupNews.created.ownersOnly': 'Only you add people to it.',
  'groupNews.enrolled.heading': '{taken, number} of {count, plural, one {# group} other {# groups}} enrolled',
  'groupNews.enrolled.text': 'I’m telling the owners whom I know. Change a rule with “enrol … as owner approval”.',
  'groupNews.changed.status': 'Changed',
  'groupNews.changed.heading': '{group} has a new {field}',
  'groupNews.changed.values': 'From {before} to {after}.',
  'groupNews.changed.waiting':
    '{count, plural, one {The request that was waiting is closed, and whoever asked is told.} other {The # requests that were waiting are closed, and whoever asked is told.}}',
  'groupNews.askedToCreate.heading':
    '{hasResource, select, yes {{by} asks you to create a group for {resource}} other {{by} asks you to create a group}}',
  'groupNews.askedToCreate.text': 'It will be yours: you decide who gets in. Nothing happens until you create it.',
  'groupNews.askedForGroup.heading':
    '{hasResource, select, yes {I’m asking {person} to create a group for {resource}} other {I’m asking {person} to create a group}}',
  'groupNews.askedForGroup.text': 'The group will be theirs. You can attach what it opens as soon as it is there.',
  'groupNews.deleted.status': 'Deleted',
  'groupNews.deleted.heading': '{group} is deleted',
  'groupNews.deleted.members':
    '{count, plural, =0 {It had no members.} one {Its one member loses what only it opened; I’m telling them.} other {Its # members lose what only it opened; I’m telling them.}}',
  'groupNews.deleted.history': 'Its history is kept.',
  'groupNews.gone.heading': '{group} has been deleted',
  'groupNews.gone.textOutside': 'It was deleted in Microsoft Entra. What only this group opened closes for you.',
  'groupNews.gone.text': '{by} deleted it. What only this group opened closes for you.',
  'groupNews.transferred': '{group} belongs to {person} now',
  'groupNews.ownerless.status': 'Nobody can decide',
  'groupNews.ownerless.heading': '{group} has no owner',
  'groupNews.ownerless.text':
    '{by} wanted to join, and nobody can decide about it. Name an owner: one of its members can claim it, or you make one.',
  'groupNews.nobodyDecides.heading': 'Nobody can decide about {group} any more',
  'groupNews.nobodyDecides.text':
    '{count, plural, one {A request waits} other {# requests wait}}, and the last person who could decide is gone. Make one of its members an owner: whoever it is gets what waits.',
  'groupNews.claimSent.heading': 'I’ve told the administrators that you’d like to own {group}',
  'groupNews.claimSent.text': 'One of them decides; I’ll write to you here.',
  'groupNews.claimAsked.status': 'Your decision',
  'groupNews.claimAsked.heading': '{person} would like to own {group}',
  'groupNews.claimAsked.text': 'The group has no owner at the moment, so nobody can decide about its requests.',
  'groupNews.claimAsked.member': '{person} is a member of it.',
  'groupNews.claimSettled.accepted': '{group} has an owner again: {person}',
  'groupNews.claimSettled.refused': 'The claim on {group} was refused',
  'groupNews.claimSettled.refusedStatus': 'Refused',
  'groupNews.claimSettled.by': '{by} decided it.',
  'groupNews.claimSettled.byRefused': '{by} decided it; I’m telling {person}. The group still has no owner.',
  'groupNews.claimRefused.status': 'Not now',
  'groupNews.claimRefused.heading': 'Your claim on {group} was refused',
  'groupNews.claimRefused.text': '{by} decided it. Ask them why, if you like.',
} as const;
