import { roleEnds } from '../delegations/delegation.js';
import type { Group } from './group.js';
import { alignTasks, withoutOldRefusals } from './groupInDirectory.js';
import { approverIdsOf, askedIdsOf } from './policy.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { PersonId } from '../terms.js';

/** The next version of a group; what follows from the difference to the one before is planned with it. */
export function reviseGroup(before: Group, next: Group, tasks: readonly NewEffect[], occasion: Occasion): Group {
  const follow = followTasks(before, next);
  const group = withoutOldRefusals(follow.length > 0 ? withoutOldAlert(next) : next);
  const all = [...tasks, ...alignTasks(group), ...follow, ...roleEnds(before, next, occasion)];
  return revise<Group>(group, [...group.effects, ...toEffects(all, occasion)], occasion);
}

/** Who is asked follows who may decide, for as long as a request waits (F81); a group that is gone closes them all. */
export function followTasks(before: Group, next: Group): NewEffect[] {
  const isSame =
    isSameList(approverIdsOf(before), approverIdsOf(next)) && isSameList(askedIdsOf(before), askedIdsOf(next));
  return isSame || next.deletedAt !== undefined ? [] : [{ kind: 'followGroup' }];
}

function isSameList(a: readonly PersonId[], b: readonly PersonId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

/** Once somebody decides again, the administrators hear at once when nobody does. */
function withoutOldAlert(group: Group): Group {
  if (approverIdsOf(group).length === 0) return group;
  const { ownerlessAlertAt: _, ...rest } = group;
  return rest;
}
