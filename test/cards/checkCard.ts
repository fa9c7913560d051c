import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import type { z } from 'zod';
import { cardSchema, peoplePicker } from './cardSchema.js';

// The package's own entry points fail in plain Node (adaptivecards 3.0.6 imports without file endings); the bundle works.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/** Largest card, in bytes of UTF-16, as Teams counts. */
const sizeLimit = 28 * 1024;

/** Fails unless the card is one that every client can show: by the reference parser, by our own subset, and by size. */
export function checkCard(card: object, name: string): void {
  const parsed = cardSchema.safeParse(card);
  assert.ok(parsed.success, `${name}: ${parsed.error?.message ?? ''}`);
  assert.deepEqual(problemsOf(withoutPickers(card) as object), [], name);
  const json = JSON.stringify(card);
  assert.ok(!json.includes('${'), `${name} has an unbound expression`);
  assert.ok(!json.includes('{{'), `${name} has something that clients expand`);
  const size = Buffer.byteLength(json, 'utf16le');
  assert.ok(size <= sizeLimit, `${name} has ${size} bytes`);
}

/**
 * The card as a client reads it that cannot look people up. `choices.data` is of version 1.6 of the schema and works in
 * Teams on cards of any version; the reference parser wants a choice of its own beside it.
 */
function withoutPickers(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPickers);
  if (typeof node !== 'object' || node === null) return node;
  if (!peoplePicker.safeParse(node).success)
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, withoutPickers(inner)]));
  const { 'choices.data': _, ...choiceSet } = node as z.output<typeof peoplePicker>;
  return { ...choiceSet, choices: [{ title: 'Somebody', value: 'somebody' }] };
}

/** What the reference implementation finds wrong. */
export function problemsOf(card: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const adaptiveCard = new AdaptiveCard();
  adaptiveCard.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...adaptiveCard.validateProperties().validationEvents.map((event) => event.message)];
}
