import type { OutcomeOf } from '../../domain/outcome.js';
import { settingValues, type SettingName } from '../../domain/organisation/settings.js';
import type { Voice } from '../../messages/voice.js';
import { settingTexts, settingValue } from '../../messages/en/settings.js';
import { showForm } from '../parts/form.js';
import { showNotice } from '../parts/plainCard.js';
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
      buttons: [primary(text.button, 'createGroup', { confirmed: true })],
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
    return showNotice(
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
        primary(text.save, 'saveGroup', target),
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

/** The values that a setting can have, to choose from. */
export function showSettingForm({ setting, value, people }: OutcomeOf<'settingFormNeeded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.settings.form;
  const { label, what, typed } = settingTexts[setting];
  const values = settingValues[setting];
  const names = people.map(({ name }) => name).join(', ');
  const typedIn = freeText(setting, voice);
  return showForm(
    {
      kicker: say.settings.heading,
      heading: label,
      sentences: [what],
      fields: [
        typedIn
          ? { kind: 'text', id: 'value', ...typedIn, value, requiredError: text.error }
          : {
              kind: 'choice',
              id: 'value',
              label: text.value,
              look: 'expanded',
              value,
              choices: values.map((one) => ({ title: settingValue(setting, one, f), value: one })),
              requiredError: text.error,
            },
        ...(values.includes('selected')
          ? [{ kind: 'text' as const, id: 'people', label: text.people, value: names, maxLength: 1000 }]
          : []),
      ],
      buttons: [primary(text.button, 'changeSetting', { setting })],
      typed: [
        `set ${typed} ${values.at(-1) === 'selected' ? 'none' : (values.at(-1) ?? typedIn?.example ?? '')}`,
        'settings',
      ],
    },
    voice,
  );
}

/** What is typed for a setting that has no list of values; nothing for the others. */
function freeText(
  setting: SettingName,
  { say }: Voice,
): { readonly label: string; readonly maxLength: number; readonly example: string } | undefined {
  const { form } = say.settings;
  if (setting === 'longestMembership') return { label: form.days, maxLength: 4, example: '180' };
  if (setting === 'namePrefix') return { label: form.prefix, maxLength: 30, example: 'GRP-' };
  return setting === 'blockedWords' ? { label: form.words, maxLength: 1000, example: 'CEO, Payroll' } : undefined;
}

/** What the first administrator sees: what is off, and the click that turns it on (Q3). */
export function showSetUp(_outcome: OutcomeOf<'setUpNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.settings.setUp;
  return showForm(
    {
      heading: text.heading,
      sentences: [text.text, ...text.off, text.licenceHint],
      fields: [
        {
          kind: 'choice',
          id: 'licence',
          label: text.licenceLabel,
          value: 'P1',
          look: 'expanded',
          choices: (['P1', 'P2', 'none'] as const).map((value) => ({
            title: value === 'none' ? 'None' : value,
            value,
          })),
        },
      ],
      buttons: [primary(text.button, 'setUp'), button(say.buttons.settings, 'showSettings', {}, { inputs: 'none' })],
      typed: ['set up with P1', 'settings'],
    },
    voice,
  );
}
