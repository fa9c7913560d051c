import { more, type Parts } from './buildChanges.js';
import { resourcesOf } from './entities/targets.js';
import type { Match } from './frames/match.js';
import { slotAt } from './frames/scope.js';
import type { Meaning } from './newIntents.js';
import type { RequestTarget } from './targets.js';

export function numberOf(match: Match): string | undefined {
  const [index] = match.slots['#'] ?? [];
  const value = index === undefined ? undefined : slotAt(match.scope.sentence, index)?.value;
  return value?.type === 'request' ? value.requestId : undefined;
}

export function requestOf({ match, text }: Parts): { target: RequestTarget; requestIds?: string[] } {
  const ids =
    match.waiting?.ids ??
    (match.slots['#'] ?? []).flatMap((index) => {
      const value = slotAt(match.scope.sentence, index)?.value;
      return value?.type === 'request' ? [value.requestId] : [];
    });
  const each = [...new Set(ids)];
  const [first] = each;
  if (first !== undefined) return { target: { requestId: first }, ...(each.length > 1 && { requestIds: each }) };
  const index = match.slots.P?.[0] ?? match.slots.G?.[0];
  const item = index === undefined ? undefined : slotAt(match.scope.sentence, index);
  return { target: item ? { words: text.slice(item.start, item.end) } : {} };
}

/** The request that somebody is reminded of: by number, as the only one that fits, or by its group. */
export function reminderOf(match: Match, groups: Parts['groups']): RequestTarget {
  const [id = numberOf(match), ...others] = match.waiting?.ids ?? [];
  if (id !== undefined && others.length === 0) return { requestId: id };
  const [group] = groups;
  return group ? { words: group.candidates[0]?.name ?? '' } : {};
}

/** Words for a search, which say nothing about what is looked for. */
const searchWords = ['search', 'show', 'group', 'groups', 'what', 'exists', 'join'];

function isOfSearch({ scope }: Match, index: number): boolean {
  return searchWords.some((name) => (scope.classes.get(name) ?? []).some(({ at }) => at.includes(index)));
}

/** The words of a search that no class explains. */
export function wordsLeft(match: Match, text: string): string {
  const { sentence, from, to } = match.scope;
  const left: string[] = [];
  for (let index = from; index < to; index += 1) {
    const item = sentence.items[index];
    if (!item || match.used.has(index) || item.kind === 'mark') continue;
    if (item.kind === 'word' && (match.scope.isHarmless(index) || isOfSearch(match, index))) continue;
    left.push(text.slice(item.start, item.end));
  }
  return left.join(' ');
}

/** "Payroll for Chen", said by its owner, is no request. */
function isOwners({ scope }: Match, groups: Parts['groups']): boolean {
  const leads = scope.sentence.context.mine.groupsILead;
  if (leads === undefined || groups.length === 0 || scope.classes.has('request')) return false;
  return groups.every(({ candidates }) => candidates.some(({ id }) => leads.includes(id)));
}

/** "Let Ann have the VPN": what she asked for may be called like what it opens. */
function waitingByResource({ slots, scope }: Match, people: Parts['people']): string[] {
  const groupIds = (slots.R ?? []).flatMap((index) => {
    const value = slotAt(scope.sentence, index)?.value;
    const readings = value?.type === 'name' ? value.found.readings : [];
    return readings.filter(({ of }) => of === 'groups').flatMap(({ candidates }) => candidates.map(({ id }) => id));
  });
  const { requestsWaitingForMe } = scope.sentence.context.mine;
  return people.flatMap(({ candidates }) =>
    requestsWaitingForMe
      .filter((one) => groupIds.includes(one.groupId) && candidates.some(({ id }) => id === one.requesterId))
      .map(({ id }) => id),
  );
}

/** Access for others: by the groups that are named, else by those that open what they need. */
export function requestForOf({ match, groups, people, given }: Parts): Meaning[] {
  const all = people.map(({ target }) => target);
  const [first] = groups;
  if (all.length === 0) return [];
  const waiting = first ? [] : waitingByResource(match, people);
  const [request] = waiting;
  if (request !== undefined && waiting.length === people.length)
    return [
      {
        kind: 'approveRequest',
        target: { requestId: request },
        ...(waiting.length > 1 && { requestIds: waiting }),
        ...(given.duration !== undefined && { duration: given.duration }),
      },
    ];
  if (!first)
    return resourcesOf(match).map(({ target }): Meaning => ({
      kind: 'requestFor',
      resource: target,
      targets: [{ by: 'name', readings: [] }],
      people: all,
      ...given,
    }));
  if (isOwners(match, groups))
    return [{ kind: 'addMembers', target: first.target, ...more(groups), people: all, ...given }];
  const report = match.frame.fixed?.isReport === true ? { isReport: true as const } : {};
  return [{ kind: 'requestFor', targets: groups.map(({ target }) => target), people: all, ...report, ...given }];
}
