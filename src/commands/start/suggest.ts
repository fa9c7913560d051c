import { findAccess } from '../resources/findAccess.js';
import { findGroup } from '../reads/findGroup.js';
import { loadTenant } from '../reads/people.js';
import { loadActorFacts } from '../reads/resolve.js';
import { showGroup } from '../groups/showGroup.js';
import type { Turn } from '../turn.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** What was not understood: the nearest things to try, or, of a bare name, what it names. */
export async function suggest(
  { suggestions, remark, name, meansCard }: IntentOf<'suggest'>,
  turn: Turn,
): Promise<Outcome> {
  const named = name === undefined ? undefined : await findNamed(turn, name);
  return named ?? { kind: 'notUnderstood', suggestions, remark, ...(meansCard ? { meansCard } : {}) };
}

async function findNamed(turn: Turn, name: string): Promise<Outcome | undefined> {
  if (findClosedDoor(await loadActorFacts(turn))) return undefined;
  const readings = [{ name }];
  const search = await findGroup(turn, await loadTenant(turn.store, turn), { by: 'name', readings });
  if (search.found === 'one') return showGroup({ kind: 'showGroup', target: { by: 'name', readings } }, turn);
  const resources = await turn.store.read('resources').count({ nameKey: toNameKey(name) });
  return resources > 0 ? findAccess({ kind: 'findAccess', readings, ask: true }, turn) : undefined;
}
