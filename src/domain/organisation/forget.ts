import { authorize } from '../authorized.js';
import { given } from '../given.js';
import type { ActorFacts } from '../groups/decideManage.js';
import { decideAdminister } from '../groups/decideManage.js';
import { isAdmin } from '../groups/policy.js';
import { addEffects, toChange, type Change } from '../timers.js';
import { revise, toEffects, type Occasion } from '../revise.js';
import { record, tell, type Actor } from './tenantChanges.js';
import type { Person } from './person.js';
import { refuse, type Verdict } from '../verdict.js';
import type { PersonId } from '../terms.js';

/** Whether a person may be forgotten now (F69): not while their name is still needed to act by. */
export function decideForget(
  facts: ActorFacts,
  person: Person,
  ownedGroups: readonly string[],
): Verdict<'forgetPerson'> {
  const administers = decideAdminister(facts);
  if (!administers.allowed) return administers;
  if (isAdmin(facts.tenant, person.id)) return refuse({ code: 'still_admin', person: person.name });
  if (ownedGroups.length > 0) return refuse({ code: 'still_owner', person: person.name, groups: ownedGroups });
  return { allowed: true, proof: authorize('forgetPerson') };
}

/** What is left of a person: the id that the history, their memberships and what they decided stand on. */
export function forgetPerson(person: Person, actor: Actor, occasion: Occasion): Person {
  const { key, tenantId, id, version, effects, lease, nextEffectAt, name } = person;
  const bare: Person = {
    ...{ key, tenantId, id, version, effects },
    ...given({ lease, nextEffectAt }),
    name: '',
    nameKey: '',
    forgottenAt: occasion.now,
  };
  const tasks = toEffects(
    [
      record({ kind: 'personForgotten', actorId: actor.id, subjectId: id }, occasion),
      { kind: 'forgetTraces', name, by: actor.id },
    ],
    occasion,
  );
  return revise<Person>(bare, [...effects, ...tasks], occasion);
}

/** Tells the administrator that nothing of what was to go is left. */
export function tellForgotten(
  by: PersonId,
  counts: { readonly reasons: number; readonly records: number },
): Change<Person> {
  return toChange((person, occasion) =>
    addEffects<Person>(person, [tell(by, { code: 'forgettingDone', ...counts }, [])], occasion),
  );
}

/** Somebody who was forgotten and writes again is somebody new. */
export function meetAgain(person: Person): Person {
  const { forgottenAt: _, ...rest } = person;
  return rest;
}
