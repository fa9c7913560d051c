import { toNameKey } from '../names.js';
import type { OwnerAssignment, Tenant, SettingWish } from './tenant.js';
import type { JoinRule, JustificationRule, Licence, SettingName } from '../terms.js';
/** The values that each setting can have, from the tightest to the loosest; free ones have none. */
export const settingValues: { readonly [K in SettingName]: readonly string[] } = {
  ownersManageRequests: ['no', 'yes'],
  restrictGroupAccess: ['yes', 'no'],
  usersCreateSecurityGroups: ['no', 'yes'],
  usersCreateM365Groups: ['no', 'yes'],
  ownersAssignOwnersSecurity: ['none', 'selected', 'all'],
  ownersAssignOwnersM365: ['none', 'selected', 'all'],
  licence: ['none', 'P1', 'P2'],
  licensedPeople: ['none', 'selected'],
  leastJoinRule: ['ownersOnly', 'ownerApproval', 'open'],
  longestMembership: [],
  justificationFloor: ['required', 'optional', 'off'],
  namePrefix: [],
  blockedWords: [],
};

/** The longest membership that can be set, in days. */
export const longestDays = 3650;

/** The longest prefix of group names, and the longest blocked word, in characters; and how many words can be blocked. */
const longestPrefix = 30;
const longestWord = 40;
const mostWords = 50;

/** How a setting stands now. */
export function readSetting(tenant: Tenant, name: SettingName): SettingWish {
  const bool = (is: boolean): SettingWish => ({ name, value: is ? 'yes' : 'no' });
  const assignment = ({ mode, selectedIds }: OwnerAssignment): SettingWish => ({
    name,
    value: mode,
    personIds: mode === 'selected' ? selectedIds : [],
  });
  switch (name) {
    case 'ownersManageRequests':
    case 'restrictGroupAccess':
    case 'usersCreateSecurityGroups':
    case 'usersCreateM365Groups':
      return bool(tenant[name]);
    case 'ownersAssignOwnersSecurity':
      return assignment(tenant.ownersCanAssignOwners.security);
    case 'ownersAssignOwnersM365':
      return assignment(tenant.ownersCanAssignOwners.m365);
    case 'licence':
      return { name, value: tenant.licence };
    case 'licensedPeople':
      return { name, value: tenant.licensedIds.length > 0 ? 'selected' : 'none', personIds: tenant.licensedIds };
    case 'leastJoinRule':
      return { name, value: tenant.guardrails.leastJoinRule ?? 'open' };
    case 'longestMembership':
      return {
        name,
        value: tenant.guardrails.maxDurationDays === undefined ? 'none' : String(tenant.guardrails.maxDurationDays),
      };
    case 'justificationFloor':
      return { name, value: tenant.guardrails.justification };
    case 'namePrefix':
      return { name, value: tenant.naming?.prefix || 'none' };
    case 'blockedWords':
      return { name, value: tenant.naming?.blockedWords.join(', ') || 'none' };
  }
}

/** A wish as it is kept: blocked words one by one, each once. */
export function tidyWish(wish: SettingWish): SettingWish {
  const value = wish.value.replace(/\s+/g, ' ').trim();
  if (wish.name !== 'blockedWords') return { ...wish, value };
  const words = new Map(value.split(/[,;]/).map((word) => [toNameKey(word), word.trim()]));
  words.delete('');
  return { ...wish, value: [...words.values()].join(', ') };
}

/** Whether a wish is one that its setting can have. */
export function isPossible({ name, value, personIds = [] }: SettingWish): boolean {
  if (name === 'longestMembership')
    return value === 'none' || (/^[1-9]\d{0,3}$/.test(value) && Number(value) <= longestDays);
  if (name === 'namePrefix') return value !== '' && [...value].length <= longestPrefix;
  if (name === 'blockedWords')
    return (
      wordsOf(value).length <= mostWords &&
      value !== '' &&
      wordsOf(value).every((word) => [...word].length <= longestWord && /[\p{L}\p{N}]/u.test(word))
    );
  return settingValues[name].includes(value) && (value !== 'selected' || personIds.length > 0);
}

/** The settings as a wish would have them; the record's version and effects are not touched. */
export function withSetting(tenant: Tenant, { name, value, personIds = [] }: SettingWish): Tenant {
  const assignment = { mode: value, selectedIds: value === 'selected' ? personIds : [] } as OwnerAssignment;
  const { maxDurationDays: _, ...limits } = tenant.guardrails;
  switch (name) {
    case 'ownersManageRequests':
    case 'restrictGroupAccess':
    case 'usersCreateSecurityGroups':
    case 'usersCreateM365Groups':
      return { ...tenant, [name]: value === 'yes' };
    case 'ownersAssignOwnersSecurity':
      return { ...tenant, ownersCanAssignOwners: { ...tenant.ownersCanAssignOwners, security: assignment } };
    case 'ownersAssignOwnersM365':
      return { ...tenant, ownersCanAssignOwners: { ...tenant.ownersCanAssignOwners, m365: assignment } };
    case 'licence':
      return { ...tenant, licence: value as Licence };
    case 'licensedPeople':
      return { ...tenant, licensedIds: value === 'none' ? [] : personIds };
    case 'leastJoinRule':
      return { ...tenant, guardrails: { ...tenant.guardrails, leastJoinRule: value as JoinRule } };
    case 'longestMembership':
      return { ...tenant, guardrails: value === 'none' ? limits : { ...limits, maxDurationDays: Number(value) } };
    case 'justificationFloor':
      return { ...tenant, guardrails: { ...tenant.guardrails, justification: value as JustificationRule } };
    case 'namePrefix':
      return {
        ...tenant,
        naming: { blockedWords: tenant.naming?.blockedWords ?? [], ...(value === 'none' ? {} : { prefix: value }) },
      };
    case 'blockedWords':
      return { ...tenant, naming: { ...tenant.naming, blockedWords: wordsOf(value) } };
  }
}

/** Whether a wish gives anybody more than the setting does now (F59). */
export function isLooser(now: SettingWish, wish: SettingWish): boolean {
  if (wish.name === 'longestMembership') return daysOf(wish.value) > daysOf(now.value);
  if (wish.name === 'namePrefix') return now.value !== 'none';
  if (wish.name === 'blockedWords')
    return wordsOf(now.value).some((word) => !wordsOf(wish.value).map(toNameKey).includes(toNameKey(word)));
  const scale = settingValues[wish.name];
  const [from, to] = [scale.indexOf(now.value), scale.indexOf(wish.value)];
  // P2 opens nothing here that P1 does not.
  if (wish.name === 'licence') return from === 0 && to > 0;
  if (from === to && wish.value === 'selected')
    return (wish.personIds ?? []).some((id) => !(now.personIds ?? []).includes(id));
  return to > from;
}

/** Whether a wish is what the setting says already. */
export function isSame(now: SettingWish, wish: SettingWish): boolean {
  const [a, b] = [now.personIds ?? [], wish.personIds ?? []];
  return (
    now.value === wish.value &&
    (wish.value !== 'selected' || (a.length === b.length && a.every((id) => b.includes(id))))
  );
}

function wordsOf(value: string): string[] {
  return value === 'none' ? [] : value.split(', ');
}

function daysOf(value: string): number {
  return value === 'none' ? Infinity : Number(value);
}
