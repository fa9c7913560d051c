import type { About } from './references.js';
import { toAnswer } from './toAnswer.js';
import type { Intent } from '../intent.js';
import { undoes } from '../words/corrections.en.js';

/** "Take that back", right after something was done: what undoes it, or nothing where nothing plainly does. */
export function takenBack(text: string, last: Intent, { group, people }: About, isInside: boolean): Intent | undefined {
  if (!undoes.test(toAnswer(text))) return undefined;
  const [only, other] = people;
  switch (last.kind) {
    case 'joinGroup':
      if (isInside) return { kind: 'leaveGroup', target: last.target };
      return group === undefined ? undefined : { kind: 'withdrawRequest', target: { words: group } };
    case 'leaveGroup':
      return { kind: 'joinGroup', target: last.target };
    case 'addMembers':
      if (only === undefined || other !== undefined) return undefined;
      return { kind: 'removeMember', target: last.target, person: { by: 'name', name: only } };
    case 'removeMember':
      return { kind: 'addMembers', target: last.target, people: [last.person] };
    case 'delegate':
      return { kind: 'endDelegations' };
    case 'changeBlock':
      return { kind: 'changeBlock', resource: last.resource, person: last.person, is: !last.is };
    default:
      return undefined;
  }
}
