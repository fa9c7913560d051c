import assert from 'node:assert/strict';
import { Template } from 'adaptivecards-templating';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cardNames, readCardFile } from '../../src/cards/parts/bind.js';
import { shapeOf, type Shape } from '../../src/cards/parts/shape.js';
import { prepareTemplate } from '../../src/cards/parts/template.js';

/** Anything that a card of this shape may be filled with. */
function dataOf(shape: Shape): fc.Arbitrary<unknown> {
  const value = fc.oneof(
    fc.string().filter((text) => !text.includes('${')),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(''),
  );
  if (shape === 'value') return value;
  if (shape === 'values') return fc.array(value, { maxLength: 3 });
  return fc.array(rowOf(shape), { maxLength: 3 });
}

function rowOf(shape: Shape): fc.Arbitrary<object> {
  if (typeof shape === 'string') throw new Error('no row');
  return fc.record(Object.fromEntries([...shape.rows].map(([name, inner]) => [name, dataOf(inner)])));
}

describe('a card file that is made ready', () => {
  for (const name of cardNames) {
    it(`${name} is filled as the templating library of Adaptive Cards fills it`, function () {
      this.timeout(20_000);
      const file = readCardFile(`${name}.json`);
      const shape = shapeOf(readCardFile(`${name}.sample.json`));
      const fill = prepareTemplate(file, shape, name);
      const library = new Template(file);
      const isSame = (data: object): void => assert.deepEqual(fill(data), library.expand({ $root: data }));
      isSame(readCardFile(`${name}.sample.json`) as object);
      fc.assert(fc.property(rowOf(shape), isSame), { numRuns: 20 });
    });
  }

  it('is refused with anything of the language that is not understood', () => {
    const shape = shapeOf({ text: 'x', rows: [{ title: 'x' }] });
    const refuse = (file: unknown, why: RegExp): void =>
      void assert.throws(() => prepareTemplate(file, shape, 'test'), why);
    refuse({ text: 'Hello ${text}' }, /test\.text holds more than one field/);
    refuse({ text: '${toUpper(text)}' }, /more than one field/);
    refuse({ text: '${other}' }, /test\.text names other/);
    refuse({ body: [{ $data: '${rows}', text: '${text}' }] }, /test\.body\[0\]\.text names text/);
    refuse({ body: [{ $data: '${text}', text: 'x' }] }, /no rows/);
    refuse({ body: ['${text}'] }, /no single field/);
    refuse({ body: [{ $when: '${text}', text: 'x' }] }, /\$when is not understood/);
    refuse({ $data: '${rows}' }, /\$data is not understood/);
  });
});
