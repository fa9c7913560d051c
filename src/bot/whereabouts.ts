import type { Envelope } from './envelope.js';
import type { ConversationAddress } from '../domain/organisation/person.js';

/** Where nobody says what kind of conversation it is, the id does: those of channels and group chats begin with `19:`. */
export function isPersonal({ conversation }: Envelope): boolean {
  if (conversation.conversationType !== undefined) return conversation.conversationType === 'personal';
  return conversation.isGroup !== true && !conversation.id.startsWith('19:');
}

/** The conversation that an activity came from. */
export function addressOf({ serviceUrl, conversation, recipient, from }: Envelope): ConversationAddress {
  return { serviceUrl, conversationId: conversation.id, botId: recipient.id, userId: from.id };
}

/** The time zone of whoever wrote, as far as the client says it. */
export function zoneOf(envelope: Envelope): { timeZone?: string } {
  return envelope.localTimezone ? { timeZone: envelope.localTimezone } : {};
}
