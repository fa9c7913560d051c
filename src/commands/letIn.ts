import { save, tryAgain } from './change.js';
import { occasionOf, type Turn } from './turn.js';
import type { Authorized } from '../domain/authorized.js';
import { endByOthers } from '../domain/groups/groupTimers.js';
import type { Group } from '../domain/groups/group.js';
import { membershipId } from '../domain/keys.js';
import type { Membership } from '../domain/members/membership.js';
import { endWithGroup } from '../domain/members/membershipTimers.js';
import { applyChange } from '../domain/timers.js';

/** So many members of a deleted group are out before the answer; the outbox has the others, and all if this fails. */
const mostAtOnce = 100;

/**
 * Saves a membership, and looks once more at the group that it rests on: whoever came into one that was being deleted
 * is out again before anybody reads that they are in.
 */
export async function letIn(
  turn: Turn,
  proof: Authorized,
  membership: Membership,
): Promise<'written' | 'conflict' | 'gone'> {
  const { groupId, personId } = membership;
  if ((await save(turn, proof, 'memberships', membership)) !== 'written') return 'conflict';
  const group = await turn.store.read('groups').get(groupId);
  if (group?.deletedAt === undefined) return 'written';
  // Where this is lost to the outbox, the outbox has ended it.
  await tryAgain(async () => {
    const present = await turn.store.read('memberships').get(membershipId(groupId, personId));
    const ended = present && applyChange(present, endWithGroup, occasionOf(turn));
    if (!ended) return undefined;
    return (await save(turn, ended.proof, 'memberships', ended.document)) === 'written' ? undefined : 'conflict';
  });
  return 'gone';
}

/** Ends the memberships of a group that this turn has deleted, at once; what others write meanwhile the outbox ends. */
export async function endPlaces(turn: Turn, group: Pick<Group, 'id' | 'name'>): Promise<void> {
  const members = await turn.store
    .read('memberships')
    .find({ where: { groupId: group.id, status: 'active' }, limit: mostAtOnce });
  const ends = members.flatMap((one) => endByOthers(one, turn.actor, group.name, occasionOf(turn)) ?? []);
  await Promise.all(ends.map(({ proof, document }) => save(turn, proof, 'memberships', document)));
}
