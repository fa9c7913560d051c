import { loosestAllowed } from './groupInput.js';
import { changeIf } from '../change.js';
import { readNamed } from '../reads/names.js';
import { viewPeople } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolveGroup } from '../reads/resolve.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { decideAdminister, type ActorFacts } from '../../domain/groups/decideManage.js';
import { enrolKnown, ruleForKnown } from '../../domain/groups/enrolKnown.js';
import { given } from '../../domain/given.js';
import { tellsAny } from '../../domain/ownDeed.js';
import type { Group } from '../../domain/groups/group.js';
import type { EnrolResult } from '../../domain/groups/news.js';
import type { JoinRule } from '../../domain/terms.js';
import type { IntentOf } from '../../intents/intent.js';
import type { GroupTarget } from '../../intents/targets.js';

/** So many groups are enrolled by name at once. */
const mostAtOnce = 20;

/**
 * "enrol Marketing", or several: an administrator brings groups that were read in, or that came from elsewhere, under
 * self-service, with a rule that fits each; first as a dry run (F63).
 */
export async function enrolGroup(intent: IntentOf<'enrolGroup'>, turn: Turn): Promise<Answer> {
  const { target, joinRule, confirmed } = intent;
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const groups: Group[] = [];
  for (const one of await targetsOf(turn, facts, target)) {
    const [known, ...more] = await readKnown(turn, one);
    if (known && more.length === 0) {
      groups.push(known);
      continue;
    }
    const found = await resolveGroup(turn, facts.tenant, one, { verb: 'enrolGroup', carry: {} });
    if (!found.ok) return found.answer;
    groups.push(found.value);
  }
  const [first] = groups;
  if (first && groups.length === 1 && first.knownAs === undefined) return changeRule(facts, first, joinRule, confirmed);
  const refusal = groups.find(({ unsupportedKind }) => unsupportedKind !== undefined);
  if (refusal?.unsupportedKind)
    return refused({ code: 'unsupported_kind', group: refusal.name, kind: refusal.unsupportedKind });
  const rows = groups.map((group) => ({ group, rule: ruleFor(facts, group, joinRule) }));
  const unanswered = rows.find(({ group, rule }) => rule === 'ownerApproval' && group.ownerIds.length === 0);
  if (unanswered) return refused({ code: 'no_approver', group: unanswered.group.name, admins: facts.admins });
  const results = await Promise.all(rows.map(({ group, rule }) => preview(turn, group, rule)));
  const tells = tellsAny(
    groups.flatMap(({ ownerIds }) => ownerIds),
    turn.actor,
  );
  if (!confirmed)
    return {
      kind: 'confirmNeeded',
      question: { code: 'enrolKnown', ids: groups.map(({ id }) => id), results, ...given({ joinRule }), ...tells },
    };
  const done: EnrolResult[] = [];
  for (const [at, { group, rule }] of rows.entries())
    done.push((await enrolOne(turn, group, rule)) ? (results[at] as EnrolResult) : already(group));
  return { kind: 'newsTold', notice: { code: 'groupsEnrolled', results: done, ...tells } };
}

/** One group by its whole name; else several that are named one after the other. */
async function targetsOf(turn: Turn, { tenant }: ActorFacts, target: GroupTarget): Promise<readonly GroupTarget[]> {
  if (target.by === 'id')
    return target.groupId
      .split(',')
      .slice(0, mostAtOnce)
      .map((groupId) => ({ by: 'id', groupId }));
  const whole = await resolveGroup(turn, tenant, target, { verb: 'enrolGroup', carry: {} });
  const typed = target.readings[0]?.name ?? '';
  const parts = typed.split(/\s*(?:[,;&\n]|\band\b)\s*/i).filter((part) => part !== '');
  if (whole.ok || parts.length < 2) return [target];
  return parts.slice(0, mostAtOnce).map((name) => ({ by: 'name', readings: [{ name }] }));
}

/** Those of a name that can be enrolled, whatever else is called so. */
async function readKnown(turn: Turn, target: GroupTarget): Promise<readonly Group[]> {
  if (target.by === 'id') return [];
  const named = await readNamed(
    turn,
    'groups',
    target.readings.slice(0, 1).map(({ name }) => name),
  );
  return named.filter(({ knownAs }) => knownAs !== undefined);
}

/** A group that the bot manages already gets the rule as any other change of it. */
function changeRule(
  facts: ActorFacts,
  group: Group,
  joinRule: JoinRule | undefined,
  confirmed: true | undefined,
): Answer {
  const proposed = joinRule ?? loosestAllowed(facts, group.ownerIds.length > 0 ? 'ownerApproval' : 'ownersOnly');
  // Nobody could answer the requests.
  if (proposed === 'ownerApproval' && group.ownerIds.length === 0 && !group.unsupportedKind)
    return refused({ code: 'no_approver', group: group.name, admins: facts.admins });
  const target = { by: 'id', groupId: group.id } as const;
  const sure = confirmed ? { confirmed } : {};
  return { instead: { kind: 'changeGroup', target, field: 'joinRule', value: proposed, ...sure } };
}

function ruleFor(facts: ActorFacts, group: Group, wished: JoinRule | undefined): JoinRule {
  return wished === undefined ? ruleForKnown(group, facts.tenant) : loosestAllowed(facts, wished);
}

async function preview({ store }: Turn, group: Group, joinRule: JoinRule): Promise<EnrolResult> {
  const { name, groupType, ownerIds, nickname, isPublic } = group;
  if (group.knownAs === undefined) return already(group);
  const owners = (await viewPeople(store, ownerIds.slice(0, 5))).map((owner) => owner.name);
  const { inside } = group.directory ?? {};
  const beside = { ...(nickname ? { nickname } : {}), ...(isPublic ? { isPublic } : {}), ...given({ inside }) };
  return { name, result: 'enrolled', groupType, joinRule, owners, ...beside };
}

function already({ name }: Group): EnrolResult {
  return { name, result: 'alreadyHere' };
}

/** Whether the group was enrolled now. */
function enrolOne(turn: Turn, { id }: Group, rule: JoinRule): Promise<boolean> {
  return changeIf(turn, { collection: 'groups', id }, (group) =>
    enrolKnown(group, rule, actorOf(turn), occasionOf(turn)),
  );
}
