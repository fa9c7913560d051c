import { isolate as n } from '../escape.js';
import type { Formats } from '../format.js';
import type { PersonView } from '../../domain/personView.js';

function name(person: PersonView): string {
  return n(person.name);
}

/** Everything about requests in English: what requesters and approvers read on their cards. */
export const enRequests = {
  kicker: (id: string) => `Request ${id}`,
  status: {
    pending: 'Waiting',
    approved: 'Approved',
    delivering: 'Approved, being set up',
    delivered: 'Ready',
    failed: 'Could not be set up',
    denied: 'Denied',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    superseded: 'No longer needed',
  },

  // What its requester reads.
  opened: (group: string) => `I’ve asked for you to join ${n(group)}`,
  alreadyOpen: (group: string) => `You’ve already asked to join ${n(group)}`,
  pending: (group: string) => `Your request to join ${n(group)}`,
  delivering: (group: string) => `You’re being added to ${n(group)}`,
  delivered: (group: string) => `You’re in ${n(group)}`,
  failed: (group: string) => `${n(group)} could not be set up for you`,
  denied: (group: string) => `You were not let into ${n(group)} this time`,
  withdrawn: (group: string) => `You’ve withdrawn your request for ${n(group)}`,
  expired: (group: string) => `Nobody decided about ${n(group)} in time`,
  superseded: (group: string) => `Your request for ${n(group)} is no longer needed`,

  settled: 'There is an answer: you find it in a newer message.',
  settledByYou: 'You took it back.',

  asked: (people: readonly PersonView[], until: number, f: Formats) =>
    `${people.length === 0 ? 'I’m asking its owners' : `I asked ${f.and(people.map(name))}`}. I’ll write to you here as soon as ${people.length > 1 ? 'one of them decides' : 'there is a decision'}; the request waits until ${f.day(until)}.`,
  stillAsked: (people: readonly PersonView[], since: number, until: number, f: Formats) =>
    `${people.length === 0 ? 'I asked its owners' : `I asked ${f.and(people.map(name))}`} ${f.span(since)} ago, and nobody has decided yet. The request waits until ${f.day(until)}; I’ll write to you here as soon as there is news.`,
  approvedBy: (by: PersonView, at: number, f: Formats) => `${name(by)} approved your request ${f.moment(at)}.`,
  beingSetUp: 'It usually takes a minute or two; I’ll tell you when it’s ready.',
  isBlocked: (names: readonly string[], f: Formats) =>
    `${f.and(names.map(n))} ${names.length === 1 ? 'stays' : 'stay'} closed for you: an administrator blocked it. Ask one if you think that is a mistake.`,
  canOpen: (names: readonly string[], f: Formats) => `You can open ${f.and(names.map(n))} now.`,
  failedNext: (id: string) =>
    `Your organisation’s directory did not take the change, although I tried several times. Please tell an owner or an administrator, and name ${id}.`,
  deniedBy: (by: PersonView, at: number, f: Formats) =>
    `${name(by)} decided ${f.moment(at)}. You find the reason below.`,
  deniedNext: 'If something has changed since, you can ask again.',
  withdrawnNext: 'Its owners needn’t do anything now. You can ask again at any time.',
  expiredWhy: (at: number, f: Formats) => `It waited until ${f.moment(at)}. Nobody said no: it just wasn’t answered.`,
  expiredNext: 'You can ask again with one click; your reason is kept.',
  supersededWhy: 'The group’s rules changed while your request was waiting, so there is nothing left to decide.',
  supersededNext: 'Have a look at the group to see how to get in now.',
  reasonOf: (by: PersonView) => `Reason from ${name(by)}`,
  noteFrom: (by: string) => `Note from ${by}`,
  yourReason: 'Your reason',

  // What its approvers read.
  wants: (requester: PersonView, group: string) => `${name(requester)} wants to join ${n(group)}`,
  askedSince: (at: number, f: Formats) => `${f.now - at < 60_000 ? 'Just now' : `${f.span(at)} ago`} (${f.moment(at)})`,
  asStandIn: (name: string, forName: string) => `${name} (for ${n(forName)})`,
  standsInFor: (name: string) => `for ${n(name)}, as their stand-in`,
  onlyYou: 'Nobody else',
  deliveryNote: { unreachable: 'not reached', failed: 'not reached', waiting: '', sent: '' },
  fromApproval: (text: string) => `${text}, from the approval on`,
  youDecided: (outcome: 'approved' | 'denied', requester: PersonView, group: string) =>
    outcome === 'approved'
      ? `You approved ${name(requester)} for ${n(group)}`
      : `You denied ${name(requester)}’s request for ${n(group)}`,
  theyDecided: (outcome: 'approved' | 'denied', by: PersonView, requester: PersonView, group: string) =>
    outcome === 'approved'
      ? `${name(by)} approved ${name(requester)} for ${n(group)}`
      : `${name(by)} denied ${name(requester)}’s request for ${n(group)}`,
  faster: (by: PersonView, outcome: 'approved' | 'denied', at: number, f: Formats) =>
    `${name(by)} was faster: ${outcome} ${f.moment(at)}`,
  fasterNext: 'The first decision stands, so you don’t have to do anything.',
  toldThem: {
    delivering: (requester: PersonView) => `I’m adding ${name(requester)} now and will tell them.`,
    delivered: (requester: PersonView) => `${name(requester)} is in and has been told.`,
    failed: (requester: PersonView) =>
      `The directory did not take the change, so ${name(requester)} is not in. Please tell an administrator.`,
    denied: (requester: PersonView) => `I’m telling ${name(requester)}, with the reason.`,
  },
  decidedBy: (outcome: 'approved' | 'denied', by: string, at: number, f: Formats) =>
    `${outcome === 'approved' ? 'Approved' : 'Denied'} by ${by} ${f.moment(at)}`,
  you: 'you',
  closedHeading: {
    withdrawn: (requester: PersonView, group: string) => `${name(requester)} no longer wants to join ${n(group)}`,
    expired: (requester: PersonView, group: string) => `${name(requester)}’s request for ${n(group)} has expired`,
    superseded: (requester: PersonView, group: string) =>
      `${name(requester)}’s request for ${n(group)} is no longer needed`,
  },
  closedText: {
    withdrawn: (at: number, f: Formats) => `The request was withdrawn ${f.moment(at)}. You don’t have to do anything.`,
    expired: (at: number, f: Formats) => `Nobody decided until ${f.moment(at)}. They can ask again.`,
    superseded: (at: number, f: Formats) =>
      `The group’s rules changed, so it was closed ${f.moment(at)}. You don’t have to do anything.`,
  },
  shorter: {
    label: 'How long instead?',
    error: 'Please choose how long.',
    untilChoice: 'Until a day of my choice',
    untilLabel: 'Last day (for a day of your choice)',
    noteLabel: 'A word to them (optional)',
  },
  deny: {
    heading: (requester: PersonView, group: string) => `Deny ${name(requester)}’s request for ${n(group)}?`,
    label: 'Why not?',
    hint: (requester: PersonView) => `${name(requester)} will read this.`,
    error: 'Please give a reason: it is shown to the person who asked.',
    problem: 'A denial needs a reason, so that it can be understood. Please add one.',
  },
  withdrawConfirm: {
    heading: (group: string) => `Withdraw your request for ${n(group)}?`,
    text: (people: readonly PersonView[], f: Formats) =>
      `${people.length === 0 ? 'Its owners' : f.and(people.map(name))} won’t be able to decide it any more. You could ask again later.`,
  },
  inbox: {
    heading: 'Waiting for your decision',
    count: (total: number) => (total === 1 ? 'One request' : `${total} requests, the oldest first`),
    none: 'Nothing is waiting for you right now. I’ll write to you here as soon as a request comes in.',
    waitingFor: (since: number, f: Formats) => `waiting for ${f.span(since)}`,
  },
  mine: {
    heading: 'My requests',
    count: (total: number) =>
      total === 1 ? 'You have asked once.' : `You have asked ${total} times, the latest first.`,
    none: 'You haven’t asked for a group yet.',
    asked: (since: number, f: Formats) => `asked ${f.span(since)} ago`,
  },
  pick: {
    heading: 'Which request do you mean?',
    none: 'There is no request to pick from.',
    intro: {
      withdrawRequest: 'More than one request of yours is waiting.',
      approveRequest: 'More than one request fits. Look at it before you decide.',
      denyRequest: 'More than one request fits. You are asked for the reason next.',
      showRequest: 'More than one request fits.',
    },
    button: { withdrawRequest: 'Withdraw', approveRequest: 'Approve', denyRequest: 'Deny…', showRequest: 'Show' },
    typed: { withdrawRequest: 'withdraw', approveRequest: 'approve', denyRequest: 'deny', showRequest: 'request' },
  },
  refresh: 'Refresh',
  /** The line of the notification. */
  summary: {
    approval: (requester: PersonView, group: string) => `${name(requester)} wants to join ${n(group)}: please decide`,
  },
};
