import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { showOutcome } from '../../src/cards/showOutcome.js';
import type { Verb } from '../../src/cards/parts/parts.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { IntentKind } from '../../src/intents/intent.js';
import { checkCard } from './checkCard.js';
import { now, ordinaryWords, requestStages, sampleOutcomes, sampleRequest, type Words } from './samples.js';
import { readCard, type CardButton, type RenderedCard } from '../support/renderedCard.js';

const viewer = { now, locale: 'en-GB', timeZone: 'Europe/London' };

function show(outcome: Outcome): { readonly card: object; readonly summary: string; readonly read: RenderedCard } {
  const message = showOutcome(outcome, viewer);
  assert.equal(message.kind, 'card');
  if (message.kind !== 'card') throw new Error('not a card');
  return { card: message.card, summary: message.summary, read: readCard(message.card) };
}

function all(words?: Words, size?: Parameters<typeof sampleOutcomes>[1]): readonly (readonly [string, Outcome])[] {
  return Object.entries(sampleOutcomes(words, size)).flatMap(([kind, outcomes]) =>
    outcomes.map((outcome, index) => [`${kind} ${index + 1}`, outcome] as const),
  );
}

/** The word that a typed command begins with, for each verb of a button. */
const typedFor: Record<Verb, RegExp | undefined> = {
  answerQuestion: /\byes\b|\bcancel\b/u,
  joinGroup: /\bjoin /u,
  leaveGroup: /\bleave /u,
  withdrawRequest: /\bwithdraw /u,
  remindApprovers: /\bremind /u,
  approveRequest: /\bapprove /u,
  denyRequest: /\bdeny /u,
  showRequest: /\brequest REQ|approve REQ|withdraw REQ/u,
  resubmitRequest: /\bjoin /u,
  refreshRequest: undefined,
  listMyGroups: /\bmy groups/u,
  listMyRequests: /\bmy requests/u,
  showInbox: /\binbox/u,
  browseGroups: /\bgroups?\b/u,
  showGroup: /\bgroup |\bleave /u,
  showHelp: /\bhelp/u,
  showSettings: /\bsettings/u,
  changeSetting: /\bset |\bsettings/u,
  answerProposal: /\b(?:confirm|reject) change/u,
  setUp: /\bset up with/u,
  listAdmins: /\badmins/u,
  showDirectory: /\bdirectory/u,
  showBotStatus: /\bbot status/u,
  releaseBrake: /\brelease brake/u,
  changeAdmin: /\badmins (?:add|confirm|remove) /u,
  forgetPerson: /\bforget /u,
  createGroup: /\bcreate /u,
  manageGroup: /\bmanage /u,
  saveGroup: /\bset |\brename /u,
  changeGroup: /\bset |\bmanage /u,
  transferGroup: /\btransfer |\bmy groups/u,
  deleteGroup: /\bdelete /u,
  listOwnerless: /\bownerless/u,
  enrolGroup: /\benrol |\byes/u,
  enrolAll: /\benrol all /u,
  linkGroup: /\blink |\byes/u,
  showDrift: /\bdrift /u,
  settleDrift: /\bdrift (?:in )?/u,
  claimGroup: /\bclaim /u,
  answerClaim: /\b(?:approve|reject) claim of .* on /u,
  listMembers: /\bmembers |\bowner of /u,
  addMembers: /\badd |\bmy groups|\byes\b/u,
  enrolGroups: /\benrol groups: /u,
  requestFor: /\bgroups\b/u,
  importMembers: /\bimport members into |\bmy groups/u,
  removeMember: /\bremove |\bmy groups/u,
  changeRole: /\bmake |\bmy groups/u,
  listResources: /\bresources/u,
  addResource: /\bresources/u,
  renameResource: /\brename resource /u,
  removeResource: /\bremove resource /u,
  changeGrant: /\bgrant |\bungrant |\bresources/u,
  explainAccess: /\bwhy /u,
  listAccess: /\bwho has /u,
  changeBlock: /\bblock |\bunblock |\bresources/u,
  showHistory: /\bhistory /u,
  exportTable: /\bexport /u,
  explainJoin: /\bexplain join /u,
  delegate: /\bdelegate /u,
  endDelegations: /\bstop delegating/u,
};

/** One thing that a card is for; a request in it is decided in one way or for a shorter time. */
function mostPrimary(outcome: Outcome): number {
  if (outcome.kind === 'approvalShown' || outcome.kind === 'approvalNeeded') return 2;
  return outcome.kind === 'inboxListed' || outcome.kind === 'decisionPickNeeded' ? outcome.requests.length : 1;
}

const decisions: readonly string[] = ['approveRequest', 'denyRequest'];

describe('every outcome as a card', () => {
  // Compiles only while each verb of a button is a kind of intent, or answers what was asked last.
  const verbs: readonly (IntentKind | 'answerQuestion')[] = Object.keys(typedFor) as Verb[];

  for (const [name, outcome] of all()) {
    it(`${name} is valid, small and readable, and its buttons can be typed (F86)`, () => {
      const { card, summary, read } = show(outcome);
      checkCard(card, name);
      assert.ok(summary.length > 3);
      assert.ok(read.heading().length > 3);
      assert.ok((card as { fallbackText?: string }).fallbackText);
      for (const bad of ['undefined', 'null', '[object', 'NaN', '  ·'])
        assert.ok(!read.text().includes(bad), `${bad} in: ${read.text()}`);
      for (const input of read.inputs()) assert.ok(input.label, `${input.id} has no label`);
      assert.equal(new Set(read.inputs().map(({ id }) => id)).size, read.inputs().length, 'two inputs of one id');
      assert.ok(
        read.allButtons().filter(({ style }) => style === 'positive').length <= mostPrimary(outcome),
        'one primary button',
      );
      for (const button of read.allButtons()) checkButton(button, read);
    });
  }

  function checkButton(button: CardButton, read: RenderedCard): void {
    if (button.type !== 'Action.Execute') return;
    assert.ok(verbs.includes(button.verb as IntentKind));
    assert.equal(button.data['action'], button.verb);
    const typed = typedFor[button.verb as Verb];
    // One page is named; the others are typed in the same way.
    const expected = button.title.endsWith(' page') ? / page \d+(?: ·|$)/mu : typed;
    if (expected) assert.match(read.text(), expected, `${button.title} cannot be typed`);
  }

  it('stays small and valid with the longest of everything', () => {
    const long = 'Wörter ';
    const words: Words = {
      person: long.repeat(40).slice(0, 256),
      group: 'g'.repeat(256),
      reason: `${long.repeat(200).slice(0, 999)}.`,
      description: long.repeat(200).slice(0, 1024),
      about: long.repeat(60).slice(0, 300),
      typed: long.repeat(60).slice(0, 300),
      resource: long.repeat(40).slice(0, 256),
    };
    for (const [name, outcome] of all(words, { rows: 10, approvers: 60 })) checkCard(show(outcome).card, name);
  });
});

describe('the approval card', () => {
  const [outcome] = sampleOutcomes().approvalShown;
  assert.ok(outcome);
  const { card, read, summary } = show(outcome);

  it('says who, what is known of them, which group, why, how long, what it opens, who else and since when (S6, F20, F30)', () => {
    assert.equal(read.heading(), 'Ann Lee wants to join Marketing');
    assert.equal(summary, 'Ann Lee wants to join Marketing: please decide');
    for (const part of [
      'Campaign Manager, Sales EMEA',
      ordinaryWords.reason,
      'Request REQ-7K2M9QXW',
      'Waiting',
      'approve REQ-7K2M9QXW',
      'deny REQ-7K2M9QXW because …',
    ])
      assert.ok(read.text().includes(part), part);
    assert.deepEqual(read.facts(), {
      'How long': '30 days, from the approval on',
      Opens: 'Salesforce and Brand Portal',
      Asked: '20 November at 10:14',
      'Also asked': 'Omar Haddad (not reached)',
      'Waits until': '4 December at 14:14 (London time)',
    });
  });

  it('lets nothing stand in the way of Approve, and asks for the reason of a denial behind its own button (F15, F21)', () => {
    assert.deepEqual(read.button('Approve').inputs, []);
    assert.deepEqual(read.button('Deny').inputs, ['justification']);
    assert.equal(read.input('justification').required, true);
    assert.deepEqual(read.button('Deny').data, { action: 'denyRequest', requestId: 'REQ-7K2M9QXW' });
    assert.deepEqual(read.buttons(), [
      'Approve',
      'Deny…',
      'Deny',
      'Approve for a shorter time…',
      'Approve for this time',
    ]);
  });

  it('offers only times that are shorter than what was asked for (F25)', () => {
    assert.deepEqual(read.button('Approve for this time').inputs, ['duration', 'until', 'note']);
    assert.deepEqual(
      read.input('duration').choices.map(({ value }) => value),
      ['1', '7', 'until'],
    );
    assert.equal(read.input('duration').value, '7');
    const values = (days: number | undefined) => {
      const { duration: _, ...rest } = sampleRequest(ordinaryWords);
      const shown = show({
        kind: 'approvalShown',
        request: days === undefined ? rest : { ...rest, duration: { kind: 'days', days } },
        viewerId: 'p-olga',
        refreshUserIds: [],
      }).read;
      return shown
        .inputs()
        .find(({ id }) => id === 'duration')
        ?.choices.map(({ value }) => value);
    };
    assert.deepEqual(values(undefined), ['7', '30', '90', '180', '365', 'until']);
    assert.deepEqual(values(90), ['7', '30', 'until']);
    assert.equal(values(1), undefined);
  });

  it('counts hours that were asked for from the approval on, and offers nothing instead of them (F10)', () => {
    const hours = show({
      kind: 'approvalShown',
      request: { ...sampleRequest(ordinaryWords), duration: { kind: 'minutes', minutes: 120 } },
      viewerId: 'p-olga',
      refreshUserIds: [],
    }).read;
    assert.match(hours.text(), /2 hours, from the approval on/u);
    assert.equal(
      hours.inputs().find(({ id }) => id === 'duration'),
      undefined,
    );
  });

  it('refreshes by itself for the owners asked, sorted and 60 at most (F85)', () => {
    const refresh = (card as { refresh: { userIds: string[]; action: { verb: string; data: object } } }).refresh;
    assert.deepEqual(refresh.action.data, { action: 'refreshRequest', requestId: 'REQ-7K2M9QXW' });
    const many = Array.from({ length: 80 }, (_, index) => `29:${String(99 - index)}`);
    const shown = show({ ...outcome, refreshUserIds: many }).card as { refresh: { userIds: string[] } };
    assert.equal(shown.refresh.userIds.length, 60);
    assert.deepEqual(shown.refresh.userIds, [...many].sort().slice(0, 60));
  });

  it('has no decision for the one who asked, even if they own the group (F24)', () => {
    const own = show({ ...outcome, viewerId: 'p-ann' }).read;
    assert.ok(own.allButtons().every(({ verb }) => !decisions.includes(verb ?? '')));
  });
});

describe('cards after the decision', () => {
  it('are read-only for approvers and say who, when and why (F19, F20)', () => {
    for (const [stage, request] of Object.entries(requestStages(ordinaryWords))) {
      if (stage === 'pending') continue;
      for (const outcome of [
        { kind: 'approvalShown', request, viewerId: 'p-omar', refreshUserIds: ['29:x'] },
        { kind: 'requestDecided', request, viewerId: 'p-olga' },
        { kind: 'decidedByAnother', request, viewerId: 'p-omar' },
      ] as const) {
        const { card, read } = show(outcome);
        assert.ok(
          read.allButtons().every(({ verb }) => !decisions.includes(verb ?? '')),
          stage,
        );
        assert.ok(!('refresh' in card), `${stage} refreshes for ever`);
        assert.deepEqual(read.inputs(), []);
        assert.ok(read.text().includes('Ann Lee') && read.text().includes('Marketing'));
      }
    }
    const { read } = show({ kind: 'requestDecided', request: requestStages(ordinaryWords).denied, viewerId: 'p-olga' });
    assert.equal(read.heading(), 'You denied Ann Lee’s request for Marketing');
    assert.equal(read.facts()['Decided'], 'Denied by you on 23 November at 14:02');
    assert.equal(read.facts()['Reason given'], ordinaryWords.reason);
  });

  it('tell the second owner who was faster (F17)', () => {
    const { read } = show({
      kind: 'decidedByAnother',
      request: requestStages(ordinaryWords).delivered,
      viewerId: 'p-omar',
    });
    assert.equal(read.heading(), 'Olga Berg was faster: approved on 23 November at 14:02');
    assert.match(read.text(), /first decision stands/u);
  });
});

describe('the requester’s card', () => {
  const stages = requestStages(ordinaryWords);
  const shown = (stage: keyof typeof stages) => show({ kind: 'requestShown', request: stages[stage] }).read;

  it('says who was asked, what happens next and until when (F30, F80)', () => {
    const { read } = show({ kind: 'requestOpened', request: { ...stages.pending, createdAt: now } });
    assert.equal(read.heading(), 'I’ve asked for you to join Marketing');
    assert.match(
      read.text(),
      /I asked Olga Berg\. I’ll write to you here as soon as there is a decision; the request waits until 4 December at 14:14 \(London time\)\./u,
    );
    assert.equal(read.facts()['Not reached yet'], 'Omar Haddad');
    assert.deepEqual(read.button('Withdraw request').data, { action: 'withdrawRequest', requestId: 'REQ-7K2M9QXW' });
  });

  it('says the outcome with decider, reason, end and what can be opened now (F76)', () => {
    const delivered = shown('delivered');
    assert.match(
      delivered.text(),
      /Olga Berg approved your request on 23 November at 14:02\.\nYou can open Salesforce and Brand Portal now\./u,
    );
    assert.equal(delivered.facts()['How long'], 'Until 23 December at 14:14 (London time)');
    assert.equal(delivered.button('Open Salesforce').url, 'https://salesforce.example/start');
    assert.match(
      shown('denied').text(),
      /Denied[^]*Olga Berg decided on 23 November at 14:02[^]*Reason from Olga Berg\nI run the spring campaign/u,
    );
    assert.match(
      shown('failed').text(),
      /Could not be set up[^]*tell an owner or an administrator, and name REQ-7K2M9QXW/u,
    );
  });

  it('keeps expiry apart from a denial, and asks again with one click (F48)', () => {
    const expired = shown('expired');
    assert.match(expired.text(), /Expired[^]*Nobody said no/u);
    assert.deepEqual(expired.button('Ask again').data, { action: 'resubmitRequest', requestId: 'REQ-7K2M9QXW' });
  });
});

describe('the join form', () => {
  const forms = sampleOutcomes().joinFormNeeded.map((outcome) => show(outcome).read);

  it('lets people pick among those that can be joined, and says why the others cannot (F5, F83)', () => {
    const several = forms[1];
    assert.ok(several);
    assert.deepEqual(several.input('groupId').choices, [
      { title: 'Marketing 1 (needs owner approval)', value: 'g-0' },
      { title: 'Marketing 2 (needs owner approval)', value: 'g-1' },
    ]);
    assert.match(several.text(), /Marketing 6: You can’t ask to join Marketing/u);
    assert.deepEqual(several.button('Ask to join').data, { action: 'joinGroup' });
    assert.deepEqual(several.button('Browse groups').inputs, []);
  });

  it('takes the one group along with the button, and asks for a reason only where it is wanted (F8)', () => {
    const [missing, , , confirm] = forms;
    assert.deepEqual(missing?.button('Ask to join').data, {
      action: 'joinGroup',
      groupId: '5f1c0a52-6f0e-4a3a-9a39-1f1f6a0c2b11',
    });
    assert.equal(missing?.input('justification').required, true);
    assert.deepEqual(
      confirm?.inputs().map(({ id }) => id),
      ['duration', 'until'],
    );
    assert.deepEqual(confirm?.button('Join').inputs, ['duration', 'until']);
  });

  it('shows the limit before it is sent, and nothing beyond it (F10, F37)', () => {
    assert.deepEqual(forms[0]?.input('duration').choices, [
      { title: 'As long as allowed (90 days)', value: 'none' },
      { title: '7 days', value: '7' },
      { title: '30 days', value: '30' },
      { title: 'Until a day of my choice', value: 'until' },
    ]);
    assert.equal(forms[0]?.input('duration').label, 'For how long? (90 days at most)');
    assert.equal(forms[4]?.input('duration').value, '10');
    assert.equal(forms[7]?.input('duration').value, 'none');
  });

  it('keeps hours that were named, and sends them as minutes (F10)', () => {
    const [form] = sampleOutcomes().joinFormNeeded.slice(4);
    assert.equal(form?.kind, 'joinFormNeeded');
    const { read } = show({ ...form, form: { ...form.form, duration: { kind: 'minutes', minutes: 90 } } });
    assert.equal(read.input('duration').value, '90m');
    assert.deepEqual(read.input('duration').choices[1], { title: '90 minutes', value: '90m' });
  });

  it('keeps what was given when it comes back (F8)', () => {
    assert.equal(forms[7]?.input('justification').value, ordinaryWords.reason);
    assert.match(forms[6]?.text() ?? '', /at least 8 characters/u);
  });
});

describe('lists', () => {
  it('can be acted on in place, oldest first with how long each has waited (F84)', () => {
    const [outcome] = sampleOutcomes().inboxListed;
    assert.ok(outcome);
    const { read } = show(outcome);
    assert.equal(read.buttons().filter((title) => title === 'Approve').length, 3);
    assert.deepEqual(read.button('Deny…', 1).data, { action: 'denyRequest', requestId: 'REQ-7K2M9QX1' });
    assert.match(read.text(), /30 days · waiting since 20 November · REQ-7K2M9QX0/u);
  });

  it('turn their pages and keep the words (F1)', () => {
    const [outcome] = sampleOutcomes().groupsListed;
    assert.ok(outcome);
    const { read } = show(outcome);
    assert.deepEqual(read.button('Next page').data, { action: 'browseGroups', page: 3, words: 'Marketting' });
    assert.deepEqual(read.button('Previous page').data, { action: 'browseGroups', page: 1, words: 'Marketting' });
    assert.match(read.text(), /Page 2 of 3/u);
  });
});

describe('leaving', () => {
  it('lists what will be lost before it is done (F14)', () => {
    const [outcome] = sampleOutcomes().leaveConfirmNeeded;
    assert.ok(outcome);
    const { read } = show(outcome);
    assert.match(read.text(), /no longer be able to open:\n• {2}Salesforce\n• {2}Brand Portal/u);
    assert.deepEqual(read.button('Leave group').data, {
      action: 'leaveGroup',
      groupId: '5f1c0a52-6f0e-4a3a-9a39-1f1f6a0c2b11',
      confirmed: true,
    });
    assert.equal(read.button('Stay in it').verb, 'showGroup');
  });
});
