import { tenantRecordId } from '../../domain/keys.js';
import type { Tenant } from '../../domain/organisation/tenant.js';

/** Where the settings are kept. */
export const at = { collection: 'tenants', id: tenantRecordId } as const;

/** Whether somebody has changed any setting. */
export function isSetUp(tenant: Tenant): boolean {
  return tenant.ownersManageRequests || Object.keys(tenant.settingChanges ?? {}).length > 0;
}
