import type { Filling } from './fill.js';
import type { Frame } from './notation.js';
import { type Scope, slotAt } from './scope.js';

/** The words that turn a state round. */
export function isTurning(scope: Scope, index: number): boolean {
  const item = scope.sentence.items[index];
  return item?.kind === 'word' && /^(?:no|longer|not|any|more|anymore|shouldnt|mustnt|nobody)$/.test(item.key);
}

export function leftOver(scope: Scope, used: ReadonlySet<number>): number[] {
  const left: number[] = [];
  for (let index = scope.from; index < scope.to; index += 1) {
    const item = scope.sentence.items[index];
    if (!item || used.has(index)) continue;
    if (
      item.kind === 'mark'
        ? /^[?/=%$€£#]$/.test(item.text) && item.text !== '?'
        : item.kind === 'slot' || !scope.isHarmless(index) || scope.isDanger(index) || isLoneList(scope, index)
    )
      left.push(index);
  }
  return left;
}

/** "The list" is part of a name beside it; elsewhere it is some other list. */
function isLoneList(scope: Scope, index: number): boolean {
  const item = scope.sentence.items[index];
  if (item?.kind !== 'word' || item.key !== 'list') return false;
  return scope.sentence.items[index - 1]?.kind !== 'slot' && scope.sentence.items[index + 1]?.kind !== 'slot';
}

export function costOf({ intent }: Frame, scope: Scope, index: number): number {
  const value = slotAt(scope.sentence, index)?.value;
  if (!value && intent === 'createGroup') return 0.15;
  if (!value) return isContrary(intent, scope, index) ? 2.5 : scope.isDanger(index) ? 0.5 : 0.4;
  // "… not Night Shift" only tells it apart.
  if (scope.sentence.roles[index] === 'except') return 1;
  // Whoever shall own what is made is shown as not understood, and changes nothing in what is wished.
  if (intent === 'createGroup' && value.type !== 'time' && value.type !== 'quoted') return 0.5;
  return value.type === 'time'
    ? value.time.role === 'end' || value.time.role === 'length'
      ? 3
      : 0.5
    : value.type === 'quoted'
      ? 1
      : 3;
}

const coming = new Set(['joinGroup', 'requestFor', 'addMembers', 'findAccess']);
const takingAway = ['leave', 'remove', 'withdraw', 'delete'];

/** A verb that says the contrary of what the frame does ("I'd like to leave" is no "I'd like"). */
function isContrary(intent: Frame['intent'], { classes }: Scope, index: number): boolean {
  return coming.has(intent) && takingAway.some((name) => (classes.get(name) ?? []).some(({ at }) => at[0] === index));
}

const leading = new Set([
  'changeGroup',
  'transferGroup',
  'deleteGroup',
  'addMembers',
  'removeMember',
  'changeRole',
  'manageGroup',
]);
const administering = new Set(['changeSetting', 'setUp', 'answerProposal', 'changeAdmin']);

/** Who may do it says it more often. */
export function prior({ intent }: Frame, { slots }: Filling, { sentence }: Scope): number {
  const { isAdministrator, groupsILead } = sentence.context.mine;
  if (administering.has(intent)) return isAdministrator === undefined ? 0 : isAdministrator ? 0.8 : -3;
  if (!leading.has(intent) || groupsILead === undefined) return 0;
  const isMine = (slots.G ?? []).every((index) => {
    const value = slotAt(sentence, index)?.value;
    return (
      value?.type === 'name' &&
      value.found.readings.some((one) => one.candidates.some(({ id }) => groupsILead.includes(id)))
    );
  });
  return isMine ? 0.4 : -0.3;
}

export function moodScore(frame: Frame, { classes, mood: { mood, isInverse } }: Scope): number {
  if (frame.intent === 'showHistory' && mood === 'wish' && classes.has('need')) return -1.5;
  if (!frame.changes)
    return mood === 'question'
      ? 0.7
      : mood === 'statement' || mood === 'state' || mood === 'report'
        ? -1
        : mood === 'should'
          ? -0.7
          : mood === 'politeQuestion' && frame.intent === 'showGroup' && !classes.has('show')
            ? -2.5
            : 0;
  if (mood === 'question') return -2;
  if (
    mood === 'report' ||
    (mood === 'state' && !frame.isPerformative) ||
    mood === 'negation' ||
    mood === 'condition' ||
    mood === 'hedge'
  )
    return -1;
  return mood === 'statement' || mood === 'state'
    ? frame.isPerformative
      ? 0
      : -0.5
    : isInverse && frame.opposite
      ? 0.5
      : 0.3;
}
