import type { TenantStore } from '../ports.js';
import { save, signal } from '../change.js';
import { occasionOf, type SeenPerson, type TurnDeps } from '../turn.js';
import { given } from '../../domain/given.js';
import { tenantRecordId } from '../../domain/keys.js';
import { adminIdsOf, isAdmin } from '../../domain/groups/policy.js';
import { findPresent } from './presentAdmins.js';
import { toNameKey } from '../../domain/names.js';
import type { Person } from '../../domain/organisation/person.js';
import { adoptAdmins, beginTenant, rememberSeen } from '../../domain/organisation/remember.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { PersonId } from '../../domain/terms.js';
import type { PersonView } from '../../domain/personView.js';

/** The people as others may see them, in the order asked for; whoever is not known yet gets a plain word. */
export async function viewPeople(store: TenantStore, ids: readonly PersonId[]): Promise<PersonView[]> {
  const known = new Map((await store.read('people').getMany([...new Set(ids)])).map((person) => [person.id, person]));
  return ids.map((id) => viewPerson(known.get(id), id));
}

/** One person as others may see them. */
export function viewPerson(person: Person | undefined, id: PersonId): PersonView {
  if (person?.forgottenAt !== undefined) return { id, name: 'Somebody who was forgotten' };
  if (!person?.name) return { id, name: 'Somebody I have not met yet' };
  const about = [person.jobTitle, person.department].filter((part) => part).join(', ');
  return { id, name: person.name, ...given({ about: about || undefined }) };
}

/** Keeps what a turn shows of the person behind it, and gives back what is known of them now. */
export async function rememberPerson(store: TenantStore, seen: SeenPerson, deps: TurnDeps): Promise<Person> {
  const known = await store.read('people').get(seen.id);
  const change = rememberSeen(known, seen, {
    tenantId: store.tenantId,
    toNameKey,
    occasion: occasionOf({ ...deps, now: deps.clock.now() }),
  });
  if (!change) return known as Person;
  const { proof, person } = change;
  const result = await save({ store, work: deps.work, processId: deps.processId }, proof, 'people', person);
  // Another turn of the same person was faster and has written the same.
  if (result !== 'written') return (await store.read('people').get(seen.id)) ?? person;
  return person;
}

/** Of some of the channel's ids, those of nobody who is known. */
export async function findStrangers(store: TenantStore, channelUserIds: readonly string[]): Promise<string[]> {
  if (channelUserIds.length === 0) return [];
  const known = await store.read('people').find({ where: { channelUserId: { in: channelUserIds } } });
  const ids = new Set(known.map(({ channelUserId }) => channelUserId));
  return channelUserIds.filter((id) => !ids.has(id));
}

/** Keeps who was mentioned, so that a mention alone is enough to name them (F96); what is known of them stays. */
export async function meetMentioned(
  store: TenantStore,
  { id, name, channelUserId }: Required<Pick<SeenPerson, 'id' | 'name' | 'channelUserId'>>,
  deps: TurnDeps,
): Promise<void> {
  const known = await store.read('people').get(id);
  if (known?.channelUserId !== undefined || known?.forgottenAt !== undefined) return;
  await rememberPerson(store, known ? { id, channelUserId } : { id, name, channelUserId }, deps);
}

/**
 * The organisation's settings; of one that is not known yet, the locked ones of a new organisation (Q3). Where nobody
 * administers who is there, those of the configuration do from their next word on (Q9).
 */
export async function loadTenant(
  store: TenantStore,
  deps: TurnDeps & { readonly actor?: { readonly id: PersonId } },
): Promise<Tenant> {
  const known = await store.read('tenants').get(tenantRecordId);
  if (known) {
    if (known.adminIds.length === 0) return adopt(store, deps, known, false);
    const comesBack = deps.actor !== undefined && deps.initialAdminIds.includes(deps.actor.id);
    if (!comesBack || isAdmin(known, deps.actor.id)) return known;
    const present = await findPresent(store, adminIdsOf(known));
    return present.size > 0 ? known : adopt(store, deps, known, true);
  }
  const { proof, tenant } = beginTenant(
    store.tenantId,
    deps.initialAdminIds,
    occasionOf({ ...deps, now: deps.clock.now() }),
  );
  if ((await store.insert(proof, 'tenants', tenant)) === 'written') signal({ store, ...deps }, 'tenants', tenant);
  return (await store.read('tenants').get(tenantRecordId)) ?? tenant;
}

async function adopt(store: TenantStore, deps: TurnDeps, tenant: Tenant, isLost: boolean): Promise<Tenant> {
  const occasion = occasionOf({ ...deps, now: deps.clock.now() });
  const adoption = adoptAdmins(tenant, deps.initialAdminIds, isLost, occasion);
  if (!adoption) return tenant;
  const result = await save(
    { store, work: deps.work, processId: deps.processId },
    adoption.proof,
    'tenants',
    adoption.tenant,
  );
  // A lost race: another turn has done the same.
  return result === 'written' ? adoption.tenant : ((await store.read('tenants').get(tenantRecordId)) ?? tenant);
}
