import type { About } from './references.js';
import { toAnswer } from './toAnswer.js';
import type { Intent } from '../intent.js';
import { undoes } from '../words/corrections.en.js';

/** "take that back", right after something was done: what undoes it, or nothing. */
export function takenBack(text: string, last: Intent, { group, people }: About): Intent | undefined {
  if (!undoes.test(toAnswer(text)) || group === undefined) return undefined;
  if (last.kind === 'joinGroup') return { kind: 'withdrawRequest', target: { words: group } };
  const [only, other] = people;
  if (last.kind !== 'addMembers' || only === undefined || other !== undefined) return undefined;
  const target = { by: 'name', readings: [{ name: group }] } as const;
  return { kind: 'removeMember', target, person: { by: 'name', name: only } };
}
