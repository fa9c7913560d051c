import { askForReport } from './askForReport.js';
import { change } from '../change.js';
import { loadActorFacts, loadGroupFacts, refused, resolveGroup, resolvePerson } from '../reads/resolve.js';
import { carriedEnd, personCarry } from '../reads/withGroup.js';
import { offerOpening } from '../reads/openers.js';
import { viewPeople } from '../reads/people.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import { readReport } from '../../domain/requests/askForReport.js';
import { askForOther } from '../../domain/requests/askForOther.js';
import { decideJoin } from '../../domain/requests/decideJoin.js';
import type { IntentOf } from '../../intents/intent.js';

/**
 * "request Marketing for Bo Berg" (F11): whoever runs the group adds them; whom they report to asks its owners; for
 * everybody else the person is asked, and nothing happens before they say so themselves.
 */
export async function requestFor(intent: IntentOf<'requestFor'>, turn: Turn): Promise<Answer> {
  const { justification, duration, resource } = intent;
  const facts = await loadActorFacts(turn);
  const said = {
    ...(justification ? { reason: justification } : {}),
    ...carriedEnd(duration, turn.now),
    ...(intent.isReport ? { value: 'true' } : {}),
  };
  const purpose = { verb: 'requestFor', carry: { ...personCarry(intent.person), ...said } } as const;
  if (resource && intent.target.by === 'name') return offerOpening(turn, facts.tenant, resource, purpose);
  const found = await resolveGroup(turn, facts.tenant, intent.target, purpose);
  if (!found.ok) return found.answer;
  const group = found.value;
  const given = { ...(justification ? { justification } : {}), ...(duration ? { duration } : {}) };
  const person = await resolvePerson(turn, intent.person, {
    verb: 'requestFor',
    carry: { groupId: group.id, ...said },
  });
  if (!person.ok) return person.answer;
  const { id, name } = person.value;
  const target = { by: 'id', groupId: group.id } as const;
  if (id === turn.actor.id) return { instead: { kind: 'joinGroup', target, ...given } };
  if (decideManageMembers(await loadGroupFacts(turn, facts, group)).allowed)
    return { instead: { kind: 'addMembers', target, people: [{ by: 'id', personId: id }], ...given } };
  const asks = readReport({
    actorId: turn.actor.id,
    person: person.value,
    group: group.name,
    isSaid: intent.isReport === true,
    isKnown: turn.directory.kind === 'entra',
  });
  if (typeof asks === 'object') return refused(asks);
  const owners = await viewPeople(turn.store, group.ownerIds);
  const verdict = decideJoin({ personId: id, group, tenant: facts.tenant, owners, admins: facts.admins });
  if (!verdict.allowed) {
    const { refusal } = verdict;
    return refused(refusal.code === 'requester_not_licensed' ? { ...refusal, person: name } : refusal);
  }
  // A group that is open asks nobody, so that they let themselves in or not.
  if (asks === 'manager' && verdict.route === 'askOwners')
    return askForReport(turn, verdict.proof, { tenant: facts.tenant, group, person: person.value }, given);
  // Whether they are in already is not for the one who asks to know (Q10).
  return change(turn, { collection: 'people', id: turn.actor.id }, async (current) => {
    const { proof, document } = askForOther(
      current ?? turn.actor,
      { id, name },
      { group: { id: group.id, name: group.name }, ...given },
      occasionOf(turn),
    );
    const notice = { code: 'askedForOther', person: name, group: group.name, groupId: group.id } as const;
    return { proof, document, outcome: { kind: 'newsTold', notice } };
  });
}
