import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { authorize, type Authorized } from '../../src/domain/authorized.js';
import { MemoryStore } from '../support/memoryStore.js';
import { aGroup, contoso } from '../support/documents.js';

describe('Authorized', () => {
  it('a forged proof does not compile', async () => {
    const store = new MemoryStore().forTenant(contoso);
    // @ts-expect-error a literal lacks the rule's secret
    const forged: Authorized<'joinGroup'> = { action: 'joinGroup' };
    // @ts-expect-error a write without a proof is none
    const unproven = store.insert(undefined, 'groups', aGroup());
    assert.equal(await unproven, 'written', 'the types are the guard here, not the store');
    assert.equal(forged.action, authorize('joinGroup').action);
  });

  it('a proof of one action is not one of another', () => {
    // @ts-expect-error the action is part of the type
    const other: Authorized<'approveRequest'> = authorize('joinGroup');
    assert.equal(other.action, 'joinGroup');
  });
});
