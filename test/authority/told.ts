import type { Documents } from '../../src/commands/ports.js';
import type { Effect } from '../../src/domain/effect.js';
import type { SavedStore } from '../support/memoryStore.js';

/** What tells somebody who stands in the record, or several whom it finds. */
const tellsOthers: ReadonlySet<Effect['kind']> = new Set<Effect['kind']>([
  'tellAsker',
  'tellMembershipEnded',
  'endMembership',
  'endMemberships',
  'closeRequests',
  'closeOwnRequest',
  'enrolKnown',
]);

/** Who but the one who acts hears of what happened between two moments, read off the work that follows from it. */
export function toldBetween(before: SavedStore, after: SavedStore, actorId: string): string[] {
  const known = new Set(workIn(before).map(({ effect }) => effect.id));
  const told = workIn(after)
    .filter(({ effect }) => !known.has(effect.id))
    .flatMap(({ record, effect }) => {
      switch (effect.kind) {
        case 'tell':
        case 'showApprover':
        case 'remindApprover':
          return [effect.personId];
        case 'showRequester':
          return [(record as Documents['requests']).requesterId];
        default:
          return tellsOthers.has(effect.kind) ? [effect.kind] : [];
      }
    });
  return [...new Set(told)].filter((one) => one !== actorId);
}

/** Who has got the answer to what they asked for. */
export function heardIn({ records }: SavedStore): string[] {
  const requests = (records.find(([name]) => name === 'requests')?.[1] ?? []) as readonly Documents['requests'][];
  return requests.filter(({ result }) => result?.delivery === 'sent').map(({ requesterId }) => requesterId);
}

function workIn({ records }: SavedStore): { readonly record: unknown; readonly effect: Effect }[] {
  return records.flatMap(([, documents]) =>
    documents.flatMap((record) => record.effects.map((effect) => ({ record, effect }))),
  );
}
