import { change } from '../change.js';
import { isDays, loosestAllowed } from './groupInput.js';
import { countCreation } from '../reads/limits.js';
import { findLookalike, isNameTaken } from '../reads/names.js';
import { actorOf, loadActorFacts, refused } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import type { Authorized } from '../../domain/authorized.js';
import { clickClaim, groupNameClaim } from '../../domain/claims.js';
import { given } from '../../domain/given.js';
import type { ActorFacts } from '../../domain/groups/decideManage.js';
import { allowedJoinRules, decideCreateGroup, mayUsersCreate } from '../../domain/groups/decideManage.js';
import { createGroup as makeGroup, type GroupWish } from '../../domain/groups/newGroups.js';
import type { Group } from '../../domain/groups/group.js';
import { groupDefaults } from '../../domain/groups/groupDefaults.js';
import { findNameProblem, toGroupName } from '../../domain/groups/groupNames.js';
import type { Outcome } from '../../domain/outcome.js';
import { canJoinAlone, isAdmin } from '../../domain/groups/policy.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Refusal } from '../../domain/refusal.js';
import type { GroupInput } from '../../intents/adminIntent.js';
import type { IntentOf } from '../../intents/intent.js';
import type { GroupType, JoinRule } from '../../domain/terms.js';
import type { GroupForm } from '../../domain/views.js';

/** "create security group Finance Reviewers": first the form, then, on the click, the group (S1, S2, S16, S25, S27). */
export async function createGroup({ input, confirmed }: IntentOf<'createGroup'>, turn: Turn): Promise<Outcome> {
  if (input.unsupportedKind)
    return refused({ code: 'unsupported_kind', group: input.name ?? 'That', kind: input.unsupportedKind });
  const facts = await loadActorFacts(turn);
  const kinds = (['security', 'm365'] as const).filter(
    (groupType) => mayUsersCreate(facts.tenant, groupType) || isAdmin(facts.tenant, turn.actor.id),
  );
  const wished = input.groupType ?? (kinds.length === 1 ? kinds[0] : undefined);
  const joinRule = input.joinRule ?? loosestAllowed(facts, groupDefaults('selfService', wished ?? 'security').joinRule);
  const verdict = decideCreateGroup(facts, { groupType: wished ?? 'security', joinRule });
  // Nobody fills in a form that cannot be sent.
  if (
    !verdict.allowed &&
    (verdict.refusal.code !== 'creation_switched_off' || wished !== undefined || kinds.length === 0)
  ) {
    if (verdict.refusal.code !== 'approval_needs_licence' || !confirmed) return refused(verdict.refusal);
    return formOf(turn, facts, kinds, input, verdict.refusal);
  }
  const name = toGroupName(input.name ?? '', facts.tenant);
  if (!confirmed || wished === undefined || !verdict.allowed)
    return formOf(turn, facts, kinds, { ...input, ...given({ groupType: wished }), name }, undefined);
  return makeOnce(turn, facts, kinds, { ...input, name, groupType: wished, joinRule }, verdict.proof);
}

type CompleteInput = GroupInput & {
  readonly name: string;
  readonly groupType: GroupType;
  readonly joinRule: JoinRule;
};

/** Makes the group of a form once, however often the form is sent; each time the answer is the same. */
async function makeOnce(
  turn: Turn,
  facts: ActorFacts,
  kinds: readonly GroupType[],
  input: CompleteInput,
  proof: Authorized,
): Promise<Outcome> {
  const click = input.formId === undefined ? undefined : clickClaim(turn.actor.id, input.formId);
  const id = turn.ids.uuid();
  // Once, although it may be decided again where somebody was faster.
  let isCounted = false;
  return change(turn, { collection: 'groups', id }, async () => {
    const problem = await findProblem(turn, facts, input);
    // After the search for problems: the name may be taken by this very form.
    const made = click === undefined ? undefined : await readMade(turn, click);
    if (made) return answerCreated(made, facts.tenant);
    if (problem) return formOf(turn, facts, kinds, input, problem);
    if (input.sureOf !== input.name && (await findLookalike(turn, facts.tenant, input.name)))
      return formOf(turn, facts, kinds, input, undefined);
    if (!isCounted) {
      const tooMany = await countCreation(turn, facts.tenant);
      if (tooMany) return formOf(turn, facts, kinds, input, tooMany);
      isCounted = true;
    }
    const document = makeGroup(turn.tenantId, toWish(turn, id, input), actorOf(turn), occasionOf(turn));
    const claims = [groupNameClaim(input.name), ...(click === undefined ? [] : [click])];
    return { proof, document, claims, outcome: answerCreated(document, facts.tenant) };
  });
}

/** The group that an earlier click on the same form has made. */
async function readMade({ store }: Turn, click: string): Promise<Group | undefined> {
  const [holder] = await store.holders([click]);
  return holder && store.read('groups').get(holder.id);
}

function answerCreated({ id, name, groupType, joinRule }: Group, tenant: Tenant): Outcome {
  const isClosed = canJoinAlone(tenant) ? undefined : (true as const);
  return {
    kind: 'newsTold',
    notice: { code: 'groupCreated', group: name, groupId: id, groupType, joinRule, ...given({ isClosed }) },
  };
}

function toWish({ directory }: Turn, id: string, input: CompleteInput): GroupWish {
  const days = Number(input.longestMembership ?? '');
  const { name, groupType, joinRule } = input;
  return {
    id,
    name,
    description: (input.description ?? '').trim().slice(0, 1000),
    groupType,
    joinRule,
    // S57, Q14: a new group is found by everybody; its owner may hide it later.
    isListed: true,
    justification: input.justification ?? 'optional',
    isForEntra: directory.kind === 'entra' && directory.can('groups'),
    ...(days > 0 ? { maxDurationDays: days } : {}),
  };
}

async function findProblem(
  turn: Turn,
  { tenant }: ActorFacts,
  input: GroupInput & { readonly name: string; readonly joinRule: JoinRule },
): Promise<Refusal | undefined> {
  const named = findNameProblem(input.name, tenant);
  if (named) return named;
  // A hidden group's name is as taken as another's; that it exists is all that this tells.
  if (await isNameTaken(turn, 'groups', input.name))
    return { code: 'name_not_allowed', name: input.name, problem: 'taken' };
  if (!allowedJoinRules(tenant).includes(input.joinRule))
    return { code: 'join_rule_too_loose', allowed: allowedJoinRules(tenant) };
  return isDays(input.longestMembership) ? undefined : { code: 'duration_too_long', maxDays: 3650 };
}

async function formOf(
  turn: Turn,
  facts: ActorFacts,
  groupTypes: readonly GroupType[],
  input: GroupInput,
  problem: Refusal | undefined,
): Promise<Outcome> {
  const lookalike = input.name ? await findLookalike(turn, facts.tenant, input.name) : undefined;
  const form: GroupForm = {
    id: input.formId ?? turn.ids.uuid(),
    name: input.name ?? '',
    description: input.description ?? '',
    groupTypes,
    ...given({ groupType: input.groupType }),
    joinRules: allowedJoinRules(facts.tenant),
    joinRule:
      input.joinRule ?? loosestAllowed(facts, groupDefaults('selfService', input.groupType ?? 'security').joinRule),
    justification: input.justification ?? 'optional',
    longestMembership: input.longestMembership ?? '',
    ...given({ problem, lookalike }),
  };
  return { kind: 'groupFormNeeded', form };
}
