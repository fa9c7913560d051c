import { authorize } from '../authorized.js';
import { given } from '../given.js';
import type { Group } from '../groups/group.js';
import { nestedIn } from '../groups/groupInDirectory.js';
import type { PersonView } from '../personView.js';
import { refuse, type Verdict } from '../verdict.js';
import type { PersonId } from '../terms.js';

/** Whether a person may leave a group, and in which role they are there (F14); the last owner may not (F43). */
export function decideLeave(facts: {
  readonly personId: PersonId;
  readonly group: Group;
  readonly isMember: boolean;
  /** Of a group that is only known: who can enrol it. */
  readonly admins?: readonly PersonView[];
}): Verdict<'leaveGroup', { readonly isOwner: boolean }> {
  const { personId, group, isMember, admins = [] } = facts;
  const isOwner = group.ownerIds.includes(personId);
  const runsIt = isOwner || group.managerIds.includes(personId);
  if (!runsIt && !isMember) {
    const isNested = nestedIn(group).nested !== undefined || undefined;
    return refuse({ code: 'not_a_member', group: group.name, ...given({ isNested }) });
  }
  // Nothing is done with it in the directory, so nobody would be out.
  if (group.knownAs !== undefined) return refuse({ code: 'not_enrolled', group: group.name, admins });
  // Who manages the membership of these groups is another system; taking somebody out here would not last.
  if (group.unsupportedKind)
    return refuse({ code: 'unsupported_kind', group: group.name, kind: group.unsupportedKind });
  if (isOwner && group.ownerIds.length === 1) return refuse({ code: 'last_owner', group: group.name });
  return { allowed: true, proof: authorize('leaveGroup'), isOwner: runsIt };
}
