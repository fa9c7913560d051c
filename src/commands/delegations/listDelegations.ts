import { viewPeople } from '../reads/people.js';
import { findDelegators } from '../reads/standIns.js';
import { type Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Delegation } from '../../domain/organisation/person.js';
import type { IntentOf } from '../../intents/intent.js';
import { approverIdsOf } from '../../domain/groups/policy.js';
import type { PersonView } from '../../domain/personView.js';
import type { PersonId } from '../../domain/terms.js';
import type { DelegationRow } from '../../domain/views.js';

/** A delegation, with whom its other side is shown as. */
interface Shown {
  readonly delegation: Delegation;
  readonly fromId: PersonId;
  readonly personId: PersonId;
}

/** "my delegations": who stands in for whom, in both directions. */
export async function listDelegations(_intent: IntentOf<'listDelegations'>, turn: Turn): Promise<Outcome> {
  const { actor, now } = turn;
  const isCurrent = ({ until }: Delegation): boolean => until === undefined || until > now;
  const given = (actor.delegations ?? [])
    .filter(isCurrent)
    .map((delegation): Shown => ({ delegation, fromId: actor.id, personId: delegation.toId }));
  const received = (await findDelegators(turn)).flatMap(({ id, delegations = [] }) =>
    delegations
      .filter((one) => one.toId === actor.id && isCurrent(one))
      .map((delegation): Shown => ({ delegation, fromId: id, personId: id })),
  );
  return {
    kind: 'tableShown',
    table: { code: 'delegations', given: await viewRows(turn, given), received: await viewRows(turn, received) },
  };
}

/** As lines of the list; what is for a group about which its giver decides nothing any more counts for nothing. */
async function viewRows({ store }: Turn, list: readonly Shown[]): Promise<DelegationRow[]> {
  const ids = list.flatMap(({ delegation: { groupId } }) => groupId ?? []);
  const [views, found] = await Promise.all([
    viewPeople(
      store,
      list.map(({ personId }) => personId),
    ),
    store.read('groups').getMany(ids),
  ]);
  const groups = new Map(found.filter(({ deletedAt }) => deletedAt === undefined).map((group) => [group.id, group]));
  return list.flatMap(({ delegation: { until, groupId = '' }, fromId }, index): DelegationRow[] => {
    const group = groups.get(groupId);
    if (groupId !== '' && !(group && approverIdsOf(group).includes(fromId))) return [];
    return [
      {
        person: views[index] as PersonView,
        ...(until === undefined ? {} : { until }),
        ...(group ? { group: group.name } : {}),
      },
    ];
  });
}
