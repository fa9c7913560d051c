import { authorize } from '../authorized.js';
import type { Person } from '../organisation/person.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import { revise, toEffects, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';
import type { Duration } from '../terms.js';

/** What somebody would like another person to ask for. */
export interface AskedForOther {
  readonly group: { readonly id: string; readonly name: string };
  readonly justification?: string;
  readonly duration?: Duration;
}

/**
 * A wish for somebody else (F11): the person themselves is asked, and nothing is requested before they do it. The wish
 * and who had it are in the history, whatever becomes of it.
 */
export function askForOther(
  me: Person,
  beneficiary: Actor,
  asked: AskedForOther,
  occasion: Occasion,
): Granted<'askForOther', Person> {
  const { group, justification } = asked;
  const reason = justification ? { reason: justification } : {};
  const tasks = [
    record({ kind: 'joinProposed', actorId: me.id, subjectId: beneficiary.id, groupId: group.id, ...reason }, occasion),
    tell(beneficiary.id, { code: 'askedToJoin', group: group.name, groupId: group.id, by: me.name, ...reason }, [
      me.id,
    ]),
  ];
  return {
    proof: authorize('askForOther'),
    document: revise<Person>(me, [...me.effects, ...toEffects(tasks, occasion)], occasion),
  };
}
