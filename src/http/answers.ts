import type { ServerResponse } from 'node:http';
import type { Formatter } from 'restify';

/** The sentences that strangers get; none says more than the status does. */
const sentences: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  401: 'The request is not authorised.',
  403: 'The request is not allowed.',
  404: 'There is nothing here.',
  405: 'This method is not allowed here.',
  406: 'The answer is JSON only.',
  413: 'The request is too large.',
  415: 'Only JSON without a content encoding is taken.',
  500: 'Something went wrong on our side.',
  503: 'The bot is not ready.',
};

/** Sends a JSON body, unless something was sent already: then the answer cannot be changed any more. */
export function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.writableEnded) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Refuses with a fixed sentence, or with one of ours that says more. */
export function refuse(response: ServerResponse, status: number, sentence = sentenceOf(status)): void {
  answer(response, status, { error: sentence });
}

/** So much of a turn's id is enough to find it in the log, and short enough to be read out. */
export function referenceOf(correlationId: string): string {
  return correlationId.slice(0, 8).toUpperCase();
}

/** Our fault: fixed words, and the id under which the log has the rest. */
export function answerFault(response: ServerResponse, reference: string): void {
  answer(response, 500, { error: sentenceOf(500), reference });
}

/**
 * What restify sends for `response.send`. botbuilder 4.23 answers a failed turn with the error's own message as a bare
 * string, so a string of a refusal never leaves the house; an invoke's answer is an object and does.
 */
export const formatAnswer: Formatter = (_request, response, body: unknown) => {
  const isInternal = response.statusCode >= 400 && (typeof body === 'string' || body instanceof Error);
  const text = JSON.stringify(isInternal ? { error: sentenceOf(response.statusCode) } : body) ?? '';
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(text));
  return text;
};

function sentenceOf(status: number): string {
  return sentences[status] ?? (status < 500 ? 'The request was refused.' : 'Something went wrong on our side.');
}
