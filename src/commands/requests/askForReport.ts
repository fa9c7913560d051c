import { askOwners, findOpenRequest, type JoinInput } from './askOwners.js';
import { refused } from '../reads/resolve.js';
import type { Answer, Turn } from '../turn.js';
import type { Authorized } from '../../domain/authorized.js';
import type { Group } from '../../domain/groups/group.js';
import { given } from '../../domain/given.js';
import { effectivePolicy, minJustificationLength } from '../../domain/groups/policy.js';
import { membershipId } from '../../domain/keys.js';
import type { Person } from '../../domain/organisation/person.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import { findWishProblem } from '../../domain/requests/askForReport.js';

/**
 * A manager asks for somebody who reports to them (F11, F99): the owners decide, and the report hears of it. The answer
 * is the same for whoever is in already or waits, which is not for the manager to know (Q10).
 */
export async function askForReport(
  turn: Turn,
  proof: Authorized<'joinGroup'>,
  about: { readonly tenant: Tenant; readonly group: Group; readonly person: Person },
  input: JoinInput,
): Promise<Answer> {
  const { tenant, group, person } = about;
  const { id: requesterId, name } = person;
  const problem = findWishProblem(effectivePolicy(group, tenant), input, turn.now);
  if (problem === 'reason') {
    const { justification } = input;
    const about = { group: group.name, person: name, minLength: minJustificationLength };
    return { kind: 'reportReasonNeeded', ...about, ...given({ justification }) };
  }
  if (problem) return refused(problem);
  const [membership, open] = await Promise.all([
    turn.store.read('memberships').get(membershipId(group.id, requesterId)),
    findOpenRequest(turn, group, requesterId),
  ]);
  const isInside = membership?.status === 'active' || group.ownerIds.includes(requesterId);
  const { id, name: managerName } = turn.actor;
  if (!isInside && !open)
    await askOwners(turn, proof, about, { requesterId, askedBy: { id, name: managerName }, ...input });
  const notice = { code: 'askedForReport', person: name, group: group.name, groupId: group.id } as const;
  return { kind: 'newsTold', notice };
}
