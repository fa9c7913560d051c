import { change } from '../change.js';
import { loadActorFacts, refused, resolvePerson, resolveResource } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { askToCreate as asked } from '../../domain/groups/askToCreate.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "ask Bob Business to create a group for Salesforce": a card to the person, who makes it and owns it (S31, Q15, F104). */
export async function askToCreate(intent: IntentOf<'askToCreate'>, turn: Turn): Promise<Outcome> {
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const person = await resolvePerson(turn, intent.person, { verb: 'changeAdmin', carry: {} });
  if (!person.ok) return person.answer.kind === 'choiceNeeded' ? unclear(person.answer) : person.answer;
  const resource = intent.resource && (await resolveResource(turn, intent.resource, { verb: 'listAccess', carry: {} }));
  if (resource && !resource.ok) return resource.answer;
  const { id, name } = person.value;
  return change(turn, { collection: 'people', id: turn.actor.id }, async (current) => {
    const { proof, document } = asked(current ?? turn.actor, { id, name }, resource?.value, occasionOf(turn));
    const notice = {
      code: 'askedForGroup',
      person: name,
      ...given({ resource: resource?.value.name }),
    } as const;
    return { proof, document, outcome: { kind: 'newsTold', notice } };
  });
}

/** Which person is meant has no card of its own here: they are named in full. */
function unclear({ choice }: Extract<Outcome, { kind: 'choiceNeeded' }>): Outcome {
  return refused({ code: 'person_not_found', typed: choice.typed });
}
