import type { Tenant } from './tenant.js';
import type { PersonId } from '../terms.js';

type Voices = Pick<Tenant, 'unconfirmedAdmins' | 'roleAdminIds'>;

/**
 * For whom an administrator speaks: somebody made one alone speaks for whoever made them, until another has confirmed
 * them. Whom the configuration or a role in the directory names speaks for themselves.
 */
export function voiceOf(tenant: Voices, personId: PersonId): PersonId {
  const makerOf = (id: PersonId): PersonId | undefined => findMaker(tenant, id);
  const seen: PersonId[] = [personId];
  for (;;) {
    const maker = makerOf(seen.at(-1) as PersonId);
    if (maker === undefined) return seen.at(-1) as PersonId;
    // They made each other: one voice, whoever is asked.
    if (seen.includes(maker)) return seen.slice(seen.indexOf(maker)).reduce((a, b) => (a < b ? a : b));
    seen.push(maker);
  }
}

/** Whether two are two where it takes two (F59): neither speaks for the other, or for the same third one. */
export function areTwo(tenant: Voices & Pick<Tenant, 'trustsNewAdmins'>, one: PersonId, other: PersonId): boolean {
  if (tenant.trustsNewAdmins) return one !== other;
  return voiceOf(tenant, one) !== voiceOf(tenant, other);
}

/** Who made an administrator alone whom nobody else has confirmed yet. */
export function findMaker(
  { unconfirmedAdmins = [], roleAdminIds = [] }: Voices,
  personId: PersonId,
): PersonId | undefined {
  return roleAdminIds.includes(personId) ? undefined : unconfirmedAdmins.find(({ id }) => id === personId)?.by;
}
