import type { Store } from '../../src/commands/ports.js';
import { groupNameClaim } from '../../src/domain/claims.js';
import { verifyChain } from '../../src/domain/history/auditChain.js';
import { sha256 } from '../../src/outbox/history/history.js';
import { conversationOf, type FakeTeams } from '../support/fakeTeams.js';
import { readCard } from '../support/renderedCard.js';
import type { Records } from './records.js';
import type { Track } from './races.js';

/** What stands in the chats. */
export type Chats = Pick<FakeTeams, 'messagesIn'>;

/** Everything that is wrong with an organisation once nothing is left to do, whatever happened in it. */
export async function findWrong(store: Store, teams: Chats, track: Track, records: Records): Promise<string[]> {
  return [
    ...findWrongPlaces(track, records),
    ...findWrongRequests(records),
    ...findWrongHistory(records),
    ...(await findWrongNames(store, track, records)),
    ...findWrongChats(teams, records),
  ];
}

/** How long somebody was an active member of a group that was gone, at the most, in milliseconds. */
export function longestStay({ groups, memberships }: Records, now: number): number {
  const stays = memberships.flatMap(({ groupId, since, endedAt = now }) => {
    const deletedAt = groups.find(({ id }) => id === groupId)?.deletedAt;
    return deletedAt === undefined ? [] : [endedAt - Math.max(deletedAt, since)];
  });
  return Math.max(0, ...stays);
}

/** Nobody is in what is gone, and nothing is without anybody who runs it. */
function findWrongPlaces({ people }: Track, { tenant, groups, memberships }: Records): string[] {
  const nameOf = (id: string): string => Object.values(people).find((one) => one.id === id)?.name ?? id;
  const gone = new Set(groups.filter(({ deletedAt }) => deletedAt !== undefined).map(({ id }) => id));
  return [
    ...memberships
      .filter(({ status, groupId }) => status === 'active' && gone.has(groupId))
      .map(({ personId }) => `${nameOf(personId)} is in a group that is gone`),
    ...groups
      .filter(({ ownerIds, deletedAt }) => ownerIds.length === 0 && deletedAt === undefined)
      .map(({ name }) => `${name} has no owner`),
    ...(tenant.adminIds.length === 0 ? ['nobody administers the organisation'] : []),
  ];
}

/** Each request has one end, and it is what is so. */
function findWrongRequests({ requests, memberships, groups }: Records): string[] {
  return requests.flatMap(({ id, status, decision, groupId, requesterId }) => {
    const membership = memberships.find((one) => one.groupId === groupId && one.personId === requesterId);
    const isByIt = membership?.basis.kind === 'request' && membership.basis.requestId === id;
    const group = groups.find((one) => one.id === groupId);
    const isClosed = group?.deletedAt !== undefined || group?.joinRule === 'ownersOnly';
    const open = requests.filter(
      (one) => one.status === 'pending' && one.groupId === groupId && one.requesterId === requesterId,
    );
    return [
      ...(isByIt && status !== 'approved' ? [`${id} is ${status}, and let somebody in`] : []),
      ...(status === 'approved' && !membership ? [`${id} is approved, and nobody came in`] : []),
      ...((status === 'approved' || status === 'denied') && decision?.outcome !== status ? [`${id} has two ends`] : []),
      ...(status === 'pending' && isClosed ? [`${id} waits for nothing`] : []),
      ...(status === 'pending' && membership?.status === 'active' ? [`${id} waits for who is in`] : []),
      ...(open.length > 1 ? [`${id} waits beside another`] : []),
    ];
  });
}

/** The chain holds, and tells each thing once: nobody is let in or decided about twice in a row. */
function findWrongHistory({ history, requests }: Records): string[] {
  const chain = verifyChain(history, sha256);
  const decided = requests.flatMap(({ id }) => {
    const ends = history.filter(
      ({ event }) =>
        event.requestId === id && /^request(?:Approved|Denied|Withdrawn|Superseded|Expired)$/.test(event.kind),
    );
    return ends.length > 1 ? [`${id} ended ${ends.map(({ event }) => event.kind).join(', then ')}`] : [];
  });
  return [...(chain.ok ? [] : [`the history breaks at ${chain.sequence}: ${chain.problem}`]), ...decided];
}

/** A name is borne once, and held by whoever bears it. */
async function findWrongNames(store: Store, { tenantId }: Track, { groups }: Records): Promise<string[]> {
  const live = groups.filter(({ deletedAt }) => deletedAt === undefined);
  const holders = await store.forTenant(tenantId).holders(live.map(({ name }) => groupNameClaim(name)));
  return live.flatMap(({ id, name, nameKey }) => {
    const holder = holders.find(({ claim }) => claim === groupNameClaim(name));
    return [
      ...(live.some((other) => other.id !== id && other.nameKey === nameKey) ? [`two groups are called ${name}`] : []),
      ...(holder && holder.id !== id ? [`${name} is held by another record`] : []),
    ];
  });
}

/** Whoever asked was told how it ended, once, and no card offers what is over. */
function findWrongChats(teams: Chats, { requests }: Records): string[] {
  return requests.flatMap(({ id, status, requesterId, approvers, supersededWhy, groupName = '' }) => {
    if (status === 'pending') return [];
    const chatOf = (personId: string): object[] =>
      teams.messagesIn(conversationOf(personId)).flatMap(({ card }) => (card ? [card] : []));
    const about = (card: object): boolean => JSON.stringify(card).includes(id);
    const own = chatOf(requesterId).filter(about);
    const offers = (card: object, verb: string): boolean =>
      readCard(card)
        .allButtons()
        .some((button) => button.verb === verb && button.data['requestId'] === id);
    // Who was added by somebody is told that by the membership, in words about the group.
    const isTold =
      status === 'withdrawn' ||
      own.length > 0 ||
      (supersededWhy === 'added' && chatOf(requesterId).some((card) => readCard(card).text().includes(groupName)));
    return [
      ...(isTold ? [] : [`whoever asked by ${id} was not told that it is ${status}`]),
      ...(own.some((card) => offers(card, 'withdrawRequest'))
        ? [`${id} is ${status}, and can be withdrawn on a card`]
        : []),
      ...(approvers.some(({ personId }) => chatOf(personId).some((card) => offers(card, 'approveRequest')))
        ? [`${id} is ${status}, and can be approved on a card`]
        : []),
    ];
  });
}
