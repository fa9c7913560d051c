import { save, untilWritten } from '../change.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideWithdrawal } from '../../domain/requests/decideWithdrawal.js';
import { given } from '../../domain/given.js';
import { findOtherWish, type OtherWish } from '../../domain/requests/otherWish.js';
import type { CardPlace, MembershipRequest } from '../../domain/requests/request.js';
import { withdrawForAnother } from '../../domain/requests/askInstead.js';

/** What is wished for in the place of what waits: what was not said anew stays as it was. */
export function inPlaceOf(open: MembershipRequest, { justification, duration }: OtherWish): OtherWish {
  return given({
    justification: (justification ?? open.justification) || undefined,
    duration: duration ?? open.duration,
  });
}

/**
 * Takes back the request that waits, to make room for another wish, and gives back its cards; nothing where the wish is
 * the same, or where it waits no more.
 */
export async function giveWay(
  turn: Turn,
  { id }: MembershipRequest,
  wish: OtherWish,
): Promise<readonly CardPlace[] | undefined> {
  return untilWritten(id, async (): Promise<readonly CardPlace[] | undefined | 'conflict'> => {
    const open = await turn.store.read('requests').get(id);
    if (!open || !findOtherWish(open, wish, turn.now)) return undefined;
    const verdict = decideWithdrawal({ actorId: turn.actor.id, request: open, groupName: open.groupName ?? '' });
    if (!verdict.allowed) return undefined;
    const { document, cards } = withdrawForAnother(open, occasionOf(turn));
    return (await save(turn, verdict.proof, 'requests', document)) === 'written' ? cards : 'conflict';
  });
}
