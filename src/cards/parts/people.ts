import type { PersonView } from '../../domain/personView.js';
import type { UnlockView } from '../../domain/views.js';
import type { AnyOf, Phrase } from '../../messages/placeholders.js';
import { anyOf, type Voice } from '../../messages/voice.js';

/** The names of people. */
export function namesOf(people: readonly PersonView[]): string[] {
  return people.map(({ name }) => name);
}

/** "an administrator (Ada or Bo)", or without names where none is known. */
export function administrators(admins: readonly PersonView[], { part }: Voice): Phrase {
  return part('shared.administrators', { count: admins.length, admins: anyOf(namesOf(admins)) });
}

/** Whom to ask, and how many they are. */
export function askable(owners: readonly PersonView[]): { readonly count: number; readonly owners: AnyOf } {
  return { count: owners.length, owners: anyOf(namesOf(owners)) };
}

/** What a group opens, by name; a veto over it shows. */
export function unlockNames(unlocks: readonly UnlockView[], { part }: Voice): (string | Phrase)[] {
  return unlocks.map(({ name, isBlocked }) => (isBlocked ? part('shared.blockedUnlock', { name }) : name));
}
