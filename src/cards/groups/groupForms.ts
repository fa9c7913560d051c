import type { GroupFieldValues } from '../../domain/terms.js';
import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { ownFields, ruleFields } from './groupFormFields.js';
import { pickField, showForm } from '../parts/form.js';
import { showPlain } from '../parts/plainCard.js';
import { button, cancel, fact, primary } from '../parts/parts.js';
import { unexplainedOf } from '../parts/unexplained.js';
import { refusalText } from '../refused.js';
import type { Shown } from '../parts/shown.js';

/** The form for a new group, with what was typed already filled in. */
export function showGroupForm({ form }: OutcomeOf<'groupFormNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  const lookalike = form.lookalike && say('groups.lookalike.form', { group: form.lookalike });
  const problem = form.problem ? refusalText(form.problem, voice) : undefined;
  return showForm(
    {
      kicker: say('groups.create.kicker'),
      heading: say('groups.create.heading'),
      sentences: [unexplainedOf(form.unexplained ?? [], voice), say('groups.create.intro')],
      problem: problem ? `${problem.why} ${problem.next}` : lookalike,
      fields: [
        ...ownFields(form, voice, say('groups.create.nameHint')),
        {
          kind: 'choice',
          id: 'groupType',
          label: say('groups.create.type'),
          look: 'expanded',
          value: form.groupType,
          choices: form.groupTypes.map((value) => ({ title: say(`groups.type.${value}`), value })),
          requiredError: say('groups.create.typeError'),
        },
        ...ruleFields(form, voice),
      ],
      buttons: [
        primary(say(lookalike ? 'groups.lookalike.button' : 'groups.create.button'), 'createGroup', {
          confirmed: true,
          formId: form.id,
          ...(lookalike ? { value: form.name } : {}),
        }),
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
        ...ownFields(group, voice),
        ...ruleFields(
          {
            joinRule: joinRules.includes(group.joinRule) ? group.joinRule : undefined,
            joinRules,
            isListed: outcome.isListed,
            justification: outcome.justification,
            longestMembership: outcome.maxDurationDays === undefined ? '' : String(outcome.maxDurationDays),
          },
          voice,
        ),
        {
          kind: 'text',
          id: 'asked',
          label: say('groups.manage.asked'),
          value: outcome.asked.join(', '),
          maxLength: 1000,
        },
        ...(outcome.hasPicker ? [pickField('picked', voice, true)] : []),
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
