import { settleQuestion } from '../askedQuestion.js';
import type { Group } from './group.js';
import { reviseGroup } from './reviseGroup.js';
import { toNameKey } from '../names.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import type { NewEffect, Occasion } from '../revise.js';
import type { GroupField, PersonId } from '../terms.js';

/** One thing about a group with its value before and after, as the history tells it. */
export interface FieldChange {
  readonly field: GroupField;
  readonly before: string;
  readonly after: string;
  readonly change: Partial<
    Pick<Group, 'name' | 'description' | 'joinRule' | 'isListed' | 'justification' | 'driftPolicy'>
  > & {
    readonly maxDurationDays?: number | 'none';
    /** Empty for everybody who may decide. */
    readonly askedIds?: readonly PersonId[];
  };
}

/** A group with some things about it changed, each told by an event; requests that wait are dealt with as Q8 says. */
export function changeGroup(group: Group, changes: readonly FieldChange[], actor: Actor, occasion: Occasion): Group {
  const tasks = changes.flatMap(({ field, before, after, change: { joinRule, askedIds } }): NewEffect[] => [
    record(
      {
        kind: 'groupChanged',
        actorId: actor.id,
        groupId: group.id,
        setting: field,
        // Names do not go into the history: they could never be taken out again (F69).
        ...(field === 'asked' ? { before: asked(group.askedIds), after: asked(askedIds) } : { before, after }),
      },
      occasion,
    ),
    ...(joinRule === undefined || joinRule === 'ownerApproval'
      ? []
      : [{ kind: 'closeRequests' as const, why: joinRule, by: actor.id }]),
  ]);
  return reviseGroup(group, changes.reduce(withField, group), tasks, occasion);
}

function asked(ids: readonly PersonId[] = []): string {
  return ids.length === 0 ? 'all' : `selected: ${ids.join(', ')}`;
}

function withField(group: Group, { change }: FieldChange): Group {
  const { maxDurationDays, askedIds, ...plain } = change;
  const next: Group = { ...group, ...plain, ...(plain.name === undefined ? {} : { nameKey: toNameKey(plain.name) }) };
  if (typeof maxDurationDays === 'number') return { ...next, maxDurationDays };
  if (askedIds && askedIds.length > 0) return { ...next, askedIds };
  if (maxDurationDays === 'none') return dropField(next, 'maxDurationDays');
  return askedIds ? dropField(next, 'askedIds') : next;
}

function dropField(group: Group, field: 'maxDurationDays' | 'askedIds'): Group {
  const { [field]: _, ...rest } = group;
  return rest;
}

/** A group that nobody finds any more: its requests are closed, its members end and are told. */
export function deleteGroup(group: Group, actor: Actor, occasion: Occasion): Group {
  const tasks: NewEffect[] = [
    record({ kind: 'groupDeleted', actorId: actor.id, groupId: group.id, before: group.name }, occasion),
    { kind: 'closeRequests', why: 'deleted', by: actor.id },
    { kind: 'endMemberships', by: actor.id, byName: actor.name },
    ...group.ownerIds
      .filter((id) => id !== actor.id)
      .map((id) => tell(id, { code: 'groupIsGone', group: group.name, by: actor.name }, [actor.id])),
  ];
  const { document, tasks: settled } = settleQuestion(group, {
    code: 'groupIsGone',
    group: group.name,
    by: actor.name,
  });
  return reviseGroup(group, { ...document, deletedAt: occasion.now }, [...tasks, ...settled], occasion);
}

/** A group with more to do for the outbox, and nothing else changed. */
export function withTasks(group: Group, tasks: readonly NewEffect[], occasion: Occasion): Group {
  return reviseGroup(group, group, tasks, occasion);
}
