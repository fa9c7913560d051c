import type { Outcome } from '../domain/outcome.js';
import type { Intent } from '../intents/intent.js';
import type { AskedBack, OfferedOption } from '../intents/openQuestion.js';
import type { RequestView } from '../domain/views.js';

type Answers = Omit<AskedBack, 'id'>;

/** What may be answered to an outcome that asks something back, given the intent that led to it; nothing for the others. */
export function askedBackOf(intent: Intent, outcome: Outcome): Answers | undefined {
  switch (outcome.kind) {
    case 'confirmNeeded':
      return { yes: [{ ...intent, confirmed: true } as Intent], ...lengthOf(intent) };
    case 'leaveConfirmNeeded':
      return { yes: [{ kind: 'leaveGroup', target: { by: 'id', groupId: outcome.group.id }, confirmed: true }] };
    case 'withdrawConfirmNeeded':
      return { yes: [{ kind: 'withdrawRequest', target: { requestId: outcome.request.id } }] };
    case 'joinFormNeeded':
      return joinAnswers(outcome.form);
    case 'groupPickNeeded':
      return {
        options: outcome.candidates.map(({ id, name }) => ({
          title: name,
          intent: { kind: outcome.purpose, target: { by: 'id', groupId: id } } as Intent,
        })),
      };
    case 'choiceNeeded':
      return choiceAnswers(intent, outcome.choice);
    case 'requestPickNeeded':
      return { options: outcome.requests.map((request) => requestOption(intent, outcome.purpose, request)) };
    case 'inboxListed':
      return intent.kind === 'approveRequest' || intent.kind === 'denyRequest'
        ? { options: outcome.requests.map((request) => requestOption(intent, intent.kind, request)) }
        : undefined;
    case 'approvalShown':
      return intent.kind === 'approveRequest'
        ? {
            yes: [{ ...intent, target: { requestId: outcome.request.id } }],
            length: onRequest(intent, outcome.request.id),
          }
        : undefined;
    case 'denyFormNeeded': {
      const deny: Intent = { kind: 'denyRequest', target: { requestId: outcome.request.id } };
      const { justification } = outcome;
      return {
        text: { slot: 'justification', intent: deny },
        ...(justification ? { yes: [{ ...deny, justification }] } : {}),
      };
    }
    case 'settingFormNeeded':
      return { text: { slot: 'value', intent: { kind: 'changeSetting', setting: outcome.setting, value: '' } } };
    case 'groupFormNeeded':
      return groupFormAnswers(intent, outcome.form);
    case 'newsTold':
      return intent.kind === 'answerProposal' && outcome.notice.code === 'proposalMade'
        ? { yes: [{ kind: 'answerProposal', accepted: true, proposalId: outcome.notice.proposalId }] }
        : undefined;
    default:
      return undefined;
  }
}

function onRequest(intent: Intent, requestId: string): Intent {
  return { ...intent, target: { requestId } } as Intent;
}

function lengthOf(intent: Intent): Pick<Answers, 'length'> {
  return 'duration' in intent || intent.kind === 'addMembers' || intent.kind === 'delegate' ? { length: intent } : {};
}

function joinAnswers(form: Extract<Outcome, { kind: 'joinFormNeeded' }>['form']): Answers {
  const { justification, duration, justificationRule, why } = form;
  const given = { ...(justification ? { justification } : {}), ...(duration ? { duration } : {}) };
  const join = (groupId: string): Intent => ({ kind: 'joinGroup', target: { by: 'id', groupId }, ...given });
  const [first] = form.candidates;
  if (!first) return {};
  if (form.candidates.length > 1)
    return { options: form.candidates.map(({ group }) => ({ title: group.name, intent: join(group.id) })) };
  const only = join(first.group.id);
  const wantsReason =
    why === 'reasonMissing' || why === 'reasonTooShort' || (justificationRule === 'required' && !justification);
  return {
    yes: [only],
    options: [{ title: first.group.name, intent: only }],
    length: only,
    ...(wantsReason ? { text: { slot: 'justification', intent: only } } : {}),
  };
}

function choiceAnswers(intent: Intent, choice: Extract<Outcome, { kind: 'choiceNeeded' }>['choice']): Answers {
  const pick = (id: string): Intent => {
    if (choice.what === 'resource') return { ...intent, resource: { by: 'id', resourceId: id } } as Intent;
    if (choice.what === 'person') {
      const person = { by: 'id', personId: id } as const;
      return ('people' in intent && intent.people ? { ...intent, people: [person] } : { ...intent, person }) as Intent;
    }
    const target = { by: 'id', groupId: id } as const;
    return (
      intent.kind === 'showHistory' ? { ...intent, about: { of: 'group', target } } : { ...intent, target }
    ) as Intent;
  };
  return {
    options: choice.options.map(({ id, title, about }) => ({
      title,
      ...(about ? { also: [about] } : {}),
      intent: pick(id),
    })),
  };
}

function requestOption(intent: Intent, purpose: Intent['kind'], { id, group, requester }: RequestView): OfferedOption {
  const base = intent.kind === purpose ? intent : { kind: purpose };
  return {
    title: requester.name,
    also: [group.name, id, `${requester.name} ${group.name}`],
    intent: { ...base, target: { requestId: id } } as Intent,
  };
}

function groupFormAnswers(intent: Intent, form: Extract<Outcome, { kind: 'groupFormNeeded' }>['form']): Answers {
  const input = {
    ...(intent.kind === 'createGroup' ? intent.input : {}),
    ...(form.name ? { name: form.name } : {}),
  };
  const create: Extract<Intent, { kind: 'createGroup' }> = { kind: 'createGroup', input };
  const typed = { security: 'security', m365: 'Microsoft 365' } as const;
  const groupType = form.groupType ?? (form.groupTypes.length === 1 ? form.groupTypes[0] : undefined);
  return {
    ...(form.name && groupType ? { yes: [{ ...create, input: { ...input, groupType }, confirmed: true }] } : {}),
    options: form.groupTypes.map((type) => ({
      title: typed[type],
      also:
        type === 'm365' ? ['microsoft 365 group', 'm365', 'office 365', '365', 'office'] : ['security group', 'sec'],
      intent: { ...create, input: { ...input, groupType: type }, ...(form.name ? { confirmed: true as const } : {}) },
    })),
    ...(form.name ? {} : { text: { slot: 'name', intent: create } }),
  };
}
