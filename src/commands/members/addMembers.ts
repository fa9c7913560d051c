import { carriedEnd } from '../reads/withGroup.js';
import { addPeople } from './addPeople.js';
import { offerEnd } from './moveEnd.js';
import { mergeInput } from '../requests/requestMembership.js';
import { loadActorFacts, loadGroupFacts, refused, resolveGroup, resolvePerson } from '../reads/resolve.js';
import type { Answer, Turn } from '../turn.js';
import { personCarry } from '../reads/withGroup.js';
import { given } from '../../domain/given.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import { roleIn } from '../../domain/groups/groupOwners.js';
import type { IntentOf } from '../../intents/intent.js';

/** "add @Ana to Marketing until 31 Dec": by those who run the group; whoever is added is told by whom (S33, S56, S78, F47). */
export async function addMembers(intent: IntentOf<'addMembers'>, turn: Turn): Promise<Answer> {
  const facts = await loadActorFacts(turn);
  const [only] = intent.people;
  const named =
    intent.target.by === 'name'
      ? intent.target.readings.find(({ duration }) => duration !== undefined)?.duration
      : undefined;
  const kept = {
    ...given({ reason: intent.justification || undefined }),
    ...carriedEnd(intent.duration ?? named, turn.now),
  };
  const found = await resolveGroup(turn, facts.tenant, intent.target, {
    verb: 'addMembers',
    carry: { ...(only && intent.people.length === 1 ? personCarry(only) : {}), ...kept },
  });
  if (!found.ok) return found.answer;
  const group = await loadGroupFacts(turn, facts, found.value);
  const verdict = decideManageMembers(group);
  if (!verdict.allowed) return refused(verdict.refusal);
  // One person who is not clear is picked from a card; of several, each gets a result of its own.
  if (only && intent.people.length === 1) {
    const person = await resolvePerson(turn, only, {
      verb: 'addMembers',
      carry: {
        groupId: found.value.id,
        ...given({ reason: intent.justification || undefined }),
        ...carriedEnd(mergeInput(intent, found.reading).duration, turn.now),
      },
    });
    if (!person.ok) return person.answer;
    const { id: personId } = person.value;
    if (intent.asMember && roleIn(found.value, personId) !== 'member') {
      const target = { by: 'id', groupId: found.value.id } as const;
      return { instead: { kind: 'changeRole', target, person: { by: 'id', personId }, role: 'member' } };
    }
    const wish = { ...mergeInput(intent, found.reading), ...given({ confirmed: intent.confirmed }) };
    const offer = await offerEnd(turn, group, verdict.proof, person.value, {
      ...wish,
      ...given({ shownEnd: intent.shownEnd }),
    });
    if (offer) return offer;
  }
  return addPeople(turn, group, verdict.proof, { people: intent.people, ...mergeInput(intent, found.reading) });
}
