import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { showOutcome } from '../../src/cards/showOutcome.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { pseudoLanguage } from '../support/pseudoLanguage.js';
import { checkCard } from './checkCard.js';
import { now, ordinaryWords, sampleOutcomes, type Words } from './samples.js';
import { variantOutcomes } from './variants.js';

const viewer = { now, locale: 'el-GR', timeZone: 'Europe/Athens' };

type Json = Readonly<Record<string, unknown>>;

/** Everything on a card that a person reads. */
function* readable(value: unknown, parent?: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* readable(item, parent);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const { type } = value as Json;
  for (const [key, inner] of Object.entries(value)) {
    const isFact = key === 'value' && parent === 'FactSet';
    const isRead = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText'].includes(key);
    if (typeof inner === 'string' && (isRead || isFact)) yield inner;
    else if (key !== 'data' && key !== 'fallback') yield* readable(inner, type);
  }
}

/** The values of an outcome: what people typed, names, ids; and the codes that are no words of anybody's. */
function* valuesOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* valuesOf(inner);
}

function shown(words: Words): readonly (readonly [name: string, outcome: Outcome, texts: readonly string[]])[] {
  const all: readonly Outcome[] = [...Object.values(sampleOutcomes(words)).flat(), ...variantOutcomes(words)];
  return all.map((outcome, index) => {
    const message = showOutcome(outcome, viewer, { el: pseudoLanguage });
    if (message.kind !== 'card') throw new Error('not a card');
    const name = `${outcome.kind} ${index}`;
    checkCard(message.card, name);
    return [name, outcome, [message.summary, ...readable(message.card)]];
  });
}

/** Whether each mark that opens is closed; a text that was cut has lost its end. */
function isWhole(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '⟦') depth++;
    if (letter === '⟧' && --depth < 0) return false;
  }
  return depth === 0;
}

// What the domain brings along as an example of a value is no sentence.
const examples = ['180', 'GRP-', 'CEO, Payroll', 'PUBLIC_URL', 'BOT_ADMINS'];

/** Where the clock stands that an end is read by: a name of a place. */
const place = 'Athens';

describe('a language that is longer and has no letter in common with English', () => {
  const all = shown(ordinaryWords);

  it('says everything on every card: no sentence is anywhere but in the catalogue', () => {
    assert.ok(all.length > 400, `${all.length} cards`);
    const escaped = all.flatMap(([name, outcome, texts]) => {
      const values = [...valuesOf(outcome), ...examples, place].join('\n');
      return texts.flatMap((text) =>
        (text.match(/[A-Za-z]{2,}/gu) ?? [])
          .filter((word) => !values.includes(word))
          .map((word) => `${name}: ${word} in ${text}`),
      );
    });
    assert.deepEqual(escaped, []);
  });

  it('marks everything that is ours: outside of the marks stand values alone', () => {
    const bare = all.flatMap(([name, outcome, texts]) => {
      const values = new Set([...valuesOf(outcome), ...examples].flatMap((value) => value.match(/\p{L}+/gu) ?? []));
      return texts.flatMap((text) => {
        let outside = text;
        for (let before = ''; before !== outside;) {
          before = outside;
          outside = outside.replace(/⟦[^⟦⟧]*⟧/gu, '');
        }
        const words = (outside.match(/\p{L}{2,}/gu) ?? []).filter((word) => !values.has(word) && !isGreek(word));
        return words.length > 0 ? [`${name}: ${words.join(' ')} in ${text}`] : [];
      });
    });
    assert.deepEqual(bare, []);
  });

  it('is cut nowhere, whatever the length of the names in it', () => {
    for (const length of [8, 80, 120]) {
      const name = (letter: string) => letter.repeat(length);
      const words: Words = {
        ...ordinaryWords,
        person: name('p'),
        group: name('g'),
        resource: name('r'),
        about: name('a'),
      };
      const cut = shown(words).flatMap(([card, , texts]) =>
        texts.filter((text) => !isWhole(text)).map((text) => `${card} (${length}): ${text}`),
      );
      assert.deepEqual(cut.slice(0, 20), []);
    }
  });

  it('leaves names of eighty characters whole, in lists as well', () => {
    const long = (letter: string) => letter.repeat(80);
    const words: Words = { ...ordinaryWords, person: long('p'), group: long('g'), resource: long('r') };
    const cut = shown(words).flatMap(([card, , texts]) =>
      texts.flatMap((text) =>
        (text.match(/(?:p{9,}|g{9,}|r{9,})(?=…)/gu) ?? []).map((part) => `${card}: ${part}… in ${text}`),
      ),
    );
    assert.deepEqual(cut.slice(0, 20), []);
  });
});

/** Dates, lengths and lists are Greek here. */
function isGreek(word: string): boolean {
  return /^\p{Script=Greek}+$/u.test(word);
}
