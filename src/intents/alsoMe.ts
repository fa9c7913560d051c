import { type Parts, more } from './buildChanges.js';
import type { Match } from './frames/match.js';
import type { Meaning } from './newIntents.js';

/** "… for me and Mona": whoever writes wants the same. */
export function alsoMe(match: Match, groups: Parts['groups'], given: Parts['given']): Meaning[] {
  const [first] = groups;
  const { items } = match.scope.sentence;
  const isJoined = (index: number, step: 1 | -1): boolean => {
    const joiner = items[index + step];
    const isAnd =
      joiner?.kind === 'mark' ? /^[&+]$/.test(joiner.text) : joiner?.kind === 'word' && joiner.key === 'and';
    const next = items[index + 2 * step];
    const after = items[index + 3 * step];
    const named = next?.kind === 'slot' ? next : next?.kind === 'word' && between.test(next.key) ? after : undefined;
    return isAnd && named?.kind === 'slot' && (match.slots.P ?? []).includes(items.indexOf(named));
  };
  const isMeToo = items.some(
    (item, index) =>
      index >= match.scope.from &&
      index < match.scope.to &&
      item.kind === 'word' &&
      /^(?:me|myself)$/.test(item.key) &&
      (isJoined(index, 1) || isJoined(index, -1)),
  );
  const isSame =
    items.some(
      (item, index) => item.kind === 'word' && item.key === 'same' && /^(?:for|goes)$/.test(keyAt(items, index + 1)),
    ) && items.some((item) => item.kind === 'word' && /^(?:i|me)$/.test(item.key));
  return first && (isMeToo || isSame) && /^(?:requestFor|addMembers)$/.test(match.frame.intent)
    ? [{ kind: 'joinGroup', target: first.target, ...more(groups), ...given }]
    : [];
}

function keyAt(items: Match['scope']['sentence']['items'], index: number): string {
  const item = items[index];
  return item?.kind === 'word' ? item.key : '';
}

const between = /^(?:my|our|the|colleague|colleagues|mr|ms|mrs)$/;
