import { askPeople, settleQuestion } from '../askedQuestion.js';
import { authorize } from '../authorized.js';
import type { DriftAnswer, InsideThere } from './directory.js';
import type { Group } from './group.js';
import type { TieThere } from './groupThere.js';
import { followOwners } from './followGroup.js';
import type { News } from '../news.js';
import { record, tell, type Actor } from '../organisation/tenantChanges.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import type { Granted } from '../timers.js';
import type { PersonId } from '../terms.js';

/** More than so many gone, and more than a tenth of a group: somebody is to look first. */
const fewGone = 5;
const mostShare = 0.1;

/** Whether so many are gone from a group that nobody is taken out before somebody has looked. */
export function needsBrake(gone: number, members: number): boolean {
  return gone > fewGone && gone > members * mostShare;
}

/** Whom a comparison of both sides found, by name. */
export interface DriftNames {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What a comparison of who is in came to. */
export interface Comparison {
  /** Found now and not explained by a policy; asked about. */
  readonly found: DriftNames;
  /** So many were taken over when the group was enrolled; absent of a later comparison. */
  readonly imported?: number;
  /** Nobody was taken out, because so many of so many are gone. */
  readonly brake?: { readonly gone: number; readonly members: number };
  /** Who may say something about it: the owners, and the administrators. */
  readonly askedIds: readonly PersonId[];
  /** What is in it there now. */
  readonly inside: InsideThere;
  /** The owners there that differ from what we know. */
  readonly owners: readonly TieThere[];
  readonly nameOf: (id: PersonId) => string | undefined;
}

/** A group after both sides were compared: what is left to explain is asked about. */
export function recordComparison(
  group: Group,
  comparison: Comparison,
  occasion: Occasion,
): Granted<'recordComparison', Group> | undefined {
  const { found, imported, brake, askedIds, inside, owners, nameOf } = comparison;
  const followed = followOwners(group, owners, nameOf, occasion);
  const tasks: NewEffect[] = [...followed.tasks];
  let next = followed.next;
  if (imported !== undefined && next.directory) {
    next = { ...next, directory: { ...next.directory, membersReadAt: occasion.now } };
    tasks.push(record({ kind: 'membersReadIn', groupId: group.id, after: String(imported) }, occasion));
  }
  const before = next.directory?.inside;
  if (next.directory && (before?.people !== inside.people || before.groups !== inside.groups))
    next = { ...next, directory: { ...next.directory, inside } };
  const asked = askAbout(next, found, brake, askedIds, occasion);
  next = asked.next;
  tasks.push(...asked.tasks);
  if (next === group && tasks.length === 0) return undefined;
  return { proof: authorize('recordComparison'), document: withEffects(next, tasks, occasion) };
}

function askAbout(
  group: Group,
  { added, removed }: DriftNames,
  brake: Comparison['brake'],
  askedIds: readonly PersonId[],
  occasion: Occasion,
): { readonly next: Group; readonly tasks: readonly NewEffect[] } {
  const about = { group: group.name, groupId: group.id };
  const { brakeAt: _, ...free } = group;
  const unbraked = brake || group.brakeAt === undefined ? group : free;
  const drift = { code: 'driftFound', ...about, added, removed } as const;
  const isDrift = added.length + removed.length > 0;
  if (brake && group.brakeAt === undefined) {
    const braked = { ...group, brakeAt: occasion.now };
    const asked = ask(braked, { code: 'brakeOn', ...about, ...brake }, askedIds, occasion);
    const told = isDrift ? askedIds.map((id) => tell(id, drift, askedIds)) : [];
    return { next: asked.next, tasks: [...told, ...asked.tasks] };
  }
  return isDrift ? ask(unbraked, drift, askedIds, occasion) : { next: unbraked, tasks: [] };
}

/** Asks all of them; a question that others are asked already keeps its cards. */
function ask(
  group: Group,
  notice: News,
  personIds: readonly PersonId[],
  occasion: Occasion,
): { readonly next: Group; readonly tasks: readonly NewEffect[] } {
  if (group.question && !group.question.settledAs && group.claimedBy !== undefined)
    return { next: group, tasks: personIds.map((id) => tell(id, notice, personIds)) };
  const { question, tasks } = askPeople(
    { id: occasion.newId(), collection: 'groups', recordId: group.id },
    personIds,
    notice,
    personIds,
  );
  return { next: { ...group, question }, tasks };
}

/** A group about whose changes by other hands somebody has decided; the others see it on their cards. */
export function answerDrift(
  group: Group,
  answer: DriftAnswer,
  count: number,
  actor: Actor,
  occasion: Occasion,
): Granted<'answerDrift', Group> | undefined {
  if (group.claimedBy !== undefined || !group.question || group.question.settledAs) return undefined;
  const about = { group: group.name, groupId: group.id };
  const { document, tasks } = settleQuestion(group, { code: 'driftSettled', ...about, answer, count, by: actor.name });
  return { proof: authorize('answerDrift'), document: withEffects(document, tasks, occasion) };
}

/** A group whose many missing members are gone for good, as somebody says who has looked; both sides are compared again. */
export function releaseBrake(
  group: Group,
  actor: Actor,
  occasion: Occasion,
): Granted<'releaseBrake', Group> | undefined {
  if (group.brakeAt === undefined) return undefined;
  const { brakeAt: _, ...rest } = group;
  const about = { group: group.name, groupId: group.id };
  const { document, tasks } = settleQuestion<Group>(rest, { code: 'brakeReleased', ...about, by: actor.name });
  const event = record({ kind: 'driftTakenOver', actorId: actor.id, groupId: group.id }, occasion);
  const compare: NewEffect = { kind: 'compareMembers', isReleased: true };
  return { proof: authorize('releaseBrake'), document: withEffects(document, [event, ...tasks, compare], occasion) };
}

function withEffects(group: Group, tasks: readonly NewEffect[], occasion: Occasion): Group {
  return revise<Group>(group, [...group.effects, ...toEffects(tasks, occasion)], occasion);
}
