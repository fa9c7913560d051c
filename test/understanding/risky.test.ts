import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openDesk } from './dialogues.js';
import type { Outcome } from '../../src/domain/outcome.js';

// Sentences that say more than a command: what changes is exactly what the explained words say, or it is asked about.
const asked: readonly (readonly [by: string, text: string])[] = [
  ['olga', 'yes, rename Night Shift to Late Shift tomorrow'],
  ['olga', 'approve REQ-7K2M9QXW as Oskar said no'],
  ['olga', 'okay, REQ-7K2M9QXW, what is that about'],
  ['olga', 'add Meg Manager, no, Zed Zebra to Book Club'],
  ['olga', 'add Bo Berg to Marketing as a guest'],
  ['olga', 'add Bo Berg to Marketing while Ana is away'],
  ['olga', 'add Bo Berg to Marketing for -5 days'],
  ['ann', 'join Data for Good if you can'],
  ['ann', 'join Data for Good for -3 days'],
  ['ann', 'can I join Data for Good or do I need approval first?'],
];
/** A request for somebody else is never one's own. */
const forOthers = ['join Data for Good for Bo Berg', 'request access to Data for Good for Ana Silva'];

const changes = /^(?:memberAdded|requestOpened|requestDecided|memberLeft|requestWithdrawn|approversReminded|newsTold)$/;

function changesIn(outcome: Outcome): readonly string[] {
  return 'outcomes' in outcome ? outcome.outcomes.flatMap(changesIn) : changes.test(outcome.kind) ? [outcome.kind] : [];
}

describe('what was not asked for is not done', () => {
  for (const [by, text] of asked)
    it(`“${text}” changes nothing`, async () => {
      assert.deepEqual(changesIn((await openDesk().says(by, text)).outcome), []);
    });

  for (const text of forOthers)
    it(`“${text}” lets nobody in who wrote it`, async () => {
      const desk = openDesk();
      await desk.says('ann', text);
      const mine = await desk.store.forTenant('contoso').read('memberships').get('Data for Good/ann');
      assert.equal(mine, undefined);
    });
});
