import { change } from '../change.js';
import { viewPerson } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolvePerson, typedPerson } from '../reads/resolve.js';
import { keepPresent } from './presentAdmins.js';
import { at } from './settingRecord.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { changeAdmins } from '../../domain/organisation/tenantChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** "admins add @Bo": one more or one less, never without the last (Q9). */
export async function changeAdmin(intent: IntentOf<'changeAdmin'>, turn: Turn): Promise<Outcome> {
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  const { is } = intent;
  const person = await resolvePerson(turn, intent.person, { verb: 'changeAdmin', carry: { value: is ? 'yes' : 'no' } });
  if (!person.ok) return person.answer;
  const { id, name } = person.value;
  return change(turn, at, async (current) => {
    const verdict = decideAdminister(await loadActorFacts(turn));
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!current || current.adminIds.includes(id) === is)
      return refused(
        is
          ? { code: 'nothing_to_change', what: name }
          : { code: 'person_not_found', typed: typedPerson(intent.person) || name },
      );
    const { admins } = await loadActorFacts(turn);
    const left = await keepPresent(
      turn,
      admins.filter((admin) => admin.id !== id),
    );
    if (!is && left.length === 0) return refused({ code: 'last_admin' });
    if (!intent.confirmed)
      return { kind: 'confirmNeeded', question: { code: 'changeAdmin', person: viewPerson(person.value, id), is } };
    return {
      proof: verdict.proof,
      document: changeAdmins(current, { id, name }, is, actorOf(turn), occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: is ? 'adminAdded' : 'adminRemoved', person: name } },
    };
  });
}
