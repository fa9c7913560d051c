import { readUnlocks, toGroupView } from './groupViews.js';
import { remindableFrom } from '../../domain/requests/decideReminder.js';
import { viewPerson } from './people.js';
import type { TenantStore } from '../ports.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import type { Person } from '../../domain/organisation/person.js';
import { canSeeGroup } from '../../domain/groups/policy.js';
import { membershipId } from '../../domain/keys.js';
import type { Decision, MembershipRequest } from '../../domain/requests/request.js';
import { isUntold } from '../../domain/requests/requestTimers.js';
import type { Instant, PersonId } from '../../domain/terms.js';
import type { GroupView, RequestView } from '../../domain/views.js';

/**
 * Requests as their requester sees them: of a group that is gone, or that they may no longer know of, the name as they
 * knew it, and nothing that it opens (Q10).
 */
export async function viewOwnRequests(
  store: TenantStore,
  requests: readonly MembershipRequest[],
): Promise<RequestView[]> {
  const views = await viewRequests(store, requests);
  const groups = await store.read('groups').getMany([...new Set(requests.map(({ groupId }) => groupId))]);
  const seen = new Map(groups.map((group) => [group.id, group]));
  return Promise.all(
    requests.map(async (request, index) => {
      const view = views[index] as RequestView;
      const group = seen.get(request.groupId);
      if (group && (await isSeenByRequester(store, group, request.requesterId))) return view;
      return { ...view, group: goneGroup(request.groupId, request.groupName) };
    }),
  );
}

/** One request as its requester sees it. */
export async function viewOwnRequest(store: TenantStore, request: MembershipRequest): Promise<RequestView> {
  const [view] = await viewOwnRequests(store, [request]);
  return view as RequestView;
}

/** What the requester may call the group of their request where they may not know its present name; nothing where they may. */
export async function knownNameOf(
  store: TenantStore,
  request: MembershipRequest,
  group: Group,
): Promise<string | undefined> {
  const isSeen = await isSeenByRequester(store, group, request.requesterId);
  return isSeen ? undefined : goneGroup(group.id, request.groupName).name;
}

async function isSeenByRequester(store: TenantStore, group: Group, personId: PersonId): Promise<boolean> {
  if (canSeeGroup({ group, personId, isMember: false, isAdmin: false })) return true;
  if (group.deletedAt !== undefined) return false;
  return (await store.read('memberships').get(membershipId(group.id, personId)))?.status === 'active';
}

/** Requests as those who may decide them see them, in the order given (three reads for all). */
export async function viewRequests(store: TenantStore, requests: readonly MembershipRequest[]): Promise<RequestView[]> {
  if (requests.length === 0) return [];
  const groupsRead = store.read('groups').getMany([...new Set(requests.map((request) => request.groupId))]);
  const peopleIds = requests.flatMap((request) => [
    request.requesterId,
    ...(request.askedById ? [request.askedById] : []),
    ...request.approvers.flatMap((approver) => [
      approver.personId,
      ...(approver.standsInFor ? [approver.standsInFor] : []),
    ]),
    ...(request.decision ? [request.decision.by, ...(request.decision.forId ? [request.decision.forId] : [])] : []),
  ]);
  const peopleRead = store.read('people').getMany([...new Set(peopleIds)]);
  const groups = new Map((await groupsRead).map((group) => [group.id, group]));
  const resources = await readUnlocks(store, [...groups.values()]);
  const ended = await readEnded(store, requests, groups);
  const people = new Map((await peopleRead).map((person) => [person.id, person]));
  return requests.map((request) => {
    const group = groups.get(request.groupId);
    return toRequestView(
      request,
      group ? toGroupView(group, resources, request.requesterId) : goneGroup(request.groupId, request.groupName),
      people,
      ended.get(request.id),
    );
  });
}

/** Of requests whose requester was let in, since when they are out again. */
async function readEnded(
  store: TenantStore,
  requests: readonly MembershipRequest[],
  groups: ReadonlyMap<string, Group>,
): Promise<ReadonlyMap<string, Instant>> {
  const keyOf = ({ groupId, requesterId }: MembershipRequest): string => membershipId(groupId, requesterId);
  const delivered = requests.filter(
    ({ provisioning, groupId, requesterId }) =>
      // Whoever owns it by now is in it without a membership.
      provisioning === 'delivered' && !groups.get(groupId)?.ownerIds.includes(requesterId),
  );
  if (delivered.length === 0) return new Map();
  const memberships = await store.read('memberships').getMany([...new Set(delivered.map(keyOf))]);
  const endOf = new Map(
    memberships.flatMap(({ groupId, personId, status, endedAt }) =>
      status === 'active' || endedAt === undefined ? [] : [[membershipId(groupId, personId), endedAt] as const],
    ),
  );
  return new Map(
    delivered.flatMap((request) => {
      const at = endOf.get(keyOf(request));
      return at === undefined ? [] : [[request.id, at] as const];
    }),
  );
}

/** One request as those who may decide it see it. */
export async function viewRequest(store: TenantStore, request: MembershipRequest): Promise<RequestView> {
  const [view] = await viewRequests(store, [request]);
  return view as RequestView;
}

function toRequestView(
  request: MembershipRequest,
  group: GroupView,
  people: ReadonlyMap<string, Person>,
  overSince: Instant | undefined,
): RequestView {
  const {
    id,
    justification,
    duration,
    status,
    provisioning,
    held,
    failure,
    createdAt,
    expiresAt,
    closedAt,
    supersededWhy,
    decision,
    approvers,
    requesterId,
    askedById,
  } = request;
  return {
    id,
    group,
    requester: viewPerson(people.get(requesterId), requesterId),
    ...(askedById ? { askedBy: viewPerson(people.get(askedById), askedById) } : {}),
    ...given({ justification: justification || undefined, duration }),
    status,
    ...given({ provisioning, held, failure }),
    createdAt,
    expiresAt,
    ...given({ supersededWhy, overSince, closedAt, remindableFrom: remindableFrom(request) }),
    ...given({ requesterUserId: people.get(requesterId)?.address?.userId }),
    ...given({ isUntold: isUntold(request) ? (true as const) : undefined }),
    ...(decision ? { decision: viewDecision(decision, people) } : {}),
    approvers: approvers
      .filter(({ isFormer }) => !isFormer)
      .map(({ personId, delivery, standsInFor }) => ({
        ...viewPerson(people.get(personId), personId),
        delivery,
        ...(standsInFor ? { standsInFor: viewPerson(people.get(standsInFor), standsInFor).name } : {}),
      })),
  };
}

function viewDecision(
  { by, forId, ...rest }: Decision,
  people: ReadonlyMap<string, Person>,
): NonNullable<RequestView['decision']> {
  return {
    ...rest,
    by: viewPerson(people.get(by), by),
    ...(forId ? { standingInFor: viewPerson(people.get(forId), forId).name } : {}),
  };
}

function goneGroup(id: string, name = 'A group that no longer exists'): GroupView {
  return {
    id,
    name,
    description: '',
    groupType: 'security',
    joinRule: 'ownersOnly',
    ownerCount: 0,
    unlocks: [],
  };
}
