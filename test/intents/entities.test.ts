// Holds which names are found, however they are written, and what is looked up for them beforehand.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { namesWanted } from '../../src/intents/namesWanted.js';
import { read } from './reading.js';

function found(text: string): string[] {
  return read(text).items.flatMap((item) =>
    item.kind === 'slot' && item.value.type === 'name'
      ? item.value.found.readings.map(
          ({ candidates, certainty }) => `${certainty} ${candidates.map(({ name }) => name).join('|')}`,
        )
      : [],
  );
}

describe('names in a text', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['join r & d', ['exact R&D']],
    ['join R and D', ['exact R&D']],
    ['join c++ guild', ['exact C++ Guild']],
    ['join 30 days of yoga', ['exact 30 Days of Yoga']],
    ['join it crowd', ['exact It Crowd']],
    ['make Team Berlin private', ['exact Team Berlin']],
    ['rename Group Finance to Money', ['exact Group Finance']],
    ['join markting', ['near Marketing']],
    ['join nightshift', ['near Night Shift']],
    ['add Jensen, Bo to Marketing', ['exact Jensen, Bo', 'exact Marketing']],
    ['add Berg, Bo and chen to Marketing', ['exact Bo Berg', 'exact Chen Wei', 'exact Marketing']],
    ['add Bo to Marketing', ['exact Bo Berg|Jensen, Bo', 'exact Marketing']],
    ['add "Requester, Ann" to Marketing', ['exact Ann Requester', 'exact Marketing']],
    ['make Zed’s role manager', ['exact Zed Zebra']],
  ];
  for (const [text, expected] of cases)
    it(`“${text}” names ${expected.join(' and ')}`, () => {
      assert.deepEqual(found(text), expected);
    });

  it('are wanted by their keys, and those that may be misspelt as they stand', () => {
    const { exact, near } = namesWanted('plz add Jörg Weiß to the R&D group for kestrell');
    for (const key of ['jörg weiss', 'r&d', 'kestrell']) assert.ok(exact.includes(key), key);
    assert.ok(near.includes('kestrell'));
  });

  it('are wanted with the words beside them, turned round, and where a word may be what somebody is called', () => {
    const wanted = (text: string) => namesWanted(text).near;
    assert.ok(wanted('leave cafe crew').includes('cafe crew'));
    assert.ok(wanted('need in to project kestrl asap').includes('project kestrl'));
    assert.ok(wanted('ad gill fontane to Payrol').includes('gill fontane'));
    assert.ok(wanted('Nunez, Jose should be in it').includes('jose nunez'));
    assert.ok(wanted('make will owner of it').includes('will'));
    assert.ok(!wanted('will I be asked?').includes('will'));
    assert.ok(namesWanted('add berg, bo and R and D').exact.includes('bo berg'));
    assert.ok(namesWanted('join R and D').exact.includes('r&d'));
    assert.deepEqual(namesWanted('add Bo.Berg@contoso.example to it').addresses, ['bo.berg@contoso.example']);
  });

  it('are wanted within bounds, whatever the message', () => {
    const { exact, near } = namesWanted('Zorg Blarg Quux '.repeat(240));
    assert.ok(exact.length <= 400 && near.length <= 24);
  });
});
