import type { Turn } from '../turn.js';
import type { Group } from '../../domain/groups/group.js';
import { findNameProblem, toGroupName } from '../../domain/groups/groupNames.js';
import { readSetting, settingValues, withSetting } from '../../domain/organisation/settings.js';
import type { Tenant, SettingWish } from '../../domain/organisation/tenant.js';
import type { SettingName } from '../../domain/terms.js';

/** Groups that are read for a preview; a larger organisation reads "more than". */
const mostGroups = 5_000;

/** Whom and what a change of a setting touches (F62). */
export async function countAffected(
  turn: Turn,
  tenant: Tenant,
  wish: SettingWish,
): Promise<{ people: number; groups: number; requests: number }> {
  const [groups, people, requests] = await Promise.all([
    turn.store.read('groups').find({ where: {}, limit: mostGroups }),
    turn.store.read('people').count({}),
    turn.store.read('requests').count({ status: 'pending' }),
  ]);
  const next = withSetting(tenant, wish);
  const touched = groups.filter((group) => group.deletedAt === undefined && touches(wish, group, next));
  const owners = new Set(touched.flatMap(({ ownerIds }) => ownerIds)).size;
  const everybody: readonly SettingName[] = [
    'restrictGroupAccess',
    'usersCreateSecurityGroups',
    'usersCreateM365Groups',
    'licence',
    'ownersManageRequests',
  ];
  const withRequests: readonly SettingName[] = [
    'restrictGroupAccess',
    'licence',
    'licensedPeople',
    'ownersManageRequests',
  ];
  return {
    people:
      wish.name === 'licensedPeople'
        ? new Set([...(wish.personIds ?? []), ...(readSetting(tenant, wish.name).personIds ?? [])]).size
        : everybody.includes(wish.name)
          ? people
          : owners,
    groups: touched.length,
    requests: withRequests.includes(wish.name) ? requests : 0,
  };
}

function touches({ name, value }: SettingWish, group: Group, next: Tenant): boolean {
  switch (name) {
    case 'usersCreateSecurityGroups':
    case 'ownersAssignOwnersSecurity':
      return group.groupType === 'security';
    case 'usersCreateM365Groups':
    case 'ownersAssignOwnersM365':
      return group.groupType === 'm365';
    case 'ownersManageRequests':
    case 'licence':
    case 'licensedPeople':
      return group.joinRule !== 'ownersOnly' && group.unsupportedKind === undefined;
    case 'restrictGroupAccess':
      return true;
    case 'leastJoinRule':
      return settingValues.leastJoinRule.indexOf(group.joinRule) > settingValues.leastJoinRule.indexOf(value);
    case 'longestMembership':
      return value !== 'none' && (group.maxDurationDays === undefined || group.maxDurationDays > Number(value));
    case 'justificationFloor':
      return (
        settingValues.justificationFloor.indexOf(group.justification) > settingValues.justificationFloor.indexOf(value)
      );
    case 'namePrefix':
    case 'blockedWords':
      // Those that would need another name if they were made now.
      return toGroupName(group.name, next) !== group.name || findNameProblem(group.name, next) !== undefined;
  }
}
