import { pageFields, toPageWish } from './pageWish.js';
import { takePeriod, type Period } from '../domain/history/period.js';
import { groupFields } from '../domain/terms.js';
import { z } from 'zod';
import type { ClickProblem } from './clickProblem.js';
import { parsePerson, type PersonTarget } from './parsePerson.js';
import type { GroupInput, ResourceTarget } from './adminIntent.js';
import type { Intent } from './intent.js';
import type { Duration, GroupFieldValues } from '../domain/terms.js';
import { settingNames } from '../domain/terms.js';
import type { GroupTarget } from './targets.js';
import type { ParseContext } from './parseContext.js';

// In the place of messages the schemas give codes of `ClickProblem`.
const lost: ClickProblem['code'] = 'tooOld';
const id = z
  .string({ error: lost })
  .trim()
  .min(1, lost)
  .max(100, lost)
  .regex(/^[^/]+$/, lost);
const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);
const text = (longest: number) =>
  z
    .string({ error: lost })
    .max(longest, 'tooLong' satisfies ClickProblem['code'])
    .transform((typed) => typed.trim())
    .optional();
const flag = z
  .union([z.literal(true), z.literal('true')])
  .optional()
  .catch(undefined);
const value = z.string({ error: lost }).max(4000, lost);
const yesOrNo = z.enum(['yes', 'no'], lost);
const group = { groupId: id.optional(), words: text(1000) };
const person = { personId: id.optional(), words: text(1000) };
const confirmed = { confirmed: flag };
/** Until when, as the moment itself; older cards bring a day, which is another moment elsewhere, and what cannot be read is never "for ever". */
const end = {
  endsAt: z.iso.datetime(lost).optional(),
  lastDay: z
    .string()
    .refine(() => false, lost)
    .optional(),
};
/** Of the form or card that a button stands on; one that is none is as good as absent. */
const formId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
  .catch(undefined);

/** Things about a group as JSON, as one button carries them. */
const fieldValues = z
  .string()
  .max(4000)
  .transform((json, context): GroupFieldValues => {
    const parsed = z.partialRecord(z.enum(groupFields), z.string().max(1000)).safeParse(parseJson(json));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: lost });
    return z.NEVER;
  });

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What each button of those who run groups and the organisation sends beside its verb. */
export const adminSchemas = {
  showSettings: z.object({ page }),
  changeSetting: z.object({
    setting: z.enum(settingNames, lost),
    value: value.default(''),
    people: text(1000),
    personId: id.optional(),
    ...confirmed,
  }),
  answerProposal: z.object({ setting: id, value: yesOrNo }),
  setUp: z.object({
    licence: z.enum(['none', 'P1', 'P2'], 'chooseLicence' satisfies ClickProblem['code']).default('none'),
  }),
  listAdmins: z.object({}),
  showDirectory: z.object({}),
  showBotStatus: z.object({}),
  forgetPerson: z.object({ ...person, ...confirmed }),
  releaseBrake: z.object({ groupId: id.optional(), words: text(1000) }),
  changeAdmin: z.object({ ...person, value: yesOrNo, ...confirmed }),
  createGroup: z.object({
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
  manageGroup: z.object(group),
  saveGroup: z.object({
    groupId: id,
    name: text(500),
    description: text(1000),
    joinRule: z.enum(['open', 'ownerApproval', 'ownersOnly'], lost).optional(),
    listed: yesOrNo.optional(),
    justificationRule: z.enum(['off', 'optional', 'required'], lost).optional(),
    longestMembership: text(10),
    asked: text(1000),
    /** What the form showed; on the question that comes back, what is wished for. */
    value: fieldValues.optional(),
    ...confirmed,
  }),
  changeGroup: z.object({
    ...group,
    setting: z.enum(groupFields, lost),
    value,
    ...confirmed,
  }),
  transferGroup: z.object({ ...group, ...person, ...confirmed }),
  deleteGroup: z.object({ ...group, ...confirmed }),
  enrolGroup: z.object({
    ...group,
    /** Several ids, one after the other. */
    value: text(2000),
    setting: z.enum(['open', 'ownerApproval', 'ownersOnly'], lost).optional(),
    ...confirmed,
  }),
  enrolAll: z.object({ value: z.enum(['security', 'm365'], lost), ...confirmed }),
  linkGroup: z.object({ ...group, value: text(100), ...confirmed }),
  showDrift: z.object(group),
  settleDrift: z.object({ ...group, value: z.enum(['takeOver', 'undo', 'leave'], lost) }),
  listOwnerless: z.object(pageFields),
  claimGroup: z.object(group),
  answerClaim: z.object({ groupId: id, personId: id, value: yesOrNo }),
  listMembers: z.object({ ...group, ...pageFields }),
  addMembers: z.object({ ...group, ...person, reason: text(1000), ...end, ...confirmed }),
  importMembers: z.object({ groupId: id, value, ...confirmed }),
  enrolGroups: z.object({ value, formId, ...confirmed }),
  removeMember: z.object({ ...group, ...person, reason: text(1000), ...confirmed }),
  changeRole: z.object({ ...group, ...person, value: z.enum(['owner', 'manager', 'member'], lost), ...confirmed }),
  listResources: z.object(pageFields),
  addResource: z.object({ words: text(1000), value: text(1000), personId: id.optional(), ...confirmed }),
  changeGrant: z.object({ resourceId: id, groupId: id.optional(), words: text(1000), value: yesOrNo, ...confirmed }),
  explainAccess: z.object({ resourceId: id, ...person }),
  listAccess: z.object({ resourceId: id, page }),
  changeBlock: z.object({ resourceId: id, ...person, value: yesOrNo, reason: text(1000), ...confirmed }),
  showHistory: z.object({ groupId: id.optional(), requestId: text(40), page }),
  verifyHistory: z.object({}),
  exportTable: z.object({
    setting: z.enum(['access', 'history'], lost),
    value: z.enum(['csv', 'json'], lost),
    resourceId: id.optional(),
    groupId: id.optional(),
    words: text(20),
  }),
  explainJoin: z.object({ groupId: id, ...person }),
  delegate: z.object({ ...person, groupId: id.optional(), ...end }),
  listDelegations: z.object({}),
  endDelegations: z.object({}),
};

type AdminVerb = keyof typeof adminSchemas;
type DataOf<V extends AdminVerb> = z.infer<(typeof adminSchemas)[V]>;

function periodOf(words = ''): { readonly period?: Period } {
  const { period } = takePeriod(words);
  return period === undefined ? {} : { period };
}

interface Named {
  readonly groupId?: string | undefined;
  readonly personId?: string | undefined;
  readonly words?: string | undefined;
}

function groupOf({ groupId, words }: Named): GroupTarget {
  return groupId === undefined ? { by: 'name', readings: [{ name: words ?? '' }] } : { by: 'id', groupId };
}

function personOf({ personId, words }: Named): PersonTarget {
  return personId === undefined ? (parsePerson(words ?? '') ?? { by: 'name', name: '' }) : { by: 'id', personId };
}

function resourceOf({ resourceId }: { readonly resourceId: string }): ResourceTarget {
  return { by: 'id', resourceId };
}

interface Filled {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly joinRule?: GroupInput['joinRule'];
  readonly justificationRule?: GroupInput['justification'];
  readonly longestMembership?: string | undefined;
}

function groupInput({
  name,
  description,
  joinRule,
  justificationRule,
  longestMembership,
}: { readonly [K in keyof Filled]: Filled[K] | undefined }): GroupInput {
  return {
    ...(name ? { name } : {}),
    ...(description ? { description } : {}),
    ...(joinRule ? { joinRule } : {}),
    ...(justificationRule ? { justification: justificationRule } : {}),
    ...(longestMembership ? { longestMembership } : {}),
  };
}

function filledValues(filled: {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly joinRule?: string | undefined;
  readonly listed?: string | undefined;
  readonly justificationRule?: string | undefined;
  readonly longestMembership?: string | undefined;
  readonly asked?: string | undefined;
}): GroupFieldValues {
  const { name, description = '', joinRule, listed, justificationRule, longestMembership, asked } = filled;
  return {
    description,
    ...(listed ? { listed } : {}),
    ...(justificationRule ? { justification: justificationRule } : {}),
    // A field that was emptied: no limit, and everybody who may decide.
    longestMembership: longestMembership || 'none',
    asked: asked || 'all',
    ...(joinRule ? { joinRule } : {}),
    ...(name ? { name } : {}),
  };
}

function sure({ confirmed: is }: { readonly confirmed?: true | 'true' | undefined }): { readonly confirmed?: true } {
  return is ? { confirmed: true } : {};
}

function until({ endsAt }: { readonly endsAt?: string | undefined }): { readonly duration?: Duration } {
  return endsAt === undefined ? {} : { duration: { kind: 'until', until: Date.parse(endsAt) } };
}

function why({ reason }: { readonly reason?: string | undefined }): { readonly justification?: string } {
  return reason ? { justification: reason } : {};
}

/** What each click means. */
export const adminActions: {
  readonly [V in AdminVerb]: (data: DataOf<V>, context: ParseContext) => Intent | ClickProblem['code'];
} = {
  showSettings: ({ page: at }) => ({ kind: 'showSettings', page: at }),
  changeSetting: ({ setting, value: given, people: typed, personId, ...rest }) => {
    const [chosen = '', ids = ''] = given.trim().split(':');
    const named = (typed ?? '')
      .split(/[,;\n]+/)
      .map((part) => parsePerson(part))
      .filter((one) => one !== undefined);
    // Names are for "selected" alone; of the other answers they were left over from before.
    const first = named.length > 0 && chosen === '' ? 'selected' : chosen;
    const people: PersonTarget[] = [
      ...[...ids.split(','), personId ?? '']
        .filter((one) => one !== '')
        .map((one): PersonTarget => ({ by: 'id', personId: one })),
      ...(first === 'selected' ? named : []),
    ];
    return { kind: 'changeSetting', setting, value: first, ...(people.length > 0 ? { people } : {}), ...sure(rest) };
  },
  answerProposal: (data) => ({ kind: 'answerProposal', accepted: data.value === 'yes', proposalId: data.setting }),
  setUp: ({ licence }) => ({ kind: 'setUp', licence }),
  listAdmins: () => ({ kind: 'listAdmins' }),
  showDirectory: () => ({ kind: 'showDirectory' }),
  showBotStatus: () => ({ kind: 'showBotStatus' }),
  forgetPerson: (data) => ({ kind: 'forgetPerson', person: personOf(data), ...sure(data) }),
  releaseBrake: ({ groupId, words }) =>
    groupId || words ? { kind: 'releaseBrake', target: groupOf({ groupId, words }) } : { kind: 'releaseBrake' },
  changeAdmin: (data) => ({ kind: 'changeAdmin', person: personOf(data), is: data.value === 'yes', ...sure(data) }),
  createGroup: ({
    value,
    name,
    description,
    groupType,
    formId,
    joinRule,
    justificationRule,
    longestMembership,
    ...rest
  }) => {
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
  saveGroup: ({ groupId, value, ...filled }) => ({
    kind: 'saveGroup',
    target: { by: 'id', groupId },
    ...(filled.confirmed
      ? { values: value ?? {}, confirmed: true as const }
      : { values: filledValues(filled), ...(value ? { shown: value } : {}) }),
  }),
  manageGroup: (data) => ({ kind: 'manageGroup', target: groupOf(data) }),
  changeGroup: (data) => ({
    kind: 'changeGroup',
    target: groupOf(data),
    field: data.setting,
    value: data.value,
    ...sure(data),
  }),
  transferGroup: (data) => ({ kind: 'transferGroup', target: groupOf(data), person: personOf(data), ...sure(data) }),
  deleteGroup: (data) => ({ kind: 'deleteGroup', target: groupOf(data), ...sure(data) }),
  enrolGroup: ({ value: ids, setting: rule, ...data }) => ({
    kind: 'enrolGroup',
    target: ids ? { by: 'id', groupId: ids } : groupOf(data),
    ...(rule ? { joinRule: rule } : {}),
    ...sure(data),
  }),
  enrolAll: (data) => ({ kind: 'enrolAll', of: data.value, ...sure(data) }),
  linkGroup: (data) => ({
    kind: 'linkGroup',
    target: groupOf(data),
    ...(data.value ? { to: data.value } : {}),
    ...sure(data),
  }),
  showDrift: (data) => ({ kind: 'showDrift', target: groupOf(data) }),
  settleDrift: (data) => ({ kind: 'settleDrift', target: groupOf(data), answer: data.value }),
  listOwnerless: (data) => ({ kind: 'listOwnerless', ...toPageWish(data) }),
  claimGroup: (data) => ({ kind: 'claimGroup', target: groupOf(data) }),
  answerClaim: (data) => ({
    kind: 'answerClaim',
    target: groupOf(data),
    person: personOf(data),
    accepted: data.value === 'yes',
  }),
  listMembers: (data) => ({ kind: 'listMembers', target: groupOf(data), ...toPageWish(data) }),
  addMembers: (data) => {
    return {
      kind: 'addMembers',
      target: groupOf(data),
      people: [personOf(data)],
      ...why(data),
      ...until(data),
      ...sure(data),
    };
  },
  enrolGroups: (data) => ({
    kind: 'enrolGroups',
    list: data.value,
    ...(data.formId ? { formId: data.formId } : {}),
    ...sure(data),
  }),
  importMembers: (data) => ({ kind: 'importMembers', target: groupOf(data), list: data.value, ...sure(data) }),
  removeMember: (data) => ({
    kind: 'removeMember',
    target: groupOf(data),
    person: personOf(data),
    ...why(data),
    ...sure(data),
  }),
  changeRole: (data) => ({
    kind: 'changeRole',
    target: groupOf(data),
    person: personOf(data),
    role: data.value,
    ...sure(data),
  }),
  listResources: (data) => ({ kind: 'listResources', ...toPageWish(data) }),
  addResource: ({ words = '', value: link, personId, ...rest }) => ({
    kind: 'addResource',
    name: words,
    ...(link ? { link } : {}),
    ...(personId ? { owner: { by: 'id', personId } } : {}),
    ...sure(rest),
  }),
  changeGrant: (data) => ({
    kind: 'changeGrant',
    resource: resourceOf(data),
    target: groupOf(data),
    is: data.value === 'yes',
    ...sure(data),
  }),
  explainAccess: (data) => ({
    kind: 'explainAccess',
    resource: resourceOf(data),
    ...(data.personId || data.words ? { person: personOf(data) } : {}),
  }),
  listAccess: (data) => ({ kind: 'listAccess', resource: resourceOf(data), page: data.page }),
  changeBlock: (data) => ({
    kind: 'changeBlock',
    resource: resourceOf(data),
    person: personOf(data),
    is: data.value === 'yes',
    ...why(data),
    ...sure(data),
  }),
  showHistory: ({ groupId, requestId, page: at }) =>
    requestId
      ? { kind: 'showHistory', about: { of: 'request', requestId }, page: at }
      : { kind: 'showHistory', about: { of: 'group', target: groupOf({ groupId }) }, page: at },
  verifyHistory: () => ({ kind: 'verifyHistory' }),
  exportTable: ({ setting, value: format, resourceId, groupId, words }) => ({
    kind: 'exportTable',
    table: setting,
    format,
    ...(resourceId ? { resource: { by: 'id', resourceId } } : {}),
    ...(groupId ? { target: { by: 'id', groupId } } : {}),
    ...periodOf(words),
  }),
  explainJoin: (data) => ({
    kind: 'explainJoin',
    target: groupOf(data),
    ...(data.personId || data.words ? { person: personOf(data) } : {}),
  }),
  delegate: (data) => {
    return {
      kind: 'delegate',
      person: personOf(data),
      ...(data.groupId ? { target: groupOf(data) } : {}),
      ...until(data),
    };
  },
  listDelegations: () => ({ kind: 'listDelegations' }),
  endDelegations: () => ({ kind: 'endDelegations' }),
};
