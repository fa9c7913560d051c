import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Bench } from '../storeContract.js';

function tally(answers: readonly boolean[]): number {
  return answers.filter((answer) => answer).length;
}

/** What all processes share: counted once, answered once, fetched once, whoever asks at the same moment. */
export function describeShared({ freshTenant }: Bench): void {
  describe('what all processes share', () => {
    for (const kind of ['messages', 'clicks'] as const)
      it(`lets each of the ${kind} count once, however often it comes`, async () => {
        const tenant = freshTenant();
        const ids = tenant.shared[kind];
        const answers = await Promise.all(Array.from({ length: 8 }, () => ids.add('conversation/1')));
        assert.equal(tally(answers), 1);
        assert.equal(await ids.add('conversation/2'), true);
        await ids.keep('conversation/1');
        assert.equal(await ids.add('conversation/1'), false);
        await ids.forget('conversation/1');
        assert.equal(await ids.add('conversation/1'), true, 'what could not be handled may come again');
        assert.equal(await freshTenant().shared[kind].add('conversation/2'), true, 'S11: of another organisation');
      });

    it('keeps the last open question of a person and conversation, until it is answered, once', async () => {
      const { openQuestions } = freshTenant().shared;
      assert.equal(await openQuestions.get('ann', 'chat'), undefined);
      await openQuestions.put('ann', 'chat', { id: 'q1', about: { group: 'Marketing' } });
      await openQuestions.put('ben', 'chat', { id: 'q2' });
      assert.deepEqual(await openQuestions.get('ann', 'chat'), { id: 'q1', about: { group: 'Marketing' } });
      await openQuestions.put('ann', 'chat', { id: 'q3' });
      assert.equal(await openQuestions.remove('ann', 'chat', 'q1'), false, 'a later one took its place');
      const answers = await Promise.all(Array.from({ length: 4 }, () => openQuestions.remove('ann', 'chat', 'q3')));
      assert.equal(tally(answers), 1);
      assert.equal(await openQuestions.get('ann', 'chat'), undefined);
      assert.equal((await openQuestions.get('ben', 'chat'))?.id, 'q2');
      assert.equal(await openQuestions.get('ben', 'channel'), undefined);
    });

    for (const kind of ['quotas', 'keptQuotas'] as const)
      it(`counts in the ${kind} what somebody does, and says until when it was enough`, async () => {
        const { shared } = freshTenant();
        const answers = await Promise.all(Array.from({ length: 6 }, () => shared[kind].take('ann', 4, 60_000)));
        assert.equal(tally(answers.map(({ ok }) => ok)), 4);
        const refused = answers.find(({ ok }) => !ok);
        assert.ok(refused && !refused.ok && refused.until > 0);
        assert.deepEqual(await shared[kind].take('ben', 1, 60_000), { ok: true });
        assert.deepEqual(await shared[kind].take('cleo', 1, 30), { ok: true });
        await new Promise((resolve) => setTimeout(resolve, 60));
        assert.deepEqual(await shared[kind].take('cleo', 1, 30), { ok: true }, 'a new window');
      });

    it('hands a file out once', async () => {
      const { exports } = freshTenant().shared;
      const file = { fileName: 'a.csv', contentType: 'text/csv', text: 'a,b\n', makerId: 'ada' };
      await exports.put('token', file);
      assert.equal(await exports.take('other'), undefined);
      const taken = await Promise.all([exports.take('token'), exports.take('token'), exports.take('token')]);
      assert.deepEqual(
        taken.filter((one) => one !== undefined),
        [file],
      );
      assert.equal(await exports.take('token'), undefined);
    });
  });
}
