import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Bench } from './botContract.js';
import type { OutboundMessage, SendResult } from '../../../src/commands/ports.js';

type Failure = Extract<SendResult, { ok: false }>['failure'];

const message = {
  kind: 'card' as const,
  card: { type: 'AdaptiveCard', version: '1.5', body: [] },
  summary: 'Ann asks',
} satisfies OutboundMessage;

/** How the service says no, and what that means for a message and for an edit. */
const refusals: readonly (readonly [status: number, code: string, send: Failure, edit: Failure])[] = [
  [401, 'AuthorizationError', 'noToken', 'noToken'],
  [403, 'MessageWritesBlocked', 'unreachable', 'unreachable'],
  [403, 'BotNotInConversationRoster', 'unreachable', 'unreachable'],
  [404, 'ConversationNotFound', 'conversationGone', 'conversationGone'],
  [404, 'ActivityNotFoundInConversation', 'messageGone', 'messageGone'],
  [412, 'PreconditionFailed', 'transient', 'transient'],
  [429, 'TooManyRequests', 'throttled', 'throttled'],
  [400, 'BadSyntax', 'rejected', 'rejected'],
  [500, 'InternalServerError', 'rejected', 'transient'],
  [502, 'BadGateway', 'ambiguous', 'transient'],
  [503, 'ServiceUnavailable', 'ambiguous', 'transient'],
  [504, 'GatewayTimeout', 'ambiguous', 'transient'],
];

/** What an adapter promises of messages outside of a turn: each call once, and every "no" told by what there is to do. */
export function describeMessenger(bench: () => Bench): void {
  const addressOf = ({ teams }: Bench) => ({
    serviceUrl: teams.serviceUrl,
    conversationId: 'a:olga',
    botId: '28:bot',
    userId: '29:olga',
  });

  describe('a message outside of a turn', () => {
    it('is sent, edited in place, and has the id under which it is found', async () => {
      const { adapter, teams } = bench();
      const address = addressOf(bench());
      const sent = await adapter.messenger.send(address, message);
      assert.ok(sent.ok);
      assert.equal(teams.messagesIn('a:olga')[0]?.id, sent.activityId);
      const edited = await adapter.messenger.edit(address, sent.activityId, { ...message, summary: 'Ann has asked' });
      assert.deepEqual(edited, { ok: true, activityId: sent.activityId });
      const [shown] = teams.messagesIn('a:olga');
      assert.deepEqual([shown?.summary, shown?.edits], ['Ann has asked', 1]);
      const text = await adapter.messenger.send(address, { kind: 'text', text: '*plain*' });
      assert.ok(text.ok);
      assert.equal(teams.calls.at(-1)?.body['textFormat'], 'plain');
    });

    it('opens the chat of somebody who never wrote, by their object id in the organisation', async () => {
      const { adapter, teams } = bench();
      const opened = await adapter.messenger.open('the-tenant', 'bo-id', addressOf(bench()));
      assert.ok(opened.ok);
      assert.equal(opened.address.conversationId, 'a:bo-id');
      const { body } = teams.calls[0] ?? assert.fail('no call');
      assert.deepEqual([body['members'], body['isGroup'], body['tenantId']], [[{ id: 'bo-id' }], false, 'the-tenant']);
    });

    for (const [status, code, send, edit] of refusals)
      it(`is called once where the service says ${status} ${code}: ${send}, an edit: ${edit}`, async () => {
        const { adapter, teams } = bench();
        const address = addressOf(bench());
        teams.script = () => ({ status, body: { error: { code, message: 'no' } }, retryAfter: '3' });
        const sent = await adapter.messenger.send(address, message);
        const edited = await adapter.messenger.edit(address, 'm-1', message);
        assert.deepEqual([failureOf(sent), failureOf(edited)], [send, edit]);
        assert.equal(teams.calls.length, 2, 'no call is repeated behind our back');
        if (status === 429) assert.equal(sent.ok ? undefined : sent.retryAfterMs, 3_000);
      });

    it('says of a service that cannot be reached that nothing was sent', async () => {
      const { adapter } = bench();
      const address = { ...addressOf(bench()), serviceUrl: 'http://127.0.0.1:9/' };
      assert.equal(failureOf(await adapter.messenger.send(address, message)), 'transient');
    });
  });
}

function failureOf(result: SendResult): Failure | 'none' {
  return result.ok ? 'none' : result.failure;
}
