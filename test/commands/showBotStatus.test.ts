import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { contoso, monday } from '../support/documents.js';
import { Desk, expectOutcome } from '../support/desk.js';

describe('showBotStatus', () => {
  it('says version, store, directory, what is late, what was given up, and the last backup', async () => {
    const desk = new Desk();
    const fresh = expectOutcome(await desk.does('ada', { kind: 'showBotStatus' }), 'tableShown');
    assert.deepEqual(fresh.table, {
      code: 'botStatus',
      version: '1.2.3',
      startedAt: monday,
      store: 'embedded',
      directory: 'ledger',
      givenUp: 0,
    });
    await desk.store.forTenant(contoso).shared.lastBackup.note(monday - 5000);
    // Her request wakes its owners at once; nobody does that here.
    await desk.annAsks();
    desk.now += 120_000;
    desk.givenUp = 3;
    const late = expectOutcome(await desk.does('ada', { kind: 'showBotStatus' }), 'tableShown').table;
    assert.ok(late.code === 'botStatus');
    assert.deepEqual([late.givenUp, late.lastBackupAt], [3, monday - 5000]);
    assert.ok((late.overdueMs ?? 0) >= 60_000, String(late.overdueMs));
  });

  it('is for administrators alone', async () => {
    const refused = expectOutcome(await new Desk().does('ann', { kind: 'showBotStatus' }), 'refused');
    assert.equal(refused.refusal.code, 'admins_only');
  });

  it('is asked by naming the bot; “status” alone is about one’s own requests', async () => {
    for (const text of ['bot status', 'Bot Status', 'show bot status', 'status of the bot', 'what version is this?'])
      assert.equal(parseMessage(text, { now: 0, timeZone: 'UTC' }).kind, 'showBotStatus', text);
    const desk = new Desk();
    for (const text of ['bot status', 'what version is this?', 'how is the bot?'])
      assert.equal((await desk.says('ada', text)).kind, 'showBotStatus', text);
    assert.equal((await desk.says('ann', 'status')).kind, 'listMyRequests');
  });
});
