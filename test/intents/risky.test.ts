import type { Verdict } from '../../src/intents/verdicts.js';
// Holds for messages that tempt to do something else: what is done is what the explained words say, and no end is
// ever later than one that was typed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findTimes } from '../../src/intents/entities/times.js';
import type { Meaning } from '../../src/intents/newIntents.js';
import { projectPath } from '../support/project.js';
import { context, now, read } from './reading.js';

const messages = readFileSync(projectPath('test', 'intents', 'phrases', 'risky.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string?]);

function done(verdict: Verdict): Meaning[] {
  if ('all' in verdict) return verdict.all.flatMap(done);
  return 'do' in verdict ? [verdict.do] : [];
}

const reads = /^(?:show|list|browse|explain|find|verify|export|accept|manage)/;

/** The last moment that a text names, or nothing. */
function lastTyped(text: string): number | undefined {
  const ends = findTimes(text, { now, timeZone: 'Europe/Berlin', locale: 'en-GB' }).flatMap(({ reading }) => {
    if (reading.kind === 'until' || reading.kind === 'workingDays') return [reading.at];
    if (reading.kind === 'length')
      return [now + ('days' in reading ? reading.days * 86_400_000 : reading.minutes * 60_000)];
    return [];
  });
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

function endOf(meaning: Meaning): number | undefined {
  const duration = 'duration' in meaning ? meaning.duration : undefined;
  if (!duration) return undefined;
  if (duration.kind === 'until') return duration.until;
  return now + (duration.kind === 'days' ? duration.days * 86_400_000 : duration.minutes * 60_000);
}

describe('risky messages', () => {
  for (const [who, text, allowed] of messages)
    it(`${who}: “${text}” ${allowed === undefined ? 'changes nothing by itself' : `may ${allowed}`}`, () => {
      const changes = done(read(text).verdict).filter(({ kind }) => !reads.test(kind));
      assert.deepEqual(
        changes.filter(({ kind }) => kind !== allowed),
        [],
      );
      for (const meaning of changes) {
        const [end, typed] = [endOf(meaning), lastTyped(text)];
        if (typed !== undefined) assert.ok(end !== undefined && end <= typed, JSON.stringify(meaning));
      }
    });
});

describe('a right command with other words in it', () => {
  const commands = [
    'join Marketing',
    'add Bo Berg to Marketing',
    'remove Bo Berg from Marketing',
    'approve REQ-7K2M9QXW',
    'delete Marketing',
    'leave Marketing',
    'make Bo Berg owner of Marketing',
  ];
  const dangerous = [
    'not',
    'unless Olga agrees',
    'if Olga agrees',
    'or Finance',
    'except Ana Silva',
    'but not yet',
    'tomorrow',
    '5',
    'no',
    'maybe',
    'with Ana Silva',
    'never',
    'for -3 days',
    'next week',
    'instead of Finance',
  ];

  it('changes nothing by itself when a word that forbids is put in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...commands), fc.constantFrom(...dangerous), fc.nat(6), (command, danger, at) => {
        const words = command.split(' ');
        words.splice(Math.min(at, words.length), 0, danger);
        const changes = done(read(words.join(' ')).verdict).filter(({ kind }) => !reads.test(kind));
        assert.deepEqual(changes, [], words.join(' '));
      }),
      { numRuns: 400, seed: 20_261_127 },
    );
  });

  it('never does another command when words are dropped, doubled or misspelt', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...commands),
        fc.nat(6),
        fc.constantFrom('drop', 'double', 'misspell'),
        (command, at, how) => {
          const words = command.split(' ');
          const index = at % words.length;
          const word = words[index] ?? '';
          const put = how === 'drop' ? [] : how === 'double' ? [word, word] : [word.slice(0, 1) + word.slice(2)];
          words.splice(index, 1, ...put);
          const whole = done(read(command).verdict).map((meaning) => JSON.stringify(meaning));
          const changes = done(read(words.join(' ')).verdict).filter(({ kind }) => !reads.test(kind));
          for (const meaning of changes)
            assert.ok(whole.includes(JSON.stringify(meaning)), `${words.join(' ')}: ${JSON.stringify(meaning)}`);
        },
      ),
      { numRuns: 300, seed: 20_261_127 },
    );
  });
});

describe('a wish with an end', () => {
  const wishes = [
    'join Marketing',
    'add Bo Berg to Marketing',
    'I need to be in Marketing',
    'put me in Marketing please',
  ];
  /** Ends with the latest day that they can mean, on 27 November 2026. */
  const ends = [
    ['until Friday', '2026-12-04'],
    ['until 31.12.', '2026-12-31'],
    ['for two weeks', '2026-12-11'],
    ['for 10 working days', '2026-12-12'],
    ['this week only', '2026-11-29'],
    ['2-3 weeks', '2026-12-18'],
    ['only till xmas', '2026-12-26'],
    ['by the end of the month', '2026-11-30'],
    ['48 hours', '2026-11-29'],
    ['until Bo is back', undefined],
  ] as const;
  const others = [
    'pls',
    'asap',
    'again',
    'really',
    'as discussed',
    'for the audit',
    'with the team',
    'now',
    'only',
    'max',
  ];

  it('is never done without it, or with a later one, whatever else is said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wishes),
        fc.constantFrom(...ends),
        fc.constantFrom(...others),
        fc.nat(12),
        fc.boolean(),
        (wish, [end, latest], other, at, isBefore) => {
          const words = (isBefore ? `${end}, ${wish}` : `${wish} ${end}`).split(' ');
          words.splice(Math.min(at, words.length), 0, other);
          for (const meaning of done(read(words.join(' ')).verdict)) {
            if (reads.test(meaning.kind)) continue;
            const until = endOf(meaning);
            assert.ok(until !== undefined && latest !== undefined, `${words.join(' ')}: ${JSON.stringify(meaning)}`);
            assert.ok(until <= Date.parse(`${latest}T23:59:59.999Z`), `${words.join(' ')}: ${JSON.stringify(meaning)}`);
          }
        },
      ),
      { numRuns: 600, seed: 20_261_127 },
    );
  });
});

describe('hostile texts', () => {
  it('of 200 kB cost no more than their length', () => {
    const texts = [
      '<'.repeat(200_000),
      'a '.repeat(100_000),
      '"'.repeat(200_000),
      '<blockquote>'.repeat(16_000),
      '@'.repeat(200_000),
      'not '.repeat(50_000),
      '\n- '.repeat(66_000),
    ];
    for (const text of texts) {
      const started = performance.now();
      assert.ok('tooLong' in read(text, context).verdict || done(read(text).verdict).length === 0);
      assert.ok(performance.now() - started < 2_000, text.slice(0, 12));
    }
  });

  it('over 4,000 characters is said to be too long and does nothing', () => {
    assert.deepEqual(read(`join Marketing because ${'I need it '.repeat(450)}for 30 days`).verdict, { tooLong: true });
  });
});
