import { adminIdsOf } from '../../domain/groups/policy.js';
import { viewPeople } from './people.js';
import type { Turn } from '../turn.js';
import { viewGroups } from './groupViews.js';
import { given } from '../../domain/given.js';
import { decideJoin } from '../../domain/requests/decideJoin.js';
import type { Group } from '../../domain/groups/group.js';
import { membershipId } from '../../domain/keys.js';
import type { Membership } from '../../domain/members/membership.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { PersonView } from '../../domain/personView.js';
import type { Standing, GroupRow } from '../../domain/views.js';

/** Groups with how the person stands to each: in, waiting, free to join, or why not (four reads for all). */
export async function viewRows(turn: Turn, tenant: Tenant, groups: readonly Group[]): Promise<GroupRow[]> {
  if (groups.length === 0) return [];
  const { store, actor } = turn;
  const personIds = [...new Set([...adminIdsOf(tenant), ...groups.flatMap((group) => group.ownerIds)])];
  const [views, memberships, requests, people] = await Promise.all([
    viewGroups(store, groups, actor.id),
    store.read('memberships').getMany(groups.map((group) => membershipId(group.id, actor.id))),
    store.read('requests').find({ where: { requesterId: actor.id, status: 'pending' } }),
    viewPeople(store, personIds),
  ]);
  const names = new Map(people.map((person) => [person.id, person]));
  return groups.map((group, index) => {
    const membership = memberships.find((candidate) => candidate.groupId === group.id);
    const request = requests.find((candidate) => candidate.groupId === group.id);
    return {
      group: views[index] as GroupRow['group'],
      standing: standingOf(turn, tenant, group, {
        ...given({ membership, request }),
        names,
      }),
    };
  });
}

function standingOf(
  turn: Turn,
  tenant: Tenant,
  group: Group,
  facts: {
    readonly membership?: Membership;
    readonly request?: MembershipRequest;
    readonly names: ReadonlyMap<string, PersonView>;
  },
): Standing {
  const { membership, request, names } = facts;
  if (group.knownAs !== undefined)
    return {
      kind: 'cannotJoin',
      refusal: { code: 'not_enrolled', group: group.name, admins: adminsOf(tenant, names) },
    };
  if (group.ownerIds.includes(turn.actor.id)) return { kind: 'owner' };
  if (membership?.status === 'active')
    return {
      kind: 'member',
      since: membership.since,
      ...given({ until: membership.until }),
    };
  if (request) return { kind: 'waiting', requestId: request.id, since: request.createdAt };
  const verdict = decideJoin({
    personId: turn.actor.id,
    group,
    tenant,
    owners: pick(group.ownerIds, names),
    admins: adminsOf(tenant, names),
  });
  if (!verdict.allowed) return { kind: 'cannotJoin', refusal: verdict.refusal };
  return { kind: verdict.route === 'atOnce' ? 'canJoin' : 'canAsk' };
}

function adminsOf(tenant: Tenant, names: ReadonlyMap<string, PersonView>): PersonView[] {
  return pick(adminIdsOf(tenant), names);
}

function pick(ids: readonly string[], names: ReadonlyMap<string, PersonView>): PersonView[] {
  return ids.map((id) => names.get(id)).filter((person) => person !== undefined);
}
