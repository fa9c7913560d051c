import { change } from '../change.js';
import { viewPerson } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolvePerson, typedPerson } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { decideForget, forgetPerson as forget } from '../../domain/organisation/forget.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';
import type { PersonId } from '../../domain/terms.js';

/** "forget @Bo": first what goes and what stays, then, on the click, gone at once or soon (F69). */
export async function forgetPerson(intent: IntentOf<'forgetPerson'>, turn: Turn): Promise<Outcome> {
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  const found = await resolvePerson(turn, intent.person, { verb: 'forgetPerson', carry: {} });
  if (!found.ok) return found.answer;
  const { id } = found.value;
  return change(turn, { collection: 'people', id }, async (person) => {
    if (!person || person.forgottenAt !== undefined)
      return refused({ code: 'person_not_found', typed: typedPerson(intent.person) });
    const verdict = decideForget(await loadActorFacts(turn), person, await ownedBy(turn, id));
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!intent.confirmed)
      return {
        kind: 'confirmNeeded',
        question: { code: 'forgetPerson', person: viewPerson(person, id), ...(await traceCounts(turn, id)) },
      };
    return {
      proof: verdict.proof,
      document: forget(person, actorOf(turn), occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: 'personForgotten', person: person.name } },
    };
  });
}

async function ownedBy({ store }: Turn, personId: PersonId): Promise<string[]> {
  const groups = await store.read('groups').find({ where: { ownerIds: personId } });
  return groups.filter(({ deletedAt }) => deletedAt === undefined).map(({ name }) => name);
}

async function traceCounts(
  { store }: Turn,
  personId: PersonId,
): Promise<{ readonly requests: number; readonly memberships: number }> {
  const [requests, memberships] = await Promise.all([
    store.read('requests').count({ requesterId: personId }),
    store.read('memberships').count({ personId, status: 'active' }),
  ]);
  return { requests, memberships };
}
