import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { Desk, expectOutcome } from '../support/desk.js';

describe('showDirectory', () => {
  it('says to administrators where memberships take effect', async () => {
    const desk = new Desk();
    const { table } = expectOutcome(await desk.does('ada', { kind: 'showDirectory' }), 'tableShown');
    assert.deepEqual(table, { code: 'directory', permissions: [] });
  });

  it('is nobody else’s business', async () => {
    const refused = expectOutcome(await new Desk().does('ann', { kind: 'showDirectory' }), 'refused');
    assert.equal(refused.refusal.code, 'admins_only');
  });

  it('is asked in a word', () => {
    for (const text of ['directory', 'show directory', 'Entra status'])
      assert.equal(parseMessage(text, { now: 0, timeZone: 'UTC' }).kind, 'showDirectory', text);
  });
});
