import { viewPeople, viewPerson } from '../reads/people.js';
import { loadActorFacts, refused, resolveGroup, resolvePerson } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { personCarry } from '../reads/withGroup.js';
import { explainJoin as explainRules } from '../../domain/requests/decideJoin.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "explain join Marketing": each rule and what it says, from the very rules that decide (F88); of others for administrators. */
export async function explainJoin(intent: IntentOf<'explainJoin'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, intent.target, {
    verb: 'explainJoin',
    carry: intent.person ? personCarry(intent.person) : {},
  });
  if (!found.ok) return found.answer;
  const person = intent.person
    ? await resolvePerson(turn, intent.person, { verb: 'explainJoin', carry: { groupId: found.value.id } })
    : ({ ok: true, value: turn.actor } as const);
  if (!person.ok) return person.answer;
  const isOther = person.value.id !== turn.actor.id;
  const verdict = decideAdminister(facts);
  if (isOther && !verdict.allowed) return refused(verdict.refusal);
  const group = found.value;
  const { rules, refusal, route } = explainRules({
    personId: person.value.id,
    group,
    tenant: facts.tenant,
    owners: await viewPeople(turn.store, group.ownerIds),
    admins: facts.admins,
  });
  return {
    kind: 'tableShown',
    table: {
      code: 'explained',
      group: group.name,
      groupId: group.id,
      ...(isOther ? { person: viewPerson(person.value, person.value.id) } : {}),
      rules,
      ...(refusal ? { refusal } : { route }),
    },
  };
}
