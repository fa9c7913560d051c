import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { shelfNames, shelves, timeFieldsOf } from '../../src/store/collections.js';
import { prefixRange } from '../../src/store/query.js';
import { hotQueries } from '../support/hotQueries.js';

/** The order of both stores: code point by code point, as in UTF-8. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

describe('prefixRange', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '%', 'é', '\ud7ff', '\ue000', '\uffff', '😀', '\u{10ffff}'),
    maxLength: 5,
  });

  it('holds exactly the texts that begin with the prefix', () => {
    fc.assert(
      fc.property(text, text, (prefix, other) => {
        const { from, below } = prefixRange(prefix);
        for (const candidate of [other, prefix + other]) {
          const isWithin = compare(candidate, from) >= 0 && (below === undefined || compare(candidate, below) < 0);
          assert.equal(isWithin, candidate.startsWith(prefix));
        }
      }),
    );
  });
});

describe('the declared indexes', () => {
  it('lead to every field that may be asked for', () => {
    for (const shelf of shelfNames) {
      const { fields, indexes } = shelves[shelf];
      const indexed = new Set<string | undefined>([...timeFieldsOf(shelf), ...indexes.flatMap(({ on }) => on)]);
      assert.deepEqual(
        Object.keys(fields).filter((field) => !indexed.has(field)),
        [],
        shelf,
      );
      assert.deepEqual(
        indexes.flatMap(({ on }) => on).filter((field) => !fields[field]),
        [],
        shelf,
      );
    }
  });

  it('hold one for each question of the hot path: its first field is asked for, or gives the order', () => {
    for (const [shelf, { where, sort }] of hotQueries) {
      const firsts = shelves[shelf].indexes.map(({ on }) => on[0]);
      const wanted = Object.keys(where).length > 0 ? Object.keys(where) : [sort?.field];
      assert.ok(
        firsts.some((first) => wanted.includes(first)),
        `${shelf} ${JSON.stringify(where)}`,
      );
    }
  });

  it('are such as both stores can have: an array field alone, a unique one alone', () => {
    for (const shelf of shelfNames) {
      for (const { on, unique } of shelves[shelf].indexes) {
        const isArray = on.some((field) => shelves[shelf].fields[field]?.many);
        if (isArray || unique) assert.equal(on.length, 1, `${shelf}: ${on.join(', ')}`);
      }
    }
  });
});
