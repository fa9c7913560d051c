import { choiceAnswers, groupFormAnswers, joinAnswers, requestOption } from './askedForms.js';
import type { Outcome, OutcomeOf } from '../domain/outcome.js';
import type { Answers } from '../intents/answers/asked.js';
import type { Intent } from '../intents/intent.js';

/** What asks something back by its name. */
type Needed = Extract<Outcome['kind'], `${string}Needed`>;

type Reader<K extends Outcome['kind']> = (intent: Intent, outcome: OutcomeOf<K>) => Answers | undefined;

/** Every question has its answers: one left out does not compile. */
const needed: { readonly [K in Needed]: Reader<K> } = {
  confirmNeeded: (intent) => ({ yes: [{ ...intent, confirmed: true } as Intent], base: intent }),
  goAheadNeeded: (intent) => ({ yes: [intent], base: intent }),
  slotNeeded: (intent, { slot }) => ({ base: intent, text: { slot, intent } }),
  leaveConfirmNeeded: (intent, { group }) => ({
    yes: [{ kind: 'leaveGroup', target: { by: 'id', groupId: group.id }, confirmed: true }],
    base: intent,
  }),
  withdrawConfirmNeeded: (intent, { request }) => ({
    yes: [{ kind: 'withdrawRequest', target: { requestId: request.id } }],
    base: intent,
  }),
  otherWishNeeded: (intent, { request, whole }) => ({
    yes: [{ kind: 'joinGroup', target: { by: 'id', groupId: request.group.id }, ...whole, confirmed: true }],
    base: intent,
  }),
  joinFormNeeded: (_, { form }) => joinAnswers(form),
  reportReasonNeeded: (intent) => ({ base: intent, text: { slot: 'justification', intent } }),
  groupPickNeeded: (_, { purpose, candidates }) => ({
    base: { kind: purpose, target: { by: 'id', groupId: '' } } as Intent,
    options: candidates.map(({ id, name }) => ({
      title: name,
      ids: [id],
      intent: { kind: purpose, target: { by: 'id', groupId: id } } as Intent,
    })),
  }),
  choiceNeeded: (intent, { choice }) => choiceAnswers(intent, choice),
  requestPickNeeded: (intent, { purpose, requests }) => requestAnswers(intent, purpose, requests),
  denyFormNeeded: (_, { request, justification }) => {
    const deny: Intent = { kind: 'denyRequest', target: { requestId: request.id } };
    return {
      text: { slot: 'justification', intent: deny },
      base: deny,
      ...(justification ? { yes: [{ ...deny, justification }] } : {}),
    };
  },
  approvalNeeded: (intent, { request }) => approval(intent, request.id),
  decisionPickNeeded: (intent, { requests }) => requestAnswers(intent, intent.kind, requests),
  linkPickNeeded: (intent, { groupId, options, canCreate }) => linkAnswers(intent, groupId, options, canCreate),
  proposalNeeded: (_, { proposal: { proposalId } }) => ({
    yes: [{ kind: 'answerProposal', accepted: true, proposalId }],
  }),
  groupFormNeeded: (intent, { form }) => groupFormAnswers(intent, form),
  settingFormNeeded: (_, { setting }) => ({
    text: { slot: 'value', intent: { kind: 'changeSetting', setting, value: '' } },
  }),
  setUpNeeded: () => ({ options: licences.map(([title, licence]) => ({ title, intent: { kind: 'setUp', licence } })) }),
  // Each of several answers for itself.
  severalNeeded: () => undefined,
  // What is too long is said again, shorter.
  messageTooLongNeeded: () => undefined,
};

const licences = [
  ['none', 'none'],
  ['P1', 'P1'],
  ['P2', 'P2'],
] as const;

function requestAnswers(
  intent: Intent,
  purpose: Intent['kind'],
  requests: OutcomeOf<'requestPickNeeded'>['requests'],
): Answers {
  const base = intent.kind === purpose ? intent : ({ kind: purpose } as Intent);
  return { base, options: requests.map((request) => requestOption(intent, purpose, request)) };
}

function linkAnswers(
  intent: Intent,
  groupId: string,
  options: OutcomeOf<'linkPickNeeded'>['options'],
  canCreate: boolean,
): Answers {
  const base: Intent = { kind: 'linkGroup', target: { by: 'id', groupId } };
  const made = canCreate ? [{ title: 'new', intent: { ...base, to: 'new' } }] : [];
  return {
    base: intent,
    options: [
      ...options.map(({ id, name, nickname, owners }) => ({
        title: name,
        also: [nickname, ...owners],
        ids: [id],
        intent: { ...base, to: id },
      })),
      ...made,
    ],
  };
}

/** What may be answered to an outcome, given the intent that led to it; nothing to one that asks nothing. */
export function askedBackOf(intent: Intent, outcome: Outcome): Answers | undefined {
  if (isNeeded(outcome)) return (needed[outcome.kind] as Reader<Needed>)(intent, outcome);
  // A name that is not there may be said again, rightly.
  return outcome.kind === 'refused' && notFound.has(outcome.refusal.code) ? { base: intent } : undefined;
}

/** What was named is not there: another name may be said. */
const notFound: ReadonlySet<string> = new Set([
  'group_not_found',
  'person_not_found',
  'resource_not_found',
  'request_not_found',
]);

function approval(intent: Intent, requestId: string): Answers {
  const approve = { ...intent, target: { requestId } } as Intent;
  return { yes: [approve], base: approve };
}

function isNeeded(outcome: Outcome): outcome is OutcomeOf<Needed> {
  return Object.hasOwn(needed, outcome.kind);
}
