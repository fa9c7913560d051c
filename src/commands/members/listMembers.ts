import { readMemberPage } from './memberPages.js';
import { given } from '../../domain/given.js';
import { nestedIn } from '../../domain/groups/groupInDirectory.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import { roleIn } from '../../domain/groups/groupOwners.js';
import { membershipId } from '../../domain/keys.js';
import type { Outcome } from '../../domain/outcome.js';
import { isBlocked } from '../../domain/resources/resourceChanges.js';
import type { IntentOf } from '../../intents/intent.js';
import { viewPerson } from '../reads/people.js';
import { refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { withGroup } from '../reads/withGroup.js';
import type { MemberRow } from '../../domain/views.js';

/** "members Marketing": who is in, for those who run the group and administrators alone (Q10, S37, S38). */
export async function listMembers({ target, ...wish }: IntentOf<'listMembers'>, turn: Turn): Promise<Outcome> {
  return withGroup(turn, target, 'listMembers', {}, async (facts) => {
    const verdict = decideManageMembers(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group } = facts;
    const { rows: ids, page } = await readMemberPage(turn, group, wish);
    const [memberships, people, resources] = await Promise.all([
      turn.store.read('memberships').getMany(ids.map((id) => membershipId(group.id, id))),
      turn.store.read('people').getMany(ids),
      turn.store.read('resources').find({ where: { groupIds: group.id } }),
    ]);
    const rows = ids.map((id): MemberRow => {
      const membership = memberships.find(({ personId, status }) => personId === id && status !== 'ended');
      const person = people.find((one) => one.id === id);
      const role = roleIn(group, id);
      return {
        person: viewPerson(person, id),
        role,
        ...given({
          since: membership?.since,
          how: membership?.basis.kind,
          until: role === 'owner' ? undefined : membership?.until,
        }),
        ...(membership?.status === 'unexplained' || membership?.status === 'missing'
          ? { drift: membership.status }
          : {}),
        blocked: resources.filter((resource) => isBlocked(resource, id)).map(({ name }) => name),
      };
    });
    const table = { code: 'members', group: group.name, groupId: group.id, rows, page, ...nestedIn(group) } as const;
    return { kind: 'tableShown', table };
  });
}
