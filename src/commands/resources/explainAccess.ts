import { readAccess, viewPaths } from '../reads/accessReads.js';
import { keepVisible } from '../reads/findGroup.js';
import { viewPeople, viewPerson } from '../reads/people.js';
import { loadActorFacts, refused, resolvePerson, resolveResource } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { personCarry } from '../reads/withGroup.js';
import { given } from '../../domain/given.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "why do I have Salesforce": app, group, request, who decided, the reason and the end (F68); of others for administrators alone. */
export async function explainAccess(intent: IntentOf<'explainAccess'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveResource(turn, intent.resource, {
    verb: 'explainAccess',
    carry: intent.person ? personCarry(intent.person) : {},
  });
  if (!found.ok) return found.answer;
  const person = intent.person
    ? await resolvePerson(turn, intent.person, { verb: 'explainAccess', carry: { resourceId: found.value.id } })
    : ({ ok: true, value: turn.actor } as const);
  if (!person.ok) return person.answer;
  const isOther = person.value.id !== turn.actor.id;
  const verdict = decideAdminister(facts);
  if (isOther && !verdict.allowed) return refused(verdict.refusal);
  const resource = found.value;
  const access = await readAccess(turn, resource, person.value.id);
  const block = (resource.blocks ?? []).find(({ personId }) => personId === person.value.id);
  const by = block && (await viewPeople(turn.store, [block.by]))[0];
  const openers = await keepVisible(turn, facts.tenant, access.groups);
  return {
    kind: 'tableShown',
    table: {
      code: 'accessPaths',
      resource: resource.name,
      resourceId: resource.id,
      ...(isOther ? { person: viewPerson(person.value, person.value.id) } : {}),
      paths: await viewPaths(turn, resource, person.value.id, access),
      ...(block ? { block: { by: by?.name ?? '', ...given({ reason: block.reason || undefined }) } } : {}),
      openers: openers.map(({ id, name }) => ({ id, name })),
    },
  };
}
