/** How the product says no about requests: what is not possible, why, and what can be done now. */
export const requestRefusals = {
  'requestRefusals.requests_switched_off.heading': '{group} can’t take requests just now',
  'requestRefusals.requests_switched_off.why':
    'Your organisation has switched off requests that owners decide, so nobody could answer yours.',
  'requestRefusals.requests_switched_off.next': 'Only {admins} can switch them on.',
  'requestRefusals.requester_not_licensed.heading': 'You can’t join {group} from here yet',
  'requestRefusals.requester_not_licensed.why':
    'Joining groups by yourself needs a Microsoft Entra ID P1 or P2 licence, and there is none for you.',
  'requestRefusals.requester_not_licensed.headingOther': '{person} can’t join {group} from here yet',
  'requestRefusals.requester_not_licensed.whyOther':
    'Joining groups by oneself needs a Microsoft Entra ID P1 or P2 licence, and there is none for {person}.',
  'requestRefusals.requester_not_licensed.next': 'Ask {admins} for the licence, then try again.',
  'requestRefusals.approver_not_licensed.heading': 'You can’t decide requests yet',
  'requestRefusals.approver_not_licensed.why':
    'Deciding requests needs a Microsoft Entra ID P1 or P2 licence, and there is none for you. The request keeps waiting.',
  'requestRefusals.approver_not_licensed.next': 'Ask {admins} for the licence; another owner can decide meanwhile.',
  'requestRefusals.no_approver.heading': 'Nobody can decide about {group}',
  'requestRefusals.no_approver.why':
    '{group} needs an owner’s approval, but no owner is there who could give it. I haven’t sent a request that nobody would answer.',
  'requestRefusals.no_approver.next': 'Ask {admins} to name an owner, then ask again.',
  'requestRefusals.request_not_found.heading': 'I can’t find that request',
  'requestRefusals.request_not_found.why': 'There is no request “{typed}” that you can see.',
  'requestRefusals.request_not_found.whyNone': 'There is no such request that you can see.',
  'requestRefusals.request_not_found.next': 'See “my requests” for what you asked, or “inbox” for what waits for you.',
  'requestRefusals.own_request.heading': 'You can’t decide your own request',
  'requestRefusals.own_request.why': 'You asked to join {group} yourself, so somebody else has to decide.',
  'requestRefusals.own_request.whyFor':
    'You asked for {person} to be let into {group}, so somebody else has to decide.',
  'requestRefusals.own_request.next':
    '{count, plural, =0 {There is no other owner at the moment: ask an administrator to name one.} other {{others} can decide it.}}',
  'requestRefusals.not_an_approver.heading': 'This request isn’t yours to decide any more',
  'requestRefusals.not_an_approver.why':
    '{person} asked to join {group} ({id}). Only whoever decides about the group now can decide it, and you no longer do.',
  'requestRefusals.not_an_approver.next': 'You don’t have to do anything.',
  'requestRefusals.request_closed.heading.withdrawn': 'This request is withdrawn',
  'requestRefusals.request_closed.heading.expired': 'This request is expired',
  'requestRefusals.request_closed.heading.superseded': 'This request is no longer needed',
  'requestRefusals.request_closed.why.withdrawn':
    '{id} for {group} was closed on {at, date, moment}: the person who asked has withdrawn it.',
  'requestRefusals.request_closed.why.expired':
    '{id} for {group} was closed on {at, date, moment}: nobody had decided by its deadline.',
  'requestRefusals.request_closed.why.superseded':
    '{id} for {group} was closed on {at, date, moment}: the question went away.',
  'requestRefusals.request_closed.next': 'There is nothing left to decide. Whoever still wants in can ask again.',
  'requestRefusals.wished_time_over.heading': 'There is nothing to approve any more',
  'requestRefusals.wished_time_over.why':
    'The time {person} asked for ended on {at, date, moment}, so there is nothing to approve. They have not been let into {group}.',
  'requestRefusals.wished_time_over.next': '{id} is closed. {person} can ask again with a later day.',
  'requestRefusals.request_already_decided.heading.approved': 'Already approved',
  'requestRefusals.request_already_decided.heading.denied': 'Already denied',
  'requestRefusals.request_already_decided.why.approved':
    '{id} for {group} was already approved by {by} on {at, date, moment}. The first decision stands.',
  'requestRefusals.request_already_decided.why.denied':
    '{id} for {group} was already denied by {by} on {at, date, moment}. The first decision stands.',
  'requestRefusals.request_already_decided.next.approved':
    'Whoever no longer wants to be in can leave the group at any time.',
  'requestRefusals.request_already_decided.next.denied': 'Whoever still wants in can ask again.',
  'requestRefusals.nothing_to_withdraw.heading': 'There is nothing to withdraw',
  'requestRefusals.nothing_to_withdraw.why': 'You have no request that is still waiting for a decision.',
  'requestRefusals.nothing_to_withdraw.next': 'See “my requests” for what became of the earlier ones.',
  'requestRefusals.nothing_to_remind.heading': 'There is nobody to remind',
  'requestRefusals.nothing_to_remind.why': 'You have no request that is still waiting for a decision.',
  'requestRefusals.nothing_to_remind.next': 'See “my requests” for what became of the earlier ones.',
  'requestRefusals.not_asked.heading': 'I haven’t asked {people}',
  'requestRefusals.not_asked.why':
    'I remind only whoever has a request of yours to decide, and nobody of that name has it.',
  'requestRefusals.not_asked.next': 'The details of each of “my requests” say whom it waits for.',
  'requestRefusals.nobody_to_remind.heading': 'Nobody can be reminded about {group} just now',
  'requestRefusals.nobody_to_remind.why':
    'My question ({id}) has not reached anybody yet who can decide it at the moment.',
  'requestRefusals.nobody_to_remind.next':
    'I ask whoever can decide as soon as they turn up; your request keeps waiting.',
  'requestRefusals.reminder_too_soon.heading': 'It’s too early to remind them about {group}',
  'requestRefusals.reminder_too_soon.justAsked': 'I asked them a short while ago; they have an hour before a reminder.',
  'requestRefusals.reminder_too_soon.reminded':
    'You reminded them on {last, date, moment}; once in 24 hours is enough.',
  'requestRefusals.reminder_too_soon.next': 'You can remind them from {at, date, moment} on.',
  'requestRefusals.question_gone.heading': 'That question is closed',
  'requestRefusals.question_gone.why': 'It was answered already, or more than ten minutes have passed.',
  'requestRefusals.question_gone.next': 'Please type what you want once more.',
  'requestRefusals.nothing_to_decide.heading': 'Nothing is waiting for you',
  'requestRefusals.nothing_to_decide.why': 'No request is waiting for your decision right now.',
  'requestRefusals.nothing_to_decide.next': 'I’ll write to you here as soon as one comes in.',
  'requestRefusals.requester_left_or_joined.heading': 'There is nothing left to decide',
  'requestRefusals.requester_left_or_joined.why': '{person} is in {group} already, so the request is closed.',
  'requestRefusals.justification_missing.heading': 'A reason is needed',
  'requestRefusals.justification_missing.why':
    'Whoever reads it should understand why, so at least {min, plural, one {a word} other {# characters}} of reason is needed.',
  'requestRefusals.justification_missing.next':
    'Add it after “because”, for example: deny REQ-… because the project has ended.',
  'requestRefusals.not_their_manager.heading': '{person} does not report to you',
  'requestRefusals.not_their_manager.why':
    'That is what Microsoft Entra says. I ask for somebody else’s access only for the person they report to; nothing was requested for {group}.',
  'requestRefusals.not_their_manager.next':
    'Type “request {group} for {person}”, and I ask them whether they want to join.',
  'requestRefusals.reports_unknown.heading': 'I don’t know who reports to whom',
  'requestRefusals.reports_unknown.why':
    'That comes from Microsoft Entra, which I am not connected to here; nothing was requested for {group}.',
  'requestRefusals.duration_too_long.heading': 'That is longer than allowed',
  'requestRefusals.duration_too_long.why': 'Membership of this group lasts {days, number, days} at most.',
  'requestRefusals.duration_too_long.next':
    'Choose {days, number, days} or less. It can be asked for again when it ends.',
  'requestRefusals.duration_longer_than_asked.heading': 'That is longer than was asked for',
  'requestRefusals.duration_longer_than_asked.why':
    'You can approve for the time that was asked for, or for less, but not for more.',
  'requestRefusals.duration_longer_than_asked.next': 'Choose a shorter time, or approve as it was asked.',
  'requestRefusals.duration_in_the_past.heading': 'That day has already gone by',
  'requestRefusals.duration_in_the_past.why': 'The last day has to lie in the future.',
  'requestRefusals.duration_in_the_past.next': 'Choose a later day, or a number of days such as “for 30 days”.',
  'requestRefusals.request_needs_more.heading': 'Something changed since they asked',
  'requestRefusals.request_needs_more.why.licence':
    '{person} has no Microsoft Entra ID licence any more, which a request to {group} needs, so nobody was let in.',
  'requestRefusals.request_needs_more.next.licence':
    'An administrator can give them one; until then you can deny it, with a reason: “deny {id} because …”.',
  'requestRefusals.request_needs_more.why.reason':
    'Requests to {group} need a reason now, and this one has none that is long enough, so nobody was let in.',
  'requestRefusals.request_needs_more.next.reason':
    'You can deny it and ask for a reason: “deny {id} because …”. They can ask again with one.',
  'requestRefusals.rule_changed.heading': 'The rules have changed meanwhile',
  'requestRefusals.rule_changed.why':
    'The rules of {group} changed while {id} was waiting, so I haven’t carried out your decision.',
  'requestRefusals.rule_changed.next':
    'It takes no requests now, so this one is closed. You don’t have to do anything.',
  'requestRefusals.ownership_needs_an_owner.heading': 'You can’t make yourself an owner of {group}',
  'requestRefusals.ownership_needs_an_owner.why':
    'Becoming an owner is never automatic: a present owner has to name you.',
  'requestRefusals.ownership_needs_an_owner.next':
    'Ask {count, plural, =0 {an administrator} other {{owners}}}. You can still ask to join as a member.',
} as const;
