import { askOwners, findOpenRequest, type JoinInput } from './askOwners.js';
import { findTooManyOpen } from '../reads/limits.js';
import { viewPeople } from '../reads/people.js';
import { save, untilWritten } from '../change.js';
import { letIn } from '../letIn.js';
import { giveWay, inPlaceOf } from './replaceOpen.js';
import { viewRows } from '../reads/standing.js';
import { occasionOf, type Turn } from '../turn.js';
import { viewGroup } from '../reads/groupViews.js';
import { viewRequest } from '../reads/requestViews.js';
import { decideJoin } from '../../domain/requests/decideJoin.js';
import type { Group } from '../../domain/groups/group.js';
import { alertOwnerless } from '../../domain/groups/groupTimers.js';
import { startMembership } from '../../domain/members/membershipChanges.js';
import type { Outcome } from '../../domain/outcome.js';
import {
  adminIdsOf,
  cappedEnd,
  effectivePolicy,
  findInputProblem,
  minJustificationLength,
} from '../../domain/groups/policy.js';
import type { Membership } from '../../domain/members/membership.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import { findOtherWish } from '../../domain/requests/otherWish.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Authorized } from '../../domain/authorized.js';
import { given } from '../../domain/given.js';
import { membershipId } from '../../domain/keys.js';
import type { JoinForm } from '../../domain/views.js';
import type { NameReading } from '../../intents/targets.js';

/** A click that comes again within this time is the same one, in milliseconds. */
const doubleClickMs = 30_000;

/** Takes a person's wish to be in one known group as far as it goes now: in, asked, or told why not. */
export async function requestMembership(
  turn: Turn,
  tenant: Tenant,
  group: Group,
  wish: JoinInput,
  { ask = false, isInstead = false } = {},
): Promise<Outcome> {
  const { store, actor } = turn;
  const replaced = isInstead ? await findOpenRequest(turn, group, actor.id) : undefined;
  const input = replaced ? inPlaceOf(replaced, wish) : wish;
  const [membership, people] = await Promise.all([
    store.read('memberships').get(membershipId(group.id, actor.id)),
    viewPeople(store, [...group.ownerIds, ...adminIdsOf(tenant)]),
  ]);
  const owners = people.slice(0, group.ownerIds.length);
  const verdict = decideJoin({
    personId: actor.id,
    group,
    tenant,
    owners,
    admins: people.slice(group.ownerIds.length),
  });
  if (!verdict.allowed && verdict.refusal.code === 'unsupported_kind')
    return { kind: 'refused', refusal: verdict.refusal };
  const inside = await findInside(turn, group, membership);
  if (inside) return inside;
  const policy = effectivePolicy(group, tenant);
  const problem = ask ? 'confirm' : findInputProblem(policy, input, turn.now);
  const isAsking = verdict.allowed && verdict.route !== 'atOnce' && !problem;
  const cards = isAsking && replaced ? await giveWay(turn, replaced, wish) : undefined;
  // It waits no more, or with this very wish.
  if (replaced && !cards) return requestMembership(turn, tenant, group, wish);
  const tooMany = isAsking && !cards ? await findTooManyOpen(turn, tenant) : undefined;
  // Of two open requests the store refuses the second, so that a question to the owners needs no look before.
  if (isAsking && !tooMany) {
    const asked = { requesterId: actor.id, ...input, ...given({ cards }) };
    const { request, isNew } = await askOwners(turn, verdict.proof, { tenant, group }, asked);
    return isNew
      ? { kind: 'requestOpened', request: await viewRequest(store, request) }
      : showOpen(turn, request, input);
  }
  const open = await findOpenRequest(turn, group, actor.id);
  const unfit =
    open && findOtherWish(open, input, turn.now) && findInputProblem(policy, inPlaceOf(open, input), turn.now);
  // What cannot be asked for now is not offered in the place of what waits.
  if (open && !(verdict.allowed && unfit)) return showOpen(turn, open, verdict.allowed ? input : {});
  if (tooMany) return { kind: 'refused', refusal: tooMany };
  if (!verdict.allowed) {
    if (verdict.refusal.code === 'no_approver') await tellAdmins(turn, tenant, group);
    return { kind: 'refused', refusal: verdict.refusal };
  }
  const why = unfit ?? problem;
  if (why) return { kind: 'joinFormNeeded', form: await joinForm(turn, tenant, [group], { why, ...input }) };
  return enter(turn, verdict.proof, tenant, group, input, membership);
}

/** What there is already; a double click reads the answer of the first one again. */
async function showOpen(turn: Turn, open: MembershipRequest, input: JoinInput): Promise<Outcome> {
  const request = await viewRequest(turn.store, open);
  if (turn.via === 'card' && turn.now - open.createdAt < doubleClickMs) return { kind: 'requestOpened', request };
  const otherWish = findOtherWish(open, input, turn.now);
  return otherWish
    ? { kind: 'otherWishNeeded', request, otherWish, whole: inPlaceOf(open, input) }
    : { kind: 'requestAlreadyOpen', request };
}

/** Nobody can decide: the administrators hear of it, once a day. A lost race means that they have just been told. */
async function tellAdmins(turn: Turn, tenant: Tenant, group: Group): Promise<void> {
  const alert = alertOwnerless(group, adminIdsOf(tenant), turn.actor, occasionOf(turn));
  if (alert) await save(turn, alert.proof, 'groups', alert.document);
}

/** The form that asks for what is missing; where none of the groups can be asked for, the list that says why. */
export async function offerToJoin(
  turn: Turn,
  tenant: Tenant,
  groups: readonly Group[],
  detail: FormDetail,
): Promise<Outcome> {
  const form = await joinForm(turn, tenant, groups, detail);
  if (form.candidates.some(({ standing }) => standing.kind === 'canJoin' || standing.kind === 'canAsk'))
    return { kind: 'joinFormNeeded', form };
  return {
    kind: 'groupsListed',
    words: detail.resource ?? detail.typed ?? '',
    rows: form.candidates,
    page: { page: 1, pageCount: 1, total: groups.length },
  };
}

type FormDetail = Pick<JoinForm, 'why' | 'typed' | 'resource' | 'justification' | 'duration'>;

async function joinForm(turn: Turn, tenant: Tenant, groups: readonly Group[], detail: FormDetail): Promise<JoinForm> {
  const policies = groups.map((group) => effectivePolicy(group, tenant));
  const limits = policies.map((policy) => policy.maxDurationDays).filter((days) => days !== undefined);
  // Among several candidates a reason is asked for if one of them wants it; the command checks against the one picked.
  const justificationRule = policies.some((policy) => policy.justification !== 'off')
    ? policies.every((policy) => policy.justification === 'required')
      ? 'required'
      : 'optional'
    : 'off';
  return {
    candidates: await viewRows(turn, tenant, groups),
    ...detail,
    justificationRule,
    minJustificationLength,
    ...(limits.length === groups.length ? { maxDurationDays: Math.max(...limits) } : {}),
  };
}

async function findInside(turn: Turn, group: Group, membership: Membership | undefined): Promise<Outcome | undefined> {
  const isOwner = group.ownerIds.includes(turn.actor.id);
  if (!isOwner && membership?.status !== 'active') return undefined;
  const until = membership?.status === 'active' ? membership.until : undefined;
  return {
    kind: 'alreadyMember',
    group: await viewGroup(turn.store, group, turn.actor.id),
    role: isOwner ? 'owner' : 'member',
    ...given({ until }),
  };
}

async function enter(
  turn: Turn,
  proof: Authorized<'joinGroup'>,
  tenant: Tenant,
  group: Group,
  input: JoinInput,
  known: Membership | undefined,
): Promise<Outcome> {
  const until = cappedEnd(input.duration, effectivePolicy(group, tenant), turn.now);
  const basis = { kind: 'openJoin' as const, ...given({ justification: input.justification || undefined }) };
  // Where the directory has the last word, nobody is in before it has said so.
  const isPending =
    turn.directory.kind === 'entra' && (group.directoryId !== undefined || group.directory?.state === 'creating');
  let former = known;
  return untilWritten(membershipId(group.id, turn.actor.id), async (): Promise<Outcome | 'conflict'> => {
    const membership = startMembership(
      former,
      {
        tenantId: turn.tenantId,
        groupId: group.id,
        personId: turn.actor.id,
        basis,
        ...given({ until }),
        tellsWhenReady: isPending,
      },
      occasionOf(turn),
    );
    const result = await letIn(turn, proof, membership);
    if (result === 'gone') return { kind: 'refused', refusal: { code: 'group_not_found', typed: group.name } };
    if (result === 'written')
      return {
        kind: 'memberAdded',
        group: await viewGroup(turn.store, group, turn.actor.id),
        ...given({ until }),
        ...(isPending ? { isPending } : {}),
      };
    // A second join at the same moment, or the outbox at work on the former membership: look again.
    former = await turn.store.read('memberships').get(membershipId(group.id, turn.actor.id));
    return (await findInside(turn, group, former)) ?? 'conflict';
  });
}

/** What was said outside of the name counts unless the reading of the name brings its own. */
export function mergeInput(intent: JoinInput, reading: NameReading | undefined): JoinInput {
  const justification = reading?.justification ?? intent.justification;
  const duration = reading?.duration ?? intent.duration;
  return given({ justification: justification || undefined, duration });
}
