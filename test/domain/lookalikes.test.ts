import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { looksLike, toSkeletons } from '../../src/domain/lookalikes.js';
import { toNameKey } from '../../src/domain/names.js';

/** Written by code points, so that what stands here is not what it looks like. */
const disguises: Readonly<Record<string, readonly string[]>> = {
  A: ['\u0410', '\u0391'],
  B: ['\u0412', '\u0392'],
  C: ['\u0421'],
  E: ['\u0415', '\u0395'],
  H: ['\u041d', '\u0397'],
  I: ['l', '1', '|', '\u0406', '\u0399', '\u04c0'],
  K: ['\u041a', '\u039a'],
  M: ['\u041c', '\u039c'],
  N: ['\u039d'],
  O: ['0', '\u041e', '\u039f'],
  P: ['\u0420', '\u03a1'],
  S: ['\u0405'],
  T: ['\u0422', '\u03a4'],
  X: ['\u0425', '\u03a7'],
  Y: ['\u0423', '\u03a5'],
  Z: ['\u0396'],
  a: ['\u0430', '\u03b1', '\u0251'],
  c: ['\u0441'],
  d: ['\u0501'],
  e: ['\u0435'],
  h: ['\u04bb'],
  i: ['\u0456', '\u03b9'],
  j: ['\u0458'],
  k: ['\u043a', '\u03ba'],
  l: ['1', 'I', '|', '\u04cf'],
  m: ['rn'],
  o: ['0', '\u043e', '\u03bf'],
  p: ['\u0440', '\u03c1'],
  q: ['\u051b'],
  r: ['\u0433'],
  s: ['\u0455'],
  u: ['\u03c5'],
  v: ['\u0475', '\u03bd'],
  w: ['vv', '\u051d'],
  x: ['\u0445', '\u03c7'],
  y: ['\u0443', '\u03b3'],
};

const letter = fc.constantFrom(...Object.keys(disguises));
const disguised = letter.chain((plain) =>
  fc.constantFrom(...(disguises[plain] ?? [])).map((as) => [plain, as] as const),
);
const untouched = fc
  .constantFrom(...'ABCDEFGKLNRSTabdefghijknopstuxyz 2345789')
  .map((plain) => [plain, plain] as const);

describe('names that look the same', () => {
  it('are known whatever letters were put in the place of those that look like them', () => {
    const name = fc.tuple(
      fc.array(fc.oneof(disguised, untouched), { maxLength: 20 }),
      disguised,
      fc.array(fc.oneof(disguised, untouched), { maxLength: 20 }),
    );
    fc.assert(
      fc.property(name, ([before, one, after]) => {
        const letters = [...before, one, ...after];
        const plain = letters.map(([was]) => was).join('');
        const copy = letters.map(([, as]) => as).join('');
        fc.pre(toNameKey(plain) !== toNameKey(copy));
        assert.ok(looksLike(copy, plain), `${copy} for ${plain}`);
        assert.ok(looksLike(plain, copy), `${plain} for ${copy}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('are known in another case, with accents on letters of another alphabet, and in full width', () => {
    for (const [name, other] of [
      ['Finance', 'FIN\u0410NCE'],
      ['finance', 'Fin\u0430nce'],
      ['No\u00ebl', 'No\u0451l'],
      ['Modern', 'Modem'],
      ['Team 1', 'Team I'],
      ['\uff2d\uff4frning', 'M\u043erning'],
    ] as const)
      assert.ok(looksLike(name, other), `${name} and ${other}`);
  });

  it('are never names in small plain letters that differ, nor one and the same name', () => {
    const plain = fc
      .string({ unit: fc.constantFrom(...'abcdefghijklmnopqstuwxyz 23456789'), minLength: 1 })
      .map(toNameKey);
    fc.assert(
      fc.property(plain, plain, (name, other) => assert.equal(looksLike(name, other), false)),
      { numRuns: 1000 },
    );
    assert.equal(looksLike('MARKETING', 'marketing'), false);
    assert.deepEqual(toSkeletons('marketing'), ['rnarketing']);
  });
});
