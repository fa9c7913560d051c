import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { AuditEvent } from '../../src/domain/history/audit.js';
import { linkEvent } from '../../src/domain/history/auditChain.js';
import type { Intent } from '../../src/intents/intent.js';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { sha256 } from '../../src/outbox/history/history.js';
import { aGroup, contoso } from '../support/documents.js';
import { Desk } from '../support/desk.js';

const wish = { kind: 'exportTable', table: 'history', format: 'json' } as const;
type Line = Readonly<Record<string, string>>;

/** A history of Marketing: approved while owners had to, in February; then opened, in March; then joined. */
const story: readonly Omit<AuditEvent, 'id'>[] = [
  { kind: 'groupEnrolled', at: Date.UTC(2025, 11, 31, 23), actorId: 'ada', groupId: 'marketing', after: 'portal' },
  { kind: 'requestApproved', at: Date.UTC(2026, 1, 1), actorId: 'olga', subjectId: 'ann', groupId: 'marketing' },
  {
    kind: 'settingChanged',
    at: Date.UTC(2026, 1, 2),
    actorId: 'ada',
    setting: 'longestMembership',
    before: 'none',
    after: '30',
  },
  {
    kind: 'groupChanged',
    at: Date.UTC(2026, 2, 1),
    actorId: 'olga',
    groupId: 'marketing',
    setting: 'joinRule',
    before: 'ownerApproval',
    after: 'open',
  },
  { kind: 'memberAdded', at: Date.UTC(2026, 2, 31, 23, 59), subjectId: 'ben', groupId: 'marketing', reason: '=1+1' },
  { kind: 'memberAdded', at: Date.UTC(2026, 3, 1), subjectId: 'cleo', groupId: 'marketing' },
];

async function deskWithStory(): Promise<Desk> {
  const desk = new Desk();
  let last: Parameters<typeof linkEvent>[0];
  for (const [index, event] of story.entries()) {
    const entry = linkEvent(last, contoso, { ...event, id: `event-${index}` }, sha256);
    await desk.store.forTenant(contoso).appendAudit(entry);
    last = entry;
  }
  return desk;
}

async function linesOf(desk: Desk, intent: Intent): Promise<readonly Line[]> {
  const outcome = await desk.does('ada', intent);
  assert.ok(outcome.kind === 'newsTold', JSON.stringify(outcome));
  return JSON.parse(desk.files.at(-1)?.text ?? '') as Line[];
}

describe('export audit', () => {
  it('says what is missing where no browser would reach the file, instead of a link that leads nowhere', async () => {
    const desk = new Desk();
    Object.assign(desk.deps, { exports: { offer: async () => undefined } });
    const outcome = await desk.does('ada', wish);
    assert.deepEqual(outcome, { kind: 'refused', refusal: { code: 'export_address_missing' } });
  });

  it('gives the address of the file where one does, and keeps whose it is', async () => {
    const desk = new Desk();
    const outcome = await desk.does('ada', wish);
    assert.ok(outcome.kind === 'newsTold' && outcome.notice.code === 'fileReady');
    assert.match(outcome.notice.url, /^https:\/\/files\.example\/1$/);
    assert.equal(desk.files[0]?.makerId, 'ada');
  });

  it('F67: a quarter of a group, with the rule that was in force at each decision', async () => {
    const desk = await deskWithStory();
    const lines = await linesOf(desk, parseMessage('export audit Marketing 2026-Q1 as json', { now: 0 }));
    assert.deepEqual(
      lines.map(({ event, at = '', rule = '' }) => [event, at.slice(0, 10), rule]),
      [
        [
          'requestApproved',
          '2026-02-01',
          'Join rule: Needs owner approval. Reason: Needed. Longest membership: 90 days. Owners manage requests: Yes. Access to groups restricted: No. Licence: P1.',
        ],
        [
          'groupChanged',
          '2026-03-01',
          'Join rule: Open to join. Reason: Needed. Longest membership: 30 days. Owners manage requests: Yes. Access to groups restricted: No. Licence: P1.',
        ],
        [
          'memberAdded',
          '2026-03-31',
          'Join rule: Open to join. Reason: Needed. Longest membership: 30 days. Owners manage requests: Yes. Access to groups restricted: No. Licence: P1.',
        ],
      ],
    );
    assert.match(desk.files[0]?.fileName ?? '', /^audit-Marketing-2026-Q1\.json$/);
  });

  it('takes years, quarters and months, of everything or of a group, in any common spelling', async () => {
    const desk = await deskWithStory();
    const counts: readonly (readonly [string, number])[] = [
      ['export audit as json', 6],
      ['export audit Marketing as json', 5],
      ['export audit 2026-Q1 as json', 4],
      ['audit export 2025 as json', 1],
      ['export the audit of Marketing for Q2 2026 as json', 1],
      ['export audit Marketing 2026-03 as json', 2],
      ['export history of Marketing 2026 as json', 4],
      ['export audit 2026-Q4 as json', 0],
    ];
    for (const [text, count] of counts) {
      const said = await desk.says('ada', text);
      assert.equal(said.kind, 'exportTable', text);
      assert.equal((JSON.parse(desk.files.at(-1)?.text ?? '') as Line[]).length, count, text);
    }
  });

  it('takes the whole for a name where a group is called so', async () => {
    const desk = await deskWithStory();
    desk.store.seed('groups', aGroup({ id: 'budget', name: 'Budget 2026', ownerIds: ['olga'] }));
    assert.deepEqual(await linesOf(desk, parseMessage('export audit Budget 2026 as json', { now: 0 })), []);
    assert.match(desk.files[0]?.fileName ?? '', /^audit-Budget 2026-\d{4}-\d\d-\d\d\.json$/);
  });

  it('asks which group was meant, and keeps the period for the click', async () => {
    const desk = await deskWithStory();
    const outcome = await desk.does('ada', parseMessage('export audit Marketin 2026-Q1', { now: 0 }));
    assert.ok(outcome.kind === 'choiceNeeded', JSON.stringify(outcome));
    assert.deepEqual(outcome.choice.carry, { setting: 'history', value: 'csv', words: '2026-Q1' });
  });

  it('row 27: is a CSV that spreadsheets read as UTF-8 and run nothing of, with its heading also when it is empty', async () => {
    const desk = await deskWithStory();
    await desk.does('ada', { ...wish, format: 'csv', period: '2026-03' });
    const [csv = ''] = desk.files.map(({ text }) => text);
    assert.match(csv, /^\uFEFFsequence,at,event,/);
    assert.match(csv, /,'=1\+1,/);
    await desk.does('ada', { ...wish, format: 'csv', period: '2031' });
    assert.match(desk.files[1]?.text ?? '', /^\uFEFFsequence,at,[^\n]+\r\n$/);
  });
});
