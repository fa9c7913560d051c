import type { Instant } from '../terms.js';

/** A year, a quarter or a month of the calendar in UTC: `2026`, `2026-Q1`, `2026-03`. */
export type Period = string;

const periodAtEnd =
  /(?:^|\s+)(?:(?:for|in|of|from|during)\s+)?(?:(?<year>20\d\d)(?:[-/ ]?q(?<quarter>[1-4])|[-/](?<month>0[1-9]|1[0-2]))?|q(?<early>[1-4])[-/ ]?(?<late>20\d\d))$/i;

/** Takes a period off the end of a text; the text itself where it names none. */
export function takePeriod(text: string): { readonly rest: string; readonly period?: Period } {
  const match = periodAtEnd.exec(text.trim());
  const { year, quarter, month, early, late } = match?.groups ?? {};
  if (!match || !(year ?? late)) return { rest: text };
  const part = (quarter ?? early) ? `-Q${quarter ?? early}` : month ? `-${month}` : '';
  return { rest: text.trim().slice(0, match.index), period: `${year ?? late}${part}` };
}

/** Its first moment, and the first one behind it. */
export function rangeOf(period: Period): { readonly from: Instant; readonly to: Instant } {
  const [, year = '', quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d\d))?$/.exec(period) ?? [];
  const first = quarter ? (Number(quarter) - 1) * 3 : month ? Number(month) - 1 : 0;
  const months = quarter ? 3 : month ? 1 : 12;
  return { from: Date.UTC(Number(year), first), to: Date.UTC(Number(year), first + months) };
}
