import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { typedFor } from '../support/typedFor.js';
import { showOutcome } from '../../src/cards/showOutcome.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { IntentKind } from '../../src/intents/intent.js';
import { parseAction } from '../../src/intents/parseAction.js';
import { isNo, isYes } from '../../src/intents/answers/readAnswer.js';
import { answerVerb, parseAnswer } from '../../src/intents/parseAnswer.js';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { en } from '../../src/messages/en/en.js';
import { voiceFor } from '../../src/messages/voice.js';
import { now, ordinaryWords, sampleOutcomes } from '../cards/samples.js';
import { readCard, type CardButton, type RenderedCard } from '../support/renderedCard.js';
import { changeOf, here } from './support.js';

const shown: readonly (readonly [string, RenderedCard])[] = Object.entries(sampleOutcomes()).flatMap(
  ([kind, outcomes]: [string, readonly Outcome[]]) =>
    outcomes.map((outcome, index) => {
      const message = showOutcome(outcome, { now, locale: 'en-GB', timeZone: 'Europe/London' });
      return [
        `${kind} ${index + 1}`,
        message.kind === 'card' ? readCard(message.card) : assert.fail('no card'),
      ] as const;
    }),
);

/** What a client sends for a click: the button's data, and each input as it stands; what has no value yet is filled in. */
function clickData(button: CardButton, card: RenderedCard, leftEmpty: '' | null | undefined): Record<string, unknown> {
  const filled = button.inputs.map((id) => {
    const input = card.input(id);
    const first = input.choices.find(({ value }) => value !== 'until')?.value;
    const value =
      typeof input.value === 'string' && input.value !== ''
        ? input.value
        : input.required
          ? (first ?? 'some words')
          : leftEmpty;
    return [id, value] as const;
  });
  return { ...Object.fromEntries(filled.filter(([, value]) => value !== undefined)), ...button.data };
}

/** What stands behind "Or type:" on a card, without the marks that isolate names. */
function typedOn(card: RenderedCard): string[] {
  const [, list] = /^Or type: (.*)$/mu.exec(card.text().replace(/[\u2066-\u2069]/gu, '')) ?? [];
  return list?.split(' · ') ?? [];
}

/** How each of the typed commands that cards name has to be understood. */
const meaning: readonly (readonly [RegExp, IntentKind])[] = [
  [/^settings(?: page 2)?$/u, 'showSettings'],
  [
    /^(?:yes, )?set (?:owners manage|restrict|users create|users add own|owners assign|licen|loosest|longest membership \d|longest membership none|reason for joining (?:required|optional|off)$|name prefix |blocked words |messages in a minute |requests at the same time |groups created in a day |unknown names in an hour |keep reasons |confirm new administrators |leavers lose memberships |wait for a volunteer )/u,
    'changeSetting',
  ],
  [/^(?:confirm|reject) change$/u, 'answerProposal'],
  [/^set up with /u, 'setUp'],
  [/^admins$/u, 'listAdmins'],
  [/^directory$/u, 'showDirectory'],
  [/^(?:yes, )?forget /u, 'forgetPerson'],
  [/^bot status$/u, 'showBotStatus'],
  [/^release brake/u, 'releaseBrake'],
  [/^(?:yes, )?enrol all /u, 'enrolAll'],
  [/^(?:yes, )?enrol (?!groups: )/u, 'enrolGroup'],
  [/^link /u, 'linkGroup'],
  [/^drift /u, 'showDrift'],
  [/^(?:take over|undo|ignore) drift in /u, 'settleDrift'],
  [/^(?:yes, )?admins (?:add|confirm|remove) /u, 'changeAdmin'],
  [/^create /u, 'createGroup'],
  [/^manage /u, 'manageGroup'],
  [/^(?:yes, )?rename resource /u, 'renameResource'],
  [/^(?:yes, )?(?:set (?:join rule|name|description|longest membership|drift) of|rename) /u, 'changeGroup'],
  [/^yes, transfer /u, 'transferGroup'],
  [/^(?:yes, )?delete /u, 'deleteGroup'],
  [/^claim /u, 'claimGroup'],
  [/^(?:approve|reject) claim of /u, 'answerClaim'],
  [/^ownerless(?: page \d+)?$/u, 'listOwnerless'],
  [/^members /u, 'listMembers'],
  [/^enrol groups: /u, 'enrolGroups'],
  [/^import members into /u, 'importMembers'],
  [/^add /u, 'addMembers'],
  [/^(?:yes, )?remove resource /u, 'removeResource'],
  [/^(?:yes, )?remove /u, 'removeMember'],
  [/^(?:yes, )?make .* (?:owner|manager|member) of /u, 'changeRole'],
  [/^resources/u, 'listResources'],
  [/^(?:yes, )?(?:grant|ungrant) /u, 'changeGrant'],
  [/^why /u, 'explainAccess'],
  [/^who has /u, 'listAccess'],
  [/^(?:yes, )?(?:block|unblock) /u, 'changeBlock'],
  [/^history /u, 'showHistory'],
  [/^audit verify$/u, 'verifyHistory'],
  [/^export /u, 'exportTable'],
  [/^explain join /u, 'explainJoin'],
  [/^delegate to /u, 'delegate'],
  [/^my delegations$/u, 'listDelegations'],
  [/^stop delegating$/u, 'endDelegations'],
  [/^join /u, 'joinGroup'],
  [/^(?:yes, )?leave /u, 'leaveGroup'],
  [/^withdraw/u, 'withdrawRequest'],
  [/^remind /u, 'remindApprovers'],
  [/^approve /u, 'approveRequest'],
  [/^deny /u, 'denyRequest'],
  [/^request /u, 'showRequest'],
  [/^group /u, 'showGroup'],
  [/^groups/u, 'browseGroups'],
  [/^my groups(?: page \d+)?$/u, 'listMyGroups'],
  [/^my requests(?: page \d+)?$/u, 'listMyRequests'],
  [/^inbox(?: page \d+)?$/u, 'showInbox'],
  [/^help$/u, 'showHelp'],
  [/^I need access to /u, 'findAccess'],
];

function expectMeant(text: string, where: string): void {
  // The answers to what was asked last; what they carry out is kept by the server.
  if (text === 'yes') return assert.ok(isYes(text));
  if (text === 'cancel') return assert.ok(isNo(text));
  const kind = meaning.find(([pattern]) => pattern.test(text))?.[1];
  assert.ok(kind, `${where} offers "${text}", which no rule here knows`);
  // "REQ-…" stands for any id.
  const typed = text.replace('REQ-…', 'REQ-7K2M9QXW').replaceAll('…', 'Bo Berg');
  assert.equal(parseMessage(typed, here).kind, kind, `${where} offers "${text}"`);
}

describe('what cards send and offer is understood', () => {
  for (const [name, card] of shown) {
    it(`${name}: every button is read as its verb (F86)`, () => {
      for (const button of card
        .allButtons()
        .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')) {
        for (const leftEmpty of ['', null, undefined] as const) {
          const data = clickData(button, card, leftEmpty);
          const verb = button.verb ?? String(data['action']);
          for (const sentVerb of [button.verb, undefined]) {
            if (sentVerb === undefined && data['action'] === undefined) continue;
            if (verb === answerVerb) {
              const answer = parseAnswer(sentVerb, data);
              assert.equal(answer?.accepted, data['value'] === 'yes');
              continue;
            }
            const reading = parseAction(sentVerb, data, here);
            assert.ok(
              reading.ok,
              `"${button.title}" with ${JSON.stringify(data)}: ${reading.ok ? '' : reading.problem.code}`,
            );
            assert.equal(reading.intent.kind, verb);
          }
        }
      }
    });

    it(`${name}: every typed equivalent is read as meant (F86)`, () => {
      for (const text of typedOn(card)) expectMeant(text, name);
    });
  }

  it('the cards do have buttons and typed equivalents, of every kind', () => {
    const verbs = new Set(shown.flatMap(([, card]) => card.allButtons().map(({ verb }) => verb)));
    for (const verb of [
      'joinGroup',
      'leaveGroup',
      'withdrawRequest',
      'remindApprovers',
      'approveRequest',
      'denyRequest',
      'showRequest',
      'resubmitRequest',
      'showInbox',
      'browseGroups',
      'showGroup',
    ])
      assert.ok(verbs.has(verb), verb);
    const typed = shown.flatMap(([, card]) => typedOn(card));
    assert.ok(typed.length > 100, `${typed.length} typed equivalents`);
    for (const [pattern, kind] of meaning.filter(([, each]) => each !== 'findAccess' && each !== 'listOwnerless'))
      assert.ok(
        typed.some((text) => pattern.test(text)),
        kind,
      );
  });

  it('each example of help and welcome is read as meant (F84)', () => {
    const examples = Object.entries(en).filter(([key]) => /^commands\.(?:help\.|joinExample)/u.test(key));
    assert.ok(examples.length > 10);
    for (const [key, text] of examples) expectMeant(text, key);
  });

  it('each word between quotation marks in a refusal is read as meant (F5, F86)', () => {
    const quoted = shown
      .filter(([name]) => name.startsWith('refused'))
      .flatMap(([, card]) =>
        [
          ...card
            .text()
            .replace(/[\u2066-\u2069]/gu, '')
            .matchAll(/“([a-z][a-z ]+)”/gu),
        ].map(([, words]) => words ?? ''),
      );
    const commands = quoted.filter((words) => !['because', 'for 30 days', 'marketting'].includes(words.toLowerCase()));
    assert.ok(commands.length > 3);
    for (const text of commands) expectMeant(text, 'a refusal');
  });

  it('each thing to try after "I didn’t get that" is read as a command (F83)', () => {
    for (const text of [
      'asdf',
      'Marketing',
      'Data for Good',
      "don't add me to Finance",
      'Olga said that I should join Marketing',
      'join',
      'yes',
      'somebody approves',
      'my status is unclear to me here',
      'join Marketing and leave Finance',
      'join Marketing, just kidding',
    ]) {
      const intent = parseMessage(text, here);
      assert.equal(intent.kind, 'suggest', text);
      if (intent.kind === 'suggest')
        for (const suggestion of intent.suggestions) expectMeant(typedFor(suggestion), text);
    }
  });

  it('a typed confirmation is the click (F14)', () => {
    assert.deepEqual(
      parseMessage(voiceFor({ now }).command('commands.yesLeave', { group: ordinaryWords.group }), here),
      {
        kind: 'leaveGroup',
        target: { by: 'name', readings: [{ name: 'Marketing' }] },
        confirmed: true,
      },
    );
    assert.equal(changeOf(parseMessage('leave Marketing', here)), undefined);
  });
});
