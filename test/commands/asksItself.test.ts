// Holds what one question is enough for: without a "yes", none of these commands changes a record. It cannot show that
// their questions say all.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { asksItself } from '../../src/intents/answers/fill.js';
import type { Intent, IntentKind } from '../../src/intents/intent.js';
import { openDesk } from '../understanding/dialogues.js';

const group = (groupId: string) => ({ by: 'id', groupId }) as const;
const person = { by: 'id', personId: 'dee' } as const;

/** A wish of each kind that whoever writes may have carried out, and who that is. */
const wishes: Partial<Record<IntentKind, readonly [by: string, wish: Intent]>> = {
  leaveGroup: ['dee', { kind: 'leaveGroup', target: group('Sales') }],
  removeMember: ['bob', { kind: 'removeMember', target: group('Sales'), person }],
  changeRole: ['bob', { kind: 'changeRole', target: group('Sales'), person, role: 'manager' }],
  transferGroup: ['bob', { kind: 'transferGroup', target: group('Sales'), person }],
  deleteGroup: ['bob', { kind: 'deleteGroup', target: group('Sales') }],
  changeAdmin: ['ada', { kind: 'changeAdmin', person, is: true }],
  renameResource: ['ada', { kind: 'renameResource', resource: { by: 'id', resourceId: 'Salesforce' }, name: 'CRM' }],
  removeResource: ['ada', { kind: 'removeResource', resource: { by: 'id', resourceId: 'Salesforce' } }],
  changeBlock: ['ada', { kind: 'changeBlock', resource: { by: 'id', resourceId: 'Salesforce' }, person, is: true }],
};

describe('commands that ask by themselves', () => {
  for (const kind of asksItself)
    it(`${kind} changes nothing before its question was answered, and everything after`, async () => {
      const [by, wish] = wishes[kind] ?? assert.fail(`no wish of ${kind}`);
      const desk = openDesk();
      const asked = await desk.does(by, wish);
      assert.match(asked.kind, /^(?:confirm|leaveConfirm)Needed$/);
      const again = await desk.does(by, wish);
      assert.deepEqual(again, asked);
      const done = await desk.does(by, { ...wish, confirmed: true } as Intent);
      assert.doesNotMatch(done.kind, /Needed$|^refused$/);
    });
});
