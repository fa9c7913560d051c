import { change, type Step } from '../change.js';
import { viewPerson } from '../reads/people.js';
import { actorOf, refused } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import type { Authorized } from '../../domain/authorized.js';
import { given } from '../../domain/given.js';
import type { GroupFacts } from '../../domain/groups/decideManage.js';
import { cappedEnd, effectivePolicy } from '../../domain/groups/policy.js';
import { membershipId } from '../../domain/keys.js';
import { moveEnd } from '../../domain/members/membershipChanges.js';
import type { Person } from '../../domain/organisation/person.js';
import { ownDeed } from '../../domain/ownDeed.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Duration, Instant } from '../../domain/terms.js';

/** What is wished for somebody who is in already. */
export interface EndWish {
  readonly duration?: Duration;
  readonly justification?: string;
  readonly confirmed?: true;
  /** The end that the question showed, as a card carries it: a moment, or `none`. */
  readonly shownEnd?: string;
}

/**
 * "add Ann to Marketing for 30 days", who is in it until the 14th: offers to move the end, longer, shorter or none,
 * within the rules; nothing where it is as wished already.
 */
export async function offerEnd(
  turn: Turn,
  { group, tenant }: GroupFacts,
  proof: Authorized,
  person: Person,
  wish: EndWish,
): Promise<Outcome | undefined> {
  const at = { collection: 'memberships', id: membershipId(group.id, person.id) } as const;
  const present = await turn.store.read('memberships').get(at.id);
  if (present?.status !== 'active' || group.ownerIds.includes(person.id)) return undefined;
  const after = cappedEnd(wish.duration, effectivePolicy(group, tenant), turn.now);
  if (after !== undefined && after <= turn.now) return refused({ code: 'duration_in_the_past' });
  if (present.until === after) return undefined;
  const own = ownDeed(person.id, turn.actor);
  const about = { group: group.name, groupId: group.id, ...own, ...given({ reason: wish.justification || undefined }) };
  return change(turn, at, async (current): Promise<Outcome | Step<'memberships'>> => {
    if (current?.status !== 'active') return refused({ code: 'not_in_group', group: group.name, person: person.name });
    const before = current.until;
    const isShown = wish.shownEnd === undefined || wish.shownEnd === endText(before);
    if (!wish.confirmed || !isShown)
      return {
        kind: 'confirmNeeded',
        question: { code: 'moveEnd', ...about, person: viewPerson(person, person.id), ...given({ before, after }) },
      };
    const by = { actor: actorOf(turn), group: group.name, ...given({ reason: wish.justification || undefined }) };
    return {
      proof,
      document: moveEnd(current, after, by, occasionOf(turn)),
      outcome: {
        kind: 'newsTold',
        notice: {
          code: 'endMoved',
          group: group.name,
          groupId: group.id,
          person: person.name,
          ...own,
          ...given({ until: after }),
        },
      },
    };
  });
}

function endText(until: Instant | undefined): string {
  return until === undefined ? 'none' : new Date(until).toISOString();
}
