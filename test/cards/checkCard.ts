import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { cardSchema } from './cardSchema.js';

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
  assert.deepEqual(problemsOf(card), [], name);
  const json = JSON.stringify(card);
  assert.ok(!json.includes('${'), `${name} has an unbound expression`);
  assert.ok(!json.includes('{{'), `${name} has something that clients expand`);
  const size = Buffer.byteLength(json, 'utf16le');
  assert.ok(size <= sizeLimit, `${name} has ${size} bytes`);
}

/** What the reference implementation finds wrong. */
export function problemsOf(card: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const adaptiveCard = new AdaptiveCard();
  adaptiveCard.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...adaptiveCard.validateProperties().validationEvents.map((event) => event.message)];
}
