// What people say of Microsoft Entra, of groups there and of what other hands change; and what of it changes nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { meaningsIn } from '../../src/intents/understand.js';
import { read } from './reading.js';

type Row = readonly [text: string, kind: string, more?: Readonly<Record<string, unknown>>];

const marketing = { target: { by: 'id', groupId: 'Marketing' } };

/** Done as they are said; each command asks by itself, or shows first what it would do. */
const commands: readonly Row[] = [
  ['enrol Marketing', 'enrolGroup', marketing],
  ['please enrol Marketing', 'enrolGroup', marketing],
  ['enroll Marketing please', 'enrolGroup', marketing],
  ['onboard Marketing', 'enrolGroup', marketing],
  ['bring Marketing under self-service', 'enrolGroup', marketing],
  ['please put the Marketing group under self service', 'enrolGroup', marketing],
  ['take Marketing into self-service', 'enrolGroup', marketing],
  ['please take Marketing under your control', 'enrolGroup', marketing],
  ['enrol Marketing, Finance and Sales', 'enrolGroup', { targets: ['Marketing', 'Finance', 'Sales'].map(idOf) }],
  ['enrol all Microsoft 365 groups', 'enrolAll', { of: 'm365' }],
  ['enrol all the Microsoft 365 groups please', 'enrolAll', { of: 'm365' }],
  ['bring all M365 groups under self-service', 'enrolAll', { of: 'm365' }],
  ['onboard the office 365 groups', 'enrolAll', { of: 'm365' }],
  ['please enrol all our security groups', 'enrolAll', { of: 'security' }],
  ['link Marketing', 'linkGroup', marketing],
  ['link Marketing please', 'linkGroup', marketing],
  ['connect Marketing to Entra', 'linkGroup', marketing],
  ['pair Marketing with its Entra group', 'linkGroup', marketing],
  ['hook Marketing up to Microsoft Entra', 'linkGroup', marketing],
  ['create Marketing in Entra', 'linkGroup', { ...marketing, to: 'new' }],
  ['please create the group Marketing in Microsoft Entra too', 'linkGroup', { ...marketing, to: 'new' }],
  ['undo the drift in Marketing', 'settleDrift', { ...marketing, answer: 'undo' }],
  ['please revert the changes by others in Marketing', 'settleDrift', { ...marketing, answer: 'undo' }],
  ['roll back the unexplained changes in Marketing', 'settleDrift', { ...marketing, answer: 'undo' }],
  ['accept the drift in Marketing', 'settleDrift', { ...marketing, answer: 'takeOver' }],
  ['take over the changes made by others in Marketing', 'settleDrift', { ...marketing, answer: 'takeOver' }],
  ['keep the outside changes in Marketing', 'settleDrift', { ...marketing, answer: 'takeOver' }],
  ['ignore the drift of Marketing', 'settleDrift', { ...marketing, answer: 'leave' }],
  ['leave the drift in Marketing as it is', 'settleDrift', { ...marketing, answer: 'leave' }],
  ['always undo the drift in Marketing', 'changeGroup', { ...marketing, field: 'drift', value: 'undo' }],
  ['undo changes by others in Marketing automatically', 'changeGroup', { field: 'drift', value: 'undo' }],
  ['set the drift of Marketing to take over', 'changeGroup', { field: 'drift', value: 'takeOver' }],
  ['always ask me about changes by others in Marketing', 'changeGroup', { field: 'drift', value: 'report' }],
  ['release the brake', 'releaseBrake'],
  ['take the brake off', 'releaseBrake'],
  ['please lift the brake on Marketing', 'releaseBrake', marketing],
];

/** They look, whatever they stand in. */
const looks: readonly Row[] = [
  ['directory', 'showDirectory'],
  ['directory status please', 'showDirectory'],
  ["what's the state of the directory?", 'showDirectory'],
  ['is Entra connected?', 'showDirectory'],
  ['are you connected to Microsoft Entra?', 'showDirectory'],
  ['how is the connection to Entra?', 'showDirectory'],
  ['how far is the reading?', 'showDirectory'],
  ['are you only observing?', 'showDirectory'],
  ['drift Marketing', 'showDrift', marketing],
  ['any drift in Marketing?', 'showDrift', marketing],
  ['has Marketing drifted?', 'showDrift', marketing],
  ['what changed in Entra about Marketing?', 'showDrift', marketing],
  ['who changed Marketing behind my back?', 'showDrift', marketing],
  ['show me the unexplained changes in Marketing', 'showDrift', marketing],
  ['is Marketing out of step with Entra?', 'showDrift', marketing],
  ['show drift', 'showDrift', { target: { by: 'name', readings: [{ name: '' }] } }],
];

/** What they would change is not done by them. */
const harmless = [
  "don't enrol Marketing",
  'should I enrol Marketing?',
  'I enrolled Marketing yesterday',
  'why was Marketing enrolled?',
  'who enrolled Marketing?',
  'what happens if I enrol Marketing?',
  'was Marketing brought under self-service?',
  'I might link Marketing one day',
  'should I link Marketing to Entra?',
  'do not link Marketing',
  'is Marketing linked to Entra?',
  'somebody created Marketing in Entra',
  "don't undo the drift in Marketing",
  'should we undo the drift in Marketing?',
  'somebody undid the drift in Marketing',
  'if I undo the drift in Marketing, what happens?',
  'Bo Berg accepted the drift in Marketing',
  'never accept the drift in Marketing',
  'does Marketing undo drift?',
  'is drift in Marketing undone automatically?',
  'do not release the brake',
  'was the brake released?',
  'why is the brake on?',
  'Bo Berg released the brake',
  'somebody took Ana Silva out of Marketing in Entra',
  'I took Ana Silva out of Marketing in Entra',
  'are all security groups enrolled?',
];

/** What sounds alike and is meant otherwise. */
const neighbours: readonly Row[] = [
  ['enrol me in Marketing', 'joinGroup'],
  ["I'd like to enrol in Marketing", 'joinGroup'],
  ['enrol Ana Silva in Marketing', 'addMembers'],
  ['link Salesforce to Marketing', 'changeGrant'],
  ['connect Marketing to Salesforce', 'changeGrant'],
  ['create a security group Entra Pilots', 'createGroup'],
  ['leave Marketing', 'leaveGroup'],
  ['make Marketing invite-only', 'changeGroup', { field: 'joinRule', value: 'ownersOnly' }],
];

function idOf(groupId: string): object {
  return { by: 'id', groupId };
}

function expectMeant([text, kind, more = {}]: Row): void {
  const { verdict } = read(text);
  assert.ok('do' in verdict, `${text}: ${JSON.stringify(verdict)}`);
  const meaning = verdict.do as unknown as Record<string, unknown>;
  const shown = Object.fromEntries(Object.keys(more).map((key) => [key, meaning[key]]));
  assert.deepEqual([meaning['kind'], shown], [kind, more], text);
}

describe('what is said of the directory', () => {
  for (const [what, rows] of Object.entries({ commands, looks, neighbours }))
    describe(what, () => {
      for (const row of rows) it(`“${row[0]}” is ${row[1]}`, () => expectMeant(row));
    });

  it('what is no command changes nothing by itself', () => {
    const done = harmless.flatMap((text) => {
      const { verdict } = read(text);
      const changes = 'do' in verdict && !/^(?:show|list|explain|browse|find)/.test(verdict.do.kind);
      return changes
        ? [
            `${text} → ${meaningsIn(verdict)
              .map(({ kind }) => kind)
              .join()}`,
          ]
        : [];
    });
    assert.deepEqual(done, []);
  });
});
