import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { StoreUnavailableError, type WriteResult } from '../../../src/commands/ports.js';
import { isDuplicate, toStoreError, writeSurely } from '../../../src/store/mongo/mongoErrors.js';

const lostReply = new MongoNetworkError('connection closed');

/** Answers each call with the next of these. */
function stubAttempts(...outcomes: (WriteResult | Error)[]): () => Promise<WriteResult> {
  return async () => {
    const outcome = outcomes.shift();
    if (outcome === undefined) throw new Error('one attempt too many');
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
}

async function never(): Promise<boolean> {
  throw new Error('nothing to look up here');
}

describe('a write to MongoDB', () => {
  it('is answered as it ends when nothing goes wrong', async () => {
    for (const result of ['written', 'conflict', 'duplicate'] as const)
      assert.equal(await writeSurely(stubAttempts(result), never), result);
  });

  it('is tried again when the reply was lost', async () => {
    assert.equal(await writeSurely(stubAttempts(lostReply, 'written'), never), 'written');
  });

  it('was our own when the repetition is turned away and the stored record is ours', async () => {
    assert.equal(await writeSurely(stubAttempts(lostReply, 'conflict'), async () => true), 'written');
    assert.equal(await writeSurely(stubAttempts(lostReply, 'duplicate'), async () => true), 'written');
  });

  it('has lost the race when the stored record is not ours', async () => {
    assert.equal(await writeSurely(stubAttempts(lostReply, 'conflict'), async () => false), 'conflict');
    assert.equal(await writeSurely(stubAttempts(lostReply, 'duplicate'), async () => false), 'duplicate');
  });

  it('ends unknown, and says so, when the database stays away', async () => {
    await assert.rejects(writeSurely(stubAttempts(lostReply, lostReply), never), StoreUnavailableError);
    const silent = async () => {
      throw lostReply;
    };
    await assert.rejects(writeSurely(stubAttempts(lostReply, 'conflict'), silent), StoreUnavailableError);
  });

  it('is not tried again when no server was found: nothing was sent, and somebody is waiting', async () => {
    const noServer = new MongoServerSelectionError('no server', {} as never);
    await assert.rejects(writeSurely(stubAttempts(noServer), never), StoreUnavailableError);
  });

  it('hands on what is our own mistake', async () => {
    const mistake = new MongoServerError({ message: 'unknown operator', code: 2 });
    await assert.rejects(writeSurely(stubAttempts(mistake), never), mistake);
    assert.equal(toStoreError(mistake), mistake);
  });

  it('is tried again when the primary steps down', async () => {
    const steppedDown = new MongoServerError({ message: 'not primary', code: 10107 });
    assert.equal(await writeSurely(stubAttempts(steppedDown, 'written'), never), 'written');
  });
});

describe('isDuplicate', () => {
  it('goes by the code alone, for each server words it differently', () => {
    assert.equal(
      isDuplicate(
        new MongoServerError({ message: 'Duplicate key violation on the requested collection', code: 11000 }),
      ),
      true,
    );
    assert.equal(isDuplicate(new MongoServerError({ message: 'E11000 duplicate key', code: 12 })), false);
    assert.equal(isDuplicate(new Error('E11000')), false);
  });
});
