import { authorize, type Authorized } from '../authorized.js';
import { given } from '../given.js';
import { keyOf, tenantRecordId } from '../keys.js';
import { toNameKey } from '../names.js';
import { meetAgain } from './forget.js';
import { catchUpTasks } from './missedChanges.js';
import type { ConversationAddress, Person } from './person.js';
import type { News } from '../news.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Tenant } from './tenant.js';
import { record, tell } from './tenantChanges.js';
import { findMaker } from './voices.js';
import type { PersonId } from '../terms.js';

/** What a turn shows of the person behind it; all but the id are labels. */
export interface SeenPerson {
  readonly id: PersonId;
  readonly name?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly channelUserId?: string;
  /** Their personal chat, when the turn came from there. */
  readonly address?: ConversationAddress;
}

/** What to keep of a person, or nothing when all of it is known already. Everybody may be remembered. */
export function rememberSeen(
  known: Person | undefined,
  seen: SeenPerson,
  context: { readonly tenantId: string; readonly toNameKey: (name: string) => string; readonly occasion: Occasion },
): { readonly proof: Authorized<'rememberPerson'>; readonly person: Person } | undefined {
  const { tenantId, toNameKey, occasion } = context;
  const proof = authorize('rememberPerson');
  const labels = {
    ...(seen.name ? { name: seen.name, nameKey: toNameKey(seen.name) } : {}),
    ...given({
      locale: seen.locale || undefined,
      timeZone: seen.timeZone || undefined,
      channelUserId: seen.channelUserId || undefined,
    }),
  };
  if (!known) {
    const name = seen.name ?? nameless;
    const record = {
      key: keyOf(tenantId, seen.id),
      tenantId,
      id: seen.id,
      name,
      nameKey: toNameKey(name),
      ...labels,
      ...given({ address: seen.address }),
    };
    return { proof, person: begin<Person>(record, [], occasion) };
  }
  const next = { ...meetAgain(known), ...nameOf(known), ...labels, ...given({ address: seen.address }) };
  const tasks = seen.address ? catchUpTasks(known, occasion) : [];
  if (known.forgottenAt === undefined && isSame(known, next) && tasks.length === 0) return undefined;
  return { proof, person: revise<Person>(next, [...known.effects, ...toEffects(tasks, occasion)], occasion) };
}

const nameless = 'Somebody';

/** Somebody who was forgotten has no name until they say it again. */
function nameOf({ name, nameKey }: Person): { readonly name: string; readonly nameKey: string } {
  return name === '' ? { name: nameless, nameKey: toNameKey(nameless) } : { name, nameKey };
}

function isSame(a: Person, b: Person): boolean {
  return (
    a.name === b.name &&
    a.locale === b.locale &&
    a.timeZone === b.timeZone &&
    a.channelUserId === b.channelUserId &&
    isSameAddress(a.address, b.address)
  );
}

function isSameAddress(a: ConversationAddress | undefined, b: ConversationAddress | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.serviceUrl === b.serviceUrl &&
    a.conversationId === b.conversationId &&
    a.botId === b.botId &&
    a.userId === b.userId
  );
}

/** Somebody who never wrote here, as an administrator's list names them; their own first message corrects it. */
export function introducePerson(
  person: { readonly tenantId: string; readonly id: PersonId; readonly name: string; readonly email?: string },
  occasion: Occasion,
): Person {
  return begin<Person>(
    { ...person, key: keyOf(person.tenantId, person.id), nameKey: toNameKey(person.name) },
    [],
    occasion,
  );
}

/** An organisation that nobody has set up yet: locked, as the requirements' Q3 says, with its first administrators. */
export function beginTenant(
  tenantId: string,
  adminIds: readonly PersonId[],
  occasion: Occasion,
): { readonly proof: Authorized<'beginTenant'>; readonly tenant: Tenant } {
  const record = {
    key: keyOf(tenantId, tenantRecordId),
    tenantId,
    name: '',
    adminIds,
    ownersManageRequests: false,
    restrictGroupAccess: false,
    usersCreateSecurityGroups: true,
    usersCreateM365Groups: true,
    ownersCanAssignOwners: { security: { mode: 'all', selectedIds: [] }, m365: { mode: 'all', selectedIds: [] } },
    licence: 'none',
    licensedIds: [],
    guardrails: { justification: 'off' },
  } as const;
  return { proof: authorize('beginTenant'), tenant: begin<Tenant>(record, [], occasion) };
}

/**
 * An organisation that gets the administrators of the configuration, which came later than its first message, or after
 * all whom it names were gone: `isLost`. Nothing where it has one (Q9).
 */
export function adoptAdmins(
  tenant: Tenant,
  adminIds: readonly PersonId[],
  isLost: boolean,
  occasion: Occasion,
): { readonly proof: Authorized<'adoptAdmins'>; readonly tenant: Tenant } | undefined {
  const added = adminIds.filter((id) => !tenant.adminIds.includes(id));
  if ((tenant.adminIds.length > 0 && !isLost) || added.length === 0) return undefined;
  return withNamed(tenant, added, 'named in the configuration', occasion);
}

/**
 * One more administrator by the word of whoever runs the bot, for when all that are named are gone: they hold the store
 * itself, and this way it stands in the history. `undefined` where the person is one who speaks for themselves.
 */
export function appointAdmin(
  tenant: Tenant,
  person: { readonly id: PersonId; readonly name?: string },
  occasion: Occasion,
): { readonly proof: Authorized<'adoptAdmins'>; readonly tenant: Tenant } | undefined {
  const isConfirmed = findMaker(tenant, person.id) === undefined;
  if (tenant.adminIds.includes(person.id) && isConfirmed) return undefined;
  const news: News = { code: 'adminNamed', people: person.name ? [person.name] : [] };
  const others = tenant.adminIds.filter((id) => id !== person.id);
  const told = others.map((id) => tell(id, news, others));
  return withNamed(tenant, [person.id], 'named by whoever runs the bot', occasion, told);
}

function withNamed(
  tenant: Tenant,
  added: readonly PersonId[],
  reason: string,
  occasion: Occasion,
  told: readonly NewEffect[] = [],
): { readonly proof: Authorized<'adoptAdmins'>; readonly tenant: Tenant } {
  const events = added.map((subjectId) => record({ kind: 'adminAdded', subjectId, reason }, occasion));
  const { unconfirmedAdmins = [], ...rest } = tenant;
  const unconfirmed = unconfirmedAdmins.filter(({ id }) => !added.includes(id));
  const next: Tenant = {
    ...rest,
    adminIds: [...new Set([...tenant.adminIds, ...added])],
    ...(unconfirmed.length > 0 ? { unconfirmedAdmins: unconfirmed } : {}),
  };
  const effects = [...tenant.effects, ...toEffects([...events, ...told], occasion)];
  return { proof: authorize('adoptAdmins'), tenant: revise<Tenant>(next, effects, occasion) };
}
