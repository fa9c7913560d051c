import type { GraphClient } from './client.js';
import { isGuid, toSegment } from './ids.js';
import { ask, isTied, lookAtGroup } from './look.js';
import type { Haste } from './pace.js';
import { refused, toFailure } from './results.js';
import type { Clock } from '../../commands/ports.js';
import type { DirectoryGroup, DirectoryResult } from '../../commands/ports/directory.js';
import type { DirectoryCapability } from '../../domain/groups/directory.js';
import type { PersonId } from '../../domain/terms.js';

/** A person's tie to a group that is to be made or cut. */
export interface Tie {
  readonly relation: 'members' | 'owners';
  readonly group: DirectoryGroup;
  readonly personId: PersonId;
  readonly haste: Haste;
}

const needed: Readonly<Record<Tie['relation'], DirectoryCapability>> = { members: 'members', owners: 'groups' };

/** The address under which one person is one group's member or owner. Without `/$ref` a DELETE would delete the person. */
export function tiePath({ relation, group, personId }: Omit<Tie, 'haste'>): string {
  return `${tiesPath(relation, group)}/${toSegment(personId)}/$ref`;
}

function tiesPath(relation: Tie['relation'], { directoryId }: DirectoryGroup): string {
  return `groups/${toSegment(directoryId)}/${relation}`;
}

function findBadId({ group, personId }: Tie): DirectoryResult | undefined {
  if (!isGuid(group.directoryId)) return refused('groupGone', 'the group has no id of the directory');
  return isGuid(personId) ? undefined : refused('personGone', 'the person has no id of the directory');
}

/** Puts somebody in; somebody who is in is a success. */
export async function makeTie(client: GraphClient, clock: Clock, tie: Tie): Promise<DirectoryResult> {
  const needs = needed[tie.relation];
  const closed =
    findBadId(tie) ?? (await lookAtGroup(client, tie.group, { needs, haste: tie.haste, now: clock.now() }));
  if (closed) return (await isInAlready(client, tie, closed)) ?? closed;
  const call = {
    method: 'POST',
    path: `${tiesPath(tie.relation, tie.group)}/$ref`,
    operation: `add ${tie.relation}`,
    haste: tie.haste,
    body: { '@odata.id': `${client.baseUrl}/v1.0/directoryObjects/${toSegment(tie.personId)}` },
  } as const;
  const meaning = await ask(client, call, needs);
  if (meaning.ok || meaning.failure === 'alreadyThere') return { ok: true };
  // The group was there a moment ago, so it is the person who is missing; a new one is not known everywhere at once.
  if (meaning.failure === 'missing')
    return { ok: false, failure: 'transient', detail: `${meaning.detail}: the person is not known (yet)` };
  if (meaning.failure !== 'unclear') return toFailure(meaning);
  // "Already a member" may be worded in another way one day.
  const tied = await isTied(client, tie.relation, tie.group, tie.personId);
  if (typeof tied !== 'boolean') return tied;
  return tied ? { ok: true } : toFailure(meaning);
}

/** A try whose answer was lost may have put somebody in before the group became one that nobody may change. */
async function isInAlready(
  client: GraphClient,
  { relation, group, personId }: Tie,
  closed: DirectoryResult,
): Promise<DirectoryResult | undefined> {
  if (closed.ok || closed.failure !== 'refused' || closed.reason === 'groupGone' || closed.reason === 'personGone')
    return undefined;
  const tied = await isTied(client, relation, group, personId);
  if (typeof tied !== 'boolean') return tied;
  return tied ? { ok: true } : undefined;
}

/** Takes somebody out; somebody who is not in is a success, and so is a group that is gone for good. */
export async function cutTie(client: GraphClient, clock: Clock, tie: Tie): Promise<DirectoryResult> {
  const needs = needed[tie.relation];
  const closed =
    findBadId(tie) ?? (await lookAtGroup(client, tie.group, { needs, haste: tie.haste, now: clock.now() }));
  if (closed) return isGone(closed) && isGuid(tie.group.directoryId) ? { ok: true } : closed;
  const call = { method: 'DELETE', path: tiePath(tie), operation: `remove ${tie.relation}`, haste: tie.haste } as const;
  const meaning = await ask(client, call, needs);
  if (meaning.ok || meaning.failure === 'missing') return { ok: true };
  return toFailure(meaning);
}

/** Whether the group is gone for good. */
export function isGone(result: DirectoryResult): boolean {
  return !result.ok && result.failure === 'refused' && result.reason === 'groupGone';
}
