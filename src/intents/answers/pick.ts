import type { OfferedOption } from './asked.js';
import type { AnswerSlots } from './slots.js';
import { toAnswer } from './toAnswer.js';
import { behindPosition, beforePosition, lastWords, ordinals, otherWords } from '../words/answers.en.js';
import { fold } from '../entities/fold.js';

/** Which one is meant by its place: "2", "the second one", "the last", "the other one" of two. */
export function pickByPlace(answer: string, options: readonly OfferedOption[]): OfferedOption[] | undefined {
  const words = answer.replace(beforePosition, '').replace(behindPosition, '');
  const place = /^\d$/.test(words)
    ? Number(words)
    : lastWords.has(words)
      ? options.length
      : otherWords.has(words) && options.length === 2
        ? 2
        : Object.hasOwn(ordinals, words)
          ? ordinals[words]
          : undefined;
  // "one" alone is no place where something has it in its title.
  if (place === undefined || options.length < 2) return undefined;
  const option = options[place - 1];
  return option ? [option] : undefined;
}

/** Which one is meant by what it is called, or by a part of it that no other has. */
export function pickByTitle(answer: string, options: readonly OfferedOption[]): OfferedOption[] {
  const words = answer.replace(beforePosition, '').replace(behindPosition, '');
  const titles = options.map(({ title, also = [] }) => [title, ...also].map(toAnswer));
  const exact = options.filter((_, index) => titles[index]?.some((title) => title === words || title === answer));
  if (exact.length === 1) return exact;
  const parts = words.split(' ');
  const fitting = parts.length <= 5 && words !== '' ? byWords(parts, options) : [];
  return fitting.length === 1 ? [...fitting] : [];
}

/** Which of those offered an answer names, by what it knows and by its words; those it says not to mean are left out. */
export function pickBySlots(slots: AnswerSlots, options: readonly OfferedOption[]): readonly OfferedOption[] {
  const isNamed = ({ ids = [] }: OfferedOption, named: AnswerSlots['wanted']): boolean =>
    named.some((one) => one.ids.some((id) => ids.includes(id)));
  const left = options.filter(
    (option) =>
      !isNamed(option, slots.excluded) &&
      !slots.excluded.some(({ text }) => byWords(keysOf(text), [option]).length > 0),
  );
  const isExcluding = left.length < options.length;
  const named = left.filter((option) => isNamed(option, slots.wanted));
  if (named.length > 0 && slots.words.length === 0) {
    // Where each name means one of them, all of these; a second name may only say more of the first.
    const each = slots.wanted.filter((one) => left.some(({ ids = [] }) => one.ids.some((id) => ids.includes(id))));
    if (each.length === slots.wanted.length && named.length === each.length) return named;
  }
  const keys = [
    ...slots.words.filter((key) => !isExcluding || !otherWords.has(key)),
    ...slots.wanted.flatMap(({ text }) => keysOf(text)),
  ];
  if (keys.length > 0) {
    const fitting = byWords(keys, left);
    return fitting.length === 1 ? fitting : [];
  }
  return isExcluding && left.length === 1 ? left : [];
}

function keysOf(text: string): string[] {
  return fold(text)
    .replace(/ s$/, '')
    .split(' ')
    .filter((key) => key !== '');
}

/** Those whose titles hold all of these words. */
function byWords(keys: readonly string[], options: readonly OfferedOption[]): readonly OfferedOption[] {
  return options.filter(({ title, also = [] }) => {
    const held = new Set([title, ...also].flatMap((one) => toAnswer(one).split(' ')));
    return keys.every((key) => held.has(key) || held.has(key.replace(/s$/, '')));
  });
}
