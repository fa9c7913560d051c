import type { GroupFieldValues } from '../../domain/terms.js';
import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { showForm } from '../parts/form.js';
import { showPlain } from '../parts/plainCard.js';
import { button, cancel, fact, primary } from '../parts/parts.js';
import { refusalText } from '../refused.js';
import type { Shown } from '../parts/shown.js';

/** The form for a new group, with what was typed already filled in. */
export function showGroupForm({ form }: OutcomeOf<'groupFormNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  const problem = form.problem ? refusalText(form.problem, voice) : undefined;
  return showForm(
    {
      kicker: say('groups.create.kicker'),
      heading: say('groups.create.heading'),
      sentences: [say('groups.create.intro')],
      problem: problem ? `${problem.why} ${problem.next}` : undefined,
      fields: [
        {
          kind: 'text',
          id: 'name',
          label: say('groups.create.name'),
          hint: say('groups.create.nameHint'),
          value: form.name,
          maxLength: 120,
          requiredError: say('groups.create.nameError'),
        },
        {
          kind: 'text',
          id: 'description',
          label: say('groups.create.description'),
          value: form.description,
          lines: 'many',
          maxLength: 1000,
        },
        {
          kind: 'choice',
          id: 'groupType',
          label: say('groups.create.type'),
          look: 'expanded',
          value: form.groupType,
          choices: form.groupTypes.map((value) => ({ title: say(`groups.type.${value}`), value })),
          requiredError: say('groups.create.typeError'),
        },
        {
          kind: 'choice',
          id: 'joinRule',
          label: say('groups.manage.joinRule'),
          value: form.joinRule,
          choices: form.joinRules.map((value) => ({ title: say(`groups.joinRule.${value}`), value })),
        },
        {
          kind: 'choice',
          id: 'listed',
          label: say('groups.manage.listed'),
          value: form.isListed ? 'yes' : 'no',
          choices: [
            { title: say('groups.manage.listedYes'), value: 'yes' },
            { title: say('groups.manage.listedNo'), value: 'no' },
          ],
        },
        {
          kind: 'choice',
          id: 'justificationRule',
          label: say('groups.manage.reason'),
          value: form.justification,
          choices: (['off', 'optional', 'required'] as const).map((value) => ({
            title: say(`shared.justificationRule.${value}`),
            value,
          })),
        },
        {
          kind: 'text',
          id: 'longestMembership',
          label: say('groups.create.longest'),
          value: form.longestMembership,
          maxLength: 4,
        },
      ],
      buttons: [
        primary(say('groups.create.button'), 'createGroup', { confirmed: true, formId: form.id }),
        cancel(voice),
      ],
      typed: [
        form.name ? command('commands.createSecurityGroup', { group: form.name }) : command('commands.createExample'),
        command('commands.cancel'),
      ],
    },
    voice,
  );
}

/** What an owner can change about their group, as a form with what stands now; read-only where changes are switched off. */
export function showManagedGroup(outcome: OutcomeOf<'groupManaged'>, voice: Voice): Shown {
  const { say, command, f } = voice;
  const { group, joinRules } = outcome;
  const target = { groupId: group.id };
  const counts = [
    ...fact(say('buttons.members'), String(outcome.members)),
    ...fact(say('groups.manage.waiting'), String(outcome.waiting)),
  ];
  const frame = {
    kicker: say(`groups.type.${group.groupType}`),
    heading: say('groups.manage.heading', { group: group.name }),
  };
  const members = button(say('buttons.members'), 'listMembers', { ...target, page: 1 }, { inputs: 'none' });
  if (joinRules.length === 0) {
    const facts = [
      ...counts,
      ...fact(say('groups.manage.joinRule'), say(`groups.joinRule.${group.joinRule}`)),
      ...fact(
        say('groups.manage.listed'),
        outcome.isListed ? say('groups.manage.listedYes') : say('groups.manage.listedNo'),
      ),
      ...fact(
        say('groups.manage.longest'),
        outcome.maxDurationDays === undefined ? say('groups.value.noLimit') : f.days(outcome.maxDurationDays),
      ),
    ];
    return showPlain(
      {
        ...frame,
        sentences: [group.description || undefined, say('groups.manage.locked')],
        facts,
        buttons: [members],
        typed: [command('commands.members', { group: group.name })],
      },
      voice,
    );
  }
  return showForm(
    {
      ...frame,
      sentences: [say('groups.manage.intro')],
      facts: counts,
      fields: [
        {
          kind: 'text',
          id: 'name',
          label: say('groups.create.name'),
          value: group.name,
          maxLength: 120,
          requiredError: say('groups.create.nameError'),
        },
        {
          kind: 'text',
          id: 'description',
          label: say('groups.create.description'),
          value: group.description,
          lines: 'many',
          maxLength: 1000,
        },
        {
          kind: 'choice',
          id: 'joinRule',
          label: say('groups.manage.joinRule'),
          value: joinRules.includes(group.joinRule) ? group.joinRule : undefined,
          choices: joinRules.map((value) => ({ title: say(`groups.joinRule.${value}`), value })),
        },
        {
          kind: 'choice',
          id: 'listed',
          label: say('groups.manage.listed'),
          value: outcome.isListed ? 'yes' : 'no',
          choices: [
            { title: say('groups.manage.listedYes'), value: 'yes' },
            { title: say('groups.manage.listedNo'), value: 'no' },
          ],
        },
        {
          kind: 'choice',
          id: 'justificationRule',
          label: say('groups.manage.reason'),
          value: outcome.justification,
          choices: (['off', 'optional', 'required'] as const).map((value) => ({
            title: say(`shared.justificationRule.${value}`),
            value,
          })),
        },
        {
          kind: 'text',
          id: 'longestMembership',
          label: say('groups.create.longest'),
          value: outcome.maxDurationDays === undefined ? '' : String(outcome.maxDurationDays),
          maxLength: 4,
        },
        {
          kind: 'text',
          id: 'asked',
          label: say('groups.manage.asked'),
          value: outcome.asked.join(', '),
          maxLength: 1000,
        },
      ],
      buttons: [
        primary(say('groups.manage.save'), 'saveGroup', { ...target, value: JSON.stringify(shownValues(outcome)) }),
        members,
        button(say('buttons.deleteGroup'), 'deleteGroup', target, { inputs: 'none' }),
        cancel(voice),
      ],
      typed: [
        command('commands.members', { group: group.name }),
        command('commands.setJoinRuleOpen', { group: group.name }),
        command('commands.rename', { group: group.name }),
        command('commands.delete', { group: group.name }),
        command('commands.cancel'),
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
