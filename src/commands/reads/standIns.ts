import type { Turn } from '../turn.js';
import { isStandingIn } from '../../domain/delegations/delegation.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import type { Person } from '../../domain/organisation/person.js';
import { approverIdsOf } from '../../domain/groups/policy.js';
import { isConcerned, type Concerned, type StandIn } from '../../domain/requests/deciders.js';

/** Who stands in now for somebody who may decide this person's request to a group: whoever asks decides nothing about it, by nobody's hand (F24, F45). */
export async function findStandIns(
  turn: Pick<Turn, 'store' | 'now'>,
  group: Group,
  concerned: Concerned,
): Promise<StandIn[]> {
  const approvers = await turn.store
    .read('people')
    .getMany(approverIdsOf(group).filter((id) => !isConcerned(concerned, id)));
  return approvers.flatMap((person) =>
    (person.delegations ?? [])
      .filter((delegation) => !isConcerned(concerned, delegation.toId) && isStandingIn(delegation, group.id, turn.now))
      .map(({ toId, until }) => ({ personId: toId, forId: person.id, ...given({ until }) })),
  );
}

/** Those for whom a person stands in for anything. */
export async function findDelegators(turn: Pick<Turn, 'store' | 'actor'>): Promise<Person[]> {
  return turn.store.read('people').find({ where: { delegateIds: turn.actor.id } });
}
