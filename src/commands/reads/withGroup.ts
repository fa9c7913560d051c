import { change, type Step } from '../change.js';
import { loadActorFacts, loadGroupFacts, refused, resolveGroup, type Purpose } from './resolve.js';
import type { Turn } from '../turn.js';
import type { GroupFacts } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import type { Outcome } from '../../domain/outcome.js';
import { endOf } from '../../domain/groups/policy.js';
import { membershipId } from '../../domain/keys.js';
import type { PersonTarget } from '../../intents/parsePerson.js';
import type { PersonId, Duration } from '../../domain/terms.js';
import type { GroupTarget } from '../../intents/targets.js';

/** Finds the group, reads it afresh for each try, and saves what was decided. */
export async function withGroup(
  turn: Turn,
  target: GroupTarget,
  verb: Purpose['verb'],
  carry: Purpose['carry'],
  decide: (facts: GroupFacts) => Promise<Outcome | Step<'groups'>>,
): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, target, { verb, carry });
  if (!found.ok) return found.answer;
  return change(turn, { collection: 'groups', id: found.value.id }, async (current) => {
    if (!current || current.deletedAt !== undefined)
      return refused({ code: 'group_not_found', typed: found.value.name });
    return decide(await loadGroupFacts(turn, await loadActorFacts(turn), current));
  });
}

/** Keeps the person who was named while something else is being picked from a card. */
export function personCarry(person: PersonTarget): { readonly personId?: string; readonly words?: string } {
  if (person.by === 'id') return { personId: person.personId };
  return {
    words:
      person.by === 'mention' ? `@{${person.channelUserId}}` : person.by === 'address' ? person.email : person.name,
  };
}

/** The end as a card carries it: the moment itself, whatever day that is for whom. */
export function carriedEnd(duration: Duration | undefined, now: number): { readonly endsAt?: string } {
  return duration === undefined ? {} : { endsAt: new Date(endOf(duration, now)).toISOString() };
}

/** Whether a person is a member of a group: the membership says so, and no role that was given without one (S74). */
export async function isMember(turn: Turn, group: Group, personId: PersonId): Promise<boolean> {
  const membership = await turn.store.read('memberships').get(membershipId(group.id, personId));
  return membership?.status === 'active';
}
