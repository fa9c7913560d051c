import { given } from '../../domain/given.js';
import type { JoinRule, JustificationRule } from '../../domain/terms.js';
import type { Voice } from '../../messages/voice.js';
import type { Field } from '../parts/form.js';

/** What both forms show of a group's rules. */
interface GroupRules {
  readonly joinRule?: JoinRule | undefined;
  readonly joinRules: readonly JoinRule[];
  /** Absent where a group is always listed: while it is made (Q14). */
  readonly isListed?: boolean;
  readonly justification: JustificationRule;
  readonly longestMembership: string;
}

/** What a group is called and about, in both forms. */
export function ownFields(
  { name, description }: { readonly name: string; readonly description: string },
  { say }: Voice,
  hint?: string,
): Field[] {
  return [
    {
      kind: 'text',
      id: 'name',
      label: say('groups.create.name'),
      ...given({ hint }),
      value: name,
      maxLength: 120,
      requiredError: say('groups.create.nameError'),
    },
    {
      kind: 'text',
      id: 'description',
      label: say('groups.create.description'),
      value: description,
      lines: 'many',
      maxLength: 1000,
    },
  ];
}

/** How people come in and for how long, in both forms. */
export function ruleFields(
  { joinRule, joinRules, isListed, justification, longestMembership }: GroupRules,
  { say }: Voice,
): Field[] {
  const reasons = ['off', 'optional', 'required'] as const;
  const listedField: Field = {
    kind: 'choice',
    id: 'listed',
    label: say('groups.manage.listed'),
    value: isListed ? 'yes' : 'no',
    choices: [
      { title: say('groups.manage.listedYes'), value: 'yes' },
      { title: say('groups.manage.listedNo'), value: 'no' },
    ],
  };
  return [
    {
      kind: 'choice',
      id: 'joinRule',
      label: say('groups.manage.joinRule'),
      value: joinRule,
      choices: joinRules.map((value) => ({ title: say(`groups.joinRule.${value}`), value })),
    },
    ...(isListed === undefined ? [] : [listedField]),
    {
      kind: 'choice',
      id: 'justificationRule',
      label: say('groups.manage.reason'),
      value: justification,
      choices: reasons.map((value) => ({ title: say(`shared.justificationRule.${value}`), value })),
    },
    {
      kind: 'text',
      id: 'longestMembership',
      label: say('groups.create.longest'),
      value: longestMembership,
      maxLength: 4,
    },
  ];
}
