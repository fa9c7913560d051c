import type { Envelope } from './envelope.js';
import { readMentions } from './mentions.js';
import type { InboundSaid } from './turnRunner.js';
import { isPersonal, zoneOf } from './whereabouts.js';
import type { ClickProblem } from '../intents/clickProblem.js';
import { ownFields } from '../intents/ownFields.js';
import { parseAction } from '../intents/parseAction.js';
import { parseAnswer } from '../intents/parseAnswer.js';

/** What somebody said, or why it cannot be read. */
export type Reading =
  { readonly ok: true; readonly said: InboundSaid } | { readonly ok: false; readonly problem: ClickProblem };

/** Reads a message; an older client sends a click as a message with data and without text. */
export function readMessage(envelope: Envelope, now: number): Reading {
  const text = envelope.text ?? '';
  if (text.trim() === '' && typeof envelope.value === 'object' && envelope.value !== null)
    return readClick(undefined, envelope.value, envelope, now);
  return { ok: true, said: { text: readMentions(text, envelope.entities ?? [], envelope.recipient.id) } };
}

/** Reads a click, or the answer that a button gives to what was asked last. */
export function readClick(verb: unknown, sent: unknown, envelope: Envelope, now: number): Reading {
  const data = ownFields(sent);
  const answer = parseAnswer(verb, data);
  if (answer) return { ok: true, said: { answer } };
  const parsed = parseAction(verb, data, { now, ...zoneOf(envelope) });
  if (!parsed.ok) return parsed;
  const { intent } = parsed;
  const { look } = (data ?? {}) as { readonly look?: unknown };
  const isLook = look === true || look === 'true' || intent.kind === 'refreshRequest';
  return { ok: true, said: { intent, ...(isLook ? { isLook } : {}) } };
}

/** Whether a message is meant for the bot: in a personal chat each is, elsewhere those that mention it. */
export function isForBot(envelope: Envelope): boolean {
  return (
    isPersonal(envelope) || JSON.stringify(envelope.entities ?? []).includes(JSON.stringify(envelope.recipient.id))
  );
}
