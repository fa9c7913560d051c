import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClickProblem } from '../../src/intents/clickProblem.js';
import { voiceFor } from '../../src/messages/voice.js';
import { parseAction } from '../../src/intents/parseAction.js';
import { now } from './support.js';

const berlin = { now, timeZone: 'Europe/Berlin' };
const id = 'REQ-7K2M9QXW';
const byId = { by: 'id', groupId: 'g-1' } as const;

function sentenceOf({ code, most = 0 }: ClickProblem): string {
  return voiceFor({ now: 0 }).say(`channel.click.${code}`, { most });
}

function problemOf(verb: unknown, data: unknown): string {
  const reading = parseAction(verb, data, berlin);
  return reading.ok ? assert.fail(`taken as ${JSON.stringify(reading.intent)}`) : sentenceOf(reading.problem);
}

describe('parseAction', () => {
  const good: readonly (readonly [string, unknown, object])[] = [
    ['joinGroup', { groupId: 'g-1' }, { kind: 'joinGroup', target: byId }],
    [
      'joinGroup',
      { groupId: ' g-1 ', justification: '  I run it  ', duration: '30', until: '' },
      { kind: 'joinGroup', target: byId, justification: 'I run it', duration: { kind: 'days', days: 30 } },
    ],
    [
      'joinGroup',
      { groupId: 'g-1', duration: '90m' },
      { kind: 'joinGroup', target: byId, duration: { kind: 'minutes', minutes: 90 } },
    ],
    ['joinGroup', { groupId: 'g-1', justification: '', duration: 'none' }, { kind: 'joinGroup', target: byId }],
    [
      'joinGroup',
      { groupId: 'g-1', justification: null, duration: null, until: null },
      { kind: 'joinGroup', target: byId },
    ],
    [
      'joinGroup',
      { groupId: 'g-1', duration: 'until', until: '2026-12-31' },
      { kind: 'joinGroup', target: byId, duration: { kind: 'until', until: Date.parse('2026-12-31T22:59:59.999Z') } },
    ],
    [
      'joinGroup',
      { groupId: 'g-1', asOwner: true, requesterId: 'p-olga', ask: true },
      { kind: 'joinGroup', target: byId },
    ],
    [
      'joinGroup',
      { groupId: 'g-1', confirmed: true, value: '14', reason: 'the fair' },
      {
        kind: 'joinGroup',
        target: byId,
        justification: 'the fair',
        duration: { kind: 'days', days: 14 },
        confirmed: true,
      },
    ],
    [
      'joinGroup',
      { groupId: 'g-1', confirmed: true, endsAt: '2026-12-31T22:59:59.999Z' },
      {
        kind: 'joinGroup',
        target: byId,
        duration: { kind: 'until', until: Date.parse('2026-12-31T22:59:59.999Z') },
        confirmed: true,
      },
    ],
    ['leaveGroup', { groupId: 'g-1' }, { kind: 'leaveGroup', target: byId }],
    ['leaveGroup', { groupId: 'g-1', confirmed: true }, { kind: 'leaveGroup', target: byId, confirmed: true }],
    ['leaveGroup', { groupId: 'g-1', confirmed: 'true' }, { kind: 'leaveGroup', target: byId, confirmed: true }],
    ['leaveGroup', { groupId: 'g-1', confirmed: 'yes' }, { kind: 'leaveGroup', target: byId }],
    ['leaveGroup', { groupId: 'g-1', confirmed: false }, { kind: 'leaveGroup', target: byId }],
    ['withdrawRequest', { requestId: id }, { kind: 'withdrawRequest', target: { requestId: id } }],
    ['withdrawRequest', {}, { kind: 'withdrawRequest', target: {} }],
    ['approveRequest', { requestId: 'req-7k2m9qxw' }, { kind: 'approveRequest', target: { requestId: id } }],
    [
      'approveRequest',
      { requestId: id, note: ' welcome ', duration: '7' },
      {
        kind: 'approveRequest',
        target: { requestId: id },
        justification: 'welcome',
        duration: { kind: 'days', days: 7 },
      },
    ],
    ['approveRequest', { requestId: id, page: 2 }, { kind: 'approveRequest', target: { requestId: id }, inboxPage: 2 }],
    ['approveRequest', { requestId: id, page: 'x' }, { kind: 'approveRequest', target: { requestId: id } }],
    [
      'denyRequest',
      { requestId: id, justification: 'no <b>budget</b> & more' },
      { kind: 'denyRequest', target: { requestId: id }, justification: 'no <b>budget</b> & more' },
    ],
    ['denyRequest', { requestId: id, justification: '   ' }, { kind: 'denyRequest', target: { requestId: id } }],
    ['showRequest', { requestId: id }, { kind: 'showRequest', target: { requestId: id } }],
    ['resubmitRequest', { requestId: id }, { kind: 'resubmitRequest', requestId: id }],
    ['refreshRequest', { requestId: id }, { kind: 'refreshRequest', requestId: id }],
    ['listMyGroups', {}, { kind: 'listMyGroups', page: 1 }],
    ['listMyRequests', { page: '3' }, { kind: 'listMyRequests', page: 3 }],
    ['showInbox', { page: 2 }, { kind: 'showInbox', page: 2 }],
    ['showInbox', { page: -1 }, { kind: 'showInbox', page: 1 }],
    ['showInbox', { page: 1e9 }, { kind: 'showInbox', page: 1 }],
    ['browseGroups', { words: 'design', page: 2 }, { kind: 'browseGroups', words: 'design', page: 2 }],
    ['browseGroups', { words: { $ne: 1 }, page: [] }, { kind: 'browseGroups', words: '', page: 1 }],
    ['showGroup', { groupId: 'g-1' }, { kind: 'showGroup', target: byId }],
    ['showHelp', undefined, { kind: 'showHelp' }],
  ];
  for (const [verb, data, intent] of good)
    it(`${verb} ${JSON.stringify(data)} (F86)`, () =>
      assert.deepEqual(parseAction(verb, data, berlin), { ok: true, intent }));

  it('takes the verb from the data where the client sends none (F86)', () => {
    assert.deepEqual(parseAction(undefined, { action: 'showHelp' }, berlin), {
      ok: true,
      intent: { kind: 'showHelp' },
    });
    assert.deepEqual(parseAction('', { action: 'showGroup', groupId: 'g-1' }, berlin), {
      ok: true,
      intent: { kind: 'showGroup', target: byId },
    });
  });

  it('knows no other verbs', () => {
    for (const verb of [
      '',
      'welcome',
      'suggest',
      'findAccess',
      'constructor',
      '__proto__',
      'toString',
      'joingroup',
      null,
      7,
      {},
      ['joinGroup'],
    ])
      assert.match(problemOf(verb, {}), /not one I know/);
  });

  it('says in plain words what is missing or odd', () => {
    const rows: readonly (readonly [string, unknown, RegExp])[] = [
      ['joinGroup', {}, /pick a group/],
      ['joinGroup', null, /pick a group/],
      ['joinGroup', [], /pick a group/],
      ['joinGroup', 'text', /pick a group/],
      ['joinGroup', { groupId: '  ' }, /pick a group/],
      ['joinGroup', { groupId: { $gt: '' } }, /pick a group/],
      ['joinGroup', { groupId: 'a/b' }, /names no group/],
      ['joinGroup', { groupId: 'x'.repeat(101) }, /names no group/],
      ['joinGroup', { groupId: 'g-1', justification: 'x'.repeat(1001) }, /under 1,000 characters/],
      ['joinGroup', { groupId: 'g-1', justification: { length: 3 } }, /not complete/],
      ['joinGroup', { groupId: 'g-1', duration: 'forever' }, /how long/],
      ['joinGroup', { groupId: 'g-1', duration: '-5' }, /how long/],
      ['joinGroup', { groupId: 'g-1', duration: '0m' }, /how long/],
      ['joinGroup', { groupId: 'g-1', duration: '12345678m' }, /how long/],
      ['joinGroup', { groupId: 'g-1', duration: '0' }, /how long/],
      ['joinGroup', { groupId: 'g-1', duration: '99999' }, /how long/],
      ['joinGroup', { groupId: 'g-1', duration: 30 }, /how long/],
      ['joinGroup', { groupId: 'g-1', duration: 'until' }, /last day/],
      ['joinGroup', { groupId: 'g-1', duration: 'until', until: '2026-02-31' }, /last day/],
      ['joinGroup', { groupId: 'g-1', duration: 'until', until: 5 }, /last day/],
      ['approveRequest', {}, /names no request/],
      ['approveRequest', { requestId: 'REQ-1' }, /names no request/],
      ['approveRequest', { requestId: 12 }, /names no request/],
      ['approveRequest', { requestId: 'x'.repeat(100_000) }, /names no request/],
      ['denyRequest', { requestId: ['REQ-7K2M9QXW'] }, /names no request/],
      ['leaveGroup', { confirmed: true }, /pick a group/],
      ['addMembers', { groupId: 'g-1', personId: 'p-1', endsAt: '2026-12-31' }, /too old/],
      ['addMembers', { groupId: 'g-1', personId: 'p-1', endsAt: 'soon' }, /too old/],
      ['addMembers', { groupId: 'g-1', personId: 'p-1', lastDay: '2026-12-31' }, /too old/],
      ['delegate', { personId: 'p-1', endsAt: '' }, /too old/],
    ];
    for (const [verb, data, problem] of rows)
      assert.match(problemOf(verb, data), problem, `${verb} ${JSON.stringify(data)?.slice(0, 80)}`);
  });

  it('is not led astray by an object’s own machinery', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"confirmed":true},"constructor":{"prototype":{}},"groupId":"g-1"}',
    ) as unknown;
    assert.deepEqual(parseAction('leaveGroup', hostile, berlin), {
      ok: true,
      intent: { kind: 'leaveGroup', target: byId },
    });
    assert.equal(({} as { confirmed?: unknown }).confirmed, undefined);
  });
});
