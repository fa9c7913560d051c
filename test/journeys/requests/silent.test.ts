import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

/** A number that no request has. */
const madeUp = 'REQ-7K2M9QXW';

describe('who was never asked about a request learns nothing of it', () => {
  const sentences = [
    'request',
    'approve',
    'deny',
    'withdraw',
    'remind',
    'history',
    'cancel',
    'ok for',
    'please approve',
  ].flatMap((verb) =>
    ['', ' tomorrow', ' if you can', ' and tell him', '?', ' for two weeks', ' because I say so'].map((rest) =>
      `${verb} # ${rest}`.trim(),
    ),
  );

  for (const kind of storesUnderTest())
    it(`${kind.name}: each sentence is answered as for a number that was made up`, async function () {
      this.timeout(120_000);
      const world = await World.open(kind);
      try {
        await world.addGroup({ name: 'Night Shift', owners: ['olga'], justification: 'off' });
        await world.people.ann.says('join Night Shift');
        const [request] = await world.requests();
        const id = request?.id ?? '';
        assert.match(id, /^REQ-/);
        for (const sentence of sentences) {
          const told = (await world.people.ben.says(sentence.replace('#', id))).text();
          const toldOfNone = (await world.people.ben.says(sentence.replace('#', madeUp))).text();
          assert.equal(told.replaceAll(id, madeUp), toldOfNone, sentence);
          assert.doesNotMatch(told, /Night Shift|Ann Archer/, sentence);
        }
      } finally {
        await world.close();
      }
    });
});
