import type { Store } from '../../commands/ports.js';
import type { Config } from '../../config.js';
import { tenantRecordId } from '../../domain/keys.js';

/** What to do where nobody could ever switch self-service on. */
const noAdministrator =
  'there is no administrator: BOT_ADMINS is empty and the store names none, so nobody could set the organisation up. ' +
  'Set BOT_ADMINS to the Entra object id of the first one (Entra admin centre → Users → the person → Object ID).';

/** Whether somebody administers one of the organisations that the bot serves; local use needs nobody named. */
export async function hasAdministrator(config: Config, store: Store): Promise<boolean> {
  if (!config.credentials || config.adminIds.length > 0) return true;
  const tenants = await Promise.all(
    config.allowedTenantIds.map((tenantId) => store.forTenant(tenantId).read('tenants').get(tenantRecordId)),
  );
  return tenants.some((tenant) => tenant !== undefined && tenant.adminIds.length > 0);
}

/** The store, where somebody could set the organisation up; else it is closed and the start ends with a sentence. */
export async function requireAdministrator(config: Config, store: Store): Promise<Store> {
  if (await hasAdministrator(config, store)) return store;
  await store.close();
  throw new Error(noAdministrator);
}
