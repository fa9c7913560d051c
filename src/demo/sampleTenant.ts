import type { CollectionName, Documents, Store } from '../commands/ports.js';
import { keyOf, membershipId } from '../domain/keys.js';
import type { Membership } from '../domain/members/membership.js';
import { beginTenant } from '../domain/organisation/remember.js';
import { decideRequest, openRequest } from '../domain/requests/requestChanges.js';
import type { MembershipRequest } from '../domain/requests/request.js';
import { begin, type Occasion } from '../domain/revise.js';
import type { Tenant } from '../domain/organisation/tenant.js';
import { groupId, sampleGroups, sampleMembers, type GroupSlug } from './sampleGroups.js';
import { samplePeople, samplePerson, sampleTenantId, toPerson, type PersonSlug } from './samplePeople.js';
import { sampleResources } from './sampleResources.js';

const dayMs = 86_400_000;

/** A believable organisation, as the documents that the store keeps. */
export type SampleTenant = { readonly [C in CollectionName]: readonly Documents[C][] };

/** Builds the organisation; `serviceUrlOf` says where each person's client takes messages. */
export function sampleTenant(serviceUrlOf: (slug: PersonSlug) => string, occasion: Occasion): SampleTenant {
  const lastYear = { ...occasion, now: occasion.now - 400 * dayMs };
  const groups = sampleGroups(lastYear);
  return {
    tenants: [
      { ...beginSample(lastYear).tenant, name: 'Contoso', ownersManageRequests: true, licence: 'P1' } satisfies Tenant,
    ],
    people: samplePeople.map((person) => toPerson(person, serviceUrlOf(person.slug), lastYear)),
    groups,
    resources: sampleResources(lastYear),
    memberships: sampleMembers().map((member) => importedMember(member, lastYear)),
    requests: requestRows.map((row) => toRequest(row, groups, occasion)),
  };
}

/** Saves the sample into an empty store. */
export async function plantSample(store: Store, sample: SampleTenant, occasion: Occasion): Promise<void> {
  // An organisation that begins may be written down; that it begins full is what makes it a sample.
  const { proof } = beginSample(occasion);
  const tenantStore = store.forTenant(sampleTenantId);
  const plant = async <C extends CollectionName>(collection: C, documents: readonly Documents[C][]) => {
    for (const document of documents) {
      const result = await tenantStore.insert(proof, collection, document);
      if (result !== 'written') throw new Error(`${collection} ${document.key} could not be planted: ${result}`);
    }
  };
  await plant('tenants', sample.tenants);
  await plant('people', sample.people);
  await plant('groups', sample.groups);
  await plant('resources', sample.resources);
  await plant('memberships', sample.memberships);
  await plant('requests', sample.requests);
}

function beginSample(occasion: Occasion): ReturnType<typeof beginTenant> {
  return beginTenant(sampleTenantId, [samplePerson('ada').id], occasion);
}

function importedMember(
  { groupId, personId }: { readonly groupId: string; readonly personId: string },
  occasion: Occasion,
): Membership {
  const record = {
    key: keyOf(sampleTenantId, membershipId(groupId, personId)),
    tenantId: sampleTenantId,
    groupId,
    personId,
    status: 'active',
    since: occasion.now,
    basis: { kind: 'imported' },
    provisioning: 'delivered',
  } as const;
  return begin<Membership>(record, [], occasion);
}

interface RequestRow {
  readonly id: string;
  readonly requester: PersonSlug;
  readonly group: GroupSlug;
  readonly justification: string;
  readonly days?: number;
  readonly daysAgo: number;
  readonly denied?: { readonly by: PersonSlug; readonly justification: string; readonly daysAgo: number };
}

const requestRows: readonly RequestRow[] = [
  {
    id: 'REQ-7KQ2M9XA',
    requester: 'ben',
    group: 'marketing',
    justification: 'I plan the partner booth at the spring fair and need the campaign calendar.',
    days: 90,
    daysAgo: 2,
  },
  {
    id: 'REQ-4TD8W3HN',
    requester: 'chen',
    group: 'marketing',
    justification: 'I compare campaign costs with the quarter’s budget.',
    days: 30,
    daysAgo: 1,
  },
  {
    id: 'REQ-9VB5R1CE',
    requester: 'ben',
    group: 'marketAnalysis',
    justification: 'Two partners ask how we compare; I want to answer with numbers.',
    daysAgo: 1,
  },
  {
    id: 'REQ-2HJ6P0ZF',
    requester: 'ann',
    group: 'salesEmea',
    justification: 'I redesign the offer template.',
    daysAgo: 40,
    denied: { by: 'omar', justification: 'The template moved to Marketing; ask there, please.', daysAgo: 39 },
  },
];

function toRequest(row: RequestRow, groups: SampleTenant['groups'], occasion: Occasion): MembershipRequest {
  const group = groups.find(({ id }) => id === groupId(row.group));
  if (!group) throw new Error(`there is no sample group ${row.group}`);
  const asked = { ...occasion, now: occasion.now - row.daysAgo * dayMs };
  const duration = row.days === undefined ? {} : { duration: { kind: 'days', days: row.days } as const };
  const opened = openRequest(
    {
      id: row.id,
      group,
      requesterId: samplePerson(row.requester).id,
      justification: row.justification,
      ...duration,
      expiryMs: 14 * dayMs,
    },
    asked,
  );
  const request = { ...opened, ...settle(opened, (kind) => kind === 'recordEvent' || kind === 'expireRequest') };
  if (row.denied) return denied(request, row.denied, occasion);
  // Nobody has opened a window yet: the owners are asked as soon as they do, after the welcome.
  return { ...request, approvers: request.approvers.map((approver) => ({ ...approver, delivery: 'unreachable' })) };
}

function denied(
  request: MembershipRequest,
  { by, justification, daysAgo }: NonNullable<RequestRow['denied']>,
  occasion: Occasion,
): MembershipRequest {
  const at = occasion.now - daysAgo * dayMs;
  const decided = decideRequest(
    request,
    { outcome: 'denied', by: samplePerson(by).id, at, justification, via: 'card' },
    { ...occasion, now: at },
  );
  const told = { personId: request.requesterId, delivery: 'sent' } as const;
  // Everybody heard of it long ago; only the history still has to be written.
  return {
    ...decided,
    version: 1,
    result: told,
    approvers: decided.approvers.map((approver) => ({ ...approver, delivery: 'sent' })),
    ...settle(decided, (kind) => kind === 'recordEvent'),
  };
}

/** Keeps the effects of some kinds only, to be looked at when the earliest of them is due. */
function settle(
  request: MembershipRequest,
  isKept: (kind: MembershipRequest['effects'][number]['kind']) => boolean,
): Pick<MembershipRequest, 'effects' | 'nextEffectAt'> {
  const effects = request.effects.filter(({ kind }) => isKept(kind));
  return { effects, nextEffectAt: Math.min(...effects.map(({ dueAt }) => dueAt)) };
}
