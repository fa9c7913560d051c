import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Desk } from '../support/desk.js';

const wish = { kind: 'exportTable', table: 'history', format: 'csv' } as const;

describe('export audit as csv', () => {
  it('says what is missing where no browser would reach the file, instead of a link that leads nowhere', async () => {
    const desk = new Desk();
    Object.assign(desk.deps, { exports: { offer: async () => undefined } });
    const outcome = await desk.does('ada', wish);
    assert.deepEqual(outcome, { kind: 'refused', refusal: { code: 'export_address_missing' } });
  });

  it('gives the address of the file where one does', async () => {
    const desk = new Desk();
    const outcome = await desk.does('ada', wish);
    assert.ok(outcome.kind === 'newsTold' && outcome.notice.code === 'fileReady');
    assert.match(outcome.notice.url, /^https:\/\/files\.example\/1$/);
  });
});
