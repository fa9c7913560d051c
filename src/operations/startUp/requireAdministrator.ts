import type { Store } from '../../commands/ports.js';
import type { Config } from '../../config.js';
import { tenantRecordId } from '../../domain/keys.js';
import { adminIdsOf } from '../../domain/groups/policy.js';

/** What to do where nobody could ever switch self-service on. */
const noAdministrator =
  'there is no administrator: BOT_ADMINS is empty, the store names none, and no role in Microsoft Entra makes one, so ' +
  'nobody could set the organisation up. Set BOT_ADMINS to the Entra object id of the first one (Entra admin centre → ' +
  'Users → the person → Object ID).';

/**
 * Whether somebody administers one of the organisations that the bot serves, or will once the roles of its directory
 * are read; local use needs nobody named.
 */
export async function hasAdministrator(config: Config, store: Store, canReadRoles: boolean): Promise<boolean> {
  if (!config.credentials || config.adminIds.length > 0 || canReadRoles) return true;
  const tenants = await Promise.all(
    config.allowedTenantIds.map((tenantId) => store.forTenant(tenantId).read('tenants').get(tenantRecordId)),
  );
  return tenants.some((tenant) => tenant !== undefined && adminIdsOf(tenant).length > 0);
}

/** Ends the start with a sentence, and the store closed, where nobody could set the organisation up. */
export async function requireAdministrator(config: Config, store: Store, canReadRoles: boolean): Promise<void> {
  if (await hasAdministrator(config, store, canReadRoles)) return;
  await store.close();
  throw new Error(noAdministrator);
}
