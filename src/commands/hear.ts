import { allFrames } from './frames.js';
import type { NameEntry } from './ports.js';
import { loadTenant } from './reads/people.js';
import { findLedGroups } from './reads/ledGroups.js';
import { askedOfOthers, withPlaces } from './places.js';
import { viewOwnRequests, viewRequests } from './reads/requestViews.js';
import { findInbox } from './requests/inbox.js';
import type { Turn } from './turn.js';
import { given } from '../domain/given.js';
import { canSeeGroup, isAdmin } from '../domain/groups/policy.js';
import { toNameKey } from '../domain/names.js';
import type { Tenant } from '../domain/organisation/tenant.js';
import type { UnderstandContext } from '../intents/context.js';
import type { KnownName } from '../intents/entities/knownName.js';
import { prepareFrames } from '../intents/frames/match.js';
import { readMessage } from '../intents/message.js';
import { namesWanted } from '../intents/namesWanted.js';
import { understand, type Understanding } from '../intents/understand.js';
import type { Verdict } from '../intents/verdicts.js';

const frames = prepareFrames(allFrames);

/** How many names that come near something are looked at for one message. */
const mostNear = 40;

type Mine = UnderstandContext['mine'];

/**
 * Understands what somebody wrote: loads the names that the words may hold, as far as this person may know of them, and
 * what of their own they may mean. What restricted access closes (Q18) is asked before any name is looked up.
 */
export async function hear(text: string, turn: Turn): Promise<Understanding> {
  const tenant = await loadTenant(turn.store, turn);
  const isAdministrator = isAdmin(tenant, turn.actor.id);
  const message = readMessage(text, turn.actor.name);
  const isClosed = tenant.restrictGroupAccess && !isAdministrator;
  const names = message.isTooLong || isClosed ? [] : await loadNames(turn, tenant, text);
  const read = (mine: Mine): Understanding =>
    understand(text, [...names, ...namesOf(mine, names)], frames, contextOf(turn, mine));
  const first = read({ requestsWaitingForMe: [], myOpenRequests: [], isAdministrator });
  const placed = isClosed ? undefined : await withPlaces(text, first, turn, isAdministrator);
  if (placed) {
    const mine = await loadMine(turn, isClosed);
    const again = [...names, ...placed.groups];
    const found = understand(placed.text, [...again, ...namesOf(mine, again)], frames, contextOf(turn, mine));
    return placed.isOthers ? { ...found, verdict: askedOfOthers(found.verdict) } : found;
  }
  // Most of what people write about themselves needs nothing else; the rest is read again with what waits for them.
  if (isPlain(first.verdict)) return first;
  return read({ ...(await loadMine(turn, isClosed)), isAdministrator });
}

/** What the writer's own requests, and those that wait for a decision, are about: no name of these needs a look-up. */
function namesOf({ requestsWaitingForMe, myOpenRequests }: Mine, known: readonly KnownName[]): KnownName[] {
  const named = (of: 'groups' | 'people', id: string, name: string): KnownName => ({
    of,
    id,
    name,
    nameKey: toNameKey(name),
  });
  const all = [
    ...requestsWaitingForMe.map(({ requesterId, requesterName }) => named('people', requesterId, requesterName)),
    ...[...requestsWaitingForMe, ...myOpenRequests].map(({ groupId, groupName }) =>
      named('groups', groupId, groupName),
    ),
  ];
  const isKnown = ({ of, id }: KnownName): boolean => known.some((one) => one.of === of && one.id === id);
  return [...new Map(all.filter((one) => !isKnown(one)).map((one) => [`${one.of} ${one.id}`, one])).values()];
}

/** A wish of the writer's own, or a look, that no waiting request could change. */
function isPlain(verdict: Verdict): boolean {
  if ('tooLong' in verdict) return true;
  return (
    'do' in verdict && /^(?:joinGroup|leaveGroup|browseGroups|showHelp|listMyGroups|createGroup)$/.test(verdict.do.kind)
  );
}

function contextOf(turn: Turn, mine: Mine): UnderstandContext {
  const { id, name, locale, timeZone } = turn.actor;
  return {
    now: turn.now,
    ...given({ timeZone: timeZone || undefined, locale: locale || undefined }),
    me: { id, name },
    mine,
  };
}

async function loadNames(turn: Turn, tenant: Tenant, text: string): Promise<KnownName[]> {
  const wanted = namesWanted(text, turn.actor.name);
  const { names } = turn.store;
  const kinds = ['groups', 'resources', 'people'] as const;
  // What waits for nothing else is asked for in one: three round trips at most, however many names there are.
  const [exact, addressed] = await Promise.all([
    names.exact(wanted.exact, kinds),
    loadAddressed(turn, wanted.addresses),
  ]);
  const hidden = exact.filter((entry) => entry.of === 'groups' && !isSeen(turn, tenant, entry, false));
  const mine = hidden.length > 0 ? await readMine(turn) : [];
  const seen = exact.filter((entry) => entry.of !== 'groups' || isSeen(turn, tenant, entry, mine.includes(entry.id)));
  const open = wanted.near;
  const scope = { runBy: turn.actor.id, ids: mine };
  const near =
    open.length === 0
      ? []
      : await names.near(open, { of: kinds, hidden: isAdmin(tenant, turn.actor.id) ? 'all' : scope }, mostNear);
  const all = new Map([...seen, ...near].map((entry) => [`${entry.of} ${entry.id} ${entry.name}`, entry]));
  const isKnown = ({ of, id }: NameEntry): boolean => of === 'people' && addressed.some((person) => person.id === id);
  return [
    ...[...all.values()].filter((one) => !isKnown(one)).map(({ of, id, name, nameKey }) => ({ of, id, name, nameKey })),
    ...addressed,
  ];
}

/** Whoever has one of these addresses. */
async function loadAddressed({ store }: Turn, addresses: readonly string[]): Promise<KnownName[]> {
  if (addresses.length === 0) return [];
  const people = await store.read('people').find({ where: { email: { in: addresses } }, limit: mostNear });
  return people.map(({ id, name, nameKey, email }) => ({ of: 'people', id, name, nameKey, ...given({ email }) }));
}

function isSeen(turn: Turn, tenant: Tenant, entry: NameEntry, isMember: boolean): boolean {
  const { isListed = false, runnerIds = [] } = entry;
  const personId = turn.actor.id;
  return canSeeGroup({
    group: { isListed, ownerIds: runnerIds },
    personId,
    isMember,
    isAdmin: isAdmin(tenant, personId),
  });
}

async function readMine({ store, actor }: Turn): Promise<string[]> {
  const memberships = await store.read('memberships').find({ where: { personId: actor.id, status: 'active' } });
  return memberships.map(({ groupId }) => groupId);
}

/** What waits for this person and what they asked for; of closed groups, their own requests alone, by the names that they know (Q10, Q18). */
async function loadMine(turn: Turn, isClosed: boolean): Promise<Omit<Mine, 'isAdministrator'>> {
  const [waiting, own, groupsILead] = await Promise.all([
    isClosed ? [] : findInbox(turn),
    turn.store.read('requests').find({ where: { requesterId: turn.actor.id, status: 'pending' } }),
    isClosed ? [] : findLedGroups(turn),
  ]);
  const views = [...(await viewRequests(turn.store, waiting)), ...(await viewOwnRequests(turn.store, own))];
  const seen = views.map(({ id, requester, group }) => ({
    id,
    requesterId: requester.id,
    requesterName: requester.name,
    groupId: group.id,
    groupName: group.name,
  }));
  return {
    requestsWaitingForMe: seen.slice(0, waiting.length),
    myOpenRequests: seen.slice(waiting.length),
    groupsILead: groupsILead.map(({ id }) => id),
  };
}
