import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { classifyConnectorError } from '../../src/bot/classifyConnectorError.js';
import { ConnectorError } from '../../src/bot/connector.js';

type Row = readonly [name: string, status: number | undefined, body: unknown, onPost: string, onPut: string];

const coded = (code: string): object => ({ error: { code, message: 'words of the service' } });

/** What the service is known to answer, and what there is to do about a message and about an edit. */
const rows: readonly Row[] = [
  ['the bot is not in the conversation', 403, coded('BotNotInConversationRoster'), 'unreachable', 'unreachable'],
  ['the bot is disabled', 403, coded('BotDisabledByAdmin'), 'unreachable', 'unreachable'],
  [
    'the person blocked the bot, said in a text within',
    403,
    { errorCode: 209, message: '{ "subCode": "MessageWritesBlocked", "details": "Thread is blocked" }' },
    'unreachable',
    'unreachable',
  ],
  ['forbidden without a word', 403, '', 'unreachable', 'unreachable'],
  ['forbidden for a reason of ours', 403, coded('BadArgument'), 'rejected', 'rejected'],
  ['the conversation is gone', 404, coded('ConversationNotFound'), 'conversationGone', 'conversationGone'],
  ['the message is gone', 404, coded('ActivityNotFoundInConversation'), 'messageGone', 'messageGone'],
  ['too many', 429, coded('TooManyRequests'), 'throttled', 'throttled'],
  ['somebody else writes at the same moment', 412, coded('PreconditionFailed'), 'transient', 'transient'],
  ['a gateway that may have passed it on', 502, '<html>Bad gateway</html>', 'ambiguous', 'transient'],
  ['a service that may have taken it', 503, '', 'ambiguous', 'transient'],
  ['a gateway that did not wait', 504, '', 'ambiguous', 'transient'],
  ['an error of the service', 500, coded('InternalServerError'), 'rejected', 'transient'],
  ['a card that is refused', 400, coded('BadSyntax'), 'rejected', 'rejected'],
  ['a message that is too large', 413, coded('MessageSizeTooBig'), 'rejected', 'rejected'],
  ['a token that is not taken', 401, '', 'noToken', 'noToken'],
  ['no answer in time', undefined, '', 'ambiguous', 'transient'],
];

describe('classifyConnectorError', () => {
  for (const [name, status, body, onPost, onPut] of rows) {
    it(`F80 F90: ${name} (${status ?? 'no status'}) is ${onPost} for a message and ${onPut} for an edit`, () => {
      const error = new ConnectorError(
        `answered with ${status}`,
        status,
        typeof body === 'string' ? body : JSON.stringify(body),
        undefined,
      );
      assert.equal(classifyConnectorError(error, 'POST').failure, onPost);
      assert.equal(classifyConnectorError(error, 'PUT').failure, onPut);
    });
  }

  for (const message of [
    'connect ECONNREFUSED 127.0.0.1:1',
    'getaddrinfo ENOTFOUND smba.example',
    'connect EHOSTUNREACH 10.0.0.1',
  ]) {
    it(`what was never sent may be sent again: ${message}`, () => {
      assert.equal(
        classifyConnectorError(new ConnectorError(message, undefined, '', undefined), 'POST').failure,
        'transient',
      );
    });
  }

  it('honours Retry-After in seconds and as a date, and nothing else', () => {
    const retryAfter = (header: string): number | undefined =>
      classifyConnectorError(new ConnectorError('too many', 429, '', header), 'POST').retryAfterMs;
    assert.equal(retryAfter('7'), 7000);
    assert.equal(retryAfter('-3'), 0);
    const inAMinute = retryAfter(new Date(Date.now() + 60_000).toUTCString()) ?? 0;
    assert.ok(inAMinute > 50_000 && inAMinute <= 60_000, String(inAMinute));
    assert.equal(retryAfter('soon'), undefined);
  });

  it('what is no answer of the channel is our own mistake', () => {
    assert.equal(classifyConnectorError(new TypeError('x is undefined'), 'PUT').failure, 'rejected');
  });
});
