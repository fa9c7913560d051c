import { change } from '../change.js';
import { actorOf, refused } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { endDelegations as withoutDelegations } from '../../domain/delegations/delegation.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "stop delegating": one decides alone again, at once. */
export async function endDelegations(_intent: IntentOf<'endDelegations'>, turn: Turn): Promise<Outcome> {
  return change(turn, { collection: 'people', id: turn.actor.id }, async (current) => {
    const count = current?.delegations?.length ?? 0;
    if (!current || count === 0) return refused({ code: 'nothing_to_change', what: actorOf(turn).name });
    const { proof, document } = withoutDelegations(current, occasionOf(turn));
    return { proof, document, outcome: { kind: 'newsTold', notice: { code: 'delegationEnded', count } } };
  });
}
