import { toNameKey } from '../../names.js';
import type { PersonId } from '../../terms.js';

/** A value as it is shown and sent (`yes`, `selected`, `P2`, `90`, `CEO, Payroll`, `none`), with the people it names. */
export interface SettingValue {
  readonly value: string;
  /** Those who are selected; counts where the value says so. */
  readonly personIds?: readonly PersonId[];
}

/**
 * A sort of setting: what is possible, what is kept of what was typed, and what gives anybody more than before. A sort
 * that cannot say what is looser does not compile, so that no setting can be loosened without a second administrator.
 */
export interface SettingSort {
  /** How a form asks: one of these values, or a text of so many characters. */
  readonly form:
    | { readonly kind: 'choice'; readonly values: readonly string[] }
    | { readonly kind: 'days' | 'count' | 'text' | 'words'; readonly maxLength: number; readonly example: string };
  tidy(value: string): string;
  isPossible(wish: SettingValue): boolean;
  isLooser(now: SettingValue, wish: SettingValue): boolean;
}

/** The longest membership that can be set, in days. */
export const longestDays = 3650;

const longestText = 30;
const longestWord = 40;
const mostWords = 50;

const trimmed = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** One of some values, from the tightest to the loosest; of two in the same class (`P1`, `P2`) neither is looser. */
export function oneOf(scale: readonly string[], sameAs: Readonly<Record<string, string>> = {}): SettingSort {
  const place = (value: string) => scale.indexOf(sameAs[value] ?? value);
  return {
    form: { kind: 'choice', values: scale },
    tidy: trimmed,
    isPossible: ({ value, personIds = [] }) => scale.includes(value) && (value !== 'selected' || personIds.length > 0),
    isLooser: (now, wish) =>
      place(wish.value) === place(now.value) && wish.value === 'selected'
        ? (wish.personIds ?? []).some((id) => !(now.personIds ?? []).includes(id))
        : place(wish.value) > place(now.value),
  };
}

/** Yes or no, and which of them is the looser one. */
export function yesNo(looser: 'yes' | 'no'): SettingSort {
  return oneOf(looser === 'yes' ? ['no', 'yes'] : ['yes', 'no']);
}

/** A number of days up to ten years, or none for no limit; more is looser. */
export const days: SettingSort = {
  form: { kind: 'days', maxLength: 4, example: '180' },
  tidy: trimmed,
  isPossible: ({ value }) => value === 'none' || (/^[1-9]\d{0,3}$/.test(value) && Number(value) <= longestDays),
  isLooser: (now, wish) => numberOf(wish.value) > numberOf(now.value),
};

/** A number from 1 to `most`, or none for no limit; more is looser. */
export function count(most: number, example: string): SettingSort {
  return {
    form: { kind: 'count', maxLength: String(most).length, example },
    tidy: trimmed,
    isPossible: ({ value }) => value === 'none' || (/^[1-9]\d{0,5}$/.test(value) && Number(value) <= most),
    isLooser: (now, wish) => numberOf(wish.value) > numberOf(now.value),
  };
}

/** A short text that something has to have, or none; to change or drop one that is there is looser. */
export const text: SettingSort = {
  form: { kind: 'text', maxLength: longestText, example: 'GRP-' },
  tidy: trimmed,
  isPossible: ({ value }) => value !== '' && [...value].length <= longestText,
  isLooser: (now) => now.value !== 'none',
};

/** Words that are not allowed, each once; to take one away is looser. */
export const words: SettingSort = {
  form: { kind: 'words', maxLength: 1000, example: 'CEO, Payroll' },
  tidy(value) {
    const found = new Map(
      trimmed(value)
        .split(/[,;]/)
        .map((word) => [toNameKey(word), word.trim()]),
    );
    found.delete('');
    return [...found.values()].join(', ');
  },
  isPossible: ({ value }) =>
    value !== '' &&
    toWords(value).length <= mostWords &&
    toWords(value).every((word) => [...word].length <= longestWord && /[\p{L}\p{N}]/u.test(word)),
  isLooser(now, wish) {
    const kept = toWords(wish.value).map(toNameKey);
    return toWords(now.value).some((word) => !kept.includes(toNameKey(word)));
  },
};

/** The words of a value. */
export function toWords(value: string): string[] {
  return value === 'none' ? [] : value.split(', ');
}

function numberOf(value: string): number {
  return value === 'none' ? Infinity : Number(value);
}
