import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openGate } from '../../../src/bot/gate/openGate.js';
import { GroupAdapter, type DoorAnswer } from '../../../src/bot/groupAdapter.js';
import type { GroupBot } from '../../../src/bot/groupBot.js';
import { HardenedAuthentication } from '../../../src/bot/hardenedAuthentication.js';
import { createLog } from '../../../src/log.js';

describe('the gate without credentials', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const gate = openGate({ credentials: undefined, serviceHosts: [], clock: { now: () => 0 }, log });
  const authentication = new HardenedAuthentication(undefined);
  const adapter = new GroupAdapter({ authentication, gate, isLocal: true, log });
  let heard = 0;
  const bot = { run: async () => void (heard += 1) } as unknown as GroupBot;
  const knock = (change: object): Promise<DoorAnswer> =>
    adapter.handle({ body: { type: 'message', ...change }, authorization: '', reference: 'ABCDEF12' }, bot);

  it('lets in whoever names a service on this machine', async () => {
    assert.deepEqual(await knock({ serviceUrl: 'http://127.0.0.1:56150/_connector' }), { status: 200 });
    assert.equal(heard, 1);
  });

  const elsewhere = [undefined, 7, 'evil', 'https://evil.example/', 'https://smba.trafficmanager.net/emea/'];
  for (const serviceUrl of elsewhere) {
    it(`refuses the service ${serviceUrl ?? 'nobody'}, so that the bot calls nobody for a stranger`, async () => {
      heard = 0;
      const message = await knock({ serviceUrl });
      assert.deepEqual([message.status, heard], [403, 0]);
      // The local client shows nothing of a plain refusal.
      const click = await knock({ serviceUrl, type: 'invoke' });
      assert.deepEqual([click.status, (click.body as { statusCode: number }).statusCode, heard], [200, 400, 0]);
      adapter.settle();
      assert.match(lines.join(), /"service":/);
    });
  }
});
