import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { given } from '../../src/domain/given.js';

describe('given', () => {
  it('leaves out what has no value, and keeps every value, an empty one too', () => {
    const nothing = undefined as string | undefined;
    assert.deepEqual(Object.entries(given({ a: nothing, b: '', c: 0, d: false, e: null, f: 'x' })), [
      ['b', ''],
      ['c', 0],
      ['d', false],
      ['e', null],
      ['f', 'x'],
    ]);
  });

  it('says in its type that a field may be absent, never that it may be undefined', () => {
    const record: { readonly until?: number; readonly by: string } = given({
      until: undefined as number | undefined,
      by: 'olga',
    });
    assert.equal('until' in record, false);
  });
});
