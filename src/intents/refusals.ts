import type { Match } from './frames/match.js';
import { offWords, stopWords } from './words/en/stopping.js';

/** The "no longer" is part of what the frame says. */
export function saysNot({ says, words, scope }: Match): boolean {
  const isNot = (index: number): boolean => {
    const item = scope.sentence.items[index];
    return (
      item?.kind === 'word' &&
      /^(?:no|not|longer|nobody|dont|shouldnt|mustnt|without|anymore|only|none)$/.test(item.key)
    );
  };
  return (
    says.includes('not') ||
    words.some(
      (hit) =>
        hit.at.some(isNot) || /^(?:demote|ownersOnly|optional|off|noLimit|ownerless|detach|block|limit)$/.test(hit.cls),
    )
  );
}

/** The "not" stands within words of the frame ("not acceptable"). */
export function saysNotItself({ words, scope }: Match): boolean {
  return words.some(
    ({ at }) =>
      at.length > 1 &&
      at.some((index) => {
        const item = scope.sentence.items[index];
        return item?.kind === 'word' && /^(?:not|no|dont|never)$/.test(item.key);
      }),
  );
}

/** "Nobody can be in R&D for more than half a year", "nobody joins without my ok": whom it does not let is part of what it limits. */
export function isLimiting({ words, scope }: Match): boolean {
  const first = scope.sentence.items.slice(scope.from, scope.to).find((item) => item.kind === 'word');
  return (
    words.some(({ cls }) => cls === 'limit' || cls === 'ownerApproval') &&
    first?.kind === 'word' &&
    /^(?:nobody|none|no)$/.test(first.key)
  );
}

/** "I don't need access" asks for none, "I can't open it" does. */
export function isUnwanted({ scope }: Match): boolean {
  return (
    scope.sentence.items
      .slice(scope.from, scope.to)
      .some((item) => item.kind === 'word' && /^(?:want|wish|need)$/.test(item.key)) && !scope.classes.has('lack')
  );
}

/** "I'd approve Lea but Chen has no business there": a word for the opposite stands beside the decision. */
export function isContradicted({ frame, scope, unexplained }: Match): boolean {
  const opposite = opposites[frame.intent];
  return (
    opposite !== undefined &&
    scope.sentence.hits.some(({ cls, at }) => opposite.test(cls) && at.some((index) => unexplained.includes(index)))
  );
}

/** What a setting or a removal stops by itself is no such wish. */
const stoppable =
  /^(?:joinGroup|requestFor|addMembers|approveRequest|setUp|createGroup|delegate|changeGrant|changeRole)$/;

const opposites: Readonly<Partial<Record<string, RegExp>>> = {
  approveRequest: /^(?:deny|no)$/,
  denyRequest: /^(?:approve|yes)$/,
};

/** "I would approve Lea": what somebody would do they have not done yet. */
export function isSupposed({ words, scope }: Match): boolean {
  return words.some(({ at }) => {
    const before = scope.sentence.items[(at[0] ?? 0) - 1];
    return before?.kind === 'word' && /^(?:would|id|wed)$/.test(before.key);
  });
}

/** "stop new requests for …", "turn off …": a word that nothing explains, and that turns the wish round. */
export function isStopped({ frame, scope, unexplained }: Match): boolean {
  if (!stoppable.test(frame.intent)) return false;
  const { items } = scope.sentence;
  const at = items.findIndex((item, index) => index >= scope.from && item.kind === 'word');
  const [first, second] = [items[at], items[at + 1]];
  if (first?.kind !== 'word' || !unexplained.includes(at)) return false;
  const isOff = offWords.has(first.key) && second?.kind === 'word' && second.key === 'off';
  return stopWords.has(first.key) || isOff;
}

/** "don't approve …" is an order not to. */
export function isForbidden({ scope, words }: Match): boolean {
  const at = scope.sentence.items.findIndex((item, index) => index >= scope.from && item.kind === 'word');
  const first = at < scope.to ? scope.sentence.items[at] : undefined;
  // "Don't list it" is what the frame itself says.
  if (words.some((hit) => hit.at.length > 1 && hit.at[0] === at)) return false;
  return first?.kind === 'word' && /^(?:dont|do|never|please|not)$/.test(first.key) && !scope.classes.has('yes');
}

/** A question of which hardly anything is understood is none for us. */
export function isRamble(match: Match): boolean {
  const words = match.unexplained.filter((index) => match.scope.sentence.items[index]?.kind === 'word').length;
  const known = match.words.length + Object.values(match.slots).flat().length + (match.waiting ? 1 : 0);
  return words > 2 * known || (match.words.length <= 1 && known <= 2 && words >= 3);
}
