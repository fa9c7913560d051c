import type { ResourceTarget } from '../adminIntent.js';
import type { Match } from '../frames/match.js';
import { slotAt } from '../frames/scope.js';
import type { PersonTarget } from '../parsePerson.js';
import type { GroupTarget } from '../targets.js';
import type { KnownName, NamedSort } from './knownName.js';
import type { NameReadingOf } from './names.js';

/** A target, and whether it is certain which record is meant. */
export interface Targeted<T> {
  readonly target: T;
  readonly isCertain: boolean;
  /** What it may be; one when it is certain. */
  readonly candidates: readonly KnownName[];
  /** It is named once more, for something that holds of it alone: "Ann and Bo, Ann for a month". */
  readonly isNamedAgain?: true;
}

const sorts = { G: 'groups', R: 'resources', P: 'people' } as const;

function readings(
  match: Match,
  slot: 'G' | 'R' | 'P',
): { text: string; candidates: readonly KnownName[]; isCertain: boolean; raw: number }[] {
  return (match.slots[slot] ?? []).flatMap((index) => {
    const item = slotAt(match.scope.sentence, index);
    if (item?.value.type !== 'name') return [];
    const of: NamedSort = sorts[slot];
    const reading = item.value.found.readings.find((one) => one.of === of);
    return reading
      ? [{ text: bareOf(item.text), candidates: reading.candidates, isCertain: isCertain(reading), raw: index }]
      : [];
  });
}

/** The only one whose whole name was written; of what is unknown the command says so, and nothing can be mistaken. */
function isCertain({ certainty, candidates, isPart }: NameReadingOf): boolean {
  return certainty === 'unknown' || (certainty === 'exact' && candidates.length === 1 && isPart !== true);
}

/** A name as it was typed, without quotes and without the ending that makes it an owner's. */
function bareOf(text: string): string {
  return text.replace(/^["']|["']$/g, '').replace(/['’]s$/i, '');
}

/** The groups of a match, each once. */
export function groupsOf(match: Match): Targeted<GroupTarget>[] {
  return once(
    readings(match, 'G').map(({ text, candidates, isCertain }) => {
      const [only] = candidates;
      const target: GroupTarget =
        candidates.length === 1 && only
          ? { by: 'id', groupId: only.id, ...(!isCertain && { typed: text }) }
          : { by: 'name', readings: [{ name: text }] };
      return { target, isCertain, candidates };
    }),
  );
}

/** The first resource of a match. */
export function resourceOf(match: Match): Targeted<ResourceTarget> | undefined {
  return resourcesOf(match)[0];
}

/** The resources of a match, each once. */
export function resourcesOf(match: Match): Targeted<ResourceTarget>[] {
  const all = readings(match, 'R').map(({ text, candidates, isCertain }) => {
    const [only] = candidates;
    const target: ResourceTarget =
      candidates.length === 1 && only ? { by: 'id', resourceId: only.id } : { by: 'name', name: text };
    return { target, isCertain, candidates };
  });
  return once(all);
}

/** The people of a match, each once, in the order of the text. */
export function peopleOf(match: Match): Targeted<PersonTarget>[] {
  const known = new Map(readings(match, 'P').map((one) => [one.raw, one]));
  return once(
    (match.slots.P ?? []).flatMap((index): Targeted<PersonTarget>[] => {
      const value = slotAt(match.scope.sentence, index)?.value;
      if (value?.type === 'mention')
        return [{ target: { by: 'mention', channelUserId: value.channelUserId }, isCertain: true, candidates: [] }];
      if (value?.type === 'address')
        return [{ target: { by: 'address', email: value.email }, isCertain: true, candidates: [] }];
      const one = known.get(index);
      if (!one) return [];
      const [only] = one.candidates;
      const target: PersonTarget =
        one.candidates.length === 1 && only
          ? { by: 'id', personId: only.id, ...(!one.isCertain && { typed: one.text }) }
          : { by: 'name', name: one.text };
      return [{ target, isCertain: one.isCertain, candidates: one.candidates }];
    }),
  );
}

function once<T>(all: readonly Targeted<T>[]): Targeted<T>[] {
  const keyOf = (target: unknown): string => {
    const { groupId, personId, resourceId } = target as Readonly<Record<string, string | undefined>>;
    return groupId ?? personId ?? resourceId ?? JSON.stringify(target);
  };
  // The first mention counts, however it was typed later.
  const first = new Map([...all].reverse().map((one) => [keyOf(one.target), one]));
  const isAgain = (key: string): boolean => all.filter(({ target }) => keyOf(target) === key).length > 1;
  return [...first].map(([key, one]) => (isAgain(key) ? { ...one, isNamedAgain: true as const } : one)).reverse();
}
