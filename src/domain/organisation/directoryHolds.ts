import { authorize } from '../authorized.js';
import { adminIdsOf } from '../groups/policy.js';
import { permissionsFor, type DirectoryCapability } from '../groups/directory.js';
import type { News } from '../news.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';
import type { Tenant } from './tenant.js';
import { tell } from './tenantChanges.js';

/** An organisation whose administrators hear, once, that work waits for a permission; nothing when they know. */
export function noteHold(
  tenant: Tenant,
  capability: DirectoryCapability,
  occasion: Occasion,
): Granted<'noteHold', Tenant> | undefined {
  if (tenant.directoryHolds?.[capability] !== undefined) return undefined;
  const directoryHolds = { ...tenant.directoryHolds, [capability]: occasion.now };
  return { proof: authorize('noteHold'), document: told({ ...tenant, directoryHolds }, capability, true, occasion) };
}

/** An organisation whose administrators hear that the permission is there and the work goes on; nothing when none waited. */
export function endHold(
  tenant: Tenant,
  capability: DirectoryCapability,
  occasion: Occasion,
): Granted<'endHold', Tenant> | undefined {
  if (tenant.directoryHolds?.[capability] === undefined) return undefined;
  const { [capability]: _, ...others } = tenant.directoryHolds;
  const { directoryHolds: __, ...rest } = tenant;
  const next: Tenant = Object.keys(others).length === 0 ? rest : { ...rest, directoryHolds: others };
  return { proof: authorize('endHold'), document: told(next, capability, false, occasion) };
}

/** An organisation whose administrators hear that the directory did not let go of somebody. */
export function tellStillInside(
  tenant: Tenant,
  about: Omit<Extract<News, { code: 'stillInside' }>, 'code'>,
  occasion: Occasion,
): Granted<'tellStillInside', Tenant> {
  const document = tellAdmins(tenant, { code: 'stillInside', ...about }, occasion);
  return { proof: authorize('tellStillInside'), document };
}

function told(tenant: Tenant, capability: DirectoryCapability, isMissing: boolean, occasion: Occasion): Tenant {
  const [permission] = permissionsFor[capability];
  const code = isMissing ? 'permissionMissing' : 'permissionBack';
  return tellAdmins(tenant, { code, capability, permission }, occasion);
}

function tellAdmins(tenant: Tenant, notice: News, occasion: Occasion): Tenant {
  const adminIds = adminIdsOf(tenant);
  const tasks = adminIds.map((id): NewEffect => tell(id, notice, adminIds));
  return revise<Tenant>(tenant, [...tenant.effects, ...toEffects(tasks, occasion)], occasion);
}
