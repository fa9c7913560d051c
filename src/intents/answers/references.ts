import type { WishView } from '../../domain/views.js';
import { fold } from '../entities/fold.js';
import type { Item } from '../items.js';
import { allListed, inList, lastWords, ordinals, personPronouns, pronouns, thingPhrases } from '../words/answers.en.js';

/** Longer than this, and words like "it" are most likely about something in the message itself. */
const longestReference = 200;

/** "All of them" means a list of up to so many. */
const mostMeant = 5;

/** What the last turn was about, by its names. */
export type About = Pick<WishView, 'group' | 'people' | 'resource' | 'request'>;

/** The text with names in the place of positions in the last list; nothing where it has none, or the list is shorter. */
export function resolvePlaces(text: string, listed: readonly string[]): string | undefined {
  if (text.length > longestReference) return undefined;
  let isBeyond = false;
  const resolved = text
    .replace(inList, (found, word?: string, digit?: string) => {
      const said = (word ?? digit ?? '').toLowerCase();
      const at = lastWords.has(said) ? listed.length : (ordinals[said] ?? Number(said));
      const name = listed[at - 1];
      isBeyond ||= name === undefined;
      return name ?? found;
    })
    .replace(allListed, (found: string) => {
      const isFitting = /^both/i.test(found) ? listed.length === 2 : listed.length > 1 && listed.length <= mostMeant;
      return isFitting ? listed.join(' and ') : found;
    });
  return resolved === text || isBeyond ? undefined : resolved;
}

/**
 * The text with names in the place of words that stand for what the last turn was about: "her", "it", "that one", "the
 * same group". Nothing where it has no such word, or the last turn named nothing that the word can mean.
 */
export function resolveReferences(text: string, about: About): string | undefined {
  if (text.length > longestReference) return undefined;
  const { request, resource } = about;
  const group = about.group ?? request?.group;
  const person = about.people.length > 0 ? about.people.join(' and ') : request?.requester;
  const thing = request?.id ?? group ?? resource;
  const named: Readonly<Record<string, string | undefined>> = {
    thing: thing ?? person,
    group,
    person,
    request: request?.id,
    place: group === undefined ? undefined : `in ${group}`,
  };
  let resolved = text;
  for (const [phrase, of] of thingPhrases) {
    const name = named[of];
    if (name !== undefined)
      resolved = resolved.replace(phrase, (found) =>
        of === 'place' ? `${/^(?:into|to|from)\b/i.exec(found)?.[0] ?? 'in'} ${group}` : name,
      );
  }
  if (person !== undefined)
    resolved = resolved.replace(/[\p{L}\p{M}'’]+/gu, (word) => (personPronouns.has(fold(word)) ? person : word));
  return resolved === text ? undefined : resolved;
}

/** Whether a text names nothing but by words like "it", which may be the name of something, too. */
export function namesNothing(items: readonly Item[]): boolean {
  return items.every((item) => item.kind !== 'slot' || item.value.type === 'time' || isPronounName(item));
}

/** Whether a word like "it" was taken for a name that it is, or comes near. */
export function isPronounName(item: Item): boolean {
  return item.kind === 'slot' && item.value.type === 'name' && pronouns.has(fold(item.text));
}
