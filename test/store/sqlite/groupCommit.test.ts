import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { StoreUnavailableError, type WriteResult } from '../../../src/commands/ports.js';
import { createGroupCommit, type WritingConnection } from '../../../src/store/sqlite/groupCommit.js';

function sqliteError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A connection that keeps a log of what it was asked, with what it shall do in place of working. */
class FakeConnection implements WritingConnection {
  readonly log: string[] = [];
  inTransaction = false;
  onBegin: () => void = () => undefined;
  onCommit: () => Promise<void> = async () => undefined;

  begin(): void {
    this.onBegin();
    this.log.push('begin');
    this.inTransaction = true;
  }

  async commit(): Promise<void> {
    this.log.push('commit');
    await this.onCommit();
    this.inTransaction = false;
  }

  rollback(): void {
    this.log.push('rollback');
    this.inTransaction = false;
  }

  lost(): void {
    this.log.push('lost');
  }
}

function written(): WriteResult {
  return 'written';
}

describe('group commit', () => {
  it('shares one transaction and one flush among the writes of a moment', async () => {
    const connection = new FakeConnection();
    const { submit } = createGroupCommit(connection, 0);
    const results = await Promise.all(
      (['written', 'conflict', 'duplicate', 'written'] as const).map((result) => submit(() => result)),
    );
    assert.deepEqual(results, ['written', 'conflict', 'duplicate', 'written']);
    assert.deepEqual(connection.log, ['begin', 'commit']);
  });

  it('answers nobody before the flush is over', async () => {
    const connection = new FakeConnection();
    let flush = () => {};
    connection.onCommit = () => new Promise((resolve) => (flush = resolve));
    const { submit } = createGroupCommit(connection, 0);
    let answered = false;
    const write = submit(written).then(() => (answered = true));
    while (!connection.log.includes('commit')) await new Promise(setImmediate);
    await new Promise(setImmediate);
    assert.equal(answered, false);
    flush();
    await write;
  });

  it('collects what comes during a flush for the next one', async () => {
    const connection = new FakeConnection();
    const { submit } = createGroupCommit(connection, 0);
    const later: Promise<WriteResult>[] = [];
    connection.onCommit = async () => {
      if (later.length === 0) later.push(submit(written), submit(written));
    };
    await submit(written);
    await Promise.all(later);
    assert.deepEqual(connection.log, ['begin', 'commit', 'begin', 'commit']);
  });

  it('does not let one failing write spoil the others', async () => {
    const connection = new FakeConnection();
    const { submit } = createGroupCommit(connection, 0);
    const bug = new Error('a mistake of ours');
    const results = await Promise.allSettled([
      submit(written),
      submit(() => {
        throw bug;
      }),
      submit(written),
    ]);
    assert.deepEqual(results, [
      { status: 'fulfilled', value: 'written' },
      { status: 'rejected', reason: bug },
      { status: 'fulfilled', value: 'written' },
    ]);
  });

  it('answers nobody with "written" when the transaction was lost with one of the writes', async () => {
    const connection = new FakeConnection();
    const { submit, idle } = createGroupCommit(connection, 0);
    const fullDisk = () => {
      connection.inTransaction = false;
      throw sqliteError('SQLITE_FULL');
    };
    const results = await Promise.allSettled([submit(written), submit(fullDisk), submit(written)]);
    for (const result of results)
      assert.ok(result.status === 'rejected' && result.reason instanceof StoreUnavailableError);
    await idle();
    assert.deepEqual(connection.log, ['begin', 'lost']);
    assert.equal(await submit(written), 'written', 'the next one works again');
  });

  it('answers nobody with "written" when the flush fails, and takes the transaction back', async () => {
    const connection = new FakeConnection();
    const { submit } = createGroupCommit(connection, 0);
    connection.onCommit = async () => {
      throw sqliteError('SQLITE_IOERR_FSYNC');
    };
    const results = await Promise.allSettled([submit(written), submit(written)]);
    for (const result of results)
      assert.ok(result.status === 'rejected' && result.reason instanceof StoreUnavailableError);
    assert.deepEqual(connection.log, ['begin', 'commit', 'rollback']);
  });

  it('tries again while another process writes', async () => {
    const connection = new FakeConnection();
    let refusals = 2;
    connection.onBegin = () => {
      if (refusals-- > 0) throw sqliteError('SQLITE_BUSY');
    };
    assert.equal(await createGroupCommit(connection, 60_000).submit(written), 'written');
  });

  it('gives up when another process writes for too long', async () => {
    const connection = new FakeConnection();
    connection.onBegin = () => {
      throw sqliteError('SQLITE_BUSY');
    };
    const { submit, idle } = createGroupCommit(connection, 0);
    await assert.rejects(submit(written), StoreUnavailableError);
    await idle();
    assert.deepEqual(connection.log, []);
  });
});
