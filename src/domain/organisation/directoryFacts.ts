import { authorize } from '../authorized.js';
import { adminIdsOf } from '../groups/policy.js';
import type { News } from '../news.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';
import type { Tenant } from './tenant.js';
import { record, tell } from './tenantChanges.js';
import type { Licence, PersonId } from '../terms.js';

/** An organisation whose administrators by role are these now; nothing when they are (Q17). */
export function seeAdministrators(
  tenant: Tenant,
  ids: readonly PersonId[],
  occasion: Occasion,
): Granted<'seeAdministrators', Tenant> | undefined {
  const before = tenant.roleAdminIds ?? [];
  const came = ids.filter((id) => !before.includes(id));
  const went = before.filter((id) => !ids.includes(id));
  if (came.length + went.length === 0) return undefined;
  const { roleAdminIds: _, ...rest } = tenant;
  const event = (kind: 'adminAdded' | 'adminRemoved') => (subjectId: PersonId) =>
    record({ kind, isOutside: true, subjectId }, occasion);
  const tasks = [...came.map(event('adminAdded')), ...went.map(event('adminRemoved'))];
  const next: Tenant = ids.length === 0 ? rest : { ...rest, roleAdminIds: ids };
  return { proof: authorize('seeAdministrators'), document: withEffects(next, tasks, occasion) };
}

/**
 * An organisation whose licence is as the directory has it, as long as nobody has set it otherwise; nothing when it is.
 * `unknown`: it may not be read (any more), so the setting keeps its value.
 */
export function seeLicence(
  tenant: Tenant,
  there: Licence | 'unknown',
  occasion: Occasion,
): Granted<'seeLicence', Tenant> | undefined {
  const { licenceThere: before, ...rest } = tenant;
  if (there === 'unknown' ? before === undefined : before === there && follows(tenant, there)) return undefined;
  const proof = authorize('seeLicence');
  if (there === 'unknown') return { proof, document: withEffects(rest, [], occasion) };
  const isOwn = tenant.settingChanges?.licence !== undefined;
  const next: Tenant = { ...tenant, licenceThere: there, licence: isOwn ? tenant.licence : there };
  const event = { kind: 'settingChanged', isOutside: true, setting: 'licence', before: tenant.licence } as const;
  const tasks = next.licence === tenant.licence ? [] : [record({ ...event, after: there }, occasion)];
  return { proof, document: withEffects(next, tasks, occasion) };
}

function follows({ settingChanges, licence }: Tenant, there: Licence): boolean {
  return settingChanges?.licence !== undefined || licence === there;
}

/** An organisation of which one person is told something. */
export function tellOne(
  tenant: Tenant,
  personId: PersonId,
  notice: News,
  occasion: Occasion,
): Granted<'tellOne', Tenant> {
  const document = withEffects(tenant, [tell(personId, notice, [personId])], occasion);
  return { proof: authorize('tellOne'), document };
}

/** An organisation whose administrators are told something; nothing where there is none. */
export function tellAdministrators(
  tenant: Tenant,
  notice: News,
  occasion: Occasion,
): Granted<'tellAdministrators', Tenant> | undefined {
  const adminIds = adminIdsOf(tenant);
  if (adminIds.length === 0) return undefined;
  const tasks = adminIds.map((id): NewEffect => tell(id, notice, adminIds));
  return { proof: authorize('tellAdministrators'), document: withEffects(tenant, tasks, occasion) };
}

function withEffects(tenant: Tenant, tasks: readonly NewEffect[], occasion: Occasion): Tenant {
  return revise<Tenant>(tenant, [...tenant.effects, ...toEffects(tasks, occasion)], occasion);
}
