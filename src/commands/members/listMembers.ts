import { decideManageMembers } from '../../domain/groups/decideManage.js';
import { roleIn } from '../../domain/groups/groupOwners.js';
import type { Outcome } from '../../domain/outcome.js';
import { isBlocked } from '../../domain/resources/resourceChanges.js';
import type { IntentOf } from '../../intents/intent.js';
import { readDrift } from '../reads/drift.js';
import { viewPerson } from '../reads/people.js';
import { refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { withGroup } from '../reads/withGroup.js';
import type { MemberRow } from '../../domain/views.js';

/** People on one page of a list. */
const pageSize = 8;

/** "members Marketing": who is in, for those who run the group and administrators alone (Q10, S37, S38). */
export async function listMembers({ target, page }: IntentOf<'listMembers'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'listMembers', {}, async (facts) => {
    const verdict = decideManageMembers(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group } = facts;
    const active = await turn.store.read('memberships').find({ where: { groupId: group.id, status: 'active' } });
    const memberships = [...active, ...(await readDrift(turn.store, group.id))];
    const ids = [...new Set([...group.ownerIds, ...group.managerIds, ...memberships.map(({ personId }) => personId)])];
    const total = ids.length;
    const pageCount = Math.max(1, Math.ceil(total / pageSize));
    const shown = ids.slice((Math.min(page, pageCount) - 1) * pageSize).slice(0, pageSize);
    const [people, resources] = await Promise.all([
      turn.store.read('people').getMany(shown),
      turn.store.read('resources').find({ where: { groupIds: group.id } }),
    ]);
    const rows = shown.map((id): MemberRow => {
      const membership = memberships.find(({ personId }) => personId === id);
      const blocked = resources.filter((resource) => isBlocked(resource, id)).map(({ name }) => name);
      return {
        person: viewPerson(
          people.find((person) => person.id === id),
          id,
        ),
        role: roleIn(group, id),
        ...(membership ? { since: membership.since, how: membership.basis.kind } : {}),
        ...(membership?.until === undefined ? {} : { until: membership.until }),
        ...(membership?.status === 'unexplained' || membership?.status === 'missing'
          ? { drift: membership.status }
          : {}),
        blocked,
      };
    });
    return {
      kind: 'tableShown',
      table: {
        code: 'members',
        group: group.name,
        groupId: group.id,
        rows,
        page: { page: Math.min(page, pageCount), pageCount, total },
      },
    };
  });
}
