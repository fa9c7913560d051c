import { given } from '../../domain/given.js';
import type { AuditEntry } from '../../domain/history/audit.js';
import { viewPeople } from '../reads/people.js';
import { type Turn } from '../turn.js';
import type { HistoryRow } from '../../domain/views.js';

/** Entries that are read at once while the chain is checked or exported. */
export const readSize = 500;

/** Entries of the history with names in the place of ids; `knownName` in place of the group's, for whoever may not know how it is called now. */
export async function viewEntries(
  turn: Turn,
  entries: readonly AuditEntry[],
  knownName?: string,
): Promise<HistoryRow[]> {
  const events = entries.map(({ event }) => event);
  const [people, groups, resources] = await Promise.all([
    viewPeople(turn.store, [
      ...new Set(
        events.flatMap(({ actorId, subjectId, forId }) => [actorId, subjectId, forId].filter((id) => id !== undefined)),
      ),
    ]),
    turn.store.read('groups').getMany([...new Set(events.flatMap(({ groupId }) => (groupId ? [groupId] : [])))]),
    turn.store
      .read('resources')
      .getMany([...new Set(events.flatMap(({ resourceId }) => (resourceId ? [resourceId] : [])))]),
  ]);
  const nameOf = (id: string | undefined): string | undefined => people.find((person) => person.id === id)?.name;
  return events.map((event) => {
    const [actor, subject, standsFor] = [nameOf(event.actorId), nameOf(event.subjectId), nameOf(event.forId)];
    const named = groups.find(({ id }) => id === event.groupId)?.name;
    const group = named && (knownName ?? named);
    const resource = resources.find(({ id }) => id === event.resourceId)?.name;
    return {
      event,
      ...given({
        actor: actor || undefined,
        standsFor: standsFor || undefined,
        subject: subject || undefined,
        group: group || undefined,
        resource: resource || undefined,
      }),
    };
  });
}
