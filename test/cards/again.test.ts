import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { now, ordinaryWords, sampleOutcomes } from './samples.js';
import { variantOutcomes } from './variants.js';
import { showOutcome } from '../../src/cards/showOutcome.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { parseAction } from '../../src/intents/parseAction.js';
import { readCard, type CardButton } from '../support/renderedCard.js';

/*
 * Which cards a client brings up to date by itself whenever somebody opens them, and with what. What these looks are
 * answered with is told by `journeys/lookAgain.test.ts`; that none changes anything, by `authority/buttons.test.ts`.
 */

const reader = { now, locale: 'en-GB', timeZone: 'Europe/London', userId: '29:reader' };

interface Refresh {
  readonly action: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
  readonly userIds: readonly string[];
}

function cardOf(outcome: Outcome, viewer: Parameters<typeof showOutcome>[1] = reader): object {
  const message = showOutcome(outcome, viewer);
  return message.kind === 'card' ? message.card : assert.fail('no card');
}

function refreshOf(card: object): Refresh | undefined {
  return (card as { readonly refresh?: Refresh }).refresh;
}

const outcomes: readonly Outcome[] = [
  ...(Object.values(sampleOutcomes()).flat() as Outcome[]),
  ...variantOutcomes(ordinaryWords),
];

/** A button that carries out what its card asks: the second click of two, or the answer for all who were asked. */
function isAnswer({ verb = '', data }: CardButton): boolean {
  const answers = ['answerClaim', 'answerProposal', 'settleDrift', 'releaseBrake'];
  return data['confirmed'] === true || answers.includes(verb);
}

/** A card on which nothing is filled in, so that bringing it up to date takes nothing away. */
function isQuestion(outcome: Outcome): boolean {
  const { unexplained = [] } = outcome as { readonly unexplained?: readonly string[] };
  if (outcome.kind === 'confirmNeeded' || outcome.kind === 'leaveConfirmNeeded') return unexplained.length === 0;
  return outcome.kind === 'newsTold' && readCard(cardOf(outcome)).allButtons().some(isAnswer);
}

describe('what is asked is brought up to date when it is opened (F85)', () => {
  it('every question and every card of what several are asked has a look of its own, for its reader alone', () => {
    const asking = outcomes.filter(isQuestion);
    assert.ok(asking.length > 40, `${asking.length} cards`);
    for (const outcome of asking) {
      const card = cardOf(outcome);
      const refresh = refreshOf(card) ?? assert.fail(`no look: ${JSON.stringify(outcome)}`);
      const [act] = readCard(card).allButtons().filter(isAnswer);
      assert.equal(refresh.action.verb, act?.verb);
      const { confirmed: _, ...first } = act?.data ?? {};
      assert.deepEqual(refresh.action.data, { ...first, look: true }, 'what the first click of two would send');
      assert.deepEqual(refresh.userIds, ['29:reader']);
    }
  });

  it('the look is read as the wish without its confirmation', () => {
    for (const outcome of outcomes.filter(isQuestion)) {
      const { verb, data } = refreshOf(cardOf(outcome))?.action ?? assert.fail('no look');
      const read = parseAction(verb, data, { now, timeZone: 'Europe/London' });
      assert.ok(read.ok, JSON.stringify(data));
      assert.equal((read.intent as { readonly confirmed?: true }).confirmed, undefined);
    }
  });

  it('nobody whose client is not known gets one, and no form does, which would lose what was filled in', () => {
    const { userId: _, ...stranger } = reader;
    for (const outcome of outcomes) {
      const card = cardOf(outcome);
      const refresh = refreshOf(card);
      if (refresh === undefined) continue;
      assert.ok(refresh.userIds.length <= 60);
      const isOfRequest = refresh.action.verb === 'refreshRequest';
      assert.ok(isOfRequest || readCard(card).inputs().length === 0, JSON.stringify(outcome));
      assert.ok(isOfRequest || refreshOf(cardOf(outcome, stranger)) === undefined);
    }
  });

  it('a card without one that has such a button is one that asks again at the click', () => {
    for (const outcome of outcomes) {
      const card = cardOf(outcome);
      if (refreshOf(card) || !readCard(card).allButtons().some(isAnswer)) continue;
      const { unexplained = [] } = outcome as { readonly unexplained?: readonly string[] };
      assert.ok(unexplained.length > 0 || asksAtClick.has(outcome.kind), JSON.stringify(outcome).slice(0, 300));
    }
  });
});

/** Several at once, lists, picks and forms: what was chosen on them would be lost, and each click looks for itself. */
const asksAtClick: ReadonlySet<Outcome['kind']> = new Set<Outcome['kind']>([
  'severalNeeded',
  'missedTold',
  'choiceNeeded',
  'otherWishNeeded',
  'tableShown',
  'groupFormNeeded',
]);
