import { findGroup } from '../reads/findGroup.js';
import { findOwnedGroups } from '../requests/inbox.js';
import { loadTenant } from '../reads/people.js';
import { loadActorFacts } from '../reads/resolve.js';
import { save, untilWritten } from '../change.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { viewGroups, viewLeftGroup } from '../reads/groupViews.js';
import { decideLeave } from '../../domain/members/decideLeave.js';
import type { Group } from '../../domain/groups/group.js';
import { roleIn } from '../../domain/groups/groupOwners.js';
import { membershipId } from '../../domain/keys.js';
import type { Membership } from '../../domain/members/membership.js';
import { endMembership, removeOwner } from '../../domain/members/membershipChanges.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Outcome } from '../../domain/outcome.js';
import { isBlocked } from '../../domain/resources/resourceChanges.js';
import type { IntentOf } from '../../intents/intent.js';
import type { UnlockView } from '../../domain/views.js';

/** "leave Marketing": first what will be lost, then, on the click, out (F14, F43). */
export async function leaveGroup(intent: IntentOf<'leaveGroup'>, turn: Turn): Promise<Answer> {
  const tenant = await loadTenant(turn.store, turn);
  const search = await findGroup(turn, tenant, intent.target);
  if (search.found === 'none') return { kind: 'refused', refusal: { code: 'group_not_found', typed: search.typed } };
  const meant = search.found === 'several' ? search.groups : [search.group];
  const theirs = meant.length > 1 ? await keepTheirs(turn, meant) : meant;
  const [group, other] = theirs;
  if (!group || other)
    return {
      kind: 'groupPickNeeded',
      purpose: 'leaveGroup',
      typed: search.reading?.name ?? '',
      candidates: await viewGroups(turn.store, group ? theirs : meant),
    };
  // A conflict means that another change came between; everything is asked again.
  return untilWritten(`leaving ${group.id}`, () => tryLeave(turn, group.id, intent.confirmed ?? false));
}

/** Of several that may be meant, those that this person can leave: as a member, as an owner, by taking a request back. */
async function keepTheirs({ store, actor }: Turn, groups: readonly Group[]): Promise<readonly Group[]> {
  const [memberships, waiting] = await Promise.all([
    store.read('memberships').getMany(groups.map(({ id }) => membershipId(id, actor.id))),
    store.read('requests').find({ where: { requesterId: actor.id, status: 'pending' } }),
  ]);
  const ids = new Set([
    ...memberships.filter(({ status }) => status === 'active').map(({ groupId }) => groupId),
    ...waiting.map(({ groupId }) => groupId),
  ]);
  return groups.filter(({ id, ownerIds }) => ids.has(id) || ownerIds.includes(actor.id));
}

function refused(refusal: Refusal): Outcome {
  return { kind: 'refused', refusal };
}

/** Whoever only asked for a group takes that back, once they said so. */
async function withdrawInstead(turn: Turn, groupId: string, { code }: Refusal): Promise<Answer | undefined> {
  if (code !== 'not_a_member') return undefined;
  const mine = await turn.store
    .read('requests')
    .find({ where: { requesterId: turn.actor.id, status: 'pending' }, sort: { field: 'createdAt', direction: 'asc' } });
  const open = mine.find((request) => request.groupId === groupId);
  return open && { instead: { kind: 'withdrawRequest', target: { requestId: open.id }, ask: true } };
}

async function tryLeave(turn: Turn, groupId: string, confirmed: boolean): Promise<Answer | 'conflict'> {
  const [group, membership] = await Promise.all([
    turn.store.read('groups').get(groupId),
    turn.store.read('memberships').get(membershipId(groupId, turn.actor.id)),
  ]);
  if (!group) return { kind: 'refused', refusal: { code: 'group_not_found', typed: '' } };
  const isMember = membership?.status === 'active';
  const admins = group.knownAs === undefined ? [] : (await loadActorFacts(turn)).admins;
  const verdict = decideLeave({ personId: turn.actor.id, group, isMember, admins });
  // A repeated click on "Leave" reads the same again (F18).
  if (!verdict.allowed && verdict.refusal.code === 'not_a_member' && confirmed && membership?.endReason === 'left')
    return { kind: 'memberLeft', group: await viewLeftGroup(turn.store, group, turn.actor.id) };
  if (!verdict.allowed) return (await withdrawInstead(turn, groupId, verdict.refusal)) ?? refused(verdict.refusal);
  if (!confirmed)
    return {
      kind: 'leaveConfirmNeeded',
      group: await viewLeftGroup(turn.store, group, turn.actor.id),
      losses: await findLosses(turn, group),
      role: roleIn(group, turn.actor.id),
    };
  const left = verdict.isOwner
    ? await save(turn, verdict.proof, 'groups', removeOwner(group, turn.actor.id, occasionOf(turn)))
    : await save(
        turn,
        verdict.proof,
        'memberships',
        endMembership(membership as Membership, { reason: 'left', actorId: turn.actor.id }, occasionOf(turn)),
      );
  if (left !== 'written') return 'conflict';
  return { kind: 'memberLeft', group: await viewLeftGroup(turn.store, group, turn.actor.id) };
}

/** What only this group opens for the person; the rest stays open through their other groups. */
async function findLosses(turn: Turn, group: Group): Promise<UnlockView[]> {
  const [memberships, owned] = await Promise.all([
    turn.store.read('memberships').find({ where: { personId: turn.actor.id, status: 'active' } }),
    findOwnedGroups(turn),
  ]);
  const others = new Set(
    [...memberships.map(({ groupId }) => groupId), ...owned.map(({ id }) => id)].filter((id) => id !== group.id),
  );
  const resources = await turn.store
    .read('resources')
    .find({ where: { groupIds: group.id }, sort: { field: 'nameKey', direction: 'asc' } });
  const lost = resources.filter(
    (resource) => !isBlocked(resource, turn.actor.id) && !resource.groupIds.some((id) => others.has(id)),
  );
  return lost.map(({ name, link }) => (link ? { name, link } : { name }));
}
