import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Store } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { groupNameClaim } from '../../src/domain/claims.js';
import { linkEvent, verifyChain } from '../../src/domain/history/auditChain.js';
import type { AuditEntry } from '../../src/domain/history/audit.js';
import { backup, backUp } from '../../src/operations/backup.js';
import { restoreFrom } from '../../src/operations/restore.js';
import { sha256 } from '../../src/outbox/history/history.js';
import { check } from '../../src/store/check.js';
import { UnfinishedRestoreError } from '../../src/store/unfinishedRestore.js';
import type { Vault } from '../../src/store/vault.js';
import { aGroup, aMembership, aRequest, aTenant, contoso, monday } from '../support/documents.js';
import { readFixture, type FixtureRow } from '../support/oldStore.js';
import { placesUnderTest, type Place } from '../support/vaults.js';

const proof = authorize('test');
const quiet = { say: () => undefined, warn: () => undefined };
const byPlace = (a: FixtureRow, b: FixtureRow) => (placeOf(a) < placeOf(b) ? -1 : 1);
const placeOf = ({ collection, body }: FixtureRow) => `${collection} ${body.key}`;

// Holds what backup and restore promise. Not shown: the disk's own faults, and a MongoDB of several servers.
for (const kind of placesUnderTest()) {
  describe(`backup and restore on ${kind.name}`, () => {
    let folder: string;
    let file: string;
    let places: Place[];
    let open: { close(): Promise<void> }[];
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'group-concierge-'));
      file = join(folder, 'backup.jsonl');
      places = [];
      open = [];
    });
    afterEach(async () => {
      for (const one of open) await one.close();
      for (const place of places) await place.remove();
      await rm(folder, { recursive: true });
    });

    async function somewhere(): Promise<Place> {
      const place = await kind.find();
      places.push(place);
      return place;
    }
    const opened = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
      const one = await opening;
      open.push(one);
      return one;
    };
    const read = async (path: string): Promise<FixtureRow[]> =>
      (await readFile(path, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as FixtureRow);
    const write = (rows: readonly unknown[]) =>
      writeFile(file, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
    const restored = async (place: Place, leaveOutBad = false, said: string[] = []) => {
      const vault = await place.openVault();
      try {
        return await restoreFrom(vault, file, { leaveOutBad, voice: { ...quiet, warn: (line) => said.push(line) } });
      } finally {
        await vault.close();
      }
    };

    it('gives everything back as it was, found by every index, and the same again from there', async () => {
      const rows = readFixture('0.1.0');
      await write(rows);
      const first = await somewhere();
      assert.deepEqual(await restored(first), { restored: rows.length, leftOut: 0 });
      const vault = await opened(first.openVault());
      const report = await backUp(vault, join(folder, 'second.jsonl'));
      assert.deepEqual(report, { records: rows.length, isOneMoment: kind.hasSnapshots, misfits: [] });
      const second = await read(join(folder, 'second.jsonl'));
      const unnumbered = second.map(({ collection, body: { schemaVersion, ...body } }) => {
        assert.equal(schemaVersion, 1);
        return { collection, body };
      });
      assert.deepEqual(unnumbered.sort(byPlace as never), [...rows].sort(byPlace));

      const store = await opened(first.openStore());
      for (const { collection, body } of rows.filter((row) => row.collection === 'groups')) {
        const groups = store.forTenant(body.tenantId).read('groups');
        const named = await groups.find({ where: { nameKey: body['nameKey'] as string } });
        assert.ok(
          named.some(({ key }) => key === body.key),
          placeOf({ collection, body }),
        );
        for (const ownerId of body['ownerIds'] as string[])
          assert.ok((await groups.find({ where: { ownerIds: ownerId } })).some(({ key }) => key === body.key));
      }
      const due = rows.filter(({ body }) => body['nextEffectAt'] !== undefined);
      assert.equal((await store.findDueWork(Number.MAX_SAFE_INTEGER, 10_000)).length, due.length);

      file = join(folder, 'second.jsonl');
      assert.deepEqual(await restored(await somewhere()), { restored: rows.length, leftOut: 0 });
    });

    it('is a file for its owner alone, which has its name only when it is whole', async () => {
      const place = await somewhere();
      const vault = await opened(place.openVault());
      const broken: Vault = {
        ...vault,
        async *read() {
          throw new Error('the disk is gone');
        },
      };
      await assert.rejects(backUp(broken, file), /the disk is gone/);
      assert.deepEqual(await readdir(folder), []);
      await backUp(vault, file);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
    });

    it('is remembered by the store, for administrators who ask how the bot is', async () => {
      await write([{ collection: 'tenants', body: aTenant() }]);
      const place = await somewhere();
      await restored(place);
      const store = await opened(place.openStore());
      const { lastBackup } = store.forTenant(contoso).shared;
      assert.equal(await lastBackup.at(), undefined);
      const before = store.now();
      assert.equal(await backup(['--out', file], place.env, quiet), 0);
      assert.ok(((await lastBackup.at()) ?? 0) >= before - 1000);
    });

    it('keeps a record that does not fit as it is, and says which', async () => {
      await write([{ collection: 'groups', body: aGroup() }]);
      const place = await somewhere();
      await restored(place);
      const vault = await opened(place.openVault());
      const odd: Vault = {
        ...vault,
        async *read(shelf) {
          for await (const one of vault.read(shelf)) yield { ...one, problem: 'joinRule: invalid_value' };
        },
      };
      const { misfits } = await backUp(odd, file);
      assert.deepEqual(misfits, ['groups contoso/marketing: joinRule: invalid_value']);
      assert.equal((await read(file)).length, 1);
    });

    it('restores nothing into a store that has something', async () => {
      const place = await somewhere();
      const store = await opened(place.openStore());
      await store.forTenant(contoso).insert(proof, 'memberships', aMembership());
      await write([{ collection: 'groups', body: aGroup() }]);
      await assert.rejects(restored(place), /has records already/);
      assert.equal(await store.forTenant(contoso).read('groups').get('marketing'), undefined);
    });

    it('names each bad line by its number, and restores nothing, or all the others', async () => {
      await write([
        { collection: 'groups', body: aGroup() },
        '',
        '{ "collection": "groups", ',
        { collection: 'widgets', body: aGroup({ id: 'b' }) },
        { collection: 'groups', body: { ...aGroup({ id: 'c' }), joinRule: 'whoever' } },
        { collection: 'groups', body: { ...aGroup({ id: 'd' }), key: 'fabrikam/d' } },
        [1],
        { collection: 'requests', body: aRequest({ justification: 'two\u2028lines' }) },
      ]);
      const place = await somewhere();
      const said: string[] = [];
      await assert.rejects(restored(place, false, said), /Nothing was restored, because of 5 bad lines/);
      assert.deepEqual(said, [
        'Line 3 cannot be restored: it is no JSON.',
        'Line 4 cannot be restored: there is no collection "widgets".',
        'Line 5 cannot be restored: among the groups: joinRule: invalid_value.',
        'Line 6 cannot be restored: among the groups: its key does not begin with its tenantId and a slash.',
        'Line 7 cannot be restored: it is no record: it needs a collection and a body.',
      ]);
      const store = await opened(place.openStore());
      assert.equal(await store.forTenant(contoso).read('groups').get('marketing'), undefined);
      assert.deepEqual(await restored(place, true), { restored: 2, leftOut: 5 });
      const request = await store.forTenant(contoso).read('requests').get('REQ-00000001');
      assert.equal(request?.justification, 'two\u2028lines');
    });

    it('broken off, lets no bot start, and goes on to its end when it is run again', async () => {
      const rows = readFixture('0.1.0');
      await write(rows);
      const place = await somewhere();
      const vault = await place.openVault();
      let puts = 0;
      const failing: Vault = {
        ...vault,
        put: async (shelf, record) => {
          if ((puts += 1) > 300) throw new Error('The line is dead.');
          return vault.put(shelf, record);
        },
      };
      await assert.rejects(
        restoreFrom(failing, file, { leaveOutBad: false, voice: quiet }),
        /The line is dead\. The store is unfinished: 300 records are in it/,
      );
      await vault.close();
      await assert.rejects(place.openStore(), UnfinishedRestoreError);
      assert.deepEqual(await restored(place), { restored: rows.length, leftOut: 0 });
      await opened(place.openStore());
    });

    it('says which line has what another one has, and that the store is unfinished', async () => {
      const openKey = 'contoso/marketing/ann';
      await write([
        { collection: 'requests', body: aRequest({ openKey }) },
        { collection: 'groups', body: aGroup() },
        { collection: 'requests', body: aRequest({ id: 'REQ-00000002', openKey }) },
      ]);
      const place = await somewhere();
      await assert.rejects(
        restored(place),
        /Line [13] cannot be restored: the key of requests contoso\/REQ-0000000[12], or something else/,
      );
      await assert.rejects(place.openStore(), UnfinishedRestoreError);
    });

    it('gives back two groups that have one name from earlier times', async () => {
      await write(['a', 'b'].map((id) => ({ collection: 'groups', body: aGroup({ id, name: 'Marketing' }) })));
      const place = await somewhere();
      assert.deepEqual(await restored(place), { restored: 2, leftOut: 0 });
      const tenant = (await opened(place.openStore())).forTenant(contoso);
      const named = await tenant.names.exact(['marketing'], ['groups']);
      assert.deepEqual(named.map(({ id }) => id).sort(), ['a', 'b']);
      const claims = [groupNameClaim('Marketing')];
      assert.equal((await tenant.holders(claims))[0]?.id, 'a');
      const third = aGroup({ id: 'c', name: 'Marketing' });
      assert.equal(await tenant.insert(proof, 'groups', third, claims), 'duplicate');
    });

    it('under load holds whole records and a history that verifies to its last entry', async () => {
      const place = await somewhere();
      const store = await opened(place.openStore());
      for (const id of twinIds) await store.forTenant(contoso).insert(proof, 'groups', aGroup({ id, name: id }));
      let isOver = false;
      const load = Promise.all([chain(store, () => isOver), twins(store, () => isOver)]);
      const vault = await opened(place.openVault());
      try {
        for (let round = 1; round <= 5; round += 1) {
          await backUp(vault, file);
          const rows = await read(file);
          for (const { collection, body } of rows) assert.ok(check(collection, body).ok, body.key);
          assert.ok(round < 5 || rows.some(({ collection }) => collection === 'audit'));
          const entries = rows.filter(({ collection }) => collection === 'audit').map(({ body }) => body);
          assert.ok(verifyChain(entries as unknown as AuditEntry[], sha256).ok);
          const versionOf = (id: string) => Number(rows.find(({ body }) => body.id === id)?.body['version']);
          // The elder twin is written first, so that at any moment it is level or one ahead.
          if (kind.hasSnapshots) assert.ok([0, 1].includes(versionOf('elder') - versionOf('younger')));
        }
      } finally {
        isOver = true;
        await load;
      }
      await restored(await somewhere());
    });
  });
}

const twinIds = ['elder', 'younger'];

/** Writes a history, entry by entry. */
async function chain(store: Store, isOver: () => boolean): Promise<void> {
  let last: AuditEntry | undefined;
  for (let count = 0; !isOver(); count += 1) {
    const event = { id: `event-${count}`, kind: 'memberAdded', at: monday } as const;
    last = linkEvent(last, contoso, event, sha256);
    assert.equal(await store.forTenant(contoso).appendAudit(last), 'written');
  }
}

/** Changes two groups in turn. */
async function twins(store: Store, isOver: () => boolean): Promise<void> {
  const tenant = store.forTenant(contoso);
  for (let version = 2; !isOver(); version += 1)
    for (const id of twinIds) await tenant.replace(proof, 'groups', aGroup({ id, name: id, version }));
}
