import type { GroupFieldValues } from '../../domain/terms.js';
import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { showForm } from '../parts/form.js';
import { showPlain } from '../parts/plainCard.js';
import { button, fact, primary } from '../parts/parts.js';
import { refusalText } from '../parts/standing.js';
import type { Shown } from '../parts/shown.js';

/** The form for a new group, with what was typed already filled in. */
export function showGroupForm({ form }: OutcomeOf<'groupFormNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.tables.create;
  const problem = form.problem ? refusalText(form.problem, voice) : undefined;
  const listed = say.tables.manage.listed;
  return showForm(
    {
      kicker: text.kicker,
      heading: text.heading,
      sentences: [text.intro],
      problem: problem ? `${problem.why} ${problem.next}` : undefined,
      fields: [
        {
          kind: 'text',
          id: 'name',
          label: text.name,
          hint: text.nameHint,
          value: form.name,
          maxLength: 120,
          requiredError: text.nameError,
        },
        {
          kind: 'text',
          id: 'description',
          label: text.description,
          value: form.description,
          lines: 'many',
          maxLength: 1000,
        },
        {
          kind: 'choice',
          id: 'groupType',
          label: text.type,
          look: 'expanded',
          value: form.groupType,
          choices: form.groupTypes.map((value) => ({ title: say.groupTypes[value], value })),
          requiredError: text.typeError,
        },
        {
          kind: 'choice',
          id: 'joinRule',
          label: text.joinRule,
          value: form.joinRule,
          choices: form.joinRules.map((value) => ({ title: say.joinRules[value], value })),
        },
        {
          kind: 'choice',
          id: 'listed',
          label: text.listed,
          value: form.isListed ? 'yes' : 'no',
          choices: [
            { title: listed.yes, value: 'yes' },
            { title: listed.no, value: 'no' },
          ],
        },
        {
          kind: 'choice',
          id: 'justificationRule',
          label: text.justification,
          value: form.justification,
          choices: (['off', 'optional', 'required'] as const).map((value) => ({
            title: say.reasonNeeded[value],
            value,
          })),
        },
        { kind: 'text', id: 'longestMembership', label: text.longest, value: form.longestMembership, maxLength: 4 },
      ],
      buttons: [primary(text.button, 'createGroup', { confirmed: true, formId: form.id })],
      typed: [form.name ? `create security group ${form.name}` : text.typed],
    },
    voice,
  );
}

/** What an owner can change about their group, as a form with what stands now; read-only where changes are switched off. */
export function showManagedGroup(outcome: OutcomeOf<'groupManaged'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.tables.manage;
  const { group, joinRules } = outcome;
  const target = { groupId: group.id };
  const counts = [...fact(text.members, String(outcome.members)), ...fact(text.waiting, String(outcome.waiting))];
  const frame = { kicker: say.groupTypes[group.groupType], heading: text.heading(group.name) };
  const members = button(text.members, 'listMembers', { ...target, page: 1 }, { inputs: 'none' });
  if (joinRules.length === 0) {
    const facts = [
      ...counts,
      ...fact(text.joinRule, say.joinRules[group.joinRule]),
      ...fact(text.listed.label, outcome.isListed ? text.listed.yes : text.listed.no),
      ...fact(text.longest, outcome.maxDurationDays === undefined ? text.noLimit : f.days(outcome.maxDurationDays)),
    ];
    return showPlain(
      {
        ...frame,
        sentences: [group.description || undefined, text.locked],
        facts,
        buttons: [members],
        typed: [`members ${group.name}`],
      },
      voice,
    );
  }
  return showForm(
    {
      ...frame,
      sentences: [text.intro],
      facts: counts,
      fields: [
        {
          kind: 'text',
          id: 'name',
          label: say.tables.create.name,
          value: group.name,
          maxLength: 120,
          requiredError: say.tables.create.nameError,
        },
        {
          kind: 'text',
          id: 'description',
          label: say.tables.create.description,
          value: group.description,
          lines: 'many',
          maxLength: 1000,
        },
        {
          kind: 'choice',
          id: 'joinRule',
          label: text.joinRule,
          value: joinRules.includes(group.joinRule) ? group.joinRule : undefined,
          choices: joinRules.map((value) => ({ title: say.joinRules[value], value })),
        },
        {
          kind: 'choice',
          id: 'listed',
          label: text.listed.label,
          value: outcome.isListed ? 'yes' : 'no',
          choices: [
            { title: text.listed.yes, value: 'yes' },
            { title: text.listed.no, value: 'no' },
          ],
        },
        {
          kind: 'choice',
          id: 'justificationRule',
          label: text.reason,
          value: outcome.justification,
          choices: (['off', 'optional', 'required'] as const).map((value) => ({
            title: say.reasonNeeded[value],
            value,
          })),
        },
        {
          kind: 'text',
          id: 'longestMembership',
          label: say.tables.create.longest,
          value: outcome.maxDurationDays === undefined ? '' : String(outcome.maxDurationDays),
          maxLength: 4,
        },
        { kind: 'text', id: 'asked', label: text.asked, value: outcome.asked.join(', '), maxLength: 1000 },
      ],
      buttons: [
        primary(text.save, 'saveGroup', { ...target, value: JSON.stringify(shownValues(outcome)) }),
        members,
        button(say.buttons.deleteGroup, 'deleteGroup', target, { inputs: 'none' }),
      ],
      typed: [
        `members ${group.name}`,
        `set join rule of ${group.name} to open`,
        `rename ${group.name} to …`,
        `delete ${group.name}`,
      ],
    },
    voice,
  );
}

/** What the form shows of each thing, so that a Save counts only for what was changed on it. */
function shownValues({
  group,
  isListed,
  justification,
  maxDurationDays,
  asked,
}: OutcomeOf<'groupManaged'>): GroupFieldValues {
  return {
    name: group.name,
    description: group.description,
    joinRule: group.joinRule,
    listed: isListed ? 'yes' : 'no',
    justification,
    longestMembership: maxDurationDays === undefined ? 'none' : String(maxDurationDays),
    asked: asked.length > 0 ? asked.join(', ') : 'all',
  };
}
