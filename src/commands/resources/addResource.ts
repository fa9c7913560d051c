import { change } from '../change.js';
import { resourceName } from './resourceName.js';
import { isNameTaken } from '../reads/names.js';
import { actorOf, loadActorFacts, refused, resolvePerson } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { resourceNameClaim } from '../../domain/claims.js';
import { given } from '../../domain/given.js';
import type { Outcome } from '../../domain/outcome.js';
import { decideAddResource } from '../../domain/resources/decideAdd.js';
import { addResource as makeResource } from '../../domain/resources/resourceChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** "add resource Salesforce https://… owned by @Rosa": for anybody by administrators, for themselves by anybody (Q16). */
export async function addResource(intent: IntentOf<'addResource'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  // Whoever may add nothing of their own is asked nothing about whose it is.
  const mayAdd = decideAddResource(facts, turn.actor.id);
  if (!mayAdd.allowed) return refused(mayAdd.refusal);
  const name = resourceName(intent.name);
  if (typeof name !== 'string') return refused(name);
  const owner = intent.owner
    ? await resolvePerson(turn, intent.owner, {
        verb: 'addResource',
        carry: { words: name, ...given({ value: intent.link || undefined }) },
      })
    : ({ ok: true, value: turn.actor } as const);
  if (!owner.ok) return owner.answer;
  const verdict = decideAddResource(facts, owner.value.id);
  if (!verdict.allowed) return refused(verdict.refusal);
  const id = turn.ids.uuid();
  return change(turn, { collection: 'resources', id }, async () => {
    if (await isNameTaken(turn, 'resources', name))
      return refused({ code: 'name_not_allowed', name, problem: 'taken' });
    return {
      proof: verdict.proof,
      claims: [resourceNameClaim(name)],
      document: makeResource(
        turn.tenantId,
        { id, name, ...given({ link: intent.link || undefined }), owner: owner.value },
        actorOf(turn),
        occasionOf(turn),
      ),
      outcome: { kind: 'newsTold', notice: { code: 'resourceAdded', resource: name, owner: owner.value.name } },
    };
  });
}
