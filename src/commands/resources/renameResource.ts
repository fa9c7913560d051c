import { change } from '../change.js';
import { resourceName } from './resourceName.js';
import { isNameTaken } from '../reads/names.js';
import { viewPeople } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolveResource } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { resourceNameClaim } from '../../domain/claims.js';
import { findClosedDoor } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { tellsAny } from '../../domain/ownDeed.js';
import { decideRenameResource, isThere } from '../../domain/resources/decideResource.js';
import { concernedBy, renameResource as renamed } from '../../domain/resources/resourceChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** "rename resource Salesforce to CRM": by its owner or an administrator, after a question; whoever it concerns is told. */
export async function renameResource(intent: IntentOf<'renameResource'>, turn: Turn): Promise<Outcome> {
  const closed = findClosedDoor(await loadActorFacts(turn));
  if (closed) return refused(closed);
  const found = await resolveResource(turn, intent.resource, {
    verb: 'renameResource',
    carry: { value: intent.name },
  });
  if (!found.ok) return found.answer;
  return change(turn, { collection: 'resources', id: found.value.id }, async (current) => {
    if (!isThere(current)) return refused({ code: 'resource_not_found', typed: found.value.name });
    const facts = await loadActorFacts(turn);
    const verdict = decideRenameResource(facts, current, await viewPeople(turn.store, current.ownerIds));
    if (!verdict.allowed) return refused(verdict.refusal);
    const name = resourceName(intent.name);
    if (typeof name !== 'string') return refused(name);
    if (name === current.name) return refused({ code: 'nothing_to_change', what: current.name });
    if (await isNameTaken(turn, 'resources', name, current.id))
      return refused({ code: 'name_not_allowed', name, problem: 'taken' });
    const groups = await turn.store.read('groups').getMany(current.groupIds);
    const told = tellsAny([...concernedBy(current, groups, turn.actor).keys()], turn.actor);
    if (!intent.confirmed) {
      const question = { code: 'renameResource', resource: current.name, resourceId: current.id, name } as const;
      return { kind: 'confirmNeeded', question: { ...question, ...told } };
    }
    return {
      proof: verdict.proof,
      claims: [resourceNameClaim(name)],
      document: renamed(current, name, groups, actorOf(turn), occasionOf(turn)),
      outcome: {
        kind: 'newsTold',
        notice: { code: 'resourceRenamed', before: current.name, resource: name, ...told },
      },
    };
  });
}
