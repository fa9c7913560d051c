import type { Parts } from './buildChanges.js';
import type { Match } from './frames/match.js';
import { slotAt } from './frames/scope.js';
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
