import type { OutcomeOf } from '../domain/outcome.js';
import type { Voice } from '../messages/catalogue.js';
import { showForm } from './form.js';
import { showNotice } from './notice.js';
import { button, fact, primary } from './parts.js';
import { refusalText } from './standing.js';
import type { Shown } from './shown.js';

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
        { kind: 'text', id: 'name', label: text.name, hint: text.nameHint, value: form.name, maxLength: 120, requiredError: text.nameError },
        { kind: 'text', id: 'description', label: text.description, value: form.description, lines: 'many', maxLength: 1000 },
        { kind: 'choice', id: 'groupType', label: text.type, look: 'expanded', value: form.groupType, choices: form.groupTypes.map((value) => ({ title: say.groupTypes[value], value })), requiredError: text.typeError },
        { kind: 'choice', id: 'joinRule', label: text.joinRule, value: form.joinRule, choices: form.joinRules.map((value) => ({ title: say.joinRules[value], value })) },
        { kind: 'choice', id: 'listed', label: text.listed, value: form.isListed ? 'yes' : 'no', choices: [{ title: listed.yes, value: 'yes' }, { title: listed.no, value: 'no' }] },
        { kind: 'choice', id: 'justificationRule', label: text.justification, value: form.justification, choices: (['off', 'optional', 'required'] as const).map((value) => ({ title: say.reasonNeeded[value], value })) },
        { kind: 'text', id: 'longestMembership', label: text.longest, value: form.longestMembership, maxLength: 4 },
      ],
      buttons: [primary(text.button, 'createGroup', { confirmed: true })],
      typed: [form.name ? `create security group ${form.name}` : text.typed],
    },
    voice,
  );
}

/** What an owner can change about their group, with the buttons that do it. */
export function showManagedGroup(outcome: OutcomeOf<'groupManaged'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.tables.manage;
  const { group, joinRules } = outcome;
  const target = { groupId: group.id };
  const others = joinRules.filter((rule) => rule !== group.joinRule);
  return showNotice(
    {
      kicker: say.groupTypes[group.groupType],
      heading: text.heading(group.name),
      sentences: [group.description || undefined, joinRules.length === 0 ? text.locked : text.tryTyping],
      facts: [
        ...fact(text.members, String(outcome.members)),
        ...fact(text.waiting, String(outcome.waiting)),
        ...fact(text.joinRule, say.joinRules[group.joinRule]),
        ...fact(text.listed.label, outcome.isListed ? text.listed.yes : text.listed.no),
        ...fact(text.reason, say.reasonNeeded[outcome.justification]),
        ...fact(text.longest, outcome.maxDurationDays === undefined ? text.noLimit : f.days(outcome.maxDurationDays)),
      ],
      buttons: [
        button(text.members, 'listMembers', { ...target, page: 1 }),
        ...others.map((rule) => button(text.setRule[rule], 'changeGroup', { ...target, setting: 'joinRule', value: rule })),
        ...(joinRules.length === 0 ? [] : [button(say.buttons.deleteGroup, 'deleteGroup', target, { style: 'destructive' as const })]),
      ],
      typed: [`members ${group.name}`, ...(joinRules.length === 0 ? [] : [`set join rule of ${group.name} to open`, `rename ${group.name} to …`, `delete ${group.name}`])],
    },
    voice,
  );
}

/** What the first administrator sees: what is off, and the click that turns it on (Q3). */
export function showSetUp(_outcome: OutcomeOf<'setUpNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.settings.setUp;
  return showForm(
    {
      heading: text.heading,
      sentences: [text.text, ...text.off, text.licenceHint],
      fields: [{ kind: 'choice', id: 'licence', label: text.licenceLabel, value: 'P1', look: 'expanded', choices: (['P1', 'P2', 'none'] as const).map((value) => ({ title: value === 'none' ? 'None' : value, value })) }],
      buttons: [primary(text.button, 'setUp'), button(say.buttons.settings, 'showSettings', {}, { inputs: 'none' })],
      typed: ['set up with P1', 'settings'],
    },
    voice,
  );
}
