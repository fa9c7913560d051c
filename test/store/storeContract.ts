import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Store, TenantStore } from '../../src/commands/ports.js';
import type { OpenedStore } from '../support/stores.js';
import { describeClaims } from './contract/claims.js';
import { describeHistory } from './contract/history.js';
import { describeIsolation } from './contract/isolation.js';
import { describeNames } from './contract/names.js';
import { describeReads } from './contract/reads.js';
import { describeSearch } from './contract/search.js';
import { describeShared } from './contract/shared.js';
import { describeWork } from './contract/work.js';
import { describeWrites } from './contract/writes.js';

/** What the parts of the contract are given: the store, and a tenant in it that nobody else has used. */
export interface Bench {
  readonly store: () => Store;
  readonly freshTenant: () => TenantStore;
}

/** The contract of `Store`; whoever implements it passes this as it stands. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} as a store`, () => {
    let opened: OpenedStore;
    let tenants = 0;
    const bench: Bench = {
      store: () => opened.store,
      freshTenant: () => opened.store.forTenant(`tenant-${++tenants}`),
    };

    before(async () => {
      opened = await open();
    });
    after(() => opened.close());

    it('answers a ping', async () => {
      await opened.store.ping();
    });
    describeReads(bench);
    describeSearch(bench);
    describeWrites(bench);
    describeNames(bench);
    describeClaims(bench);
    describeShared(bench);
    describeIsolation(bench);
    describeWork(open);
    describeHistory(bench);

    it('gives everything back after it was closed, and refuses to work meanwhile', async () => {
      const { store, close } = await open();
      await store.close();
      await assert.rejects(store.ping());
      await assert.rejects(store.forTenant('contoso').read('groups').get('marketing'));
      await close();
    });
  });
}
