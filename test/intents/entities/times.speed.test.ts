import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findTimes } from '../../../src/intents/entities/times.js';
import { en } from '../../../src/intents/entities/times/words/en.js';
import { phrasesOf } from '../../../src/intents/entities/times/lexicon.js';
import { friday } from './times/say.js';

const length = 200_000;
/** Processor time for 200 kB, on a busy machine: a reader that looks back or ahead without bound needs minutes. */
const mostMs = 3000;

const units = [
  'until ',
  'for the next ',
  'the end of the ',
  '3 weeks and ',
  'twenty ',
  'ten (10) ',
  '-1 ',
  '1.1.',
  '1-',
  '5:00 ',
  'jan 5 ',
  'friday ',
  'from monday to ',
  'while Bo ',
  "a'",
  '1',
  '🙂',
];

describe('the time that reading times takes', () => {
  for (const unit of units)
    it(`is linear in a text of ${JSON.stringify(unit)}`, () => {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const before = process.cpuUsage();
      findTimes(text, friday);
      const { user, system } = process.cpuUsage(before);
      assert.ok((user + system) / 1000 < mostMs, `${(user + system) / 1000} ms`);
    });

  it('is linear in a text of many days, many words and many names', () => {
    const days = Array.from(
      { length: 12_000 },
      (_, at) => `until ${1 + (at % 28)}.${1 + (at % 12)}.${2027 + (at % 9)}`,
    );
    const words = Array.from({ length: 25_000 }, (_, at) => ((at * 7919) % 99_991).toString(26).replaceAll(/\d/g, 'e'));
    const text = `${days.join(' ')} ${words.join(' ')}`;
    const protect = Array.from({ length: 25_000 }, (_, at) => ({ start: at * 8, end: at * 8 + 3 }));
    const before = process.cpuUsage();
    findTimes(text, friday);
    findTimes(text, { ...friday, protect });
    const { user, system } = process.cpuUsage(before);
    assert.ok((user + system) / 1000 < 2 * mostMs, `${(user + system) / 1000} ms`);
  });
});

describe('the words of time', () => {
  it('each mean one thing, and are written as they are looked up', () => {
    const seen = new Set<string>();
    const odd = phrasesOf(en)
      .map(([phrase]) => phrase)
      .filter((phrase) => {
        const isDouble = seen.has(phrase);
        seen.add(phrase);
        return isDouble || phrase !== phrase.trim().toLowerCase() || /\s\s|[’\p{M}]/u.test(phrase);
      });
    assert.deepEqual(odd, []);
  });
});
