import { z } from 'zod';
import { click, type Clicks } from './click.js';
import {
  confirmed,
  formId,
  group,
  groupOf,
  id,
  lost,
  person,
  personOf,
  picked,
  pickedGroup,
  sure,
  text,
  value,
  withPicked,
  words,
  yesOrNo,
} from './fields.js';
import { fieldValues, filledValues, groupInput } from './groupFields.js';
import type { ClickProblem } from '../clickProblem.js';
import { pageFields, toPageWish } from '../pageWish.js';
import { groupFields } from '../../domain/terms.js';

/** The buttons of groups. */
export const groupClicks = {
  browseGroups: click(z.object({ words, ...pageFields }), (data) => ({
    kind: 'browseGroups',
    words: data.words,
    ...toPageWish(data),
  })),
  showGroup: click(z.object({ groupId: pickedGroup }), ({ groupId: id }) => ({
    kind: 'showGroup',
    target: { by: 'id', groupId: id },
  })),
  createGroup: click(
    z.object({
      name: text(500),
      description: text(1000),
      groupType: z.enum(['security', 'm365'], 'chooseKind' satisfies ClickProblem['code']).optional(),
      joinRule: z.enum(['open', 'ownerApproval', 'ownersOnly'], lost).optional(),
      justificationRule: z.enum(['off', 'optional', 'required'], lost).optional(),
      longestMembership: text(10),
      formId,
      value: text(500),
      ...confirmed,
    }),
    ({ value, name, description, groupType, formId, joinRule, justificationRule, longestMembership, ...rest }) => {
      return {
        kind: 'createGroup',
        input: {
          ...groupInput({ name, description, joinRule, justificationRule, longestMembership }),
          ...(groupType ? { groupType } : {}),
          ...(formId ? { formId } : {}),
          ...(value ? { sureOf: value } : {}),
        },
        ...sure(rest),
      };
    },
  ),
  manageGroup: click(z.object(group), (data) => ({ kind: 'manageGroup', target: groupOf(data) })),
  saveGroup: click(
    z.object({
      groupId: id,
      name: text(500),
      description: text(1000),
      joinRule: z.enum(['open', 'ownerApproval', 'ownersOnly'], lost).optional(),
      listed: yesOrNo.optional(),
      justificationRule: z.enum(['off', 'optional', 'required'], lost).optional(),
      longestMembership: text(10),
      asked: text(1000),
      picked,
      /** What the form showed; on the question that comes back, what is wished for. */
      value: fieldValues.optional(),
      ...confirmed,
    }),
    ({ groupId, value, picked: mentions, ...filled }) => ({
      kind: 'saveGroup',
      target: { by: 'id', groupId },
      ...(filled.confirmed
        ? { values: value ?? {}, confirmed: true as const }
        : {
            values: filledValues({ ...filled, asked: withPicked(filled.asked, mentions) }),
            ...(value ? { shown: value } : {}),
          }),
    }),
  ),
  changeGroup: click(
    z.object({
      ...group,
      setting: z.enum(groupFields, lost),
      value,
      ...confirmed,
    }),
    (data) => ({
      kind: 'changeGroup',
      target: groupOf(data),
      field: data.setting,
      value: data.value,
      ...sure(data),
    }),
  ),
  transferGroup: click(z.object({ ...group, ...person, ...confirmed }), (data) => ({
    kind: 'transferGroup',
    target: groupOf(data),
    person: personOf(data),
    ...sure(data),
  })),
  deleteGroup: click(z.object({ ...group, ...confirmed }), (data) => ({
    kind: 'deleteGroup',
    target: groupOf(data),
    ...sure(data),
  })),
  enrolGroup: click(
    z.object({
      ...group,
      /** Several ids, one after the other. */
      value: text(2000),
      setting: z.enum(['open', 'ownerApproval', 'ownersOnly'], lost).optional(),
      ...confirmed,
    }),
    ({ value: ids, setting: rule, ...data }) => ({
      kind: 'enrolGroup',
      target: ids ? { by: 'id', groupId: ids } : groupOf(data),
      ...(rule ? { joinRule: rule } : {}),
      ...sure(data),
    }),
  ),
  enrolGroups: click(z.object({ value, formId, ...confirmed }), (data) => ({
    kind: 'enrolGroups',
    list: data.value,
    ...(data.formId ? { formId: data.formId } : {}),
    ...sure(data),
  })),
  enrolAll: click(z.object({ value: z.enum(['security', 'm365'], lost), ...confirmed }), (data) => ({
    kind: 'enrolAll',
    of: data.value,
    ...sure(data),
  })),
  linkGroup: click(z.object({ ...group, value: text(100), ...confirmed }), (data) => ({
    kind: 'linkGroup',
    target: groupOf(data),
    ...(data.value ? { to: data.value } : {}),
    ...sure(data),
  })),
  listOwnerless: click(z.object(pageFields), (data) => ({ kind: 'listOwnerless', ...toPageWish(data) })),
  claimGroup: click(z.object(group), (data) => ({ kind: 'claimGroup', target: groupOf(data) })),
  answerClaim: click(z.object({ groupId: id, personId: id, value: yesOrNo }), (data) => ({
    kind: 'answerClaim',
    target: groupOf(data),
    person: personOf(data),
    accepted: data.value === 'yes',
  })),
} satisfies Clicks;
