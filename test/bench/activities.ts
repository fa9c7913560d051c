/** The one organisation of the benchmark. */
export const tenantId = 'b0000000-0000-4000-8000-000000000000';

/** The owner whose decisions are measured. */
const owner = 0;

/** A person by number; 0 and 1 own the group, everybody else asks to join it. */
export function personId(number: number): string {
  return `b0000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** "join Marketing because …", as the channel sends it. */
export function joinBody(serviceUrl: string, number: number): string {
  return messageBody(serviceUrl, number, `m-${number}`, 'join Marketing because I run the spring campaign for 30 days');
}

/** A question, which changes nothing. */
export function questionBody(serviceUrl: string, number: number): string {
  return messageBody(serviceUrl, number, `q-${number}`, 'what do I get if I am in Marketing?');
}

/** The owner's answer, typed. */
export function typedApprovalBody(serviceUrl: string, requestId: string): string {
  return messageBody(serviceUrl, owner, `t:${requestId}`, `approve ${requestId}`);
}

/** What a person wrote, as the channel sends it. */
export function messageBody(serviceUrl: string, number: number, id: string, text: string): string {
  return JSON.stringify({
    ...envelope(serviceUrl, personId(number)),
    type: 'message',
    id,
    text,
    textFormat: 'plain',
    locale: 'en-US',
    localTimezone: 'UTC',
    entities: [{ type: 'clientInfo', locale: 'en-US', platform: 'Web' }],
  });
}

/** A click on "Approve", as the channel sends it. */
export function approveBody(serviceUrl: string, requestId: string): string {
  return JSON.stringify({
    ...envelope(serviceUrl, personId(owner)),
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${requestId}`,
    replyToId: 'm1',
    value: {
      action: { type: 'Action.Execute', verb: 'approveRequest', data: { action: 'approveRequest', requestId } },
      trigger: 'manual',
    },
  });
}

/** The channel's id of a person's personal chat with the bot. */
export function conversationId(id: string): string {
  return `a:${id}`;
}

function envelope(serviceUrl: string, id: string): object {
  return {
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-03-02T09:00:00.000Z',
    from: { id: `29:${id}`, name: `Person ${id.slice(-4)}`, aadObjectId: id },
    recipient: { id: '28:bot', name: 'Group Concierge' },
    conversation: { id: conversationId(id), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}
