import { tenantRecordId } from '../domain/keys.js';
import { changeRecord } from './changeRecord.js';
import type { SyncDeps } from './deps.js';
import { leaversKey, loadReading, readingKeptMs, type LeaverCount } from '../commands/reads/readingState.js';
import { seeAdministrators, seeLicence, tellAdministrators } from '../domain/organisation/directoryFacts.js';
import type { News } from '../domain/news.js';

const organisation = { collection: 'tenants', id: tenantRecordId } as const;

/** Reads who holds the roles that make administrators, and which licence there is; what may not be read stays as it is. */
export async function readFacts(deps: SyncDeps): Promise<void> {
  const admins = await deps.reader.administrators();
  // Without the permission nobody is an administrator by a role.
  const ids = admins.ok ? admins.value : admins.failure === 'held' ? [] : undefined;
  if (ids)
    await changeRecord(deps, organisation, (tenant, occasion) => tenant && seeAdministrators(tenant, ids, occasion));
  const licence = await deps.reader.licence();
  const value = licence.ok ? licence.value : licence.failure === 'held' ? ('unknown' as const) : undefined;
  if (value)
    await changeRecord(deps, organisation, (tenant, occasion) => tenant && seeLicence(tenant, value, occasion));
}

const toldKey = 'reading/told';

/** Tells the administrators, once, that everything was read and what can be done with it now. */
export async function tellFirstReading(deps: SyncDeps): Promise<void> {
  const { store } = deps;
  const groups = await loadReading(store, 'groups');
  if (groups?.phase !== 'following' || (await store.shared.kept.get(toldKey))) return;
  const count = (where: { readonly knownAs: string }) => store.read('groups').count(where);
  const [people, m365, security, unsupported] = await Promise.all([
    store.read('people').count({}),
    count({ knownAs: 'm365' }),
    count({ knownAs: 'security' }),
    count({ knownAs: 'unsupported' }),
  ]);
  if (await tell(deps, { code: 'directoryRead', people, m365, security, unsupported }))
    await store.shared.kept.update(toldKey, 100 * readingKeptMs, () => true);
}

/** Tells the administrators, once, that so many people are gone that nothing follows before somebody has looked. */
export async function tellBrake(deps: SyncDeps): Promise<void> {
  const { kept } = deps.store.shared;
  const { brake } = ((await kept.get(leaversKey)) as LeaverCount | undefined) ?? {};
  if (!brake || brake.isReleased || brake.isTold) return;
  const { gone, total } = brake;
  if (!(await tell(deps, { code: 'peopleBrakeOn', gone, total }))) return;
  await kept.update(leaversKey, readingKeptMs, (stored) => {
    const count = stored as LeaverCount | undefined;
    return count?.brake ? { ...count, brake: { ...count.brake, isTold: true } } : undefined;
  });
}

/** Whether there is an administrator to tell. */
async function tell(deps: SyncDeps, notice: News): Promise<boolean> {
  return changeRecord(deps, organisation, (tenant, occasion) => tenant && tellAdministrators(tenant, notice, occasion));
}
