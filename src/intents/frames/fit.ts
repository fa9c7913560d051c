import type { TimeReading } from '../entities/times/timeSlot.js';
import type { Element, Role, SlotLetter } from './notation.js';
import { type Scope, slotAt } from './scope.js';

/** Roles in which a slot without or with a preposition of its frame may stand. */
const lenient: Readonly<Record<Role, readonly (Role | undefined)[]>> = {
  to: ['to', 'for', 'of', 'with', undefined],
  from: ['from', 'of', 'to', undefined],
  for: ['for', 'of', 'with', undefined],
  of: ['of', 'for', 'to', 'with', undefined],
  by: ['by', 'of', 'to', undefined],
  as: ['as', undefined],
  with: ['with', undefined],
  except: ['except'],
  bare: [undefined],
};
const strict: Readonly<Partial<Record<Role, readonly (Role | undefined)[]>>> = {
  to: ['to', 'with'],
  for: ['for'],
  from: ['from'],
  of: ['of'],
  as: ['as'],
  bare: [undefined],
};

function fitsRole(element: Extract<Element, { is: 'slot' }>, role: Role | undefined): boolean {
  if (element.role === undefined)
    return (
      role !== 'except' &&
      (element.slot !== 'G' || role !== 'from') &&
      (element.slot !== 'P' || (role !== 'by' && role !== 'with'))
    );
  return (element.isStrict ? (strict[element.role] ?? []) : lenient[element.role]).includes(role);
}

/** `isFar`: named in another clause, where its preposition says nothing about this one. */
export function fitsSlot(
  element: Extract<Element, { is: 'slot' }>,
  scope: Scope,
  index: number,
  isFar = false,
): boolean {
  const item = slotAt(scope.sentence, index);
  if (!item) return false;
  const { value } = item;
  switch (element.slot) {
    case 'G':
    case 'R':
    case 'P': {
      const of = sortOf[element.slot];
      const isOne =
        value.type === 'name'
          ? value.found.readings.some((reading) => reading.of === of)
          : element.slot === 'P' && (value.type === 'mention' || value.type === 'address');
      const role = scope.sentence.roles[index];
      return isOne && (isFar ? role !== 'except' : fitsRole(element, role));
    }
    case '#':
      return value.type === 'request';
    case 'L':
      return value.type === 'link';
    case 'D':
      return value.type === 'time' && (value.time.role === 'end' || value.time.role === 'length');
    case 'C':
      return value.type === 'time' && daysOf(value.time.reading) !== undefined;
    default:
      return false;
  }
}

/** The days of a length; of "longer than a year", which nothing may be, too. */
export function daysOf(reading: TimeReading): number | undefined {
  if (reading.kind === 'length') return 'days' in reading ? reading.days : undefined;
  const [only, ...more] = reading.kind === 'problem' && reading.code === 'vague' ? (reading.readings ?? []) : [];
  return only && more.length === 0 ? daysOf(only) : undefined;
}

const sortOf = { G: 'groups', R: 'resources', P: 'people' } as const;

export function preferred(element: Extract<Element, { is: 'slot' }>, scope: Scope, fits: readonly number[]): number[] {
  return [...fits].sort(
    (a, b) =>
      Number(scope.sentence.roles[b] === element.role) - Number(scope.sentence.roles[a] === element.role) ||
      Number(isMainReading(element.slot, scope, b)) - Number(isMainReading(element.slot, scope, a)) ||
      a - b,
  );
}

/** Whether what the frame needs is what the words name best. */
export function isMainReading(slot: SlotLetter, scope: Scope, index: number): boolean {
  const value = slotAt(scope.sentence, index)?.value;
  if (value?.type !== 'name' || !(slot === 'G' || slot === 'R' || slot === 'P')) return true;
  const own = value.found.readings.find((reading) => reading.of === sortOf[slot]);
  // What only comes near a resource and a group is the group's name.
  if (slot === 'R' && own?.certainty === 'near' && value.found.readings.some((reading) => reading.of === 'groups'))
    return false;
  return own?.certainty === 'exact' || value.found.readings.every((reading) => reading.certainty !== 'exact');
}
