import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { comesTo } from '../../../src/bot/comesTo.js';
import { sampleOutcomes } from '../../cards/samples.js';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

// Where the personal chat cannot be reached: what happened is said in plain words, without what is private (row 35, rule 13).
for (const kind of storesUnderTest()) {
  describe(`in a shared chat, told on ${kind.name}`, () => {
    let world: World;

    afterEach(() => world.close());

    it('row 35 F87: who has no personal chat reads in plain words what came of it, and nothing private', async () => {
      world = await World.open(kind, { without: ['ben'] });
      const { ben } = world.people;
      const marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      await world.addGroup({ name: 'Harbor', owners: ['olga'], joinRule: 'open', justification: 'off' });
      await world.addGroup({ name: 'Press', owners: ['olga'], joinRule: 'ownersOnly' });
      const said = async (text: string): Promise<string> => {
        const answer = await ben.saysInChannel(text);
        assert.doesNotMatch(answer, /Marketing|Harbor|Press|REQ-|Olga/, text);
        return answer;
      };
      assert.match(await said('join Marketing'), /waits for an answer[\s\S]*my requests/);
      assert.equal((await world.requests()).length, 1);
      assert.match(await said('join Harbor'), /That is done/);
      assert.match(await said('join Press'), /I’ve changed nothing\./);
      assert.match(await said('leave Harbor'), /changed nothing yet/);
      assert.match(await said('my groups'), /between you and me/);
      assert.equal(await world.isMember('ben', marketing), false);
    });
  });
}

describe('what may be said of a turn where others read it', () => {
  it('rule 13: whatever asks something back comes to a question, and a refusal to nothing', () => {
    for (const outcome of Object.values(sampleOutcomes()).flat()) {
      const asks = outcome.kind.endsWith('Needed');
      assert.equal(comesTo(outcome) === 'asked', asks, outcome.kind);
      if (outcome.kind === 'refused') assert.equal(comesTo(outcome), 'refused');
    }
  });
});
