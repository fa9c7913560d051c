import type { AskingDocument } from '../askedQuestion.js';
import type { Membership } from '../members/membership.js';
import type { MembershipRequest, Recipient } from '../requests/request.js';
import type { Resource } from '../resources/resource.js';
import { toChange, type Change } from '../timers.js';
import type { PersonId } from '../terms.js';

/** A request without a reason that somebody gave, whether they asked or decided. */
export function eraseFromRequest(reason: string): Change<MembershipRequest> {
  return toChange((request) => {
    const isDecision = request.decision?.justification === reason;
    if (request.justification !== reason && !isDecision) return request;
    const { decision, ...rest } = request.justification === reason ? withoutReason(request) : request;
    return { ...rest, ...(decision ? { decision: isDecision ? withoutReason(decision) : decision } : {}) };
  });
}

/** A membership without a reason that somebody gave for it. */
export function eraseFromMembership(reason: string): Change<Membership> {
  return toChange((membership) => {
    const { basis } = membership;
    if (basis.kind === 'openJoin' && basis.justification === reason)
      return { ...membership, basis: { kind: 'openJoin' } };
    if (basis.kind === 'added' && basis.reason === reason)
      return { ...membership, basis: { kind: 'added', by: basis.by } };
    return membership;
  });
}

/** A resource whose blocks do not say a reason that somebody gave. */
export function eraseFromResource(reason: string): Change<Resource> {
  return toChange((resource) => {
    const { blocks = [] } = resource;
    if (!blocks.some((block) => block.reason === reason)) return resource;
    return {
      ...resource,
      blocks: blocks.map((block) => {
        const { reason: given, ...rest } = block;
        return given === reason ? rest : block;
      }),
    };
  });
}

/** A request without what somebody said in it, and without where their cards are; who asked and who decided stays. */
export function forgetInRequest(personId: PersonId): Change<MembershipRequest> {
  return toChange((request) => {
    const isOwn = request.requesterId === personId;
    const isDecider = request.decision?.by === personId && request.decision.justification !== undefined;
    const hasCard = request.approvers.some((one) => one.personId === personId && one.conversationId !== undefined);
    const hasOwn = isOwn && (request.justification ?? request.waitingCard ?? request.result?.conversationId);
    if (!isDecider && !hasCard && hasOwn === undefined) return request;
    const { waitingCard, decision, result, ...rest } = isOwn ? withoutReason(request) : request;
    return {
      ...rest,
      approvers: request.approvers.map((one) => (one.personId === personId ? withoutPlace(one) : one)),
      ...(decision ? { decision: isDecider ? withoutReason(decision) : decision } : {}),
      ...(result ? { result: isOwn ? withoutPlace(result) : result } : {}),
      ...(waitingCard && !isOwn ? { waitingCard } : {}),
    };
  });
}

/** A record whose question has its answer, without the question where somebody's name or card is in it. */
export function forgetInQuestion<D extends AskingDocument>(personId: PersonId, name: string): Change<D> {
  return toChange((document) => {
    const { question, ...rest } = document;
    if (!question?.settledAs) return document;
    const isNamed = JSON.stringify(question.settledAs).includes(JSON.stringify(name).slice(1, -1));
    const hasCard = question.cards.some((card) => card.personId === personId);
    return isNamed || hasCard ? (rest as unknown as D) : document;
  });
}

function withoutReason<T extends { readonly justification?: string }>(said: T): Omit<T, 'justification'> {
  const { justification: _, ...rest } = said;
  return rest;
}

function withoutPlace({ conversationId: _, activityId: __, ...rest }: Recipient): Recipient {
  return rest;
}
