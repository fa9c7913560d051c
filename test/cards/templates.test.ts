import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { bind, cardNames, loadCards, readCardFile } from '../../src/cards/parts/bind.js';
import { checkCard, problemsOf } from './checkCard.js';
import { readCard } from '../support/renderedCard.js';

describe('card files', () => {
  it('each has its sample, and no file is left over', () => {
    const files = new Set(readdirSync('cards'));
    const expected = new Set(cardNames.flatMap((name) => [`${name}.json`, `${name}.sample.json`]));
    assert.deepEqual([...files].sort(), [...expected].sort());
    loadCards();
  });

  for (const name of cardNames) {
    it(`${name} is a valid card with its sample`, () => {
      const card = bind(name, readCardFile(`${name}.sample.json`) as object);
      checkCard(card, name);
      assert.ok(readCard(card).heading());
    });
  }

  it('the check itself finds what is wrong', () => {
    const card = bind('notice', readCardFile('notice.sample.json') as object) as unknown as { body: object[] };
    assert.throws(() => checkCard({ ...card, msteams: {} }, 'an unknown property'));
    assert.throws(
      () =>
        checkCard(
          { ...card, body: [...card.body, { type: 'TextBlock', text: 'x'.repeat(20_000), wrap: true }] },
          'a card that is too large',
        ),
      /bytes/u,
    );
    assert.notDeepEqual(problemsOf({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.Text' }] }), []);
  });
});

describe('bind', () => {
  const sample = readCardFile('notice.sample.json') as Record<string, unknown>;

  it('refuses an object where a text belongs: it would become a piece of the card', () => {
    assert.throws(
      () => bind('notice', { ...sample, heading: { type: 'Action.Submit' } }),
      /notice\.heading must be a text/u,
    );
    assert.throws(
      () => bind('notice', { ...sample, paragraphs: [{ text: [{ type: 'Image' }] }] }),
      /notice\.paragraphs\[\]\.text/u,
    );
    assert.throws(() => bind('notice', { ...sample, paragraphs: ['text'] }), /must be an object/u);
    assert.throws(
      () => bind('approval', { ...(readCardFile('approval.sample.json') as object), refreshUserIds: [{ a: 1 }] }),
      /list of texts/u,
    );
  });

  it('refuses data that is missing, unknown or no list', () => {
    const { heading: _, ...rest } = sample;
    assert.throws(() => bind('notice', rest), /notice\.heading/u);
    assert.throws(() => bind('notice', { ...sample, headline: 'x' }), /not in the card's sample/u);
    assert.throws(() => bind('notice', { ...sample, buttons: 'none' }), /must be a list/u);
  });

  it('refuses text that still looks like an expression', () => {
    assert.throws(() => bind('notice', { ...sample, heading: 'costs ${five}' }), /expression without data/u);
  });

  it('leaves out what has nothing to show', () => {
    const card = bind('notice', {
      ...sample,
      paragraphs: [],
      facts: [],
      examples: [],
      links: [],
      buttons: [],
      typed: null,
      status: null,
      kicker: null,
    });
    assert.deepEqual(
      (card['body'] as { type: string }[]).map(({ type }) => type),
      ['TextBlock'],
    );
    assert.deepEqual(card['actions'], []);
  });

  it('gives every Execute a Submit with the same data for older clients', () => {
    const [, execute] = (
      bind('notice', sample) as unknown as {
        actions: {
          type: string;
          data: object;
          fallback: { type: string; data: object; title: string };
          title: string;
        }[];
      }
    ).actions;
    assert.equal(execute?.fallback.type, 'Action.Submit');
    assert.deepEqual(execute.fallback.data, execute.data);
    assert.equal(execute.fallback.title, execute.title);
  });
});
