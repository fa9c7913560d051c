import type { Turn } from '../turn.js';
import { adminIdsOf } from '../../domain/groups/policy.js';
import { settingRows } from '../../domain/organisation/settings/rows.js';
import { withSetting } from '../../domain/organisation/settings/settings.js';
import type { Tenant, SettingWish } from '../../domain/organisation/tenant.js';

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
  const row = settingRows[wish.name];
  const touched = groups.filter(
    (group) => group.deletedAt === undefined && group.knownAs === undefined && row.touches(group, wish.value, next),
  );
  const whom = {
    everybody: people,
    owners: new Set(touched.flatMap(({ ownerIds }) => ownerIds)).size,
    admins: adminIdsOf(tenant).length,
    named: new Set([...(wish.personIds ?? []), ...(row.read(tenant).personIds ?? [])]).size,
  };
  return { people: whom[row.whom], groups: touched.length, requests: row.touchesRequests ? requests : 0 };
}
