import type { ClassHit } from '../items.js';
import { fitsSlot, isMainReading, preferred } from './fit.js';
import { type Element, type SlotLetter, notWord, pleaseWord, selfWord } from './notation.js';
import type { Scope } from './scope.js';
import { type FoundValue, valueOf } from './values.js';
import { type Waiting, findWaiting } from './waiting.js';

export interface Filling {
  readonly used: Set<number>;
  readonly slots: Partial<Record<SlotLetter, number[]>>;
  readonly words: ClassHit[];
  score: number;
  isBorrowed: boolean;
  waiting?: Waiting;
  value?: FoundValue;
}

export function mayHold(element: Extract<Element, { is: 'word' }>, scope: Scope): boolean {
  if (element.isForbidden) return !element.any.some((name) => scope.classes.has(name));
  return element.any.some(
    (name) => name === selfWord || name === notWord || name === pleaseWord || scope.classes.has(name),
  );
}

const selfKeys = new Set(['me', 'my', 'myself', 'i', 'im', 'us', 'mine', 'we', 'mi', 'id']);
const notKeys = new Set([
  'not',
  'dont',
  'shouldnt',
  'never',
  'mustnt',
  'cannot',
  'cant',
  'isnt',
  'arent',
  'doesnt',
  'nobody',
  'anymore',
  'without',
  'wont',
]);
const pleaseKeys = new Set(['please', 'kindly', 'pls', 'plz', 'bitte', 'thx', 'tia', 'ty']);

export function fillWord(element: Extract<Element, { is: 'word' }>, scope: Scope, filling: Filling): boolean {
  if (element.isForbidden) return true;
  for (const name of element.any) {
    const keys =
      name === selfWord ? selfKeys : name === notWord ? notKeys : name === pleaseWord ? pleaseKeys : undefined;
    if (keys) {
      if (!fillSmallWord(keys, name, scope, filling)) continue;
      return true;
    }
    const hit = (scope.classes.get(name) ?? []).find((one) => one.at.every((index) => !filling.used.has(index)));
    if (!hit) continue;
    for (const index of hit.at) filling.used.add(index);
    filling.words.push(hit);
    filling.score += element.isOptional ? 1 : 1.5 + Math.max(0, Math.min(1.5, (hit.at.length - 1) * 0.75));
    return true;
  }
  return element.isOptional;
}

function fillSmallWord(keys: ReadonlySet<string>, name: string, scope: Scope, filling: Filling): boolean {
  let isFound = name === notWord && scope.mood.isInverse;
  for (let index = scope.from; index < scope.to; index += 1) {
    const item = scope.sentence.items[index];
    if (
      item?.kind !== 'word' ||
      !(keys.has(item.key) || item.forms.some((form) => name === pleaseWord && keys.has(form)))
    )
      continue;
    if (filling.used.has(index) && name !== selfWord) continue;
    if (name === selfWord && isOthers(item.key, scope, index)) continue;
    filling.used.add(index);
    isFound = true;
    if (name !== notWord) break;
  }
  if (isFound) filling.score += name === pleaseWord ? 0.5 : 1;
  return isFound;
}

const people: ReadonlySet<string> = new Set(
  `new colleague colleagues coworker coworkers friend teammate mate intern interns trainee boss student assistant
  neighbour neighbor deputy successor deskmate buddy`.split(/\s+/),
);

/** "My colleague Zed" is no "me". */
function isOthers(key: string, { sentence }: Scope, index: number): boolean {
  if (key !== 'my') return false;
  const next = sentence.items[index + 1];
  return next?.kind === 'word' ? people.has(next.key) : false;
}

export function fillSlot(
  element: Extract<Element, { is: 'slot' }>,
  scope: Scope,
  borrowed: readonly number[],
  filling: Filling,
  isDecision: boolean,
): boolean {
  if (element.slot === 'W' || element.slot === 'M') {
    const waiting = findWaiting(element.slot, scope, filling.used, element.role, borrowed, isDecision);
    if (!waiting) return element.isOptional;
    for (const index of waiting.at) filling.used.add(index);
    filling.waiting = waiting;
    if (waiting.at.some((index) => index < scope.from)) filling.isBorrowed = true;
    filling.score += 3 + Math.min(4, 2 * (waiting.at.length - 1));
    return true;
  }
  const fits = scope.slots.filter((index) => !filling.used.has(index) && fitsSlot(element, scope, index));
  const chosen = element.isMany ? fits : preferred(element, scope, fits).slice(0, 1);
  if (chosen.length === 0) {
    const far =
      element.isStrict && element.role !== 'bare'
        ? []
        : borrowed.filter(
            (index) =>
              !filling.used.has(index) &&
              fitsSlot(
                { ...element, isStrict: false, ...(element.role === 'bare' && { role: 'to' as const }) },
                scope,
                index,
                true,
              ),
          );
    const [first] = far;
    if (first === undefined || element.slot === '#' || element.isOptional !== (element.slot === 'R'))
      return element.isOptional;
    filling.slots[element.slot] = element.isMany ? far : [first];
    filling.isBorrowed = true;
    filling.score += 0.5;
    return true;
  }
  for (const index of chosen) filling.used.add(index);
  filling.slots[element.slot] = [...(filling.slots[element.slot] ?? []), ...chosen];
  const isPlain = chosen.every((index) => isMainReading(element.slot, scope, index));
  filling.score +=
    (element.isOptional ? 1.5 : 3) +
    Math.min(2, chosen.length - 1) +
    (isPlain ? 0 : -0.7) +
    (element.isStrict ? 0.5 : 0);
  return true;
}

export function fillValue(element: Extract<Element, { is: 'slot' }>, scope: Scope, filling: Filling): boolean {
  const found = valueOf(element.slot === 'N', scope, filling.used);
  if (!found) return element.isOptional;
  for (let index = found.from; index < found.to; index += 1) filling.used.add(index);
  filling.value = found;
  filling.score += element.isOptional ? 0.5 : 2;
  return true;
}
