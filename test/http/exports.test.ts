import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createExportShelf, type ShelvedFile } from '../../src/http/exports.js';

const file: ShelvedFile = { fileName: 'audit.csv', contentType: 'text/csv', text: 'a,b', makerId: 'ada' };
const tenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa';

describe('the shelf of exported files', () => {
  const admins = new Set<string>();
  function shelfAt(base: string | undefined): {
    shelf: ReturnType<typeof createExportShelf>;
    kept: Map<string, ShelvedFile>;
  } {
    const kept = new Map<string, ShelvedFile>();
    admins.add('ada');
    const files = {
      put: async (token: string, one: ShelvedFile) => void kept.set(token, one),
      take: async (token: string) => {
        const one = kept.get(token);
        kept.delete(token);
        return one;
      },
    };
    return {
      shelf: createExportShelf(
        () => base,
        () => files,
        async (_tenantId, makerId) => admins.has(makerId),
      ),
      kept,
    };
  }

  it('gives an address at which the file is once', async () => {
    const { shelf } = shelfAt('https://groups.contoso.com');
    const address = await shelf.offer(tenantId, file);
    assert.match(address ?? '', /^https:\/\/groups\.contoso\.com\/exports\//);
    const token = address?.split('/').at(-1) ?? '';
    assert.deepEqual([await shelf.take(token), await shelf.take(token)], [file, undefined]);
  });

  it('lets nobody have a file whose maker may not make it any more, and forgets it', async () => {
    const { shelf, kept } = shelfAt('https://groups.contoso.com');
    const token = (await shelf.offer(tenantId, file))?.split('/').at(-1) ?? '';
    admins.delete('ada');
    assert.equal(await shelf.take(token), undefined);
    assert.equal(kept.size, 0);
  });

  it('keeps nothing and gives no address where nobody said how browsers reach the bot', async () => {
    const { shelf, kept } = shelfAt(undefined);
    assert.equal(await shelf.offer(tenantId, file), undefined);
    assert.equal(kept.size, 0);
  });
});
