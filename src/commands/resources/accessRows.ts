import { viewPaths } from '../reads/accessReads.js';
import { viewPeople, viewPerson } from '../reads/people.js';
import { type Turn } from '../turn.js';
import { isBlocked } from '../../domain/resources/resourceChanges.js';
import type { Resource } from '../../domain/resources/resource.js';

/** Lines on one page of a list. */
export const pageSize = 8;

/** Some people's ways into a resource. */
export async function viewAccessRows(
  turn: Turn,
  resource: Resource,
  facts: Parameters<typeof viewPaths>[3],
  ids: readonly string[],
): Promise<
  { person: ReturnType<typeof viewPerson>; paths: Awaited<ReturnType<typeof viewPaths>>; isBlocked: boolean }[]
> {
  const people = new Map((await viewPeople(turn.store, ids)).map((person) => [person.id, person]));
  return Promise.all(
    ids.map(async (id) => ({
      person: people.get(id) ?? viewPerson(undefined, id),
      paths: await viewPaths(turn, resource, id, facts),
      isBlocked: isBlocked(resource, id),
    })),
  );
}
