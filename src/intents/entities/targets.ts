import type { ResourceTarget } from '../adminIntent.js';
import type { Match } from '../frames/match.js';
import { slotAt } from '../frames/scope.js';
import type { PersonTarget } from '../parsePerson.js';
import type { GroupTarget } from '../targets.js';
import type { KnownName, NamedSort } from './knownName.js';

/** A target, and whether it is certain which record is meant. */
export interface Targeted<T> {
  readonly target: T;
  readonly isCertain: boolean;
  /** What it may be; one when it is certain. */
  readonly candidates: readonly KnownName[];
}

const sorts = { G: 'groups', R: 'resources', P: 'people' } as const;

function readings(
  match: Match,
  slot: 'G' | 'R' | 'P',
): { text: string; candidates: readonly KnownName[]; isExact: boolean; raw: number }[] {
  return (match.slots[slot] ?? []).flatMap((index) => {
    const item = slotAt(match.scope.sentence, index);
    if (item?.value.type !== 'name') return [];
    const of: NamedSort = sorts[slot];
    const reading = item.value.found.readings.find((one) => one.of === of);
    return reading
      ? [{ text: item.text, candidates: reading.candidates, isExact: reading.certainty === 'exact', raw: index }]
      : [];
  });
}

/** The groups of a match, each once. */
export function groupsOf(match: Match): Targeted<GroupTarget>[] {
  return once(
    readings(match, 'G').map(({ text, candidates, isExact }) => {
      const [only] = candidates;
      const target: GroupTarget =
        candidates.length === 1 && only ? { by: 'id', groupId: only.id } : { by: 'name', readings: [{ name: text }] };
      return { target, isCertain: isExact && candidates.length === 1, candidates };
    }),
  );
}

/** The first resource of a match. */
export function resourceOf(match: Match): Targeted<ResourceTarget> | undefined {
  return readings(match, 'R').map(({ text, candidates, isExact }) => {
    const [only] = candidates;
    const target: ResourceTarget =
      candidates.length === 1 && only ? { by: 'id', resourceId: only.id } : { by: 'name', name: text };
    return { target, isCertain: isExact && candidates.length === 1, candidates };
  })[0];
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
        one.candidates.length === 1 && only ? { by: 'id', personId: only.id } : { by: 'name', name: one.text };
      return [{ target, isCertain: one.isExact && one.candidates.length === 1, candidates: one.candidates }];
    }),
  );
}

function once<T>(all: readonly Targeted<T>[]): Targeted<T>[] {
  return [...new Map(all.map((one) => [JSON.stringify(one.target), one])).values()];
}
