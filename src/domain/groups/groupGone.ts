import { authorize } from '../authorized.js';
import { settleQuestion } from '../askedQuestion.js';
import { tellOutside } from './followGroup.js';
import type { Group } from './group.js';
import { record } from '../organisation/tenantChanges.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';

/** A group that was deleted in the directory, for good; one that the bot manages ends with everything about it. */
export function groupGone(group: Group, occasion: Occasion): Granted<'groupGone', Group> | undefined {
  if (group.deletedAt !== undefined) return undefined;
  const gone: Group = { ...group, deletedAt: occasion.now };
  const { document, tasks } = group.knownAs === undefined ? endOf(gone, occasion) : { document: gone, tasks: [] };
  return { proof: authorize('groupGone'), document: withEffects(document, tasks, occasion) };
}

function endOf(group: Group, occasion: Occasion): { readonly document: Group; readonly tasks: readonly NewEffect[] } {
  const { id, name } = group;
  const notice = { code: 'groupIsGone', group: name, by: '' } as const;
  const { document, tasks } = settleQuestion(group, notice);
  const place = document.directory ? { directory: { ...document.directory, state: 'deleted' as const } } : {};
  return {
    document: { ...document, ...place },
    tasks: [
      record({ kind: 'groupDeleted', isOutside: true, groupId: id, before: name }, occasion),
      { kind: 'closeRequests', why: 'deleted' },
      { kind: 'endMemberships', byName: '' },
      ...tellOutside(group, { what: 'gone' }),
      ...tasks,
    ],
  };
}

/** A group that was deleted in the directory and can be restored: its work waits, and its owners are told, once. */
export function groupRestorable(group: Group, occasion: Occasion): Granted<'groupRestorable', Group> | undefined {
  if (group.knownAs !== undefined) return groupGoneForNow(group, occasion);
  const { directory } = group;
  if (!directory || directory.held === 'groupDeleted' || group.deletedAt !== undefined) return undefined;
  const document = withEffects(
    { ...group, directory: { ...directory, held: 'groupDeleted' } },
    tellOutside(group, { what: 'deleted' }),
    occasion,
  );
  return { proof: authorize('groupRestorable'), document };
}

/** One that is only known is not shown while it is deleted; a reading that meets it again brings it back. */
function groupGoneForNow(group: Group, occasion: Occasion): Granted<'groupRestorable', Group> | undefined {
  if (group.deletedAt !== undefined) return undefined;
  return {
    proof: authorize('groupRestorable'),
    document: withEffects({ ...group, deletedAt: occasion.now }, [], occasion),
  };
}

function withEffects(group: Group, tasks: readonly NewEffect[], occasion: Occasion): Group {
  return revise<Group>(group, [...group.effects, ...toEffects(tasks, occasion)], occasion);
}
