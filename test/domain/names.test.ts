import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { editDistance, resolveName, toNameKey, type Named } from '../../src/domain/names.js';

function catalogueOf(...names: readonly string[]): Named[] {
  return names.map((name, index) => ({ id: `g-${String(index).padStart(3, '0')}`, name, nameKey: toNameKey(name) }));
}

const groups = catalogueOf(
  'Marketing',
  'Marketing Operations',
  'Sales and Marketing',
  'Market Research',
  'Finance',
  'Book Club',
  'Data for Good',
  'HR',
  'IT',
  'Design',
  'Designers',
  'Café Society',
);

function near(typed: string, catalogue = groups): readonly string[] {
  const resolved = resolveName(typed, catalogue);
  return resolved.match === 'near'
    ? resolved.items.map(({ name }) => name)
    : resolved.match === 'exact'
      ? assert.fail(`${typed} is exactly ${resolved.item.name}`)
      : [];
}

describe('names', () => {
  it('a key ignores case, odd spaces, and the shape of quotes and dashes (F83)', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['Marketing', 'marketing'],
      ['  Book \t Club ', 'book club'],
      ['Book\u00a0Club', 'book club'],
      ['Ann’s Team', "ann's team"],
      ['“Best” of', '"best" of'],
      ['R–D', 'r-d'],
      ['Ｆｕｌｌ', 'full'],
      ['Cafe\u0301', 'café'],
      ['ﬁnance', 'finance'],
      ['ÄÖÜ', 'äöü'],
      ['🎉 Party', '🎉 party'],
      ['Straße', 'strasse'],
      ['STRASSE', 'strasse'],
      ['STRAẞE', 'strasse'],
      ['İstanbul', 'istanbul'],
      ['ISTANBUL', 'istanbul'],
      ['ıstanbul', 'istanbul'],
      ['ΟΔΟΣ', 'οδοσ'],
      ['οδος', 'οδοσ'],
      ['Book\u202f\u3000Club', 'book club'],
      ['Mar\u200bket\u00ading\ufeff', 'marketing'],
      ['\u2066Marketing\u2069', 'marketing'],
      ['Ann\u00b4s Team', "ann's team"],
      ['R\u2212D', 'r-d'],
      ['①Team', '1team'],
      ['', ''],
    ];
    for (const [name, key] of rows) assert.equal(toNameKey(name), key, name);
  });

  it('a key is its own key, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => assert.equal(toNameKey(toNameKey(name)), toNameKey(name))),
    );
  });

  it('counts slips: one for each insertion, deletion, replacement or swap', () => {
    const rows: readonly (readonly [string, string, number, number])[] = [
      ['', '', 2, 0],
      ['a', '', 2, 1],
      ['marketing', 'marketing', 2, 0],
      ['marketing', 'marketting', 2, 1],
      ['marketing', 'makreting', 2, 1],
      ['marketing', 'maketin', 2, 2],
      ['marketing', 'finance', 2, 3],
      ['ab', 'ba', 2, 1],
      ['abc', 'cab', 2, 2],
      ['ca', 'abc', 3, 3],
      ['🎉', '🎊', 2, 1],
      ['abcdef', 'abcdef', 0, 0],
      ['abcdef', 'abcdeg', 0, 1],
      ['short', 'very much longer', 2, 3],
    ];
    for (const [a, b, max, distance] of rows)
      assert.equal(editDistance(a, b, max), distance, `${a} and ${b}, at most ${max}`);
  });

  it('counts the same in both directions, nothing only for equals, and never past the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, max) => {
        const distance = editDistance(a, b, max);
        assert.equal(distance, editDistance(b, a, max));
        assert.equal(distance === 0, a === b);
        assert.ok(distance <= max + 1);
        assert.equal(distance, Math.min(max + 1, editDistance(a, b, 20)));
      }),
    );
  });

  it('an exact name is found alone, however it is written (F83)', () => {
    for (const typed of ['Marketing', 'MARKETING', ' marketing ', 'HR', 'it', 'data FOR good', 'Cafe\u0301 society']) {
      const resolved = resolveName(typed, groups);
      assert.ok(resolved.match === 'exact', typed);
      assert.equal(resolved.item.nameKey, toNameKey(typed));
    }
  });

  it('anything else is only near: beginnings first, then words, then slips (F83)', () => {
    assert.deepEqual(near('market'), ['Market Research', 'Marketing', 'Marketing Operations']);
    assert.deepEqual(near('marketing team'), ['Marketing']);
    assert.deepEqual(near('marketing sales'), ['Marketing', 'Sales and Marketing']);
    assert.deepEqual(near('Marketting'), ['Marketing']);
    assert.deepEqual(near('fniance'), ['Finance']);
    assert.deepEqual(near('Designer'), ['Designers', 'Design']);
    assert.deepEqual(near('club'), ['Book Club']);
    assert.deepEqual(near('zzz'), []);
    assert.deepEqual(near(''), []);
    assert.deepEqual(near('   '), []);
  });

  it('short words are not stretched into others', () => {
    assert.deepEqual(near('XY'), []);
    assert.deepEqual(near('HP'), []);
  });

  it('the same name twice is never exact', () => {
    assert.deepEqual(near('marketing', catalogueOf('Marketing', 'Marketing')), ['Marketing', 'Marketing']);
  });

  it('offers ten at most, in one order whatever order the catalogue has (F83)', () => {
    const many = catalogueOf(...Array.from({ length: 30 }, (_, index) => `Team ${index % 15}`));
    const first = resolveName('team', many);
    assert.ok(first.match === 'near');
    assert.equal(first.items.length, 10);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(many, { minLength: many.length }),
        fc.constantFrom('team', 'team 3', 'taem 1', 'tea'),
        (shuffled, typed) => {
          assert.deepEqual(resolveName(typed, shuffled), resolveName(typed, many));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never changes the catalogue, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const before = groups.map(({ id }) => id);
        assert.ok(['exact', 'near', 'none'].includes(resolveName(typed, groups).match));
        assert.deepEqual(
          groups.map(({ id }) => id),
          before,
        );
      }),
    );
  });
});
