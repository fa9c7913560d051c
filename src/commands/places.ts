import { findLedGroups } from './reads/ledGroups.js';
import type { Turn } from './turn.js';
import { toNameKey } from '../domain/names.js';
import type { KnownName } from '../intents/entities/knownName.js';
import type { Understanding } from '../intents/understand.js';
import { asked, type Verdict } from '../intents/verdicts.js';

/** A message with the names of groups where these were named by who runs them. */
interface Placed {
  readonly text: string;
  readonly groups: readonly KnownName[];
  /** Some are run by others than whoever writes. */
  readonly isOthers: boolean;
}

/** How many such groups one message is read with. */
const mostPlaces = 3;

/** Puts names for "the group Jörg runs" and "my group": each has to be the only one, as far as this person may know. */
export async function withPlaces(
  text: string,
  { places, message }: Understanding,
  turn: Turn,
  isAdministrator: boolean,
): Promise<Placed | undefined> {
  const isOwn = places.every(({ start, end }) =>
    message.segments.some((one) => one.kind === 'own' && one.start <= start && one.end >= end),
  );
  if (places.length === 0 || places.length > mostPlaces || !isOwn) return undefined;
  const led = await Promise.all(
    places.map(({ leaderId = turn.actor.id }) => findLedGroups({ store: turn.store, actor: { id: leaderId } })),
  );
  const seen = led.map((groups) =>
    groups.filter(
      ({ isListed, ownerIds, managerIds }) =>
        isListed || isAdministrator || [...ownerIds, ...managerIds].includes(turn.actor.id),
    ),
  );
  // Of nobody's group there is nothing to say, and of several none is meant: that one is asked for.
  if (seen.some((groups) => groups.length === 0)) return undefined;
  const groups = seen.map(([only, other]) => (only && !other ? only : undefined));
  return {
    text: places.reduceRight((rest, { start, end }, at) => splice(rest, start, end, groups[at]?.name ?? ''), text),
    groups: groups.flatMap((group): KnownName[] =>
      group ? [{ of: 'groups', id: group.id, name: group.name, nameKey: toNameKey(group.name) }] : [],
    ),
    isOthers: places.some(({ leaderId }) => leaderId !== undefined && leaderId !== turn.actor.id),
  };
}

function splice(text: string, start: number, end: number, name: string): string {
  return `${text.slice(0, start)}${name}${text.slice(end)}`;
}

/** What would be done to others there is shown first: its group was never named. */
export function askedOfOthers(verdict: Verdict): Verdict {
  if ('all' in verdict) return { all: verdict.all.map(askedOfOthers) };
  return 'do' in verdict && verdict.do.kind !== 'joinGroup' ? asked(verdict) : verdict;
}
