import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { TenantStore } from '../../../src/commands/ports.js';
import { readOnce } from '../../../src/commands/reads/turnReads.js';
import { authorize } from '../../../src/domain/authorized.js';
import { aGroup, aPerson, contoso } from '../../support/documents.js';
import { MemoryStore } from '../../support/memoryStore.js';

const proof = authorize('test');

describe('the reads of a turn', () => {
  let behind: TenantStore;
  let turn: TenantStore;
  const rename = (store: TenantStore, name: string, version: number) =>
    store.replace(proof, 'groups', aGroup({ name, version }));

  beforeEach(async () => {
    behind = new MemoryStore().forTenant(contoso);
    turn = readOnce(behind);
    await behind.insert(proof, 'groups', aGroup());
    await behind.insert(proof, 'people', aPerson());
  });

  it('ask for a record once, whichever way it is read', async () => {
    assert.equal((await turn.read('groups').get('marketing'))?.version, 1);
    await rename(behind, 'Sales', 2);
    assert.equal((await turn.read('groups').get('marketing'))?.version, 1);
    assert.deepEqual(
      (await turn.read('groups').getMany(['marketing'])).map(({ version }) => version),
      [1],
    );
  });

  it('remember by its key what a search has found', async () => {
    await turn.read('groups').find({ where: { nameKey: 'marketing' } });
    await rename(behind, 'Sales', 2);
    assert.equal((await turn.read('groups').get('marketing'))?.version, 1);
    assert.equal(await rename(turn, 'Design', 2), 'conflict');
    assert.equal((await turn.read('groups').get('marketing'))?.version, 2);
  });

  it('remember that there is none, and keep collections apart', async () => {
    assert.equal(await turn.read('people').get('marketing'), undefined);
    assert.deepEqual(await turn.read('people').getMany(['marketing', 'ann', 'ann']), [aPerson(), aPerson()]);
    assert.equal((await turn.read('groups').get('marketing'))?.id, 'marketing');
  });

  it('see what the turn itself has written', async () => {
    await turn.read('groups').get('marketing');
    assert.equal(await rename(turn, 'Sales', 2), 'written');
    assert.equal((await turn.read('groups').get('marketing'))?.name, 'Sales');
  });

  it('begin afresh after a lost race, with all that the turn had read', async () => {
    await turn.read('groups').get('marketing');
    await turn.read('people').get('ann');
    await rename(behind, 'Sales', 2);
    await behind.replace(proof, 'people', aPerson({ name: 'Ann Baker', version: 2 }));
    assert.equal(await rename(turn, 'Design', 2), 'conflict');
    assert.equal((await turn.read('groups').get('marketing'))?.name, 'Sales');
    assert.equal((await turn.read('people').get('ann'))?.name, 'Ann Baker');
  });

  it('never answer a search from memory', async () => {
    await turn.read('groups').get('marketing');
    await rename(behind, 'Sales', 2);
    assert.deepEqual(
      (await turn.read('groups').find({ where: { nameKey: 'sales' } })).map(({ name }) => name),
      ['Sales'],
    );
  });
});
