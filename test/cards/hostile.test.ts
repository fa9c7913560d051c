import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { showOutcome } from '../../src/cards/showOutcome.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { checkCard } from './checkCard.js';
import { now, sampleOutcomes, type Words } from './samples.js';

const pieces = [
  '[click](http://evil.example)',
  '{{DATE(2026-01-01T00:00:00Z)}}',
  '${requestId}',
  '<at>Ada</at>',
  '**bold**',
  '_it_',
  '`code`',
  '~~no~~',
  '\u202Eevil',
  '\u200B',
  '\n- item',
  '# head',
  '&#91;',
  '"}],"actions":[',
  '\\',
  '\u2069',
  '1. ',
  'x',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `a${parts.join('')}`);

/** All of it at once, far longer than any name. */
const longest = `a${pieces.join('').repeat(3)}`;

type Json = Readonly<Record<string, unknown>>;

/** Strings that clients read as Markdown: those of text blocks, facts, titles and labels. */
function* markdownOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* markdownOf(item);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const { type } = value as Json;
  for (const [key, inner] of Object.entries(value)) {
    const isRead =
      (key === 'text' && type !== 'TextRun') ||
      key === 'title' ||
      key === 'label' ||
      key === 'errorMessage' ||
      (key === 'value' && type === undefined) ||
      key === 'fallbackText';
    if (isRead && typeof inner === 'string') yield inner;
    else if (key !== 'data') yield* markdownOf(inner);
  }
}

/** What a card is made of, without its texts: the types in order. */
function* skeletonOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* skeletonOf(item);
  else if (typeof value === 'object' && value !== null) {
    const { type } = value as Json;
    if (typeof type === 'string') yield type;
    for (const inner of Object.values(value)) yield* skeletonOf(inner);
  }
}

function showAll(words: Words): { readonly name: string; readonly card: object; readonly summary: string }[] {
  return Object.values(sampleOutcomes(words)).flatMap((outcomes) =>
    (outcomes as readonly Outcome[]).map((outcome, index) => {
      const message = showOutcome(outcome, { now });
      if (message.kind !== 'card') throw new Error('not a card');
      return { name: `${outcome.kind} ${index}`, card: message.card, summary: message.summary };
    }),
  );
}

describe('hostile names, reasons and descriptions', () => {
  const words = fc.record({
    person: hostile,
    group: hostile,
    reason: hostile,
    description: hostile,
    about: hostile,
    typed: hostile,
    resource: hostile,
  });

  it('become no link, no formatting and no expansion in any card', () => {
    fc.assert(
      fc.property(words, (given) => {
        for (const { name, card, summary } of showAll(given)) {
          checkCard(card, name);
          for (const text of [...markdownOf(card), summary]) {
            assert.ok(!/\]\(|\*\*|~~|`|<at>|&#?\w+;/u.test(text), `${name}: ${text}`);
          }
          assert.ok(!/[\u202A-\u202E\u2066\u2067\u200B]/u.test(JSON.stringify(card)), name);
        }
      }),
      {
        numRuns: 20,
        examples: [
          [
            {
              person: longest,
              group: longest,
              reason: longest,
              description: longest,
              about: longest,
              typed: longest,
              resource: longest,
            },
          ],
        ],
      },
    );
  });

  it('add no element, button or input', () => {
    const build = (text: string) =>
      showAll({
        person: text,
        group: text,
        reason: text,
        description: text,
        about: text,
        typed: text,
        resource: text,
      }).map(({ card }) => [...skeletonOf(card)]);
    const harmless = build('abc');
    fc.assert(
      fc.property(hostile, (text) => assert.deepEqual(build(text), harmless)),
      { numRuns: 20 },
    );
  });

  it('a link that is no web address is left out', () => {
    for (const link of ['javascript:alert(1)', 'not a link', 'https://x.example/${y}', 'data:text/html,x']) {
      const [outcome] = sampleOutcomes().memberAdded;
      assert.ok(outcome);
      const message = showOutcome(
        { ...outcome, group: { ...outcome.group, unlocks: [{ name: 'App', link }] } },
        { now },
      );
      assert.ok(!JSON.stringify(message).includes('OpenUrl') || JSON.stringify(message).includes('%7By%7D'), link);
    }
  });
});
