/** `warn` is worth knowing and does no harm today; `skipped` could not be looked at from here. */
export type CheckStatus = 'ok' | 'warn' | 'fail' | 'skipped';

/** One thing that was looked at. No field ever holds a secret. */
export interface Check {
  /** Stable, for machines; unique in a report. */
  readonly id: string;
  readonly status: CheckStatus;
  readonly what: string;
  readonly why: string;
  /** Empty where there is nothing to do. */
  readonly fix: string;
}

/** Everything that the doctor found; `ok` where nothing failed. */
export interface Report {
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

/** All is well; `why` says what depends on it. */
export const fine = (id: string, what: string, why = ''): Check => ({ id, status: 'ok', what, why, fix: '' });
/** It does not work, or will not. */
export const failed = (id: string, what: string, why: string, fix: string): Check => ({
  id,
  status: 'fail',
  what,
  why,
  fix,
});
/** It works, and somebody should know. */
export const warned = (id: string, what: string, why: string, fix: string): Check => ({
  id,
  status: 'warn',
  what,
  why,
  fix,
});
/** It could not be looked at from here. */
export const skipped = (id: string, what: string, why: string, fix = ''): Check => ({
  id,
  status: 'skipped',
  what,
  why,
  fix,
});

/** A store that holds the half of a restore, wherever it is. */
export const unfinishedRestore = (place: string): Check =>
  failed(
    'store.reachable',
    `A restore into ${place} was broken off.`,
    'Only a part of the records is there, and the bot does not start.',
    'Run the same restore again to its end, or empty the store.',
  );

/** The report of these checks. */
export function reportOf(checks: readonly Check[]): Report {
  return { ok: checks.every(({ status }) => status !== 'fail'), checks };
}

const marks: Readonly<Record<CheckStatus, string>> = { ok: ' ok  ', warn: 'WARN ', fail: 'FAIL ', skipped: '  -  ' };

/** The report for people: what failed comes with its reason and its fix. */
export function printReport({ ok, checks }: Report): string {
  const lines = checks.flatMap(({ status, what, why, fix }) => [
    `${marks[status]} ${what}`,
    ...(status === 'ok' ? [] : [why, fix].filter((line) => line !== '').map((line) => `${indent}${line}`)),
  ]);
  const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
  const verdict = ok ? 'Nothing is wrong that can be seen from here' : 'Something is wrong';
  const counts = `${count('ok')} ok, ${count('warn')} to know, ${count('fail')} failed, ${count('skipped')} not looked at`;
  return `${lines.join('\n')}\n\n${verdict}: ${counts}.\n`;
}

const indent = ' '.repeat(8);
