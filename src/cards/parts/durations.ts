import type { Voice } from '../../messages/voice.js';
import { plain, type PlainText } from '../../messages/escape.js';
import { endOf } from '../../domain/groups/policy.js';
import type { Duration } from '../../domain/terms.js';

/** One line of a choice. */
export interface ChoiceData {
  readonly title: PlainText;
  readonly value: string;
}

/** The value of "no end date", or "as long as allowed"; clients do not take an empty one. */
export const noDuration = 'none';

const dayMs = 86_400_000;
const minutesInDay = 1440;
const offered = [7, 30, 90, 180, 365];

/** A line of a choice. */
export function choice(title: string, value: string): ChoiceData {
  return { title: plain(title), value };
}

/** What a choice of lengths sends for one: days, minutes with an `m` behind them, or that a day is picked elsewhere. */
export function durationValue(duration: Duration | undefined): string {
  switch (duration?.kind) {
    case undefined:
      return noDuration;
    case 'days':
      return String(duration.days);
    case 'minutes':
      return `${duration.minutes}m`;
    case 'until':
      return 'until';
  }
}

/** The lengths that a requester may pick, up to the group's limit, with the one they named already among them. */
export function durationChoices(
  wish: { readonly duration?: Duration; readonly maxDurationDays?: number },
  { say, f }: Voice,
): ChoiceData[] {
  const { duration, maxDurationDays: limit } = wish;
  const named = duration?.kind === 'days' ? [duration.days] : [];
  const days = [...new Set([...offered, ...named])]
    .filter((count) => limit === undefined || count <= limit)
    .sort((a, b) => a - b);
  const open =
    limit === undefined
      ? choice(say('shared.noEnd'), noDuration)
      : choice(say('joining.longest', { days: limit }), noDuration);
  const hours =
    duration?.kind === 'minutes' && (limit === undefined || duration.minutes <= limit * minutesInDay)
      ? [choice(f.minutes(duration.minutes), durationValue(duration))]
      : [];
  return [
    open,
    ...hours,
    ...days.filter((count) => count !== limit).map((count) => choice(f.days(count), String(count))),
    choice(say('joining.untilChoice'), 'until'),
  ];
}

/** The lengths below what was asked for; none where there is nothing shorter worth offering. */
export function shorterChoices(asked: Duration | undefined, { say, f }: Voice): ChoiceData[] {
  const askedDays = asked === undefined ? Infinity : (endOf(asked, f.now) - f.now) / dayMs;
  if (askedDays < 2) return [];
  const days = [1, ...offered].filter((count) => count < askedDays);
  // A single day is only worth a line where there is little else to choose.
  const shown = days.length > 2 ? days.slice(1) : days;
  return [...shown.map((count) => choice(f.days(count), String(count))), choice(say('joining.untilChoice'), 'until')];
}

/** First and last day that a date input takes: from tomorrow on, within the limit. */
export function dayRange(
  limitDays: number | undefined,
  { f }: Voice,
): { readonly untilMin: string; readonly untilMax: string | null } {
  return {
    untilMin: f.isoDay(f.now + dayMs),
    untilMax: limitDays === undefined ? null : f.isoDay(f.now + limitDays * dayMs),
  };
}
