import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMessage } from '../../src/intents/parseMessage.js';

/** What people who run groups write, and what of it decides how it is meant. */
const rows: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    'stop people from creating security groups',
    { kind: 'changeSetting', setting: 'usersCreateSecurityGroups', value: 'no' },
  ],
  ['allow everyone to create m365 groups', { kind: 'changeSetting', setting: 'usersCreateM365Groups', value: 'yes' }],
  [
    'users can create security groups = no',
    { kind: 'changeSetting', setting: 'usersCreateSecurityGroups', value: 'no' },
  ],
  ['max membership 90 days', { kind: 'changeSetting', setting: 'longestMembership', value: '90' }],
  ['set longest membership to 6 months', { kind: 'changeSetting', setting: 'longestMembership', value: '180' }],
  ['require a reason for every request', { kind: 'changeSetting', setting: 'justificationFloor', value: 'required' }],
  [
    'require owner approval for all groups',
    { kind: 'changeSetting', setting: 'leastJoinRule', value: 'ownerApproval' },
  ],
  ['set blocked words to CEO and Payroll', { kind: 'changeSetting', setting: 'blockedWords', value: 'CEO, Payroll' }],
  ['set name prefix "GRP-"', { kind: 'changeSetting', setting: 'namePrefix', value: 'GRP-' }],
  ['which licence do we have?', { kind: 'showSettings', page: 1 }],
  ['guardrails', { kind: 'showSettings', page: 2 }],
  ['which groups have no owner?', { kind: 'listOwnerless', page: 1 }],
  ['show me everyone with access to Salesforce', { kind: 'listAccess' }],
  ['is Ben Okafor blocked from Salesforce?', { kind: 'explainAccess', person: { by: 'name', name: 'Ben Okafor' } }],
  ['is Ben Okafor in Marketing?', { kind: 'listMembers' }],
  ['download the audit log as json', { kind: 'exportTable', table: 'history', format: 'json' }],
  ['rename resource Jira to Tickets', { kind: 'renameResource', name: 'Tickets' }],
  ['rename the app Jira Cloud to Tickets', { kind: 'renameResource', name: 'Tickets' }],
  ['remove resource Jira', { kind: 'removeResource' }],
  ['delete the application Jira', { kind: 'removeResource' }],
  ['connect Jira to Finance', { kind: 'changeGrant', is: true }],
  ['disconnect Jira from Finance', { kind: 'changeGrant', is: false }],
  ['give Finance access to Jira', { kind: 'changeGrant', is: true, person: { by: 'name', name: 'Finance' } }],
  ['please let Ann Archer into Book Club', { kind: 'addMembers' }],
  ['put Ann Archer in Book Club', { kind: 'addMembers' }],
  ['throw Ann Archer out of Marketing', { kind: 'removeMember' }],
  ['everybody may join Marketing', { kind: 'changeGroup', field: 'joinRule', value: 'open' }],
  [
    'description of Marketing: all about brands',
    { kind: 'changeGroup', field: 'description', value: 'all about brands' },
  ],
  ['promote Ann Archer to owner of Marketing', { kind: 'changeRole', role: 'owner' }],
  ['reject claim of Ann Archer on Old Project', { kind: 'answerClaim', accepted: false }],
  ['enrol groups: Finance, security', { kind: 'enrolGroups', list: 'Finance, security' }],
];

/** What sounds like one of them and changes nothing. */
const harmless = [
  'can everybody join Marketing?',
  'did you stop people from creating security groups?',
  'remove Ben Okafor',
  'make Ann Archer owner',
  'close Marketing',
  'unblock Ben Okafor',
  "I'm on holiday until Friday",
  'yes',
  'ok do it',
  'the second one',
  'is it in the mail?',
  'let me into Marketing?',
  "don't put Ann Archer in Book Club",
  'I need a coffee',
];

describe('what people who run groups write (F58, F83)', () => {
  for (const [text, expected] of rows) {
    it(text, () => {
      const intent = parseMessage(text, { now: 1_000_000, timeZone: 'Europe/Berlin' }) as unknown as Readonly<
        Record<string, unknown>
      >;
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual(intent[key], value, `${key} of ${JSON.stringify(intent)}`);
    });
  }
  const changing = new Set([
    'changeSetting',
    'changeGrant',
    'renameResource',
    'removeResource',
    'addMembers',
    'removeMember',
    'changeGroup',
    'changeRole',
    'changeBlock',
    'answerClaim',
    'enrolGroups',
    'delegate',
    'deleteGroup',
  ]);
  for (const text of harmless)
    it(`${text}: changes nothing`, () =>
      assert.ok(
        !changing.has(parseMessage(text, { now: 1_000_000 }).kind),
        parseMessage(text, { now: 1_000_000 }).kind,
      ));

  it('a nod to a card is told where to press', () => {
    for (const text of ['yes', 'ok, do it', 'the second one', '2', 'go ahead']) {
      const intent = parseMessage(text, { now: 0 });
      assert.ok(intent.kind === 'suggest' && intent.meansCard, text);
    }
  });
});
