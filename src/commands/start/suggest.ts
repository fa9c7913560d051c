import { findGroup } from '../reads/findGroup.js';
import { readNamed } from '../reads/names.js';
import { loadTenant } from '../reads/people.js';
import { loadActorFacts } from '../reads/resolve.js';
import type { Answer, Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import type { Suggestion } from '../../domain/start/suggestions.js';
import type { Intent, IntentOf } from '../../intents/intent.js';

/** So many things to try are offered at the least. */
const leastOffered = 3;
const always: readonly Suggestion[] = [{ command: 'groups' }, { command: 'myRequests' }, { command: 'help' }];

function withAlways(offered: readonly Suggestion[]): Suggestion[] {
  const more = always.filter(({ command }) => !offered.some((one) => one.command === command));
  return [...offered, ...more].slice(0, leastOffered);
}

/** Commands that are offered about what was typed. */
const thingsNamed: ReadonlySet<Suggestion['command']> = new Set<Suggestion['command']>(['group', 'join', 'findAccess']);

/** What was not understood: the nearest things to try, or, of a bare name, what it names. */
export async function suggest(
  { suggestions, remark, name, meansCard, isForeign }: IntentOf<'suggest'>,
  turn: Turn,
): Promise<Answer> {
  const typed = name ?? suggestions.find((one) => thingsNamed.has(one.command))?.name;
  const found = typed === undefined ? {} : await findNamed(turn, typed);
  if (name !== undefined && found.intent) return { instead: found.intent };
  // What is offered are things that exist.
  const isThere = typed === undefined || found.intent !== undefined;
  const offered = [...(found.near ?? []), ...suggestions.filter((one) => !thingsNamed.has(one.command))];
  return {
    kind: 'notUnderstood',
    suggestions: isThere ? suggestions : withAlways(offered),
    remark,
    ...given({ meansCard, isForeign }),
  };
}

/** What a bare name names, or what comes near it; nothing where groups are closed to this person. */
async function findNamed(
  turn: Turn,
  name: string,
): Promise<{ readonly intent?: Intent; readonly near?: readonly Suggestion[] }> {
  if (findClosedDoor(await loadActorFacts(turn))) return {};
  const readings = [{ name }];
  const search = await findGroup(turn, await loadTenant(turn.store, turn), { by: 'name', readings });
  if (search.found === 'one') return { intent: { kind: 'showGroup', target: { by: 'name', readings } } };
  const resources = await readNamed(turn, 'resources', [name]);
  if (resources.length > 0) return { intent: { kind: 'findAccess', readings, ask: true } };
  return search.found === 'several'
    ? { near: search.groups.slice(0, 2).map((group) => ({ command: 'group', name: group.name })) }
    : {};
}
