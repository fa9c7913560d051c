import { count, days, oneOf, text, toWords, words, yesNo, type SettingSort, type SettingValue } from './sorts.js';
import { defaultLimits, type LimitName } from '../limits.js';
import { defaultVolunteerDays, type OwnerAssignment, type Tenant } from '../tenant.js';
import { findNameProblem, toGroupName } from '../../groups/groupNames.js';
import type { Group } from '../../groups/group.js';
import type { GroupType, JoinRule, JustificationRule, Licence, SettingName } from '../../terms.js';

/** A setting, in one place: everything else about it follows from its sort. */
export interface SettingRow {
  readonly sort: SettingSort;
  readonly page: 'access' | 'rules';
  read(tenant: Tenant): SettingValue;
  /** The settings as a value would have them; the record's version and effects are not touched. */
  write(tenant: Tenant, wish: SettingValue): Tenant;
  /** Whether a value matters to a group; `next`: the settings with it. */
  touches(group: Group, value: string, next: Tenant): boolean;
  /** Whom it matters to: everybody, the owners of the groups it touches, administrators, or those whom the value names. */
  readonly whom: 'everybody' | 'owners' | 'admins' | 'named';
  /** Whether it matters to requests that wait. */
  readonly touchesRequests: boolean;
}

const looseRules: readonly JoinRule[] = ['ownersOnly', 'ownerApproval', 'open'];
const looseReasons: readonly JustificationRule[] = ['required', 'optional', 'off'];

/** Everything that administrators can set: A–E with its twin, the licence, and the rules for all groups. */
export const settingRows: { readonly [K in SettingName]: SettingRow } = {
  ownersManageRequests: {
    ...flag('yes', 'ownersManageRequests'),
    touches: takesRequests,
    whom: 'everybody',
    touchesRequests: true,
  },
  restrictGroupAccess: {
    ...flag('no', 'restrictGroupAccess'),
    touches: () => true,
    whom: 'everybody',
    touchesRequests: true,
  },
  usersCreateSecurityGroups: {
    ...flag('yes', 'usersCreateSecurityGroups'),
    touches: ofType('security'),
    whom: 'everybody',
    touchesRequests: false,
  },
  usersCreateM365Groups: {
    ...flag('yes', 'usersCreateM365Groups'),
    touches: ofType('m365'),
    whom: 'everybody',
    touchesRequests: false,
  },
  usersAddResources: {
    sort: yesNo('yes'),
    page: 'access',
    read: ({ keepsResources }) => ({ value: keepsResources ? 'no' : 'yes' }),
    write(tenant, { value }) {
      const { keepsResources: _, ...rest } = tenant;
      return value === 'no' ? { ...rest, keepsResources: true } : rest;
    },
    touches: () => false,
    whom: 'everybody',
    touchesRequests: false,
  },
  ownersAssignOwnersSecurity: ownerAssignment('security'),
  ownersAssignOwnersM365: ownerAssignment('m365'),
  licence: {
    // P2 opens nothing here that P1 does not.
    sort: oneOf(['none', 'P1', 'P2'], { P2: 'P1' }),
    page: 'access',
    read: ({ licence }) => ({ value: licence }),
    write: (tenant, { value }) => ({ ...tenant, licence: value as Licence }),
    touches: takesRequests,
    whom: 'everybody',
    touchesRequests: true,
  },
  licensedPeople: {
    sort: oneOf(['none', 'selected']),
    page: 'access',
    read: ({ licensedIds }) => ({ value: licensedIds.length > 0 ? 'selected' : 'none', personIds: licensedIds }),
    write: (tenant, { value, personIds = [] }) => ({ ...tenant, licensedIds: value === 'none' ? [] : personIds }),
    touches: takesRequests,
    whom: 'named',
    touchesRequests: true,
  },
  leastJoinRule: {
    ...rule(oneOf(looseRules)),
    read: ({ guardrails }) => ({ value: guardrails.leastJoinRule ?? 'open' }),
    write: (tenant, { value }) => ({
      ...tenant,
      guardrails: { ...tenant.guardrails, leastJoinRule: value as JoinRule },
    }),
    touches: ({ joinRule }, value) => looseRules.indexOf(joinRule) > looseRules.indexOf(value as JoinRule),
  },
  longestMembership: {
    ...rule(days),
    read: ({ guardrails: { maxDurationDays } }) => ({ value: String(maxDurationDays ?? 'none') }),
    write(tenant, { value }) {
      const { maxDurationDays: _, ...rest } = tenant.guardrails;
      return { ...tenant, guardrails: value === 'none' ? rest : { ...rest, maxDurationDays: Number(value) } };
    },
    touches: ({ maxDurationDays = Infinity }, value) => value !== 'none' && maxDurationDays > Number(value),
  },
  justificationFloor: {
    ...rule(oneOf(looseReasons)),
    read: ({ guardrails }) => ({ value: guardrails.justification }),
    write: (tenant, { value }) => ({
      ...tenant,
      guardrails: { ...tenant.guardrails, justification: value as JustificationRule },
    }),
    touches: ({ justification }, value) =>
      looseReasons.indexOf(justification) > looseReasons.indexOf(value as JustificationRule),
  },
  namePrefix: {
    ...rule(text),
    read: ({ naming }) => ({ value: naming?.prefix || 'none' }),
    write: (tenant, { value }) => ({
      ...tenant,
      naming: { blockedWords: tenant.naming?.blockedWords ?? [], ...(value === 'none' ? {} : { prefix: value }) },
    }),
    touches: wantsAnotherName,
  },
  blockedWords: {
    ...rule(words),
    read: ({ naming }) => ({ value: naming?.blockedWords.join(', ') || 'none' }),
    write: (tenant, { value }) => ({ ...tenant, naming: { ...tenant.naming, blockedWords: toWords(value) } }),
    touches: wantsAnotherName,
  },
  messagesPerMinute: limit('messagesPerMinute', 1_000),
  openRequests: limit('openRequests', 1_000),
  groupsPerDay: limit('groupsPerDay', 1_000),
  unknownNames: { ...limit('unknownNames', 1_000), page: 'access' },
  reasonsKept: {
    ...rule(days),
    whom: 'everybody',
    read: ({ reasonsKeptDays }) => ({ value: String(reasonsKeptDays ?? 'none') }),
    write(tenant, { value }) {
      const { reasonsKeptDays: _, ...rest } = tenant;
      return value === 'none' ? rest : { ...rest, reasonsKeptDays: Number(value) };
    },
    touches: () => false,
  },
  adminsConfirmed: {
    ...rule(yesNo('no')),
    whom: 'admins',
    read: ({ trustsNewAdmins }) => ({ value: trustsNewAdmins ? 'no' : 'yes' }),
    write(tenant, { value }) {
      const { trustsNewAdmins: _, ...rest } = tenant;
      return value === 'no' ? { ...rest, trustsNewAdmins: true } : rest;
    },
    touches: () => false,
  },
  leaversOut: {
    ...rule(yesNo('no')),
    page: 'access',
    whom: 'admins',
    read: ({ keepsLeavers }) => ({ value: keepsLeavers ? 'no' : 'yes' }),
    write(tenant, { value }) {
      const { keepsLeavers: _, ...rest } = tenant;
      return value === 'no' ? { ...rest, keepsLeavers: true } : rest;
    },
    touches: () => false,
  },
  volunteerDays: {
    ...rule(days),
    whom: 'admins',
    read: ({ volunteerDays = defaultVolunteerDays }) => ({ value: String(volunteerDays) }),
    write: (tenant, { value }) => ({ ...tenant, volunteerDays: value === 'none' ? 'none' : Number(value) }),
    touches: () => false,
  },
};

type Flag = 'ownersManageRequests' | 'restrictGroupAccess' | 'usersCreateSecurityGroups' | 'usersCreateM365Groups';

function flag(looser: 'yes' | 'no', field: Flag): Pick<SettingRow, 'sort' | 'page' | 'read' | 'write'> {
  return {
    sort: yesNo(looser),
    page: 'access',
    read: (tenant) => ({ value: tenant[field] ? 'yes' : 'no' }),
    write: (tenant, { value }) => ({ ...tenant, [field]: value === 'yes' }),
  };
}

/** Setting E of one kind of group (S72, S75, Q2). */
function ownerAssignment(type: GroupType): SettingRow {
  return {
    sort: oneOf(['none', 'selected', 'all']),
    page: 'access',
    read({ ownersCanAssignOwners }) {
      const { mode, selectedIds } = ownersCanAssignOwners[type];
      return { value: mode, personIds: mode === 'selected' ? selectedIds : [] };
    },
    write(tenant, { value, personIds = [] }) {
      const assignment = { mode: value, selectedIds: value === 'selected' ? personIds : [] } as OwnerAssignment;
      return { ...tenant, ownersCanAssignOwners: { ...tenant.ownersCanAssignOwners, [type]: assignment } };
    },
    touches: ofType(type),
    whom: 'owners',
    touchesRequests: false,
  };
}

/** A rule that every group follows from then on. */
function rule(sort: SettingSort): Pick<SettingRow, 'sort' | 'page' | 'whom' | 'touchesRequests'> {
  return { sort, page: 'rules', whom: 'owners', touchesRequests: false };
}

/** How much one person may do; it changes nothing that is there already. */
function limit(name: LimitName, most: number): SettingRow {
  return {
    ...rule(count(most, String(defaultLimits[name]))),
    read: ({ limits }) => ({ value: String(limits?.[name] ?? defaultLimits[name]) }),
    write: (tenant, { value }) => ({
      ...tenant,
      limits: { ...tenant.limits, [name]: value === 'none' ? 'none' : Number(value) },
    }),
    touches: () => false,
  };
}

function ofType(type: GroupType): SettingRow['touches'] {
  return ({ groupType }) => groupType === type;
}

function takesRequests({ joinRule, unsupportedKind }: Group): boolean {
  return joinRule !== 'ownersOnly' && unsupportedKind === undefined;
}

/** Whether a group would need another name if it were made now. */
function wantsAnotherName({ name }: Group, _value: string, next: Tenant): boolean {
  return toGroupName(name, next) !== name || findNameProblem(name, next) !== undefined;
}
