import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';
import { changeGroup } from './changeGroup.js';
import { manageGroup } from './manageGroup.js';
import { refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';

/** What was filled in on the "manage" card: each thing that differs is changed by its own rule; the join rule and the name come last, because they are asked about. */
export async function saveGroup({ target, input }: IntentOf<'saveGroup'>, turn: Turn): Promise<Outcome> {
  const { description, isListed, justification, longestMembership, asked, joinRule, name } = input;
  const wishes = {
    description,
    listed: isListed === undefined ? undefined : isListed ? 'yes' : 'no',
    justification,
    longestMembership,
    asked,
    joinRule,
    name,
  };
  let last: Outcome | undefined;
  for (const [field, value] of Object.entries(wishes) as [IntentOf<'changeGroup'>['field'], string | undefined][]) {
    if (value === undefined) continue;
    const outcome = await changeGroup({ kind: 'changeGroup', target, field, value }, turn);
    if (outcome.kind === 'refused' && outcome.refusal.code === 'nothing_to_change') continue;
    if (outcome.kind !== 'newsTold') return outcome;
    last = outcome;
  }
  return last ? manageGroup({ kind: 'manageGroup', target }, turn) : refused({ code: 'nothing_to_change', what: '' });
}
