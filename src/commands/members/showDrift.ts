import { decideManageMembers } from '../../domain/groups/decideManage.js';
import { nestedIn } from '../../domain/groups/groupInDirectory.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';
import { viewPerson } from '../reads/people.js';
import { readDrift } from '../reads/drift.js';
import { refused } from '../reads/resolve.js';
import { withGroup } from '../reads/withGroup.js';
import type { Turn } from '../turn.js';

/** People on one card. */
const shown = 8;

/** "drift Marketing": what other hands changed about its members in the directory, and who can explain it (F73). */
export async function showDrift({ target }: IntentOf<'showDrift'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'showDrift', {}, async (facts) => {
    const verdict = decideManageMembers(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group, owners, admins } = facts;
    const drift = await readDrift(turn.store, group.id);
    const people = await turn.store.read('people').getMany(drift.slice(0, shown).map(({ personId }) => personId));
    const byId = new Map(people.map((person) => [person.id, person]));
    return {
      kind: 'tableShown',
      table: {
        code: 'drift',
        group: group.name,
        groupId: group.id,
        policy: group.driftPolicy ?? 'report',
        total: drift.length,
        explainers: [...new Set([...owners, ...admins].map(({ name }) => name))],
        rows: drift.slice(0, shown).map(({ personId, status, isLeft = false }) => ({
          person: viewPerson(byId.get(personId), personId),
          isAdded: status === 'unexplained',
          isLeft,
        })),
        ...(group.brakeAt === undefined ? {} : { isBraked: true as const }),
        ...nestedIn(group),
      },
    };
  });
}
