import { change } from '../change.js';
import { readAccess, viewPaths } from '../reads/accessReads.js';
import { keepPresent } from '../reads/presentAdmins.js';
import { viewPerson } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolvePerson, resolveResource } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { personCarry } from '../reads/withGroup.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { ownDeed } from '../../domain/ownDeed.js';
import { areTwo } from '../../domain/organisation/voices.js';
import { isThere } from '../../domain/resources/decideResource.js';
import { changeBlock as applyBlock, isBlocked } from '../../domain/resources/resourceChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** "block @Ana from Salesforce because …": a veto over every way in, present and future, until it is taken back (S42, F61, Q11). */
export async function changeBlock(intent: IntentOf<'changeBlock'>, turn: Turn): Promise<Outcome> {
  const { is } = intent;
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  const reason = intent.justification ? { reason: intent.justification } : {};
  const found = await resolveResource(turn, intent.resource, {
    verb: 'changeBlock',
    carry: { value: is ? 'yes' : 'no', ...personCarry(intent.person), ...reason },
  });
  if (!found.ok) return found.answer;
  const person = await resolvePerson(turn, intent.person, {
    verb: 'changeBlock',
    carry: { value: is ? 'yes' : 'no', resourceId: found.value.id, ...reason },
  });
  if (!person.ok) return person.answer;
  const { id, name } = person.value;
  return change(turn, { collection: 'resources', id: found.value.id }, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!isThere(current)) return refused({ code: 'resource_not_found', typed: found.value.name });
    if (isBlocked(current, id) === is) return refused({ code: 'nothing_to_change', what: name });
    // Nobody lifts a veto over themselves, nor does somebody who speaks for them.
    if (!is && !areTwo(facts.tenant, id, turn.actor.id)) {
      const others = facts.admins.filter((admin) => areTwo(facts.tenant, id, admin.id));
      return refused({
        code: 'own_block',
        resource: current.name,
        person: name,
        admins: await keepPresent(turn, others),
      });
    }
    const paths = await viewPaths(turn, current, id, await readAccess(turn, current, id));
    if (!intent.confirmed)
      return {
        kind: 'confirmNeeded',
        question: {
          code: 'changeBlock',
          resource: current.name,
          resourceId: current.id,
          person: viewPerson(person.value, id),
          is,
          groups: paths.map(({ group }) => group),
          ...reason,
        },
      };
    const groups = await turn.store.read('groups').getMany(paths.map(({ groupId }) => groupId));
    return {
      proof: verdict.proof,
      document: applyBlock(current, person.value, { is, groups, ...reason }, actorOf(turn), occasionOf(turn)),
      outcome: {
        kind: 'newsTold',
        notice: {
          code: is ? 'accessBlocked' : 'accessUnblocked',
          resource: current.name,
          person: name,
          ...ownDeed(id, turn.actor),
        },
      },
    };
  });
}
