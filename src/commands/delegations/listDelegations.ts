import { viewPeople, viewPerson } from '../reads/people.js';
import { findDelegators } from '../reads/standIns.js';
import { type Turn } from '../turn.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Delegation } from '../../domain/organisation/person.js';
import type { IntentOf } from '../../intents/intent.js';
import type { DelegationRow } from '../../domain/views.js';

/** "my delegations": who stands in for whom, in both directions. */
export async function listDelegations(_intent: IntentOf<'listDelegations'>, turn: Turn): Promise<Outcome> {
  const isCurrent = ({ until }: Delegation): boolean => until === undefined || until > turn.now;
  const given = (turn.actor.delegations ?? []).filter(isCurrent);
  const delegators = await findDelegators(turn);
  const received = delegators.flatMap((person) =>
    (person.delegations ?? [])
      .filter((one) => one.toId === turn.actor.id && isCurrent(one))
      .map((one) => ({ ...one, toId: person.id })),
  );
  const rows = async (list: readonly Delegation[]): Promise<DelegationRow[]> => {
    const people = new Map(
      (
        await viewPeople(
          turn.store,
          list.map(({ toId }) => toId),
        )
      ).map((person) => [person.id, person]),
    );
    const groups = await turn.store.read('groups').getMany(list.flatMap(({ groupId }) => (groupId ? [groupId] : [])));
    return list.map(({ toId, until, groupId }) => {
      const group = groups.find(({ id }) => id === groupId)?.name;
      return {
        person: people.get(toId) ?? viewPerson(undefined, toId),
        ...(until === undefined ? {} : { until }),
        ...(group ? { group } : {}),
      };
    });
  };
  return {
    kind: 'tableShown',
    table: { code: 'delegations', given: await rows(given), received: await rows(received) },
  };
}
