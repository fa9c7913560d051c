import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { IntentKind } from '../../src/intents/intent.js';
import { normalizeText } from '../../src/intents/normalizeText.js';
import { isClickProblem } from '../../src/intents/clickProblem.js';
import { parseAction } from '../../src/intents/parseAction.js';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { changeOf, groupNames, here, namedIn } from './support.js';

const kinds: Record<IntentKind, true> = {
  joinGroup: true,
  findAccess: true,
  requestFor: true,
  askToCreate: true,
  leaveGroup: true,
  withdrawRequest: true,
  remindApprovers: true,
  approveRequest: true,
  denyRequest: true,
  showRequest: true,
  resubmitRequest: true,
  refreshRequest: true,
  listMyGroups: true,
  listMyRequests: true,
  showInbox: true,
  browseGroups: true,
  showGroup: true,
  showHelp: true,
  welcome: true,
  acceptThanks: true,
  suggest: true,
  showSettings: true,
  changeSetting: true,
  answerProposal: true,
  setUp: true,
  listAdmins: true,
  showDirectory: true,
  showBotStatus: true,
  forgetPerson: true,
  releaseBrake: true,
  showReading: true,
  changeAdmin: true,
  createGroup: true,
  manageGroup: true,
  saveGroup: true,
  changeGroup: true,
  enrolGroup: true,
  enrolGroups: true,
  enrolAll: true,
  linkGroup: true,
  transferGroup: true,
  deleteGroup: true,
  listOwnerless: true,
  claimGroup: true,
  answerClaim: true,
  listMembers: true,
  showDrift: true,
  settleDrift: true,
  addMembers: true,
  importMembers: true,
  removeMember: true,
  changeRole: true,
  listResources: true,
  addResource: true,
  renameResource: true,
  removeResource: true,
  changeGrant: true,
  explainAccess: true,
  listAccess: true,
  changeBlock: true,
  showHistory: true,
  verifyHistory: true,
  exportTable: true,
  explainJoin: true,
  delegate: true,
  listDelegations: true,
  endDelegations: true,
};

const vocabulary = [
  'join',
  'leave',
  'add me to',
  'approve',
  'deny',
  'withdraw',
  'request',
  'group',
  'groups',
  'for',
  'to',
  'as',
  'because',
  'until',
  'if',
  'and',
  'then',
  'or',
  'not',
  'the',
  'team',
  'maybe',
  'can you',
  'can i',
  'i want to',
  'access to',
  'access',
  'i need',
  'please',
  'page',
  'who',
  'what happens if',
  'member of',
  'REQ-7K2M9QXW',
  'req',
  '30 days',
  'for 30 days',
  'next',
  'week',
  '31 December',
  'yes,',
  'reason:',
  'add',
  'remove',
  'Ben',
  '@Ben',
  'from',
  'make',
  'owner of',
  'set',
  'open',
  'delete',
  'delegate to',
  'block',
  'Salesforce',
  'grant',
  'import members into',
  'why',
  'history',
  'just kidding',
  '(',
  ')',
  '"',
  "'",
  ',',
  '-',
  '?',
  '…',
  '“',
  '<b>',
  '&amp;',
  'Marketing',
  'Data',
  'Good',
  '1',
  'd',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...vocabulary), { maxLength: 25 }).map((words) => words.join(' ')),
);

const wishes = [
  'join Marketing',
  'add me to Finance',
  'leave Marketing',
  'yes, leave Marketing',
  'approve REQ-7K2M9QXW',
  'deny REQ-7K2M9QXW because of the budget',
  'withdraw REQ-7K2M9QXW',
  'resubmit REQ-7K2M9QXW',
  'join Data for Good because I care',
  'get access to Salesforce',
  'join Sales and Marketing for 30 days',
  'accept REQ-7K2M9QXW',
  'withdraw my request',
  'add Ben to Marketing',
  'make Marketing open',
  'delegate to Ben until Friday',
  'yes, delete Marketing',
  'yes, remove Ben from Marketing',
  'claim Marketing',
  'yes, make Ben owner of Marketing',
  'yes, block Ben from Salesforce',
  'yes, set licence P2',
  'confirm change',
  'stop delegating',
];
const notMeant = [
  "don't ",
  'do not ',
  "please don't ",
  'never ',
  'I would never ',
  "I won't ",
  'why should I ',
  'should I ',
  'when can I ',
  'how do I ',
  'who can ',
  'did Olga ',
  'does everybody ',
  'what happens if I ',
  'he said ',
  'Olga told me to ',
  'Olga: ',
  'RE: ',
  'FW: ',
  '> ',
  '- ',
  '* ',
  '“',
  '"',
  'I heard that you ',
  'they want to ',
  'nobody may ',
  'yesterday I tried to ',
  'the button says ',
  'it is wrong to ',
  'maybe ',
  'I might ',
  'perhaps ',
  'tomorrow ',
];

describe('the parser, whatever comes in', () => {
  it('never throws and always knows the kind, for any text (F83)', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.ok(kinds[parseMessage(text, here).kind]);
        const normal = normalizeText(text);
        assert.equal(normal, normal.trim());
        assert.doesNotMatch(normal, /\p{Cs}|\p{Cc}|\s\s/u);
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws for any click, and the kind is the verb (F86)', () => {
    const verb = fc.oneof(fc.constantFrom(...Object.keys(kinds)), fc.string(), fc.jsonValue());
    const data = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          action: fc.constantFrom(...Object.keys(kinds)),
          groupId: fc.jsonValue(),
          requestId: fc.oneof(fc.constant('REQ-7K2M9QXW'), fc.jsonValue()),
          justification: fc.jsonValue(),
          note: fc.jsonValue(),
          duration: fc.oneof(fc.constantFrom('none', '7', 'until'), fc.jsonValue()),
          until: fc.jsonValue(),
          page: fc.jsonValue(),
          words: fc.jsonValue(),
          confirmed: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(verb, data, (name, fields) => {
        const reading = parseAction(name, fields, here);
        if (reading.ok)
          assert.equal(
            reading.intent.kind,
            typeof name === 'string' && name !== '' ? name : (fields as { action?: string }).action,
          );
        else assert.ok(isClickProblem(reading.problem.code), reading.problem.code);
      }),
      { numRuns: 1500 },
    );
  });

  it('what is denied, asked, reported, quoted or only considered changes nothing (F83)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...notMeant),
        fc.constantFrom(...wishes),
        fc.constantFrom('', '?', '!', ' ?', '.'),
        (before, wish, after) => {
          assert.equal(changeOf(parseMessage(`${before}${wish}${after}`, here)), undefined, `${before}${wish}${after}`);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('only a message that begins like a command is one (F83)', () => {
    const opening =
      /^(?:\W|please|pls|plz|kindly|ok|okay|so|well|bot|concierge|just|sorry|thanks|hi|hello|hey|dear|good|can|could|may|will|would|is|want|i|i'd|i'm|wanna|let|let's|join|jion|joim|jon|jooin|add|put|get|sign|subscribe|enrol+|include|make|allow|be|become|enter|have|in|access|request|ask|apply|obtain|give|grant|need|require|membership|because|since|as|given|to|for|over|during|until|till|til|through|thru|up|ending|ends|yes|approve|aprove|approv|accept|say|no|deny|dney|reject|decline|refuse|turn|withdraw|cancel|revoke|take|retract|pull|undo|drop|resubmit|renew|send|re-?send|repeat|a|delegate|transfer|hand|claim|make|set|switch|enable|disable|forbid|change|rename|describe|limit|hide|unhide|delete|kick|expel|import|invite|appoint|name|block|unblock|attach|detach|ungrant|confirm|stop|end|owners?|admins?|new|register|create|start|\d)/i;
    fc.assert(
      fc.property(anyText, (text) => {
        if (!opening.test(normalizeText(text).replace(/^\//, '')))
          assert.equal(changeOf(parseMessage(text, here)), undefined, text);
      }),
      { numRuns: 1500 },
    );
  });

  it('case and spaces do not matter (F2)', () => {
    const commands = [
      'join Marketing because I run it for 30 days',
      'approve REQ-7K2M9QXW for 7 days',
      'deny REQ-7K2M9QXW because no',
      'withdraw REQ-7K2M9QXW',
      'leave Book Club',
      'yes, leave Book Club',
      'my groups',
      'inbox page 2',
      'groups design',
      'group Data for Good',
      'I need access to Salesforce',
      "don't add me to Finance",
      'can I get into Marketing please?',
      'help',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...commands),
        fc.constantFrom(' ', '  ', '\t', '\u00a0', ' \n ', '&nbsp;', '\u200b \u2003'),
        fc.constantFrom('', ' ', '\n', '\u00a0'),
        fc.infiniteStream(fc.boolean()),
        (command, space, edge, upper) => {
          const odd = [...command]
            .map((character) => (upper.next().value ? character.toUpperCase() : character.toLowerCase()))
            .join('');
          const [plain, varied] = [
            parseMessage(command, here),
            parseMessage(`${edge}${odd.replaceAll(' ', space)}${edge}`, here),
          ];
          assert.equal(varied.kind, plain.kind);
          assert.equal(changeOf(varied), changeOf(plain));
          assert.equal(namedIn(varied)?.name.toLowerCase(), namedIn(plain)?.name.toLowerCase());
          const idOf = (intent: typeof plain): unknown =>
            'target' in intent && !('by' in intent.target) ? intent.target.requestId : undefined;
          assert.equal(idOf(varied), idOf(plain));
        },
      ),
      { numRuns: 800 },
    );
  });

  it('a reason comes back as it was typed (F8)', () => {
    const word = fc.constantFrom(
      'I',
      'run',
      'the',
      'Finance',
      'team’s',
      '“spring”',
      'campaign,',
      'please',
      'thanks',
      'join',
      'leave',
      'approve',
      'if',
      'not',
      '5',
      '100%',
      '(urgent)',
      '– really',
      'ÄÖÜ',
      '日本語',
      '🎉',
      'because',
      'and',
      'to',
      'for',
      'as',
      'REQ-7K2M9QXW',
      'now',
      'reason:',
      'group',
      'Data',
      'a',
      'x!',
      'no',
      "don't",
      'owner',
      'so',
      '...',
      'yes',
      '#1',
      'end.',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('Marketing', '"Book Club"', 'Data for Good', 'Because We Care'),
        fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `it ${words.join(' ')} z`),
        (name, reason) => {
          const intent = parseMessage(`join ${name} because ${reason}`, here);
          assert.equal(intent.kind, 'joinGroup', reason);
          assert.equal(namedIn(intent)?.justification ?? (intent as { justification?: string }).justification, reason);
          const denied = parseMessage(`deny REQ-12345678 because ${reason.replaceAll('REQ-7K2M9QXW', 'it')}`, here);
          assert.deepEqual(denied, {
            kind: 'denyRequest',
            target: { requestId: 'REQ-12345678' },
            justification: reason.replaceAll('REQ-7K2M9QXW', 'it'),
          });
        },
      ),
      { numRuns: 800 },
    );
  });

  it('a group’s own name is always understood, whatever words it holds (F83)', () => {
    for (const name of groupNames.filter((group) => !['It', 'Us', 'Me', 'Everything', 'Leave'].includes(group))) {
      for (const text of [
        `join ${name}`,
        `join "${name}"`,
        `leave ${name}`,
        `group ${name}`,
        `yes, leave ${name}`,
        `join ${name} for 30 days`,
        `join ${name} because I work there`,
      ])
        assert.equal(namedIn(parseMessage(text, here))?.name, name, text);
    }
  });

  it('junk of its own words ends, at any length that is read (no regular expression runs wild)', () => {
    for (const word of [
      ...vocabulary,
      'a',
      '.',
      ' ',
      '<',
      '<at>',
      '&',
      '&#',
      '</',
      '?!',
      ', ',
      'my ',
      'page 1 ',
      "i'd like to ",
      'can you please ',
      'request access ',
      'really ',
      'join and ',
      '(x',
      'the group called ',
      '1 ',
      'until the ',
      'a few ',
      "'x' ",
      'REQ-',
      'not really ',
      'end of ',
      'show me all ',
      'i need x access ',
    ]) {
      for (const start of [
        '',
        'join ',
        'leave ',
        'approve REQ-7K2M9QXW ',
        'because ',
        'i need ',
        'who ',
        'groups ',
        'if ',
      ]) {
        for (const glue of ['', ' '])
          assert.ok(kinds[parseMessage(`${start}${`${word}${glue}`.repeat(4000).slice(0, 4000)}`, here).kind]);
      }
    }
    assert.ok(kinds[parseMessage('join '.repeat(20_000), here).kind]);
  }).timeout(60_000);
});
