import type { CardPlace, MembershipRequest } from './request.js';
import { withdrawRequestChange } from './requestChanges.js';
import type { Occasion } from '../revise.js';

/** The request after its requester asked anew in its place: its cards are the new one's from now on. */
export function withdrawForAnother(
  request: MembershipRequest,
  occasion: Occasion,
): { readonly document: MembershipRequest; readonly cards: readonly CardPlace[] } {
  const { waitingCard, earlierCards = [], ...rest } = request;
  return {
    document: withdrawRequestChange(rest, occasion),
    cards: waitingCard ? [...earlierCards, waitingCard] : earlierCards,
  };
}
