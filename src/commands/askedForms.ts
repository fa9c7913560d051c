import { editDistance, toNameKey } from '../domain/names.js';
import type { RequestView } from '../domain/views.js';
import type { OutcomeOf } from '../domain/outcome.js';
import type { Answers, OfferedOption } from '../intents/answers/asked.js';
import type { Intent, IntentOf } from '../intents/intent.js';
import { kindWords } from '../intents/words/answers.en.js';

/** The answers to the form of a join. */
export function joinAnswers(form: OutcomeOf<'joinFormNeeded'>['form']): Answers {
  const { justification, duration, justificationRule, why } = form;
  const given = { ...(justification ? { justification } : {}), ...(duration ? { duration } : {}) };
  const join = (groupId: string): Intent => ({ kind: 'joinGroup', target: { by: 'id', groupId }, ...given });
  const [first] = form.candidates;
  if (!first) return {};
  const only = join(first.group.id);
  const slips = form.typed === undefined ? [] : form.candidates.filter(({ group }) => isSlip(form.typed, group.name));
  const [slip] = slips;
  if (form.candidates.length > 1)
    return {
      ...(slip && slips.length === 1 ? { yes: [join(slip.group.id)] } : {}),
      options: form.candidates.map(({ group }) => ({ title: group.name, ids: [group.id], intent: join(group.id) })),
      base: only,
    };
  const wantsReason =
    why === 'reasonMissing' || why === 'reasonTooShort' || (justificationRule === 'required' && !justification);
  return {
    yes: [only],
    options: [{ title: first.group.name, ids: [first.group.id], intent: only }],
    base: only,
    ...(wantsReason ? { text: { slot: 'justification', intent: only } } : {}),
  };
}

/** Whether a name is what was typed but for a slip or two, so that "yes" means it. */
function isSlip(typed = '', name: string): boolean {
  return editDistance(toNameKey(typed), toNameKey(name), 2) <= 2;
}

/** The answers to names to pick from. */
export function choiceAnswers(intent: Intent, choice: OutcomeOf<'choiceNeeded'>['choice']): Answers {
  const pick = (id: string): Intent => {
    if (choice.what === 'resource') return { ...intent, resource: { by: 'id', resourceId: id } } as Intent;
    if (choice.what === 'person') {
      const person = { by: 'id', personId: id } as const;
      return ('people' in intent && intent.people ? { ...intent, people: [person] } : { ...intent, person }) as Intent;
    }
    const target = { by: 'id', groupId: id } as const;
    if (intent.kind === 'requestFor') return withoutResource({ ...intent, target });
    return (
      intent.kind === 'showHistory' ? { ...intent, about: { of: 'group', target } } : { ...intent, target }
    ) as Intent;
  };
  const [only, other] = choice.options;
  return {
    // What is said on top of one that alone comes near is said of that one.
    base: only && !other ? pick(only.id) : intent,
    options: choice.options.map(({ id, title, about }) => ({
      title,
      ids: [id],
      ...(about ? { also: [about] } : {}),
      intent: pick(id),
    })),
  };
}

/** Once its group is known, what it opens need not be. */
function withoutResource({ resource: _, ...intent }: IntentOf<'requestFor'>): Intent {
  return intent;
}

/** One of several requests. */
export function requestOption(
  intent: Intent,
  purpose: Intent['kind'],
  { id, group, requester }: RequestView,
): OfferedOption {
  const base = intent.kind === purpose ? intent : { kind: purpose };
  return {
    title: requester.name,
    ids: [id, requester.id, group.id],
    also: [group.name, id, `${requester.name} ${group.name}`],
    intent: { ...base, target: { requestId: id } } as Intent,
  };
}

/** The answers to the form of a new group. */
export function groupFormAnswers(intent: Intent, form: OutcomeOf<'groupFormNeeded'>['form']): Answers {
  const input = {
    ...(intent.kind === 'createGroup' ? intent.input : {}),
    ...(form.name ? { name: form.name } : {}),
    ...(form.lookalike ? { sureOf: form.name } : {}),
  };
  const create: Extract<Intent, { kind: 'createGroup' }> = { kind: 'createGroup', input };
  const groupType = form.groupType ?? (form.groupTypes.length === 1 ? form.groupTypes[0] : undefined);
  return {
    base: create,
    ...(form.name && groupType ? { yes: [{ ...create, input: { ...input, groupType }, confirmed: true }] } : {}),
    options: form.groupTypes.map((type) => ({
      title: type,
      also: kindWords[type],
      intent: { ...create, input: { ...input, groupType: type }, ...(form.name ? { confirmed: true as const } : {}) },
    })),
    ...(form.name ? {} : { text: { slot: 'name', intent: create } }),
  };
}
