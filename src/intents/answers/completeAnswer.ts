import { settingTo } from '../parseSetting.js';
import type { AnswerReading, AskedBack, WantedText } from './asked.js';
import { isLasting, splitOff, unconfirmed, withLength, withNames } from './correct.js';
import { withOtherValue } from './otherValue.js';
import { pickBySlots, pickByTitle } from './pick.js';
import { reasonInParts } from './reasonInParts.js';
import { readSlots, type AnswerSlots, type NamedSlot } from './slots.js';
import { toAnswer } from './toAnswer.js';
import { toReason } from './toReason.js';
import type { TimeSlot } from '../entities/times/timeSlot.js';
import { withoutVerb } from '../incomplete.js';
import type { Intent } from '../intent.js';
import type { Item, SlotItem } from '../items.js';
import { withSaid } from '../slots.js';
import type { Understanding } from '../understand.js';
import type { Verdict } from '../verdicts.js';
import {
  asideWords,
  beginsWithYes,
  limiting,
  carefulWords,
  noAnswerYet,
  pointing,
  otherWords,
  renames,
} from '../words/answers.en.js';
import { reasonSign, tellsWhy } from '../words/reasons.en.js';
import { nameAfterNo, aroundNewName, beginsWithNo, behindNewName } from '../words/corrections.en.js';

/** "group Marketing", as cards print it: a look that leaves a "yes" open, and no other group for what is asked. */
const printedLook = /^group [^?!]{1,80}$/i;

/** Words of an answer that fits nothing, at the most, for the question to be asked again. */
const shortAnswer = 3;

/** Words of a new group's name at the most, where only the name is said. */
const longestNewName = 5;

/** Reads what a name, a length, a reason, or several of them answer to what was asked. */
export function completeAnswer(text: string, asked: AskedBack, understanding: Understanding): AnswerReading {
  const { verdict, items } = understanding;
  if (asked.yes && printedLook.test(text.trim())) return { kind: 'other' };
  const base = asked.base ?? asked.yes?.[0];
  const isCorrection = base !== undefined && beginsWithNo.test(toAnswer(text));
  const slots = readSlots(isCorrection ? withoutVerb(items, base) : items);
  const wantsReason = asked.text?.slot === 'justification';
  const parted =
    wantsReason && isStatement(toReason(text)) && asked.text ? reasonInParts(asked.text, understanding) : undefined;
  if (parted) return parted;
  const accepted = acceptedWithRemark(text, asked, understanding);
  if (accepted) return { kind: 'do', intents: accepted };
  const unread = unreadTime(items);
  const doubtful = unread === undefined ? undefined : withDoubt(slots, asked, unread);
  if (doubtful) return doubtful;
  const other = base && !wantsReason ? withOtherValue(text, base) : undefined;
  if (other) return { kind: 'do', intents: [other], corrected: true };
  const named = fromSlots(slots, asked) ?? renamed(text, asked) ?? firstClause(text, asked);
  if (named) {
    const isVague = slots.isVague ? { isVague: true as const } : {};
    return { kind: 'do', intents: named, ...isVague, ...(picks(slots, asked) ? {} : { corrected: true }) };
  }
  if (wantsReason && asked.text && reasonSign.test(text.trim())) return doing(...withText(asked.text, text));
  const tells = wantsReason && 'ask' in verdict && tellsWhy.test(toAnswer(text));
  if (isOwnWish(verdict) && !tells) return { kind: 'other' };
  const [sure, second] = asked.yes ?? [];
  if (sure?.kind === 'joinGroup' && !second && reasonSign.test(text.trim()) && isStatement(text))
    return doing({ ...sure, justification: toReason(text) });
  if ('tooLong' in verdict || !isStatement(wantsReason ? toReason(text) : text)) return { kind: 'other' };
  // "that one" is no name; what it stands for is known elsewhere.
  const isNothing = slots.words.length === 0 && slots.wanted.length === 0 && !isOwnReason(text, asked);
  if (asked.text && asked.text.slot !== 'length' && !isNothing) return doing(...withText(asked.text, text));
  const create = nameOfNew(text, asked);
  if (create && !isNothing) return { kind: 'do', intents: [create], corrected: true };
  const isShort = toAnswer(text).split(' ').length <= shortAnswer;
  return asked.again && (asked.options ?? asked.text) && !asked.yes && isShort && !isNothing
    ? { kind: 'again' }
    : { kind: 'other' };
}

/** "Yes, he agreed", "yes please, ask Omar": a yes, and a remark beside it that says nothing else to do. */
function acceptedWithRemark(
  text: string,
  { yes, options = [], text: wanted }: AskedBack,
  { verdict, items }: Understanding,
): readonly Intent[] | undefined {
  const [only, other] = options;
  const intents = yes ?? (only && !other ? [only.intent] : undefined);
  if (!intents || wanted || !('nothing' in verdict || 'unclear' in verdict) || !beginsWithYes.test(text.trim()))
    return undefined;
  const isHarmless = items.every(
    (item) =>
      (item.kind === 'word' && !limiting.has(item.key) && !/^\d/.test(item.key)) ||
      (item.kind === 'mark' && item.text !== '?') ||
      (item.kind === 'slot' &&
        item.value.type === 'name' &&
        item.value.found.readings.every(({ of }) => of === 'people')),
  );
  return isHarmless ? intents : undefined;
}

function doing(...intents: Intent[]): AnswerReading {
  return { kind: 'do', intents };
}

/** A time that cannot be taken as it stands: it is shown as not understood beside what was asked, and never dropped. */
function withDoubt(slots: AnswerSlots, asked: AskedBack, unread: SlotItem): AnswerReading | undefined {
  const [picked, other] = pickBySlots(slots, asked.options ?? []);
  const [only, second] = asked.options ?? [];
  const base = picked && !other ? picked.intent : only && !second ? only.intent : (asked.yes?.[0] ?? asked.base);
  if (!base || !isLasting(base)) return undefined;
  return { kind: 'do', intents: [unconfirmed(base)], doubt: { unexplained: [unread.text], why: 'time' } };
}

function unreadTime(items: readonly Item[]): SlotItem | undefined {
  const times = items.flatMap((item) => (item.kind === 'slot' && item.value.type === 'time' ? [item] : []));
  return times.find(({ value }) => value.type === 'time' && isUnread(value.time));
}

function isUnread({ role, reading }: TimeSlot): boolean {
  const isOpen = reading.kind === 'problem' && (reading.code === 'inThePast' || reading.readings.length === 0);
  return role !== 'other' && role !== 'point' && isOpen;
}

/** Whether an answer picks from what was offered, rather than changing what is asked about. */
function picks(slots: AnswerSlots, { options = [] }: AskedBack): boolean {
  return pickBySlots(slots, options).length > 0;
}

/** One of what was offered, or the same about something else, each with a length that is said beside it. */
function fromSlots(slots: AnswerSlots, asked: AskedBack): Intent[] | undefined {
  const { durations, wanted } = slots;
  // Beside a name, "the other one" says no more than the name.
  const words = wanted.length > 0 ? slots.words.filter((word) => !otherWords.has(word)) : slots.words;
  const [duration, second] = durations;
  if (second) return undefined;
  const lengthened = (intents: readonly Intent[]): Intent[] | undefined => {
    if (!duration) return [...intents];
    const longer = intents.flatMap((intent) => withLength(intent, duration) ?? []);
    return longer.length === intents.length ? longer : undefined;
  };
  const picked = pickBySlots(slots, asked.options ?? []);
  if (picked.length > 0) return lengthened(picked.map(({ intent }) => intent));
  const base = asked.base ?? asked.yes?.[0];
  if (words.length > 0 || !base || (wanted.length === 0 && !duration)) return undefined;
  if (wanted.length > 0) {
    const beside = slots.isMore ? withNames(base, wanted) : undefined;
    // "and Ann to Late Shift": another group on top is another wish, and those named for the first are not meant in it.
    if (beside && isElsewhere(base, wanted)) {
      const second = lengthened([beside]);
      return second && [...(asked.yes ?? [base]).map(unconfirmed), ...second];
    }
    const split = duration && splitOff(base, wanted, duration);
    if (split) return split;
    const other = withNames(base, wanted, slots.isMore);
    return other && lengthened([other]);
  }
  // Only how long: what "yes" would do, for so long.
  const [only, other] = asked.options ?? [];
  return lengthened(asked.yes ?? [only && !other ? only.intent : base]);
}

/** Whether a group is named that is not the one asked about. */
function isElsewhere(base: Intent, wanted: readonly NamedSlot[]): boolean {
  const { target } = base as { readonly target?: { readonly by: string; readonly groupId?: string } };
  return wanted.some(({ exact }) => exact.groups !== undefined && exact.groups !== target?.groupId);
}

/** "no, call it Dusk Shift": the new name or value that is asked about, in other words. */
function renamed(text: string, asked: AskedBack): Intent[] | undefined {
  const base = asked.base ?? asked.yes?.[0] ?? asked.options?.[0]?.intent;
  if (!base) return undefined;
  const after = nameAfterNo.exec(text.trim().slice(0, 200))?.[1];
  if (after !== undefined && after.split(' ').length <= longestNewName) {
    if (base.kind === 'changeGroup' && base.field === 'name') return [unconfirmed({ ...base, value: after })];
    if (base.kind === 'createGroup') return [unconfirmed({ ...base, input: { ...base.input, name: after } })];
  }
  const [sentence = '', ...rest] = text.trim().split(/(?<=[.!;])\s+|\n/);
  const match = renames.exec(sentence.slice(0, 300));
  const value = match?.slice(1).find((group) => group !== undefined);
  if (value === undefined) return undefined;
  if (base.kind === 'changeGroup' && base.field !== 'joinRule' && rest.length === 0)
    return [unconfirmed({ ...base, value })];
  if (base.kind !== 'createGroup') return undefined;
  const create = { ...base, input: { ...base.input, name: value } };
  const [second] = rest;
  if (second === undefined) return [unconfirmed(create)];
  const [typed] = pickByTitle(toAnswer(second), asked.options ?? []);
  return typed?.intent.kind === 'createGroup'
    ? [{ ...typed.intent, input: { ...typed.intent.input, name: value }, confirmed: true }]
    : undefined;
}

/** A few words, said to the form of a new group: what it is to be called; the form is shown once more. */
function nameOfNew(text: string, { base, text: wanted }: AskedBack): Intent | undefined {
  const name = text
    .trim()
    .replace(/[.!]+$/, '')
    .replace(aroundNewName, '')
    .replace(behindNewName, '')
    .trim();
  if (base?.kind !== 'createGroup' || wanted || name === '' || name.split(' ').length > longestNewName)
    return undefined;
  return unconfirmed({ ...base, input: { ...base.input, name } });
}

/** "365 then, we need a mailbox": the first clause picks, and nothing in the rest says more than why. */
function firstClause(text: string, asked: AskedBack): Intent[] | undefined {
  const [first = '', ...rest] = text.split(/[,.;\n]|\s[-–—]\s/u);
  const behind = rest.join(' ');
  if (rest.length === 0 || carefulWords.test(behind.toLowerCase()) || /[?]/.test(behind)) return undefined;
  const [picked] = pickByTitle(toAnswer(first), asked.options ?? []);
  return picked && [picked.intent];
}

/** A wish of its own, which is not only a name. */
function isOwnWish(verdict: Verdict): boolean {
  if ('ask' in verdict) return !(verdict.ask.kind === 'joinGroup' && verdict.why === 'uncertain');
  return 'do' in verdict ? verdict.aside !== true || verdict.do.kind !== 'showGroup' : 'all' in verdict;
}

/** "not his department": small words alone, but no pointing to something either. */
function isOwnReason(text: string, asked: AskedBack): boolean {
  const answer = toAnswer(text);
  return asked.text?.slot === 'justification' && answer.includes(' ') && !pointing.test(answer);
}

/** Whether a text can be a reason, a value or a name: no question, no "one moment", no greeting. */
function isStatement(text: string): boolean {
  const answer = toAnswer(text);
  return answer !== '' && !/\?\s*$/.test(text) && !asideWords.test(answer) && !noAnswerYet.test(answer);
}

/** The intents that a free text completes. */
export function withText({ slot, intent, also = [] }: WantedText, text: string): Intent[] {
  return [intent, ...also].map((one) => completed(one, slot, text));
}

function completed(intent: Intent, slot: WantedText['slot'], text: string): Intent {
  if (slot === 'justification') return { ...intent, justification: toReason(text) } as Intent;
  if (slot === 'value' && intent.kind === 'changeSetting') {
    // "Owner approval, please" is a value without what is polite.
    const said = text.trim().replace(/[\s,.!]+(?:please|pls|plz|thanks|thx)?[\s.!]*$/i, '');
    return settingTo(intent.setting, said === '' ? text.trim() : said);
  }
  if (slot === 'value') return { ...intent, value: text.trim() } as Intent;
  if (intent.kind === 'createGroup') return { ...intent, input: { ...intent.input, name: text.trim() } };
  return withSaid(intent, slot, text.trim());
}
