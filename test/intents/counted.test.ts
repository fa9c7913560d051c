// Holds that a word which counts ("both") never decides about more requests, or fewer, than it says.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { context, read } from './reading.js';

const [bo, ana] = context.mine.requestsWaitingForMe;
const third = {
  id: 'REQ-5C6D7E8F',
  requesterId: 'Zed Zebra',
  requesterName: 'Zed Zebra',
  groupId: 'Sales',
  groupName: 'Sales',
};
assert.ok(bo && ana);

const waiting = { 1: [bo], 2: [bo, ana], 3: [bo, ana, third] };

describe('words that count requests', () => {
  for (const verb of ['approve', 'deny'])
    for (const { word, count } of [
      { word: 'both', count: 2 },
      { word: 'the two', count: 2 },
      { word: 'the three', count: 3 },
    ])
      for (const there of [1, 2, 3] as const)
        it(`“${verb} ${word}” with ${there} waiting is ${there === count ? 'about all of them' : 'asked about'}`, () => {
          const requestsWaitingForMe = waiting[there];
          const { verdict } = read(`${verb} ${word}`, { mine: { ...context.mine, requestsWaitingForMe } });
          if (there !== count) assert.ok(!('do' in verdict), JSON.stringify(verdict));
          else assert.deepEqual('do' in verdict && (verdict.do as { requestIds?: string[] }).requestIds?.length, count);
        });
});
