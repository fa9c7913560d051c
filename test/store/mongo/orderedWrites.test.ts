import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { groupNameClaim } from '../../../src/domain/claims.js';
import type { Group } from '../../../src/domain/groups/group.js';
import { toNameKey } from '../../../src/domain/names.js';
import type { Engine } from '../../../src/store/engine.js';
import type { SingleWrites } from '../../../src/store/mongo/mongoEngine.js';
import { orderWrites } from '../../../src/store/mongo/orderedWrites.js';
import { isHeld } from '../../../src/store/names/claims.js';
import { sweep } from '../../../src/store/shared/sweep.js';
import { aGroup, contoso } from '../../support/documents.js';
import { MemorySingleWrites } from '../../support/memorySingleWrites.js';

const minuteMs = 60_000;

function open(): { readonly db: MemorySingleWrites; readonly engine: Engine } {
  const db = new MemorySingleWrites();
  const methods = ['get', 'find', 'insert', 'replace', 'remove', 'putName', 'removeNames', 'overdue', 'now'] as const;
  const single = Object.fromEntries(methods.map((name) => [name, (db[name] as () => unknown).bind(db)]));
  return { db, engine: orderWrites(single as unknown as SingleWrites) };
}

function named(id: string, name: string, version = 1): Group {
  return aGroup({ id, name, nameKey: toNameKey(name), version });
}

const claimOf = (name: string): string => `${contoso}/${groupNameClaim(name)}`;

/** What must be so after a sweep, whatever happened before: each record has its name, and no claim is for nobody. */
function assertSound(db: MemorySingleWrites): void {
  const groups = db.all('groups');
  const live = groups.filter(({ deletedAt }) => deletedAt === undefined);
  assert.deepEqual(
    db
      .all('names')
      .map(({ id, name }) => `${id} ${name}`)
      .sort(),
    live.map(({ id, name }) => `${id} ${name}`).sort(),
  );
  for (const claim of db.all('claims')) {
    assert.ok(
      isHeld(
        claim,
        groups.find(({ id }) => id === claim.id),
      ),
      `${claim.key} is held by nobody`,
    );
    assert.equal(claim.sweepAt, undefined);
  }
  for (const { sweepAt } of db.all('names')) assert.equal(sweepAt, undefined);
}

/** Does something, ending the process before each of its writes in turn, until it gets through. */
async function interruptEverywhere(
  prepare: (engine: Engine) => Promise<void>,
  act: (engine: Engine) => Promise<unknown>,
  check: (db: MemorySingleWrites, engine: Engine) => Promise<void>,
): Promise<void> {
  for (let writes = 0; ; writes += 1) {
    const { db, engine } = open();
    await prepare(engine);
    db.writesLeft = writes;
    const isDone = await act(engine).then(
      () => true,
      () => false,
    );
    db.writesLeft = Infinity;
    await check(db, engine);
    if (isDone) {
      assert.ok(writes >= 4, 'claim, entry, record, and what is settled');
      return;
    }
  }
}

describe('writes of one document each, in order', () => {
  it('make a group in full or not at all, wherever the process ends; after a minute its name is free', () =>
    interruptEverywhere(
      async () => undefined,
      (engine) => engine.insert('groups', named('a', 'Alpha'), [claimOf('Alpha')]),
      async (db, engine) => {
        db.time += minuteMs;
        await sweep(engine);
        assertSound(db);
        const isThere = db.all('groups').length === 1;
        const second = await engine.insert('groups', named('b', 'Alpha'), [claimOf('Alpha')]);
        assert.equal(second, isThere ? 'duplicate' : 'written');
      },
    ));

  it('rename a group in full or not at all: it is found by the name that it has', () =>
    interruptEverywhere(
      async (engine) => void (await engine.insert('groups', named('a', 'Alpha'), [claimOf('Alpha')])),
      (engine) => engine.replace('groups', named('a', 'Beta', 2), 1, [claimOf('Beta')]),
      async (db, engine) => {
        // At no moment is the group without an entry for its name.
        const [{ name = '' } = {}] = db.all('groups');
        assert.ok(db.all('names').some((entry) => entry.name === name));
        db.time += minuteMs;
        await sweep(engine);
        assertSound(db);
        assert.equal(await engine.insert('groups', named('b', name), [claimOf(name)]), 'duplicate');
      },
    ));

  it('delete a group in full or not at all', () =>
    interruptEverywhere(
      async (engine) => void (await engine.insert('groups', named('a', 'Alpha'), [claimOf('Alpha')])),
      async (engine) => {
        await engine.replace('groups', { ...named('a', 'Alpha', 2), deletedAt: 5 }, 1);
        await engine.insert('groups', named('b', 'Alpha'), [claimOf('Alpha')]);
      },
      async (db, engine) => {
        db.time += minuteMs;
        await sweep(engine);
        const live = db.all('groups').filter(({ deletedAt }) => deletedAt === undefined);
        assert.ok(live.length <= 1);
      },
    ));

  it('let a claim that nobody bore out be taken after a minute, and not before', async () => {
    const { db, engine } = open();
    db.writesLeft = 1;
    await assert.rejects(engine.insert('groups', named('a', 'Alpha'), [claimOf('Alpha')]));
    db.writesLeft = Infinity;
    db.time += minuteMs - 1;
    assert.equal(await engine.insert('groups', named('b', 'Alpha'), [claimOf('Alpha')]), 'duplicate');
    db.time += 1;
    assert.equal(await engine.insert('groups', named('b', 'Alpha'), [claimOf('Alpha')]), 'written');
    assertSound(db);
  }).timeout(10_000);

  it('leave alone a claim that is being borne out while it is swept', async () => {
    const { db, engine } = open();
    db.writesLeft = 1;
    await assert.rejects(engine.insert('groups', named('a', 'Alpha'), [claimOf('Alpha')]));
    db.writesLeft = Infinity;
    await sweep(engine);
    assert.equal(db.all('claims').length, 1);
    // The same record tries again: the claim is its own.
    assert.equal(await engine.insert('groups', named('a', 'Alpha'), [claimOf('Alpha')]), 'written');
    db.time += minuteMs;
    await sweep(engine);
    assertSound(db);
    assert.equal(db.all('claims').length, 1);
  });
});
