import { viewPerson } from './people.js';
import type { Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { accessOf, type Path } from '../../domain/resources/access.js';
import type { Group } from '../../domain/groups/group.js';
import { membershipId } from '../../domain/keys.js';
import type { Membership } from '../../domain/members/membership.js';
import type { PersonId } from '../../domain/terms.js';
import type { AccessPath } from '../../domain/views.js';
import type { Resource } from '../../domain/resources/resource.js';

/** Everything that access to one resource depends on. */
export interface AccessFacts {
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
}

/** The groups that open a resource, with those who are in them, or with one person's memberships. */
export async function readAccess(turn: Turn, resource: Resource, personId?: PersonId): Promise<AccessFacts> {
  const groups = await turn.store.read('groups').getMany(resource.groupIds);
  if (personId !== undefined)
    return {
      groups,
      memberships: await turn.store
        .read('memberships')
        .getMany(groups.map((group) => membershipId(group.id, personId))),
    };
  const memberships = await Promise.all(
    groups.map((group) => turn.store.read('memberships').find({ where: { groupId: group.id, status: 'active' } })),
  );
  return { groups, memberships: memberships.flat() };
}

/** Everybody with a way into a resource, whether blocked or not, in the order in which they came. */
export function peopleOf({ groups, memberships }: AccessFacts): PersonId[] {
  const active = [...memberships].sort((a, b) => a.since - b.since).map(({ personId }) => personId);
  return [
    ...new Set([
      ...groups.filter(({ deletedAt }) => deletedAt === undefined).flatMap(({ ownerIds }) => ownerIds),
      ...active,
    ]),
  ];
}

/** One person's ways into a resource, with the names of who let them in (F60, F68). */
export async function viewPaths(
  turn: Turn,
  resource: Resource,
  personId: PersonId,
  facts: AccessFacts,
): Promise<readonly AccessPath[]> {
  const { paths } = accessOf(personId, resource, facts);
  const requestIds = paths.flatMap(({ membership }) =>
    membership?.basis.kind === 'request' ? [membership.basis.requestId] : [],
  );
  const requests = await turn.store.read('requests').getMany(requestIds);
  const people = await turn.store.read('people').getMany(paths.flatMap(({ membership }) => deciderOf(membership)));
  return paths.map((path) =>
    toView(path, {
      reasonOf: (id) => requests.find((request) => request.id === id)?.justification,
      nameOf: (id) =>
        viewPerson(
          people.find((person) => person.id === id),
          id,
        ).name,
    }),
  );
}

function deciderOf(membership: Membership | undefined): PersonId[] {
  const basis = membership?.basis;
  return basis !== undefined && 'by' in basis && basis.by !== undefined ? [basis.by] : [];
}

function toView(
  { group, membership }: Path,
  names: { reasonOf(requestId: string): string | undefined; nameOf(id: PersonId): string },
): AccessPath {
  if (!membership) return { group: group.name, groupId: group.id, since: group.createdAt, how: 'owner' };
  const { basis, since, until } = membership;
  const [by] = deciderOf(membership);
  const reason =
    basis.kind === 'request'
      ? names.reasonOf(basis.requestId)
      : basis.kind === 'openJoin'
        ? basis.justification
        : basis.kind === 'added'
          ? basis.reason
          : undefined;
  return {
    group: group.name,
    groupId: group.id,
    since,
    ...given({ until }),
    ...(basis.kind === 'request' ? { requestId: basis.requestId } : {}),
    ...(by === undefined ? {} : { by: names.nameOf(by) }),
    ...given({ reason: reason || undefined }),
    how: basis.kind,
  };
}
