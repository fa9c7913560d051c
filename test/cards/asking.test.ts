import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { now, sampleOutcomes } from './samples.js';
import { showOutcome } from '../../src/cards/showOutcome.js';
import { askedBackOf } from '../../src/commands/askedBack.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { isOpen } from '../../src/intents/answers/asked.js';
import type { Intent } from '../../src/intents/intent.js';
import { ownFields } from '../../src/intents/ownFields.js';
import { answerVerb, parseAnswer } from '../../src/intents/parseAnswer.js';
import { isChange } from '../../src/intents/verdicts.js';
import { readCard, type RenderedCard } from '../support/renderedCard.js';

const outcomes = Object.values(sampleOutcomes()).flat() as Outcome[];

function cardOf(outcome: Outcome): RenderedCard {
  const message = showOutcome(outcome, { now, locale: 'en-GB', timeZone: 'Europe/London' });
  return readCard(message.kind === 'card' ? message.card : assert.fail('no card'));
}

/** Asked by no button of its own: each of several answers for itself, and what is too long is said again. */
const withoutCancel = new Set<Outcome['kind']>(['severalNeeded', 'messageTooLongNeeded']);

/** Whoever answers with one of these may be answered. */
const intents: readonly Intent[] = [
  { kind: 'joinGroup', target: { by: 'id', groupId: 'g' } },
  { kind: 'approveRequest', target: { requestId: 'r' } },
  { kind: 'denyRequest', target: { requestId: 'r' } },
  { kind: 'answerProposal', accepted: true },
  { kind: 'linkGroup', target: { by: 'id', groupId: 'g' } },
];

const isChangeOf = (verb: string | undefined): boolean => verb !== undefined && isChange({ kind: verb } as Intent);
const isToldByOutbox = (outcome: Outcome): boolean =>
  outcome.kind === 'newsTold' && outcome.notice.code === 'volunteerWanted';

describe('cards that ask', () => {
  const asking = outcomes.filter(({ kind }) => kind.endsWith('Needed') && !withoutCancel.has(kind));

  it('each has a Cancel, which answers that nothing was changed', () => {
    assert.ok(new Set(asking.map(({ kind }) => kind)).size >= 11);
    for (const outcome of [...asking, ...outcomes.filter(({ kind }) => kind === 'groupManaged')]) {
      const card = cardOf(outcome);
      if (outcome.kind === 'groupManaged' && card.inputs().length === 0) continue;
      const cancels = card.allButtons().filter(({ verb, data }) => verb === answerVerb && data['value'] === 'no');
      assert.equal(cancels.length, 1, `${outcome.kind}: ${card.buttons().join(', ')}`);
      const [cancel] = cancels;
      assert.equal(cancel?.title, 'Cancel');
      assert.deepEqual(cancel?.inputs, [], 'it neither checks nor sends what was filled in');
      assert.equal(parseAnswer(cancel?.verb, cancel?.data)?.accepted, false);
    }
  });

  it('each can be answered in words, whatever it asks', () => {
    for (const outcome of asking) {
      const answers = askedBackOf({ kind: 'joinGroup', target: { by: 'id', groupId: 'g' } }, outcome);
      assert.ok(answers && isOpen({ id: 'id-1', ...answers }), outcome.kind);
    }
  });

  it('are the outcomes whose name ends in “Needed”, so that what is counted of turns tells questions from answers', () => {
    for (const outcome of outcomes) {
      const card = cardOf(outcome);
      const hasWayOut = card.allButtons().some(({ verb, data }) => verb === answerVerb && data['value'] === 'no');
      const isQuestion = card.heading().endsWith('?') && card.allButtons().some(({ verb }) => isChangeOf(verb));
      // What was asked for is a form in these; an offer that the outbox brings is no outcome of a turn.
      if (outcome.kind === 'groupManaged' || isToldByOutbox(outcome)) continue;
      assert.equal(
        hasWayOut || isQuestion,
        outcome.kind.endsWith('Needed') && !withoutCancel.has(outcome.kind),
        `${outcome.kind}: ${card.heading()}`,
      );
      for (const intent of intents)
        if (askedBackOf(intent, outcome) !== undefined)
          assert.ok(outcome.kind.endsWith('Needed') || outcome.kind === 'refused', `${intent.kind} → ${outcome.kind}`);
    }
  });

  it('two forms on one card share no field, and a click sends the fields of its own form alone', () => {
    const forms = asking.filter(({ kind }) => kind === 'joinFormNeeded').slice(0, 2);
    const card = cardOf({ kind: 'severalNeeded', outcomes: forms });
    const ids = card.inputs().map(({ id }) => id);
    assert.ok(ids.length >= 4);
    assert.equal(new Set(ids).size, ids.length, ids.join(', '));
    assert.ok(
      card.inputs().every(({ required }) => !required),
      'a field of one form would keep the button of the other from being clicked',
    );
    const buttons = card.allButtons().filter(({ verb }) => verb === 'joinGroup');
    assert.equal(buttons.length, 2);
    const filled = Object.fromEntries(ids.map((id) => [id, `as filled in at ${id}`]));
    const reasons = buttons.map(({ data }) => ownFields({ ...filled, ...data }) as Record<string, unknown>);
    assert.deepEqual(
      reasons.map(({ justification }) => justification),
      ['as filled in at justification#1', 'as filled in at justification#2'],
    );
    assert.ok(reasons.every((fields) => Object.keys(fields).every((key) => key !== 'form' && !key.includes('#'))));
  });

  it('what a click of a single form sends is left as it is', () => {
    for (const data of [{ groupId: 'g', until: '2026-12-31' }, null, 'text', [1], { form: 3, x: 1 }])
      assert.deepEqual(ownFields(data), data);
  });
});
