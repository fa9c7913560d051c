import type { OutboundMessage } from '../commands/ports.js';

/** What an invoke is answered with. HTTP is always 200: the real status stands in the body, or clients show their own error. */
export interface InvokeAnswer {
  readonly status: 200;
  readonly body: { readonly statusCode: number; readonly type: string; readonly value: unknown };
}

/** The card that takes the place of the one clicked, for the person who clicked; or a sentence below it. */
export function answerWith(message: OutboundMessage): InvokeAnswer {
  return message.kind === 'card'
    ? answer(200, 'application/vnd.microsoft.card.adaptive', message.card)
    : answerText(message.text);
}

/** A sentence for the person who clicked. */
export function answerText(text: string): InvokeAnswer {
  return answer(200, 'application/vnd.microsoft.activity.message', text);
}

/** What was clicked made no sense; `message` says so in plain words. */
export function answerMalformed(message: string): InvokeAnswer {
  return answer(400, 'application/vnd.microsoft.error', { code: 'BadRequest', message });
}

/** Our own accident; `message` holds a reference and nothing internal. */
export function answerAccident(message: string): InvokeAnswer {
  return answer(500, 'application/vnd.microsoft.error', { code: 'InternalServerError', message });
}

function answer(statusCode: number, type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode, type, value } };
}
