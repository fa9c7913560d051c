import { claimsOf, countSettled, findConfusable, isRisky, readField } from './groupFields.js';
import { actorOf, refused } from '../reads/resolve.js';
import { withGroup } from '../reads/withGroup.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { decideEditGroup } from '../../domain/groups/decideManage.js';
import { changeGroup as changed, type FieldChange } from '../../domain/groups/groupChanges.js';
import { given } from '../../domain/given.js';
import type { Outcome } from '../../domain/outcome.js';
import type { GroupField, GroupFieldValues } from '../../domain/terms.js';
import type { IntentOf } from '../../intents/intent.js';

/**
 * What was filled in on the "manage" card: one decision and one commit for all of it, or nothing. What the form showed
 * and the person left alone is not wished for, whatever it has become meanwhile.
 */
export async function saveGroup(intent: IntentOf<'saveGroup'>, turn: Turn): Promise<Answer> {
  const { target, values, shown, confirmed } = intent;
  let isSaved = false;
  const outcome = await withGroup(turn, target, 'manageGroup', {}, async (facts) => {
    // It is decided again where somebody was faster.
    isSaved = false;
    const verdict = decideEditGroup(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { group } = facts;
    const changes: FieldChange[] = [];
    const meanwhile: GroupField[] = [];
    for (const [field, value] of wishesOf(values, shown)) {
      const change = await readField(turn, group, field, value, facts);
      if ('code' in change) return refused(change);
      if (change.before === change.after) continue;
      changes.push(change);
      if (shown?.[field] !== undefined && shown[field] !== change.before) meanwhile.push(field);
    }
    isSaved = changes.length === 0;
    if (isSaved) return refused({ code: 'nothing_to_change', what: group.name });
    const waiting = await countSettled(turn, group, changes);
    if (!confirmed && (meanwhile.length > 0 || changes.some((change) => isRisky(change, waiting, facts))))
      return askAbout(group, changes, {
        waiting,
        meanwhile,
        ...given({ lookalike: await findConfusable(turn, group, changes, facts) }),
      });
    isSaved = true;
    return {
      proof: verdict.proof,
      document: changed(group, changes, actorOf(turn), occasionOf(turn)),
      claims: claimsOf(changes),
      outcome: { kind: 'thanksAccepted' },
    };
  });
  // The card shows what is so now, saved or unchanged.
  return isSaved ? { instead: { kind: 'manageGroup', target } } : outcome;
}

function wishesOf(values: GroupFieldValues, shown: GroupFieldValues = {}): (readonly [GroupField, string])[] {
  const all = Object.entries(values) as [GroupField, string | undefined][];
  return all.flatMap(([field, value]) =>
    value === undefined || value === shown[field] ? [] : [[field, value] as const],
  );
}

function askAbout(
  { id, name }: { readonly id: string; readonly name: string },
  changes: readonly FieldChange[],
  {
    waiting,
    meanwhile,
    ...lookalike
  }: { readonly waiting: number; readonly meanwhile: readonly GroupField[]; readonly lookalike?: string },
): Outcome {
  const [only] = changes;
  if (only && changes.length === 1 && meanwhile.length === 0) {
    const { field, before, after } = only;
    return {
      kind: 'confirmNeeded',
      question: { code: 'changeGroup', group: name, groupId: id, field, before, after, waiting, ...lookalike },
    };
  }
  return {
    kind: 'confirmNeeded',
    question: {
      code: 'saveGroup',
      group: name,
      groupId: id,
      changes: changes.map(({ field, before, after }) => ({
        field,
        before,
        after,
        isMeanwhile: meanwhile.includes(field),
      })),
      waiting,
      ...lookalike,
    },
  };
}
