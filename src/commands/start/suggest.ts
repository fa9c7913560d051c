import { findGroup } from '../reads/findGroup.js';
import { readNamed } from '../reads/names.js';
import { loadTenant } from '../reads/people.js';
import { loadActorFacts } from '../reads/resolve.js';
import type { Answer, Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import type { Intent, IntentOf } from '../../intents/intent.js';

/** What was not understood: the nearest things to try, or, of a bare name, what it names. */
export async function suggest(
  { suggestions, remark, name, meansCard }: IntentOf<'suggest'>,
  turn: Turn,
): Promise<Answer> {
  const named = name === undefined ? undefined : await findNamed(turn, name);
  if (named) return { instead: named };
  return { kind: 'notUnderstood', suggestions, remark, ...given({ meansCard }) };
}

/** What a bare name names, shown; nothing where groups are closed to this person, so that no answer tells of one. */
async function findNamed(turn: Turn, name: string): Promise<Intent | undefined> {
  if (findClosedDoor(await loadActorFacts(turn))) return undefined;
  const readings = [{ name }];
  const search = await findGroup(turn, await loadTenant(turn.store, turn), { by: 'name', readings });
  if (search.found === 'one') return { kind: 'showGroup', target: { by: 'name', readings } };
  const resources = await readNamed(turn, 'resources', [name]);
  return resources.length > 0 ? { kind: 'findAccess', readings, ask: true } : undefined;
}
