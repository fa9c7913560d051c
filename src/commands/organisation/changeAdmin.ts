import { change, type Step } from '../change.js';
import { keepPresent } from '../reads/presentAdmins.js';
import { viewPeople, viewPerson } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolvePerson, typedPerson } from '../reads/resolve.js';
import { at } from './settingRecord.js';
import { occasionOf, type Turn } from '../turn.js';
import type { Authorized } from '../../domain/authorized.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { adminIdsOf } from '../../domain/groups/policy.js';
import type { Outcome } from '../../domain/outcome.js';
import { ownDeed } from '../../domain/ownDeed.js';
import type { Person } from '../../domain/organisation/person.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import { changeAdmins, confirmAdmin } from '../../domain/organisation/tenantChanges.js';
import { findMaker, voiceOf } from '../../domain/organisation/voices.js';
import type { IntentOf } from '../../intents/intent.js';

/** "admins add @Bo": one more or one less, never without the last (Q9); a second one's word confirms who is one (F59). */
export async function changeAdmin(intent: IntentOf<'changeAdmin'>, turn: Turn): Promise<Outcome> {
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  const { is } = intent;
  const person = await resolvePerson(turn, intent.person, { verb: 'changeAdmin', carry: { value: is ? 'yes' : 'no' } });
  if (!person.ok) return person.answer;
  const { id, name } = person.value;
  return change(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    if (is && current?.adminIds.includes(id) && findMaker(current, id) !== undefined)
      return confirm(intent, turn, current, person.value, verdict.proof);
    // Their role would make them one again at once.
    if (!is && current?.roleAdminIds?.includes(id)) return refused({ code: 'admin_by_role', person: name });
    if (!current || current.adminIds.includes(id) === is)
      return refused(
        is
          ? { code: 'nothing_to_change', what: name }
          : { code: 'person_not_found', typed: typedPerson(intent.person) || name },
      );
    const left = await keepPresent(
      turn,
      facts.admins.filter((admin) => admin.id !== id),
    );
    if (!is && left.length === 0) return refused({ code: 'last_admin' });
    const own = ownDeed(id, turn.actor);
    if (!intent.confirmed)
      return {
        kind: 'confirmNeeded',
        question: { code: 'changeAdmin', person: viewPerson(person.value, id), is, ...own },
      };
    return {
      proof: verdict.proof,
      document: changeAdmins(current, { id, name }, is, actorOf(turn), occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: is ? 'adminAdded' : 'adminRemoved', person: name, ...own } },
    };
  });
}

/** Another administrator's word for one whom somebody made alone. */
async function confirm(
  intent: IntentOf<'changeAdmin'>,
  turn: Turn,
  current: Tenant,
  person: Person,
  proof: Authorized<'administer'>,
): Promise<Outcome | Step<'tenants'>> {
  const { id, name } = person;
  const maker = findMaker(current, id) ?? id;
  const admins = await keepPresent(turn, await viewPeople(turn.store, adminIdsOf(current)));
  const others = admins.filter((admin) => voiceOf(current, admin.id) !== voiceOf(current, id));
  if (!others.some((other) => other.id === turn.actor.id))
    return refused({ code: 'cannot_confirm_admin', person: name, others });
  const [by] = await viewPeople(turn.store, [maker]);
  if (!intent.confirmed)
    return {
      kind: 'confirmNeeded',
      question: { code: 'changeAdmin', person: viewPerson(person, id), is: true, confirmsFor: by?.name ?? '' },
    };
  return {
    proof,
    document: confirmAdmin(current, { id, name }, actorOf(turn), occasionOf(turn)),
    outcome: { kind: 'newsTold', notice: { code: 'adminConfirmed', person: name } },
  };
}
