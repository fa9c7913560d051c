import type { Documents } from '../../src/commands/ports.js';
import type { SavedStore } from '../support/memoryStore.js';
import type { Deed } from './contract.js';

/** A deed, to whose record it was done: a group's, a resource's, or the organisation's (`tenant`). */
export interface Done {
  readonly deed: Deed;
  readonly at: string;
}

type Kind = 'groups' | 'memberships' | 'requests' | 'resources' | 'tenants' | 'people';

/** What somebody has done between two moments, read off the records and not off what was answered. */
export function deedsBetween(before: SavedStore, after: SavedStore, actorId: string): Done[] {
  const changes = <K extends Kind>(kind: K): (readonly [Documents[K] | undefined, Documents[K]])[] => {
    const old = new Map(recordsOf(before, kind).map((one) => [one.key, one]));
    return recordsOf(after, kind).flatMap((now) => {
      const was = old.get(now.key);
      return was?.version === now.version ? [] : [[was, now] as const];
    });
  };
  return [
    ...changes('memberships').flatMap(([was, now]) => membershipDeed(was, now, actorId)),
    ...changes('groups').flatMap(([was, now]) => groupDeeds(was, now, actorId)),
    ...changes('requests').flatMap(([was, now]) => requestDeed(was, now)),
    ...changes('resources').flatMap(([was, now]) => resourceDeeds(was, now)),
    ...changes('tenants').flatMap(([was, now]) => tenantDeeds(was, now)),
    ...changes('people').flatMap(([was, now]) => personDeeds(was, now)),
  ];
}

/** The records of one kind. */
export function recordsOf<K extends Kind>(store: SavedStore, kind: K): Documents[K][] {
  return (store.records.find(([name]) => name === kind)?.[1] ?? []) as Documents[K][];
}

function membershipDeed(
  was: Documents['memberships'] | undefined,
  { status, groupId, basis, personId, endReason }: Documents['memberships'],
  actorId: string,
): Done[] {
  if (status === was?.status) return [];
  if (status === 'active') return [{ deed: basis.kind === 'openJoin' ? 'join' : 'add', at: groupId }];
  return [{ deed: endReason === 'left' && personId === actorId ? 'leave' : 'remove', at: groupId }];
}

function groupDeeds(was: Documents['groups'] | undefined, now: Documents['groups'], actorId: string): Done[] {
  const at = now.id;
  if (!was) return [{ deed: now.origin === 'selfService' && !now.unsupportedKind ? 'create' : 'enrol', at }];
  const isOf = (ids: readonly string[], id: string): boolean => ids.includes(id);
  const lost = [...was.ownerIds, ...was.managerIds].filter(
    (id) => !isOf(now.ownerIds, id) && !isOf(now.managerIds, id),
  );
  const won = [...now.ownerIds, ...now.managerIds].filter((id) => !isOf(was.ownerIds, id) && !isOf(was.managerIds, id));
  const left = lost.length === 1 && lost[0] === actorId && won.length === 0;
  // Whoever is taken out of a group loses the managing, too: by whom is told by the effect that ends the membership.
  const isOut = now.effects.some((effect) => effect.kind === 'endMembership' && lost.includes(effect.personId));
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const isEdited = (
    ['name', 'description', 'joinRule', 'isListed', 'justification', 'maxDurationDays', 'askedIds'] as const
  ).some((field) => !isSame(was[field], now[field]));
  const settles = was.claimedBy !== undefined && now.claimedBy === undefined;
  const deeds: (Deed | false)[] = [
    isEdited && 'edit',
    was.deletedAt === undefined && now.deletedAt !== undefined && 'delete',
    now.claimedBy !== undefined && was.claimedBy !== now.claimedBy && 'claim',
    settles && 'settleClaim',
    left && isOut && 'leave',
    !left && isOut && 'remove',
    !isOut && !settles && now.ownerIds.some((id) => !isOf(was.ownerIds, id)) && 'changeOwners',
    !isOut && now.ownerIds.length < was.ownerIds.length && 'takeOwner',
    !isOut && isSame(was.ownerIds, now.ownerIds) && !isSame(was.managerIds, now.managerIds) && 'changeManagers',
  ];
  return deeds.filter((deed) => deed !== false).map((deed) => ({ deed, at }));
}

function requestDeed(
  was: Documents['requests'] | undefined,
  { status, groupId, remindedAt }: Documents['requests'],
): Done[] {
  const deeds: Record<Documents['requests']['status'], Deed | undefined> = {
    pending: 'ask',
    approved: 'approve',
    denied: 'deny',
    withdrawn: 'withdraw',
    expired: undefined,
    superseded: undefined,
  };
  const isReminded = was !== undefined && remindedAt !== was.remindedAt;
  const deed = status !== was?.status ? deeds[status] : isReminded ? 'remind' : undefined;
  return deed ? [{ deed, at: groupId }] : [];
}

function resourceDeeds(was: Documents['resources'] | undefined, now: Documents['resources']): Done[] {
  if (!was) return [{ deed: 'addResource', at: 'tenant' }];
  const isBlockChange = JSON.stringify(was.blocks ?? []) !== JSON.stringify(now.blocks ?? []);
  return [
    ...now.groupIds.filter((id) => !was.groupIds.includes(id)).map((at): Done => ({ deed: 'grant', at })),
    ...was.groupIds.filter((id) => !now.groupIds.includes(id)).map((at): Done => ({ deed: 'ungrant', at })),
    ...(isBlockChange ? [{ deed: 'block', at: 'tenant' } as const] : []),
  ];
}

function tenantDeeds(was: Documents['tenants'] | undefined, now: Documents['tenants']): Done[] {
  const at = 'tenant';
  if (JSON.stringify(was?.adminIds) !== JSON.stringify(now.adminIds)) return [{ deed: 'changeAdmins', at }];
  if (was?.proposal && was.proposal.id !== now.proposal?.id) return [{ deed: 'settleProposal', at }];
  return [{ deed: 'changeSetting', at }];
}

function personDeeds(was: Documents['people'] | undefined, now: Documents['people']): Done[] {
  const count = (person: Documents['people'] | undefined): number => person?.delegations?.length ?? 0;
  const known = new Set(was?.effects.map(({ id }) => id));
  const events = now.effects.flatMap((effect) =>
    effect.kind === 'recordEvent' && !known.has(effect.id) ? [effect.event] : [],
  );
  return events.flatMap(({ kind, groupId = 'tenant' }): Done[] => {
    if (kind === 'delegationStarted') return [{ deed: 'delegate', at: groupId }];
    if (kind === 'delegationEnded' && count(was) > count(now)) return [{ deed: 'endDelegation', at: groupId }];
    if (kind === 'joinProposed') return [{ deed: 'proposeToOther', at: groupId }];
    return kind === 'creationProposed' ? [{ deed: 'proposeCreation', at: 'tenant' }] : [];
  });
}
