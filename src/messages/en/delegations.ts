/** Who stands in for whom. */
export const delegations = {
  'delegations.list.heading': 'Who stands in for whom',
  'delegations.list.none': 'Nobody stands in for you, and you stand in for nobody.',
  'delegations.list.given': 'Stands in for you',
  'delegations.list.received': 'You stand in for them',
  'delegations.list.noEnd': 'until it is taken back',
  'delegations.list.until': 'until {until, date, end}',
  'delegations.list.allGroups': 'all groups',

  'delegations.started.heading': '{person} stands in for you',
  'delegations.started.all':
    'They can decide requests to your groups in your place, until you type “stop delegating”. You can still decide, too.',
  'delegations.started.allUntil':
    'They can decide requests to your groups in your place until {until, date, end}. You can still decide, too.',
  'delegations.started.group':
    'They can decide requests to {group} in your place, until you type “stop delegating”. You can still decide, too.',
  'delegations.started.groupUntil':
    'They can decide requests to {group} in your place until {until, date, end}. You can still decide, too.',
  'delegations.youStandIn.heading': 'You stand in for {person}',
  'delegations.youStandIn.all':
    'You can decide requests to their groups. I’ll ask you as they come in; “inbox” shows what waits.',
  'delegations.youStandIn.allUntil':
    'You can decide requests to their groups until {until, date, end}. I’ll ask you as they come in; “inbox” shows what waits.',
  'delegations.youStandIn.group':
    'You can decide requests to {group}. I’ll ask you as they come in; “inbox” shows what waits.',
  'delegations.youStandIn.groupUntil':
    'You can decide requests to {group} until {until, date, end}. I’ll ask you as they come in; “inbox” shows what waits.',
  'delegations.ended.heading': 'Nobody stands in for you any more',
  'delegations.ended.text': 'From now on nobody decides in your place.',

  'delegations.refused.delegation_impossible.heading.self': 'You can’t stand in for yourself',
  'delegations.refused.delegation_impossible.heading.circle': '{person} can’t stand in for you now',
  'delegations.refused.delegation_impossible.heading.nothing': 'There is nothing that you decide',
  'delegations.refused.delegation_impossible.why.self': 'A stand-in is somebody else.',
  'delegations.refused.delegation_impossible.why.circle':
    'You stand in for {person} yourself, so you would wait for each other.',
  'delegations.refused.delegation_impossible.why.nothing':
    '{person} would decide what you decide, and you neither own a group nor manage the members of one.',
  'delegations.refused.delegation_impossible.next.self': 'Name somebody else.',
  'delegations.refused.delegation_impossible.next.circle': 'Name somebody else.',
  'delegations.refused.delegation_impossible.next.nothing': 'Name somebody when you own a group or manage its members.',
} as const;
