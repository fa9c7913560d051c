import { loadActorFacts, loadGroupFacts } from '../reads/resolve.js';
import type { Turn } from '../turn.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import type { Intent } from '../../intents/intent.js';

/** A wish for somebody else, as what it is for whoever runs the group: they let people in and ask nobody. */
export async function asRunner(intent: Intent, turn: Turn): Promise<Intent> {
  if (intent.kind !== 'requestFor' || intent.target.by !== 'id') return intent;
  const group = await turn.store.read('groups').get(intent.target.groupId);
  if (!group) return intent;
  const facts = await loadGroupFacts(turn, await loadActorFacts(turn), group);
  if (!decideManageMembers(facts).allowed) return intent;
  const { kind: _, person, isReport: __, resource: ___, ...rest } = intent;
  return { ...rest, kind: 'addMembers', people: [person] };
}
