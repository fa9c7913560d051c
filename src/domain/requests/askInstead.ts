import type { CardPlace, MembershipRequest } from './request.js';
import { given } from '../given.js';
import { withdrawRequestChange } from './requestChanges.js';
import { toEffects, type Occasion } from '../revise.js';

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

/** A new request that has the cards of the one whose place it takes: they show it from now on. */
export function withCards(
  request: MembershipRequest,
  cards: readonly CardPlace[],
  occasion: Occasion,
): MembershipRequest {
  if (cards.length === 0) return request;
  return {
    ...request,
    ...given({ waitingCard: cards.at(-1), earlierCards: cards.length > 1 ? cards.slice(0, -1) : undefined }),
    effects: [...request.effects, ...toEffects([{ kind: 'refreshWaitingCard' }], occasion)],
  };
}
