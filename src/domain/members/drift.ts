import { keyOf, membershipId } from '../keys.js';
import { authorize } from '../authorized.js';
import type { DirectoryRefusal, DriftAnswer } from '../groups/directory.js';
import type { Membership, MembershipBasis } from './membership.js';
import { endMembership, membershipEvent, startMembership } from './membershipChanges.js';
import { record, type Actor } from '../organisation/tenantChanges.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';
import type { Instant, PersonId } from '../terms.js';

/** A change of ours may take so long to show in a reading; until then nothing is concluded, in milliseconds. */
export const settlingMs = 15 * 60_000;

/** Whether the directory had somebody in the group when we last knew. */
export function isThere({ status }: Pick<Membership, 'status'>): boolean {
  return status === 'active' || status === 'unexplained';
}

/** Whether what a reading shows of somebody may still be from before a change of ours, which shows within `lagMs`. */
export function isSettling(membership: Membership | undefined, now: Instant, lagMs: number): boolean {
  if (!membership) return false;
  const { basis, endedAt = 0, effects } = membership;
  // Who was read in is there because the directory said so, and not by a change of ours.
  const isRead = basis.kind === 'imported' || basis.kind === 'outside';
  const since = isRead ? 0 : membership.since;
  const isUnderWay = effects.some(({ kind }) => kind === 'addToDirectory' || kind === 'removeFromDirectory');
  return isUnderWay || Math.max(since, endedAt) > now - lagMs;
}

/** Whether somebody is out here whom the directory did not let go; the administrators know. */
export function isStuckInside({ status, provisioning, endReason }: Membership): boolean {
  return status === 'ended' && provisioning === 'failed' && endReason !== 'failed';
}

/** What is no other the next time. */
const forGood: readonly DirectoryRefusal[] = ['groupGone', 'personGone', 'other'];

/** Takes somebody out once more whom the directory did not let go because of the group's kind, or without an answer. */
export function retryRemoval(
  membership: Membership,
  occasion: Occasion,
): Granted<'retryRemoval', Membership> | undefined {
  const { failure = 'other', ...rest } = membership;
  if (!isStuckInside(membership) || forGood.includes(failure)) return undefined;
  const next: Membership = { ...rest, provisioning: 'delivering' };
  return {
    proof: authorize('retryRemoval'),
    document: revised(next, [{ kind: 'removeFromDirectory' }], occasion),
  };
}

interface Place {
  readonly tenantId: string;
  readonly groupId: string;
  readonly personId: PersonId;
}

/** Somebody whom a group brings along from the directory when it is enrolled. */
export function importMember(
  former: Membership | undefined,
  place: Place,
  occasion: Occasion,
): Granted<'importMember', Membership> | undefined {
  if (former && isThere(former)) return undefined;
  return {
    proof: authorize('importMember'),
    document: settled(former, place, 'active', { kind: 'imported' }, [], occasion),
  };
}

/** Somebody whom other hands put in: shown as unexplained, or taken over at once where the group's policy says so. */
export function findAdded(
  former: Membership | undefined,
  place: Place,
  isTakenOver: boolean,
  occasion: Occasion,
): Granted<'findAdded', Membership> | undefined {
  if (former && isThere(former)) return undefined;
  const change = { before: 'none', after: 'member' } as const;
  const kind = isTakenOver ? 'driftTakenOver' : 'driftFound';
  const event = outsideEvent(place, kind, change, occasion);
  // Somebody took them out there and put them back: nothing has changed for us.
  const basis: MembershipBasis = former?.status === 'missing' ? former.basis : { kind: 'outside' };
  const status = isTakenOver || former?.status === 'missing' ? 'active' : 'unexplained';
  return { proof: authorize('findAdded'), document: settled(former, place, status, basis, [event], occasion) };
}

/** Somebody whom other hands took out: shown as missing, or ended at once where the group's policy says so. */
export function findRemoved(
  membership: Membership,
  isTakenOver: boolean,
  occasion: Occasion,
): Granted<'findRemoved', Membership> | undefined {
  if (!isThere(membership)) return undefined;
  const isNoMore = isTakenOver || membership.status === 'unexplained';
  const change = { before: 'member', after: 'none' } as const;
  const event = outsideEvent(membership, isNoMore ? 'driftTakenOver' : 'driftFound', change, occasion);
  const { isLeft: _, ...rest } = membership;
  const next: Membership = isNoMore
    ? { ...rest, status: 'ended', endedAt: occasion.now, endReason: 'outside', provisioning: 'delivered' }
    : { ...rest, status: 'missing', provisioning: 'delivered' };
  return { proof: authorize('findRemoved'), document: revised(next, [event], occasion) };
}

/** Puts somebody back whom other hands took out, or takes out whom they put in, as the group's policy says. */
export function undoFound(
  former: Membership | undefined,
  place: Place,
  isIn: boolean,
  occasion: Occasion,
): Granted<'undoFound', Membership> | undefined {
  if (isIn === (former !== undefined && isThere(former))) return undefined;
  const proof = authorize('undoFound');
  const change = isIn ? ({ before: 'none', after: 'member' } as const) : ({ before: 'member', after: 'none' } as const);
  const event = outsideEvent(place, 'driftUndone', change, occasion);
  if (!isIn && former) {
    const next: Membership = { ...former, status: 'active', provisioning: 'delivering' };
    return { proof, document: revised(next, [event, { kind: 'addToDirectory' }], occasion) };
  }
  const ended = settled(former, place, 'ended', former?.basis ?? { kind: 'outside' }, [], occasion);
  const next: Membership = { ...ended, endedAt: occasion.now, endReason: 'removed', provisioning: 'delivering' };
  return { proof, document: again(next, [event, { kind: 'removeFromDirectory' }], occasion) };
}

/** A change by other hands that nobody has to explain any more, because the person or the group is gone. */
export function endDrift(membership: Membership, occasion: Occasion): Granted<'endDrift', Membership> | undefined {
  const { isLeft: _, ...rest } = membership;
  if (rest.status !== 'missing' && rest.status !== 'unexplained') return undefined;
  const next: Membership = { ...rest, status: 'ended', endedAt: occasion.now, endReason: 'outside' };
  return { proof: authorize('endDrift'), document: revised(next, [], occasion) };
}

/** What somebody decides about a change by other hands; nothing where there is none (any more). */
export function settleDrift(
  membership: Membership,
  answer: DriftAnswer,
  actor: Actor,
  occasion: Occasion,
): Granted<'settleDrift', Membership> | undefined {
  const { status, tenantId, groupId, personId } = membership;
  if (status !== 'unexplained' && status !== 'missing') return undefined;
  const proof = authorize('settleDrift');
  const isAdded = status === 'unexplained';
  const before = isAdded ? 'none' : 'member';
  const after = isAdded ? 'member' : 'none';
  const kind = ({ takeOver: 'driftTakenOver', undo: 'driftUndone', leave: 'driftLeft' } as const)[answer];
  const event = membershipEvent(membership, kind, { actorId: actor.id, before, after }, occasion);
  const { isLeft: _, ...rest } = membership;
  if (answer === 'leave') return { proof, document: revised({ ...rest, isLeft: true }, [event], occasion) };
  if (answer === 'takeOver') {
    const basis: MembershipBasis = { kind: 'outside', by: actor.id };
    const next: Membership = isAdded
      ? { ...rest, status: 'active', basis, provisioning: 'delivered' }
      : { ...rest, status: 'ended', endedAt: occasion.now, endReason: 'outside' };
    return { proof, document: revised(next, [event], occasion) };
  }
  if (isAdded) {
    const active: Membership = { ...rest, status: 'active' };
    const end = { reason: 'removed', actorId: actor.id, tasks: [event] } as const;
    return { proof, document: endMembership(active, end, occasion) };
  }
  const { basis, until } = membership;
  const start = { tenantId, groupId, personId, basis, actorId: actor.id, tasks: [event] };
  const back = startMembership(membership, { ...start, ...(until === undefined ? {} : { until }) }, occasion);
  return { proof, document: { ...back, since: membership.since } };
}

/** A membership that is as the directory has it: nothing is to be written there. */
function settled(
  former: Membership | undefined,
  { tenantId, groupId, personId }: Place,
  status: Membership['status'],
  basis: MembershipBasis,
  tasks: readonly NewEffect[],
  occasion: Occasion,
): Membership {
  const until = status === 'active' && former?.status === 'missing' ? former.until : undefined;
  const record: Omit<Membership, 'version' | 'effects'> = {
    key: keyOf(tenantId, membershipId(groupId, personId)),
    tenantId,
    groupId,
    personId,
    status,
    since: former?.status === 'missing' ? former.since : occasion.now,
    ...(until === undefined ? {} : { until }),
    basis,
    provisioning: 'delivered',
  };
  const timers: NewEffect[] = until === undefined ? [] : [{ kind: 'expireMembership', dueAt: until }];
  if (!former) return begin<Membership>(record, [...tasks, ...timers], occasion);
  const lease = former.lease ? { lease: former.lease } : {};
  return revised(
    { ...record, version: former.version, effects: former.effects, ...lease },
    [...tasks, ...timers],
    occasion,
  );
}

/** The next version, in which nothing that was to be done in the directory is left. */
function revised(membership: Membership, tasks: readonly NewEffect[], occasion: Occasion): Membership {
  const kept = membership.effects.filter(
    ({ kind }) => kind === 'recordEvent' || kind === 'tell' || kind === 'reportDelivery' || kind === 'expireMembership',
  );
  return revise<Membership>(membership, [...kept, ...toEffects(tasks, occasion)], occasion);
}

/** The same version with more to do. */
function again(membership: Membership, tasks: readonly NewEffect[], occasion: Occasion): Membership {
  const next = revise<Membership>(membership, [...membership.effects, ...toEffects(tasks, occasion)], occasion);
  return { ...next, version: membership.version };
}

function outsideEvent(
  { groupId, personId }: Pick<Place, 'groupId' | 'personId'>,
  kind: 'driftFound' | 'driftTakenOver' | 'driftUndone',
  change: { readonly before: string; readonly after: string },
  occasion: Occasion,
): NewEffect {
  return record({ kind, isOutside: true, groupId, subjectId: personId, ...change }, occasion);
}
