import type { RequestRefusal } from '../../domain/requests/refusals.js';
import { anyOf } from '../../messages/voice.js';
import type { RefusalBuilders } from '../parts/builders.js';
import { administrators, askable, namesOf } from '../parts/people.js';
import { onward, toGroupNamed, toGroups, toHelp, toInbox, toMyGroups, toMyRequests, toRequest } from '../parts/ways.js';

/** How the product says no about requests. */
export const requestRefusals: RefusalBuilders<RequestRefusal> = {
  requests_switched_off: ({ group, admins }, voice) => ({
    heading: voice.say('requestRefusals.requests_switched_off.heading', { group }),
    why: voice.say('requestRefusals.requests_switched_off.why'),
    next: voice.say('requestRefusals.requests_switched_off.next', { admins: administrators(admins, voice) }),
    ...onward(toGroupNamed(group, voice), toGroups(voice)),
  }),
  requester_not_licensed: ({ group, person, admins }, voice) => ({
    ...(person === undefined
      ? {
          heading: voice.say('requestRefusals.requester_not_licensed.heading', { group }),
          why: voice.say('requestRefusals.requester_not_licensed.why'),
        }
      : {
          heading: voice.say('requestRefusals.requester_not_licensed.headingOther', { group, person }),
          why: voice.say('requestRefusals.requester_not_licensed.whyOther', { person }),
        }),
    next: voice.say('requestRefusals.requester_not_licensed.next', { admins: administrators(admins, voice) }),
    ...onward(toGroupNamed(group, voice), toGroups(voice)),
  }),
  approver_not_licensed: ({ admins }, voice) => ({
    heading: voice.say('requestRefusals.approver_not_licensed.heading'),
    why: voice.say('requestRefusals.approver_not_licensed.why'),
    next: voice.say('requestRefusals.approver_not_licensed.next', { admins: administrators(admins, voice) }),
    ...onward(toInbox(voice)),
  }),
  no_approver: ({ group, admins }, voice) => ({
    heading: voice.say('requestRefusals.no_approver.heading', { group }),
    why: voice.say('requestRefusals.no_approver.why', { group }),
    next: voice.say('requestRefusals.no_approver.next', { admins: administrators(admins, voice) }),
    ...onward(toGroupNamed(group, voice), toGroups(voice)),
  }),
  request_not_found: ({ typed }, voice) => ({
    heading: voice.say('requestRefusals.request_not_found.heading'),
    why: typed
      ? voice.say('requestRefusals.request_not_found.why', { typed })
      : voice.say('requestRefusals.request_not_found.whyNone'),
    next: voice.say('requestRefusals.request_not_found.next'),
    ...onward(toMyRequests(voice), toInbox(voice)),
  }),
  own_request: ({ requestId, group, others, person }, voice) => ({
    heading: voice.say('requestRefusals.own_request.heading'),
    why: person
      ? voice.say('requestRefusals.own_request.whyFor', { group, person: person.name })
      : voice.say('requestRefusals.own_request.why', { group }),
    next: voice.say('requestRefusals.own_request.next', { count: others.length, others: anyOf(namesOf(others)) }),
    ...onward(toRequest(requestId, voice), toInbox(voice)),
  }),
  not_an_approver: ({ requestId, group, person }, voice) => ({
    heading: voice.say('requestRefusals.not_an_approver.heading'),
    why: voice.say('requestRefusals.not_an_approver.why', { id: requestId, group, person: person.name }),
    next: voice.say('requestRefusals.not_an_approver.next'),
    ...onward(toInbox(voice)),
  }),
  request_closed: ({ requestId, group, status, at }, voice) => ({
    heading: voice.say(`requestRefusals.request_closed.heading.${status}`),
    why: voice.say(`requestRefusals.request_closed.why.${status}`, { id: requestId, group, at }),
    next: voice.say('requestRefusals.request_closed.next'),
    ...onward(toRequest(requestId, voice), toInbox(voice)),
  }),
  wished_time_over: ({ requestId, group, person, at }, voice) => ({
    heading: voice.say('requestRefusals.wished_time_over.heading'),
    why: voice.say('requestRefusals.wished_time_over.why', { person: person.name, group, at }),
    next: voice.say('requestRefusals.wished_time_over.next', { id: requestId, person: person.name }),
    ...onward(toRequest(requestId, voice), toInbox(voice)),
  }),
  request_already_decided: ({ requestId, group, outcome, by, at }, voice) => ({
    heading: voice.say(`requestRefusals.request_already_decided.heading.${outcome}`),
    why: voice.say(`requestRefusals.request_already_decided.why.${outcome}`, {
      id: requestId,
      group,
      by: by.name,
      at,
    }),
    next: voice.say(`requestRefusals.request_already_decided.next.${outcome}`),
    ...onward(toRequest(requestId, voice), toInbox(voice)),
  }),
  nothing_to_withdraw: (_, voice) => ({
    heading: voice.say('requestRefusals.nothing_to_withdraw.heading'),
    why: voice.say('requestRefusals.nothing_to_withdraw.why'),
    next: voice.say('requestRefusals.nothing_to_withdraw.next'),
    ...onward(toMyRequests(voice), toGroups(voice)),
  }),
  nothing_to_remind: (_, voice) => ({
    heading: voice.say('requestRefusals.nothing_to_remind.heading'),
    why: voice.say('requestRefusals.nothing_to_remind.why'),
    next: voice.say('requestRefusals.nothing_to_remind.next'),
    ...onward(toMyRequests(voice), toGroups(voice)),
  }),
  not_asked: ({ people }, voice) => ({
    heading: voice.say('requestRefusals.not_asked.heading', { people: anyOf(people) }),
    why: voice.say('requestRefusals.not_asked.why'),
    next: voice.say('requestRefusals.not_asked.next'),
    ...onward(toMyRequests(voice)),
  }),
  nobody_to_remind: ({ requestId, group }, voice) => ({
    heading: voice.say('requestRefusals.nobody_to_remind.heading', { group }),
    why: voice.say('requestRefusals.nobody_to_remind.why', { id: requestId }),
    next: voice.say('requestRefusals.nobody_to_remind.next'),
    ...onward(toRequest(requestId, voice), toGroupNamed(group, voice)),
  }),
  reminder_too_soon: ({ requestId, group, at, last }, voice) => ({
    heading: voice.say('requestRefusals.reminder_too_soon.heading', { group }),
    why:
      last === undefined
        ? voice.say('requestRefusals.reminder_too_soon.justAsked')
        : voice.say('requestRefusals.reminder_too_soon.reminded', { last }),
    next: voice.say('requestRefusals.reminder_too_soon.next', { at }),
    ...onward(toRequest(requestId, voice), toMyRequests(voice)),
  }),
  question_gone: (_, voice) => ({
    heading: voice.say('requestRefusals.question_gone.heading'),
    why: voice.say('requestRefusals.question_gone.why'),
    next: voice.say('requestRefusals.question_gone.next'),
    ...onward(toMyRequests(voice), toHelp(voice)),
  }),
  nothing_to_decide: (_, voice) => ({
    heading: voice.say('requestRefusals.nothing_to_decide.heading'),
    why: voice.say('requestRefusals.nothing_to_decide.why'),
    next: voice.say('requestRefusals.nothing_to_decide.next'),
    ...onward(toMyRequests(voice), toMyGroups(voice)),
  }),
  requester_left_or_joined: ({ group, person }, voice) => ({
    heading: voice.say('requestRefusals.requester_left_or_joined.heading'),
    why: voice.say('requestRefusals.requester_left_or_joined.why', { person: person.name, group }),
    next: voice.say('shared.nothingToDo'),
    ...onward(toInbox(voice)),
  }),
  not_their_manager: ({ group, person }, voice) => ({
    heading: voice.say('requestRefusals.not_their_manager.heading', { person }),
    why: voice.say('requestRefusals.not_their_manager.why', { group }),
    next: voice.say('requestRefusals.not_their_manager.next', { group, person }),
    ...onward(toGroupNamed(group, voice), toHelp(voice)),
  }),
  reports_unknown: ({ group, person }, voice) => ({
    heading: voice.say('requestRefusals.reports_unknown.heading'),
    why: voice.say('requestRefusals.reports_unknown.why', { group }),
    next: voice.say('requestRefusals.not_their_manager.next', { group, person }),
    ...onward(toGroupNamed(group, voice), toHelp(voice)),
  }),
  justification_missing: ({ minLength }, voice) => ({
    heading: voice.say('requestRefusals.justification_missing.heading'),
    why: voice.say('requestRefusals.justification_missing.why', { min: minLength }),
    next: voice.say('requestRefusals.justification_missing.next'),
    ...onward(toInbox(voice)),
  }),
  duration_too_long: ({ maxDays }, voice) => ({
    heading: voice.say('requestRefusals.duration_too_long.heading'),
    why: voice.say('requestRefusals.duration_too_long.why', { days: maxDays }),
    next: voice.say('requestRefusals.duration_too_long.next', { days: maxDays }),
    ...onward(toHelp(voice)),
  }),
  duration_longer_than_asked: (_, voice) => ({
    heading: voice.say('requestRefusals.duration_longer_than_asked.heading'),
    why: voice.say('requestRefusals.duration_longer_than_asked.why'),
    next: voice.say('requestRefusals.duration_longer_than_asked.next'),
    ...onward(toInbox(voice)),
  }),
  duration_in_the_past: (_, voice) => ({
    heading: voice.say('requestRefusals.duration_in_the_past.heading'),
    why: voice.say('requestRefusals.duration_in_the_past.why'),
    next: voice.say('requestRefusals.duration_in_the_past.next'),
    ...onward(toHelp(voice)),
  }),
  request_needs_more: ({ requestId, group, person, what }, voice) => ({
    heading: voice.say('requestRefusals.request_needs_more.heading'),
    why: voice.say(`requestRefusals.request_needs_more.why.${what}`, { person: person.name, group }),
    next: voice.say(`requestRefusals.request_needs_more.next.${what}`, { id: requestId }),
    ...onward(toRequest(requestId, voice), toGroupNamed(group, voice)),
  }),
  rule_changed: ({ requestId, group }, voice) => ({
    heading: voice.say('requestRefusals.rule_changed.heading'),
    why: voice.say('requestRefusals.rule_changed.why', { id: requestId, group }),
    next: voice.say('requestRefusals.rule_changed.next'),
    ...onward(toRequest(requestId, voice), toGroupNamed(group, voice)),
  }),
  ownership_needs_an_owner: ({ group, owners }, voice) => ({
    heading: voice.say('requestRefusals.ownership_needs_an_owner.heading', { group }),
    why: voice.say('requestRefusals.ownership_needs_an_owner.why'),
    next: voice.say('requestRefusals.ownership_needs_an_owner.next', askable(owners)),
    ...onward(toGroupNamed(group, voice), toGroups(voice)),
  }),
};
