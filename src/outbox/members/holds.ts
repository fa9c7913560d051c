import { changeRecord } from '../changeRecord.js';
import type { HandlerDeps } from '../handler.js';
import type { TenantStore } from '../../commands/ports.js';
import type { DirectoryResult } from '../../commands/ports/directory.js';
import type { DirectoryCapability } from '../../domain/groups/directory.js';
import { tenantRecordId } from '../../domain/keys.js';
import { endHold, noteHold } from '../../domain/organisation/directoryHolds.js';

/** How long work waits before it asks whether what held it is gone, in milliseconds. */
export const heldRetryMs = 5 * 60_000;

/** Tells the administrators once that a permission is missing, and once that it is back. */
export interface HoldKeeper {
  /** Takes note of how a change ended that needs this permission. */
  heard(store: TenantStore, needs: DirectoryCapability, result: DirectoryResult): Promise<void>;
}

/** Makes the keeper; what it has found out is remembered, so that a change that succeeds costs nothing more. */
export function createHoldKeeper(deps: HandlerDeps): HoldKeeper {
  const noted = new Map<string, boolean>();
  return {
    heard: async (store, needs, result) => {
      if (deps.directory.kind === 'ledger') return;
      const isMissing = !result.ok && result.failure === 'held' && result.hold === 'permission';
      const capability = (isMissing && result.capability) || needs;
      const key = `${store.tenantId} ${capability}`;
      if ((!isMissing && !result.ok) || noted.get(key) === isMissing) return;
      const decide = isMissing ? noteHold : endHold;
      await changeRecord(
        deps,
        store,
        { collection: 'tenants', id: tenantRecordId },
        (tenant, occasion) => tenant && decide(tenant, capability, occasion),
      );
      noted.set(key, isMissing);
    },
  };
}
