import type { Messenger, OutboundMessage, SendResult } from '../commands/ports.js';
import type { ConversationAddress } from '../domain/organisation/person.js';
import { classifyConnectorError } from './classifyConnectorError.js';
import type { Connector } from './connector.js';

/** The channel's form of a message; a card goes without text, because Teams would split the two. */
export function toActivity(message: OutboundMessage): object {
  if (message.kind === 'text') return { type: 'message', text: message.text, textFormat: 'plain' };
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
  };
}

/** Sends one message into a conversation and gives back its id; throws `ConnectorError`. */
export async function sendTo(
  connector: Connector,
  address: Pick<ConversationAddress, 'serviceUrl' | 'conversationId' | 'botId'>,
  message: OutboundMessage,
): Promise<string> {
  const { serviceUrl, conversationId, botId } = address;
  return connector.post(serviceUrl, `/v3/conversations/${encodeURIComponent(conversationId)}/activities`, {
    ...toActivity(message),
    from: { id: botId },
    conversation: { id: conversationId },
  });
}

/** Writes to people outside of a turn, through the channel's REST interface; `recordSend` hears how each sending and edit ended. */
export function createMessenger(
  connector: Connector,
  recordSend: (result: string) => void = () => undefined,
): Messenger {
  const counted = <R extends { readonly ok: true } | Extract<SendResult, { ok: false }>>(result: R): R => {
    recordSend(result.ok ? 'sent' : result.failure);
    return result;
  };
  return {
    async send(address, message) {
      try {
        return counted({ ok: true, activityId: await sendTo(connector, address, message) });
      } catch (error) {
        return counted(classifyConnectorError(error, 'POST'));
      }
    },
    async edit(address, activityId, message) {
      const { serviceUrl, conversationId, botId } = address;
      const path = `/v3/conversations/${encodeURIComponent(conversationId)}/activities/${encodeURIComponent(activityId)}`;
      try {
        await connector.put(serviceUrl, path, {
          ...toActivity(message),
          id: activityId,
          from: { id: botId },
          conversation: { id: conversationId },
        });
        return counted({ ok: true, activityId });
      } catch (error) {
        return counted(classifyConnectorError(error, 'PUT'));
      }
    },
    async open(tenantId, personId, near) {
      // The object id goes into `id`: as a property of its own the service refuses it.
      const body = {
        bot: { id: near.botId },
        members: [{ id: personId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
        isGroup: false,
      };
      try {
        const conversationId = await connector.post(near.serviceUrl, '/v3/conversations', body);
        if (conversationId === '')
          return {
            ok: false,
            failure: 'rejected',
            detail: 'the service opened a conversation without an id',
          } satisfies SendResult;
        return {
          ok: true,
          address: { serviceUrl: near.serviceUrl, conversationId, botId: near.botId, userId: personId },
        };
      } catch (error) {
        return classifyConnectorError(error, 'POST');
      }
    },
  };
}
