import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'mocha';
import { findFreePort } from '../../src/demo/ports.js';

describe('findFreePort', () => {
  it('takes another port where the wished one is occupied', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      assert.notEqual(await findFreePort(port), port);
    } finally {
      server.close();
    }
  });

  it('gives no port twice', async () => {
    const first = await findFreePort(41_000);
    assert.notEqual(await findFreePort(first, new Set([first])), first);
  });
});
