import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { hear } from '../../src/commands/hear.js';
import type { TenantStore } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { contoso } from '../support/documents.js';
import { sqliteUnderTest } from '../support/stores.js';
import { counting } from './counting.js';
import { openDesk } from './dialogues.js';
import { messagesOf } from './offices.js';
import { phrasesOf } from './organisation.js';

// How often understanding waits for the embedded store: names come from its index, in three round trips at the most,
// whatever the message; what waits for somebody, and whom they lead, is read beside it. No time is asserted here.

const collections = ['tenants', 'people', 'groups', 'resources', 'memberships', 'requests'] as const;
/** Every fifth message; all of them take a minute. */
const every = process.env['ALL_MESSAGES'] === undefined ? 5 : 1;
const phrases = [
  ...['hand1.jsonl', 'hand2a.jsonl', 'hand3.jsonl', 'heldback.jsonl'].flatMap((file) => phrasesOf(file)),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((set) => messagesOf(`office${set}.txt`)),
].filter((_, index) => index % every === 0);

describe('how often understanding waits for the store', () => {
  const desk = openDesk();
  let store: TenantStore;
  let close: () => Promise<void>;

  before(async () => {
    const opened = await sqliteUnderTest.open();
    close = opened.close;
    store = opened.store.forTenant(contoso);
    const there = desk.store.forTenant(contoso);
    for (const collection of collections)
      for (const record of await there.read(collection).find({ where: {} }))
        await store.insert(authorize('seed'), collection, record);
  });
  after(() => close());

  it('finds the names of messages of the corpora in three round trips', async function () {
    this.timeout(120_000);
    const [names, all]: [number[], number[]] = [[], []];
    for (const { text, by } of phrases) {
      const counted = counting(store);
      await hear(text, { ...(await desk.turnOf(by)), store: counted.store });
      assert.ok(counted.names >= 1, text);
      names.push(counted.names);
      all.push(counted.all);
    }
    const most = Math.max(...names);
    const share = (few: number): string =>
      `${((all.filter((one) => one <= few).length / all.length) * 100).toFixed(0)} %`;
    process.stdout.write(
      `\n  ${phrases.length} messages: names in ${most} round trips at most; all that is read in 3 or fewer for ${share(3)}, in ${Math.max(...all)} at most\n`,
    );
    assert.ok(most <= 3, `${most}`);
    assert.ok(Math.max(...all) <= mostInAll, `${Math.max(...all)}`);
  });

  it('counts what is asked one behind the other, and what is asked at once as one', async () => {
    const counted = counting(store);
    const read = counted.store.read('groups');
    await Promise.all([read.get('Marketing'), read.get('Sales')]);
    await read.get('Marketing');
    assert.deepEqual([counted.all, counted.names], [2, 0]);
    await counted.store.names.exact(['marketing'], ['groups']);
    assert.deepEqual([counted.all, counted.names], [3, 1]);
  });
});

/** With what waits for whoever writes, and the groups of somebody whom they name by what they run. */
const mostInAll = 9;
