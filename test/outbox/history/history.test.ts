import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'mocha';
import type { WriteResult } from '../../../src/commands/ports.js';
import type { AuditEvent } from '../../../src/domain/history/audit.js';
import { verifyChain } from '../../../src/domain/history/auditChain.js';
import { createChainAppender, sha256 } from '../../../src/outbox/history/history.js';
import { contoso, monday } from '../../support/documents.js';
import { MemoryStore } from '../../support/memoryStore.js';

const event = (id: string): AuditEvent => ({
  id,
  kind: 'memberAdded',
  at: monday,
  groupId: 'marketing',
  subjectId: 'ann',
});
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('history', () => {
  it('F65, F66: is one unbroken chain when several processes append at once', async () => {
    const store = new MemoryStore().forTenant(contoso);
    const appenders = [
      createChainAppender(Math.random, randomUUID),
      createChainAppender(Math.random, randomUUID),
      createChainAppender(Math.random, randomUUID),
    ];
    await Promise.all(
      appenders.flatMap((append, process) => ids(`p${process}-`, 8).map((id) => append(store, event(id)))),
    );
    const entries = await store.readAudit(1, 100);
    assert.equal(entries.length, 24);
    assert.ok(verifyChain(entries, sha256).ok);
  });

  it('F66: keeps an event once, however often it is recorded, and by whom', async () => {
    const store = new MemoryStore().forTenant(contoso);
    const [one, other] = [createChainAppender(Math.random, randomUUID), createChainAppender(Math.random, randomUUID)];
    for (const id of ['a', 'b', 'a', 'b']) await one(store, event(id));
    await other(store, event('a'));
    await Promise.all([one(store, event('c')), other(store, event('c'))]);
    await one(store, event('d'));
    assert.deepEqual(
      (await store.readAudit(1, 100)).map((entry) => entry.event.id),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('keeps the order in which one process records', async () => {
    const store = new MemoryStore().forTenant(contoso);
    const append = createChainAppender(Math.random, randomUUID);
    await Promise.all(ids('e', 20).map((id) => append(store, event(id))));
    assert.deepEqual(
      (await store.readAudit(1, 100)).map((entry) => entry.event.id),
      ids('e', 20),
    );
  });

  it('gives way when other processes are always faster, and says so', async () => {
    const store = new MemoryStore().forTenant(contoso);
    const rival = createChainAppender(Math.random, randomUUID);
    let rivals = 0;
    const crowded = {
      ...store,
      appendAudit: async (entry: Parameters<typeof store.appendAudit>[0]) => {
        await rival(store, event(`rival-${(rivals += 1)}`));
        return store.appendAudit(entry);
      },
    };
    assert.equal(await createChainAppender(() => 0, randomUUID)(crowded, event('a')), 'crowded');
    assert.equal(await createChainAppender(() => 0, randomUUID)(store, event('a')), 'appended');
    const entries = await store.readAudit(1, 100);
    assert.equal(entries.filter((entry) => entry.event.id === 'a').length, 1);
    assert.ok(verifyChain(entries, sha256).ok);
  });

  it('each organisation has a chain of its own', async () => {
    const memory = new MemoryStore();
    const append = createChainAppender(Math.random, randomUUID);
    await Promise.all([append(memory.forTenant('one'), event('a')), append(memory.forTenant('two'), event('a'))]);
    assert.equal((await memory.forTenant('one').lastAudit())?.sequence, 1);
    assert.equal((await memory.forTenant('two').lastAudit())?.sequence, 1);
  });

  it('goes on after the store failed, also when it had written all the same', async () => {
    const store = new MemoryStore().forTenant(contoso);
    let failures = 1;
    const shaky = {
      ...store,
      appendAudit: async (entry: Parameters<typeof store.appendAudit>[0]): Promise<WriteResult> => {
        const result = await store.appendAudit(entry);
        if (failures-- > 0) throw new Error('the answer was lost');
        return result;
      },
    };
    const append = createChainAppender(Math.random, randomUUID);
    await assert.rejects(append(shaky, event('a')), /lost/);
    await append(shaky, event('a'));
    await append(shaky, event('b'));
    const entries = await store.readAudit(1, 100);
    assert.deepEqual(
      entries.map((entry) => entry.event.id),
      ['a', 'b'],
    );
    assert.ok(verifyChain(entries, sha256).ok);
  });

  it('F66: shows a change that somebody made in the database', async () => {
    const memory = new MemoryStore();
    const store = memory.forTenant(contoso);
    const append = createChainAppender(Math.random, randomUUID);
    for (const id of ids('e', 5)) await append(store, event(id));
    memory.tamper(contoso, 3, (entry) => ({ ...entry, event: { ...entry.event, subjectId: 'mallory' } }));
    assert.deepEqual(verifyChain(await store.readAudit(1, 100), sha256), {
      ok: false,
      sequence: 3,
      problem: 'content',
    });
  });
});
