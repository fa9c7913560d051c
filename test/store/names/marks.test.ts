import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { editDistance, slipsFor, toNameKey } from '../../../src/domain/names.js';
import { lookUpOf, marksOf } from '../../../src/store/names/marks.js';

/** Whether the marks of a name meet what is looked up for a typed one. */
function isFound(name: string, typed: string): boolean {
  const marks = new Set(marksOf(toNameKey(name)));
  const { telling, parts, common } = lookUpOf(toNameKey(typed));
  return parts.includes(toNameKey(name)) || [...telling, ...common].some((mark) => marks.has(mark));
}

const nameLetters = fc.constantFrom(...'abcdefghij ');

/** One slip of the finger at a place. */
function slip(text: string, kind: number, at: number, letter: string): string {
  const letters = [...text];
  const place = at % (letters.length + 1);
  if (kind === 0) letters.splice(place, 0, letter);
  else if (kind === 1) letters.splice(place, 1);
  else if (kind === 2) letters.splice(place, 1, letter);
  else letters.splice(place, 2, letters[place + 1] ?? '', letters[place] ?? '');
  return letters.join('');
}

const oneSlip = fc.tuple(fc.nat(3), fc.nat(40), fc.constantFrom(...'xyz'));

/** What these marks cannot promise: that of two swaps, each across another edge of the thirds, one is seen. */
describe('the marks of names', () => {
  it('find a name that is one slip away, whatever slip it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: nameLetters, minLength: 4, maxLength: 30 }),
        oneSlip,
        (text, [kind, at, letter]) => {
          const name = toNameKey(text);
          const typed = toNameKey(slip(name, kind, at, letter));
          fc.pre(slipsFor(typed) >= 1 && editDistance(name, typed, 1) <= 1);
          assert.ok(isFound(name, typed), `${name} by ${typed}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('find a name that is two slips away, when at most one of them is a swap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: nameLetters, minLength: 7, maxLength: 30 }),
        oneSlip,
        oneSlip.filter(([kind]) => kind !== 3),
        (text, [kind, at, letter], [kind2, at2, letter2]) => {
          const name = toNameKey(text);
          const typed = toNameKey(slip(slip(name, kind, at, letter), kind2, at2, letter2));
          // Blanks at the ends are no letters; a slip beside one counts for two.
          fc.pre(slipsFor(typed) >= 2 && editDistance(name, typed, 2) <= 2);
          assert.ok(isFound(name, typed), `${name} by ${typed}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('find a name by words of it, and by more words than it has', () => {
    for (const [name, typed] of [
      ['Sales and Marketing', 'marketing sales'],
      ['Sales and Marketing', 'marketing'],
      ['Marketing', 'the marketing team'],
      ['Book Club', 'the club with the book'],
      ['Book Club', 'our book club'],
    ] as const)
      assert.ok(isFound(name, typed), `${name} by ${typed}`);
  });

  it('find one of many names that begin and end alike by what few of them share', () => {
    const names = Array.from({ length: 2000 }, (_, at) => `marketing ${String(at * 37).padStart(6, '0')} project team`);
    const slipped = new Set(lookUpOf('marketing 007400 project taem').telling.filter((mark) => mark.startsWith('t')));
    const near = names.filter((name) => marksOf(name).some((mark) => slipped.has(mark)));
    assert.ok(near.includes('marketing 007400 project team'));
    assert.ok(near.length < 150, `${near.length} share them`);
  });

  it('are few, however long a name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const key = toNameKey(text);
        assert.ok(marksOf(key).filter((mark) => !mark.startsWith('w')).length <= 21);
        assert.ok(lookUpOf(key).telling.length + lookUpOf(key).common.length <= 400);
      }),
    );
  });
});
