import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { startPlayground } from '../../src/demo/playground.js';
import { findFreePort } from '../../src/demo/ports.js';
import { samplePerson } from '../../src/demo/samplePeople.js';

describe('a local Teams client', function () {
  this.timeout(90_000);
  let folder: string;
  const order = (port: number) => ({
    person: samplePerson('ann'),
    folder,
    port,
    botUrl: 'http://127.0.0.1:9/api/messages',
  });

  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'concierge-playground-'));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('answers on its port once it is started, and no longer when it is closed', async () => {
    const client = await startPlayground(order(await findFreePort(56_450)));
    assert.match(await (await fetch(client.url)).text(), /Agents Playground/);
    await client.close();
    await assert.rejects(fetch(client.url));
  });

  it('does not start on another port than the one that was asked for', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    try {
      await assert.rejects(
        startPlayground(order((server.address() as AddressInfo).port)),
        /Ann Lindqvist did not start: port \d+ was taken/,
      );
    } finally {
      server.close();
    }
  });

  it('says so when it ends by itself', async () => {
    const client = await startPlayground(order(await findFreePort(56_450)));
    process.kill(client.pid, 'SIGKILL');
    assert.match(await client.died, /The Teams client of Ann Lindqvist has ended/);
  });

  it('says what its log says when its configuration is refused', async () => {
    // Beside somebody who is none of the six stand six others, one too many.
    const stranger = { ...samplePerson('ann'), givenName: 'Eve' };
    await assert.rejects(
      startPlayground({ ...order(await findFreePort(56_450)), person: stranger }),
      /did not start[^]*Its log says:[^]*users/,
    );
  });
});
