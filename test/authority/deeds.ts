import type { Documents } from '../../src/commands/ports.js';
import type { AuditEvent } from '../../src/domain/history/audit.js';
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
  const events = eventsBetween(before, after, actorId);
  return [
    ...changes('memberships').flatMap(([was, now]) => membershipDeed(was, now, actorId)),
    ...changes('groups').flatMap(([was, now]) => groupDeeds(was, now, actorId, events)),
    ...changes('requests').flatMap(([was, now]) => requestDeed(was, now)),
    ...changes('resources').flatMap(([was, now]) => resourceDeeds(was, now, actorId)),
    ...changes('tenants').flatMap(([was, now]) => tenantDeeds(was, now, events)),
    ...(changes('people').length > 0 ? personDeeds(events) : []),
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

function groupDeeds(
  was: Documents['groups'] | undefined,
  now: Documents['groups'],
  actorId: string,
  events: readonly AuditEvent[],
): Done[] {
  const at = now.id;
  if (!was) return [{ deed: now.origin === 'selfService' && !now.unsupportedKind ? 'create' : 'enrol', at }];
  const isOf = (ids: readonly string[], id: string): boolean => ids.includes(id);
  const lost = [...was.ownerIds, ...was.managerIds].filter(
    (id) => !isOf(now.ownerIds, id) && !isOf(now.managerIds, id),
  );
  const won = [...now.ownerIds, ...now.managerIds].filter((id) => !isOf(was.ownerIds, id) && !isOf(was.managerIds, id));
  const left = lost.length === 1 && lost[0] === actorId && won.length === 0;
  // Whoever is taken out of a group loses the managing, too: by whom is told by the effect that ends the membership.
  // Once that is done, it stands in the history.
  const isOut =
    now.effects.some((effect) => effect.kind === 'endMembership' && lost.includes(effect.personId)) ||
    events.some(({ kind, groupId }) => groupId === at && /^(?:owner|member)(?:Left|Removed)$/.test(kind));
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

function resourceDeeds(was: Documents['resources'] | undefined, now: Documents['resources'], actorId: string): Done[] {
  if (!was) return [{ deed: 'addResource', at: 'tenant' }];
  if (was.deletedAt !== now.deletedAt)
    return [{ deed: was.blocks?.length ? 'removeBlockedResource' : 'removeResource', at: 'tenant' }];
  const isBlocked = ({ blocks = [] }: Documents['resources']): boolean =>
    blocks.some(({ personId }) => personId === actorId);
  const isOwn = isBlocked(was) && !isBlocked(now);
  const isBlockChange = JSON.stringify(was.blocks ?? []) !== JSON.stringify(now.blocks ?? []);
  return [
    ...(was.name === now.name ? [] : [{ deed: 'renameResource', at: 'tenant' } as const]),
    ...now.groupIds.filter((id) => !was.groupIds.includes(id)).map((at): Done => ({ deed: 'grant', at })),
    ...was.groupIds.filter((id) => !now.groupIds.includes(id)).map((at): Done => ({ deed: 'ungrant', at })),
    ...(isBlockChange ? [{ deed: isOwn ? 'unblockSelf' : 'block', at: 'tenant' } as const] : []),
  ];
}

function tenantDeeds(
  was: Documents['tenants'] | undefined,
  now: Documents['tenants'],
  events: readonly AuditEvent[],
): Done[] {
  const at = 'tenant';
  if (JSON.stringify(was?.adminIds) !== JSON.stringify(now.adminIds)) return [{ deed: 'changeAdmins', at }];
  if (events.some(({ kind }) => kind === 'adminConfirmed')) return [{ deed: 'confirmAdmin', at }];
  if (now.proposal && was?.proposal?.id !== now.proposal.id) return [{ deed: 'propose', at }];
  const wish = now.proposal ? undefined : was?.proposal?.wish;
  const settled = events.find(({ setting, after }) => wish && setting === wish.name && after === wish.value);
  if (settled) return [{ deed: settled.kind === 'settingRejected' ? 'declineProposal' : 'confirmProposal', at }];
  // Who was told what, and which work is done, is written there, too.
  return events.some(({ kind }) => kind === 'settingChanged') ? [{ deed: 'changeSetting', at }] : [];
}

function personDeeds(events: readonly AuditEvent[]): Done[] {
  return events.flatMap(({ kind, groupId = 'tenant' }): Done[] => {
    if (kind === 'delegationStarted') return [{ deed: 'delegate', at: groupId }];
    if (kind === 'delegationEnded') return [{ deed: 'endDelegation', at: groupId }];
    if (kind === 'joinProposed') return [{ deed: 'proposeToOther', at: groupId }];
    return kind === 'creationProposed' ? [{ deed: 'proposeCreation', at: 'tenant' }] : [];
  });
}

/** What somebody has done by the history, whether it stands there already or is still on its way. */
function eventsBetween(before: SavedStore, after: SavedStore, actorId: string): AuditEvent[] {
  const eventsIn = (store: SavedStore): AuditEvent[] => [
    ...store.audit.flatMap(([, entries]) => entries.map(({ event }) => event)),
    ...(['tenants', 'people', 'groups'] as const).flatMap((kind) =>
      recordsOf(store, kind).flatMap(({ effects }) =>
        effects.flatMap((effect) => (effect.kind === 'recordEvent' ? [effect.event] : [])),
      ),
    ),
  ];
  const known = new Set(eventsIn(before).map(({ id }) => id));
  const fresh = eventsIn(after).filter((event) => !known.has(event.id) && event.actorId === actorId);
  return [...new Map(fresh.map((event) => [event.id, event])).values()];
}
