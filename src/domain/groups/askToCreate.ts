import { authorize } from '../authorized.js';
import { given } from '../given.js';
import type { Person } from '../organisation/person.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import { revise, toEffects, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';

/** An administrator asks somebody to make a group, which will then be theirs (S31, Q15, F104). */
export function askToCreate(
  me: Person,
  owner: Actor,
  resource: { readonly id: string; readonly name: string } | undefined,
  occasion: Occasion,
): Granted<'askToCreate', Person> {
  const tasks = [
    record(
      {
        kind: 'creationProposed',
        actorId: me.id,
        subjectId: owner.id,
        ...given({ resourceId: resource?.id }),
      },
      occasion,
    ),
    tell(owner.id, { code: 'askedToCreate', by: me.name, ...given({ resource: resource?.name }) }, [me.id]),
  ];
  return {
    proof: authorize('askToCreate'),
    document: revise<Person>(me, [...me.effects, ...toEffects(tasks, occasion)], occasion),
  };
}
