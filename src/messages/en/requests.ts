/** Everything about requests: what requesters and approvers read on their cards. */
export const requests = {
  'requests.kicker': 'Request {id}',
  'requests.status.pending': 'Waiting',
  'requests.status.approved': 'Approved',
  'requests.status.delivering': 'Approved, being set up',
  'requests.status.delivered': 'Ready',
  'requests.status.over': 'Ended',
  'requests.status.failed': 'Could not be set up',
  'requests.status.denied': 'Denied',
  'requests.status.withdrawn': 'Withdrawn',
  'requests.status.expired': 'Expired',
  'requests.status.superseded': 'No longer needed',

  // What its requester reads.
  'requests.heading.opened': 'I’ve asked for you to join {group}',
  'requests.heading.alreadyOpen': 'You’ve already asked to join {group}',
  'requests.heading.pending': 'Your request to join {group}',
  'requests.heading.delivering': 'You’re being added to {group}',
  'requests.heading.delivered': 'You’re in {group}',
  'requests.heading.over': 'You were let into {group}, and are no longer in it',
  'requests.heading.failed': '{group} could not be set up for you',
  'requests.heading.denied': 'You were not let into {group} this time',
  'requests.heading.withdrawn': 'You’ve withdrawn your request for {group}',
  'requests.heading.expired': 'Nobody decided about {group} in time',
  'requests.heading.superseded': 'Your request for {group} is no longer needed',

  'requests.settled': 'There is an answer: you find it in a newer message.',
  'requests.settledByYou': 'You took it back.',

  'requests.asked':
    '{count, plural, one {I asked {people}. I’ll write to you here as soon as there is a decision; the request waits until {until, date, end}.} other {I asked {people}. I’ll write to you here as soon as one of them decides; the request waits until {until, date, end}.}}',
  'requests.stillAsked':
    'You asked on {since, date, moment}. It waits for {people} until {until, date, end}, and nobody has decided yet; I’ll write to you here as soon as there is news.',
  'requests.instead.heading': 'You’ve already asked to join {group}',
  'requests.instead.length': 'That request waits with “{before}”, and you ask for “{after}” now.',
  'requests.instead.reason': 'Your new reason, “{reason}”, is not on that request.',
  'requests.instead.text':
    'Nothing has changed yet. Ask for that instead, and the request that waits is taken back: whoever decides gets the new one.',
  'requests.askedNobody':
    'Nobody can decide it at the moment: an administrator has to name an owner first. Whoever comes to decide is asked; the request waits until {until, date, end}.',
  'requests.reachedNobody':
    'I couldn’t reach {people} yet: I’ll ask as soon as they turn up here. The request waits until {until, date, end}.',
  'requests.approvedBy': '{by} approved your request on {at, date, moment}.',
  'requests.beingSetUp': 'It usually takes a minute or two; I’ll tell you when it’s ready.',
  'requests.isBlocked':
    '{count, plural, one {{names} stays closed for you: an administrator blocked it. Ask one if you think that is a mistake.} other {{names} stay closed for you: an administrator blocked it. Ask one if you think that is a mistake.}}',
  'requests.canOpen': 'You can open {names} now.',
  'requests.overSince': 'It ended on {at, date, moment}.',
  'requests.failedNext':
    'Your organisation’s directory did not take the change, although I tried several times. Please tell an owner or an administrator, and name {id}.',
  'requests.deniedBy': '{by} decided on {at, date, moment}. You find the reason below.',
  'requests.deniedNext': 'If something has changed since, you can ask again.',
  'requests.withdrawnNext': 'Its owners needn’t do anything now. You can ask again later.',
  'requests.expiredWhy': 'It waited until {at, date, moment}. Nobody said no: it just wasn’t answered.',
  'requests.wishOverWhy':
    'Nobody decided before the time that you asked for ended, on {at, date, moment}. Nobody said no: it just wasn’t answered.',
  'requests.wishOverNext': 'You can ask again with a later day.',
  'requests.expiredNext':
    '{hasReason, select, yes {Ask again with one click; your reason is kept.} other {Ask again with one click.}}',
  'requests.supersededWhy.ownersOnly': 'While it waited, the group’s rule changed: only its owners add people now.',
  'requests.supersededWhy.open': 'While it waited, the group was opened to everybody, so nobody has to decide.',
  'requests.supersededWhy.deleted': 'While it waited, the group was deleted.',
  'requests.supersededWhy.added': 'While it waited, you were added to the group.',
  'requests.supersededWhy.left': 'It was closed when you left the organisation.',
  'requests.supersededWhy.unknown': 'It was closed while it waited, so there is nothing left to decide.',
  'requests.supersededNext': 'Have a look at the group to see how you stand to it now.',
  'requests.reasonOf': 'Reason from {person}',
  'requests.noteFrom': 'Note from {person}',
  'requests.yourReason': 'Your reason',

  // What its approvers read.
  'requests.wants': '{requester} wants to join {group}',
  'requests.wantsSummary': '{requester} wants to join {group}: please decide',
  'requests.standsInFor': 'for {person}, as their stand-in',
  'requests.onlyYou': 'Nobody else',
  'requests.notReached': '{name} (not reached)',
  'requests.fromApproval': '{length}, from the approval on',
  'requests.youDecided.approved': 'You approved {requester} for {group}',
  'requests.youDecided.denied': 'You denied {requester}’s request for {group}',
  'requests.theyDecided.approved': '{by} approved {requester} for {group}',
  'requests.theyDecided.denied': '{by} denied {requester}’s request for {group}',
  'requests.faster.approved': '{by} was faster: approved on {at, date, moment}',
  'requests.faster.denied': '{by} was faster: denied on {at, date, moment}',
  'requests.fasterNext': 'The first decision stands, so you don’t have to do anything.',
  'requests.toldThem.delivering':
    '{told, select, no {I’m adding {requester}. I couldn’t reach them, so they hear of it as soon as they turn up.} other {I’m adding {requester} and tell them when it is done.}}',
  'requests.toldThem.delivered':
    '{told, select, no {{requester} is in, but doesn’t know it yet: I couldn’t reach them, and tell them as soon as they turn up.} other {{requester} was let in and hears of it from me.}}',
  'requests.toldThem.over': '{told, select, other {{requester} was let in, and is no longer in the group.}}',
  'requests.noEffect.denied':
    'Your denial has no effect: you approved it before, and the first decision stands. To take {requester} out again, remove them from {group}.',
  'requests.noEffect.approved':
    'Your approval has no effect: you denied it before, and the first decision stands. {requester} can ask again, or you add them to {group}.',
  'requests.toldThem.failed':
    '{told, select, other {The directory did not take the change, so {requester} is not in. Please tell an administrator.}}',
  'requests.toldThem.denied':
    '{told, select, no {I couldn’t reach {requester}: they hear of it, with the reason, as soon as they turn up.} other {{requester} hears of it from me, with the reason.}}',
  'requests.decidedBy.approved': 'Approved by {by} on {at, date, moment}',
  'requests.decidedBy.denied': 'Denied by {by} on {at, date, moment}',
  'requests.you': 'you',
  'requests.closedHeading.withdrawn': '{requester} no longer wants to join {group}',
  'requests.closedHeading.expired': '{requester}’s request for {group} has expired',
  'requests.closedHeading.superseded': '{requester}’s request for {group} is no longer needed',
  'requests.closedText.withdrawn': 'The request was withdrawn on {at, date, moment}. You don’t have to do anything.',
  'requests.closedText.expired': 'Nobody decided until {at, date, moment}. They can ask again.',
  'requests.closedText.wishOver':
    'The time that they asked for ended on {at, date, moment}, so there is nothing to approve. They have not been let in.',
  'requests.closedText.superseded':
    '{why, select, ownersOnly {Only owners add people to the group now, so it was closed on {at, date, moment}.} open {The group was opened to everybody, so it was closed on {at, date, moment}.} deleted {The group was deleted, so it was closed on {at, date, moment}.} added {They were added to the group, so it was closed on {at, date, moment}.} left {They left the organisation, so it was closed on {at, date, moment}.} other {It was closed on {at, date, moment}.}} You don’t have to do anything.',
  'requests.shorter.label': 'How long instead?',
  'requests.shorter.error': 'Please choose how long.',
  'requests.shorter.noteLabel': 'A word to them (optional)',
  'requests.reportReason.heading': 'A reason is needed to ask for {person} in {group}',
  'requests.reportReason.text':
    'Write it here or in the chat, or all at once: request {group} for {person} because the project begins. Nobody has been asked yet.',
  'requests.deny.heading': 'Deny {requester}’s request for {group}?',
  'requests.deny.label': 'Why not?',
  'requests.deny.hint': '{requester} will read this.',
  'requests.deny.error': 'Please give a reason: it is shown to the person who asked.',
  'requests.deny.problem': 'A denial needs a reason, so that it can be understood. Please add one.',
  'requests.withdraw.heading': 'Withdraw your request for {group}?',
  'requests.withdraw.text':
    '{count, plural, =0 {Its owners} other {{people}}} won’t be able to decide it any more. You could ask again later.',
  'requests.refresh': 'Refresh',

  // Lists.
  'requests.inbox.heading': 'Waiting for your decision',
  'requests.inbox.count': '{count, plural, one {One request} other {# requests, the oldest first}}',
  'requests.inbox.none': 'Nothing is waiting for you right now. I’ll write to you here as soon as a request comes in.',
  'requests.inbox.waitingFor': 'waiting since {since, date, day}',
  'requests.inbox.decided': 'You approved {requester} for {group}.',
  'requests.mine.heading': 'My requests',
  'requests.mine.count':
    '{count, plural, one {You have asked once.} other {You have asked # times, the latest first.}}',
  'requests.mine.none': 'You haven’t asked for a group yet.',
  'requests.mine.asked': 'asked on {since, date, day}',
  'requests.pick.heading': 'Which request do you mean?',
  'requests.pick.none': 'There is no request to pick from.',
  'requests.pick.intro.withdrawRequest': 'More than one request of yours is waiting.',
  'requests.pick.intro.remindApprovers': 'More than one request of yours is waiting.',
  'requests.pick.intro.approveRequest': 'More than one request fits. Look at it before you decide.',
  'requests.pick.intro.denyRequest': 'More than one request fits. You are asked for the reason next.',
  'requests.pick.intro.showRequest': 'More than one request fits.',
  'requests.pick.button.withdrawRequest': 'Withdraw',
  'requests.pick.button.remindApprovers': 'Remind',
  'requests.pick.button.approveRequest': 'Approve',
  'requests.pick.button.denyRequest': 'Deny…',
  'requests.pick.button.showRequest': 'Show',

  // Reminders.
  'requests.reminded.heading': 'I’m reminding {people} about {group}',
  'requests.reminded.text':
    'I’ll write to you here as soon as there is a decision; the request waits until {until, date, end}. You can remind them again in 24 hours.',
  'requests.askedAgain.heading': '{by} asks again about {group}',
  'requests.askedAgain.text':
    'The request of {since, date, day} still waits for a decision. You can decide on its card, or in your inbox.',

  // News.
  'requests.askedToJoin.heading': '{by} would like you to be in {group}',
  'requests.askedToJoin.text': 'Nothing happens unless you ask to join yourself.',
  'requests.askedToJoin.reason': 'Their reason: {reason}',
  'requests.askedForOther.heading': 'I’m asking {person} about {group}',
  'requests.askedForOther.text': 'They decide for themselves: nothing is requested before they do it.',
  'requests.askedForReport.heading': 'You’d like {person} to be let into {group}',
  'requests.askedForReport.text':
    'Unless they are in already or wait for an answer, I’m asking whoever decides about the group. {person} then reads that you asked, and can take it back; I’ll tell you how it ends.',
  'requests.askedForYou.heading': '{by} asked for you to be let into {group}',
  'requests.askedForYou.text':
    'You report to them in Microsoft Entra. The owners decide; you can withdraw the request until then.',
  'requests.askedForEnded.approved': 'It was agreed that {person} is let into {group}',
  'requests.askedForEnded.denied': '{person} was not let into {group}',
  'requests.askedForEnded.withdrawn': '{person} does not want to be in {group}',
  'requests.askedForEnded.expired': 'Nobody decided about {person} and {group} in time',
  'requests.askedForEnded.superseded': 'There is nothing left to decide about {person} and {group}',
  'requests.askedForEnded.by': '{by} decided that.',
  'requests.askedForEnded.text': '{person} has the details: it was you who asked, and it is their request.',
  'requests.askedBy': 'Asked by',
  'requests.askedByManager': '{person}, whom they report to',
  'requests.superseded.heading': 'Your request to join {group} is closed',
  'requests.superseded.ownersOnly': '{group} takes no requests any more: only its owners add people. Ask one of them.',
  'requests.superseded.open': '{group} is open to everybody now. You can join at once, without waiting for anybody.',
  'requests.superseded.openButClosed':
    '{group} is open now, so nobody has to decide. Joining is switched off in your organisation just now, though: ask an administrator.',
  'requests.superseded.deleted': '{group} has been deleted.',
  'requests.superseded.id': 'It was {id}.',
} as const;
