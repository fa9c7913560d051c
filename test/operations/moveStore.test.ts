import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { linkEvent } from '../../src/domain/history/auditChain.js';
import type { AuditEntry } from '../../src/domain/history/audit.js';
import { move, moveStore } from '../../src/operations/moveStore.js';
import { OperationError, UsageError } from '../../src/operations/operation.js';
import { verifyStore } from '../../src/operations/verifyStore.js';
import { sha256 } from '../../src/outbox/history/history.js';
import type { StoredRecord } from '../../src/store/migrations/migrations.js';
import type { Vault } from '../../src/store/vault.js';
import { aGroup, aMembership, contoso, monday } from '../support/documents.js';
import { placesUnderTest, type Place, type PlaceUnderTest } from '../support/vaults.js';

const quiet = { say: () => undefined, warn: () => undefined };
const [sqlite] = placesUnderTest() as [PlaceUnderTest];

// Holds that nothing is lost on the way from one store to the other, and that a store is believed only when it was checked.
for (const kind of placesUnderTest())
  describe(`moving the embedded store to ${kind.name}`, () => {
    let folder: string;
    let places: Place[];
    let vaults: Vault[];
    let from: Vault;
    let to: Vault;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'group-concierge-'));
      places = [await sqlite.find(), await kind.find()];
      vaults = await Promise.all(places.map((place) => place.openVault()));
      [from, to] = vaults as [Vault, Vault];
    });
    afterEach(async () => {
      for (const vault of vaults) await vault.close();
      for (const place of places) await place.remove();
      await rm(folder, { recursive: true });
    });

    async function fill(entries: number): Promise<void> {
      await from.put('groups', aGroup({ id: 'marketing' }) as unknown as StoredRecord);
      await from.put('memberships', aMembership({ groupId: 'marketing', personId: 'ann' }) as unknown as StoredRecord);
      let last: AuditEntry | undefined;
      for (let index = 0; index < entries; index += 1) {
        const event = {
          id: `event-${index}`,
          kind: 'groupCreated',
          at: monday + index,
          actorId: 'ann',
          groupId: 'marketing',
        };
        last = linkEvent(last, contoso, event as never, sha256);
        await from.put('audit', last as unknown as StoredRecord);
      }
    }

    it('brings every record over, leaves the old store alone, and leaves no file behind', async () => {
      await fill(12);
      const { counts, broken } = await moveStore(from, to, { folder, voice: quiet });
      assert.deepEqual([counts.groups, counts.memberships, counts.audit, broken], [1, 1, 12, []]);
      assert.deepEqual(await verifyStore(from), await verifyStore(to));
      assert.deepEqual(await readdir(folder), []);
      const store = await places[1]?.openStore();
      assert.equal((await store?.forTenant(contoso).read('groups').get('marketing'))?.name, aGroup({}).name);
      await store?.close();
    });

    it('does not mix two stores', async () => {
      await fill(1);
      await to.put('groups', aGroup({ id: 'other', name: 'Other', nameKey: 'other' }) as unknown as StoredRecord);
      await assert.rejects(
        moveStore(from, to, { folder, voice: quiet }),
        (error) => error instanceof OperationError && /MONGODB_URI has records already.*empty one/.test(error.message),
      );
      assert.equal((await verifyStore(to)).counts.groups, 1);
      assert.deepEqual(await readdir(folder), []);
    });

    it('says where a history is broken', async () => {
      await fill(3);
      const forged = linkEvent(
        { sequence: 3, hash: 'f'.repeat(64) },
        contoso,
        { id: 'forged', kind: 'groupCreated', at: monday, actorId: 'eve' } as never,
        sha256,
      );
      await from.put('audit', forged as unknown as StoredRecord);
      assert.deepEqual((await verifyStore(from)).broken, [`The history of ${contoso} breaks at entry 4.`]);
      // It came so, and is moved so: the move neither mends nor hides it.
      assert.equal((await moveStore(from, to, { folder, voice: quiet })).broken.length, 1);
    });
  });

describe('npm run move-store', () => {
  it('says what to set', async () => {
    await assert.rejects(
      move([], { DATA_FILE: '/nowhere/x.db' }, quiet),
      (error) => error instanceof UsageError && /MONGODB_URI does not say where to/.test(error.message),
    );
    const env = { DATA_FILE: '/nowhere/x.db', MONGODB_URI: 'mongodb://127.0.0.1:1/x' };
    await assert.rejects(
      move([], env, quiet),
      (error) => error instanceof UsageError && /There is no store at \/nowhere\/x\.db/.test(error.message),
    );
    await assert.rejects(move(['--fast'], env, quiet), UsageError);
  });
});
