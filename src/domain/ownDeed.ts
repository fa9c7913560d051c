import type { PersonId } from './terms.js';

/** Whether it is about whoever did it, who reads “you”: nobody else is told of it. */
export interface OwnDeed {
  readonly isOwn?: true;
}

/** Whether somebody else hears of it. */
export interface Tells {
  readonly tells?: true;
}

/** Marks what is told to others than whoever does it. */
export function tellsAny(ids: readonly PersonId[], actor: { readonly id: PersonId }): Tells {
  return ids.some((id) => id !== actor.id) ? { tells: true } : {};
}

/** Marks what somebody did to themselves. */
export function ownDeed(personId: PersonId, actor: { readonly id: PersonId }): OwnDeed {
  return personId === actor.id ? { isOwn: true } : {};
}
