import { z } from 'zod';
import type { Connector } from './connector.js';
import type { Envelope } from './envelope.js';
import type { Mentioned } from './mentions.js';
import type { Log } from '../log.js';

/** So many are asked for in one turn, and so long, in milliseconds: whoever writes waits for it. */
const mostAsked = 5;
const patienceMs = 2_500;

/** A member of a conversation as the channel gives it; the SDK calls the object id another name than the channel does. */
const member = z.object({
  name: z.string().trim().min(1).max(256),
  objectId: z.uuid().optional().catch(undefined),
  aadObjectId: z.uuid().optional().catch(undefined),
  tenantId: z.string().optional().catch(undefined),
});

/** Asks the channel who those are whom a message mentions by no more than the channel's own id (F96). */
export interface ConversationMembers {
  /** Those that the channel knows among the members, at most five; never throws, for without them the turn goes on. */
  lookUp(envelope: Envelope, channelUserIds: readonly string[]): Promise<Mentioned[]>;
}

/** Makes the look-up, one call for each person and none that is repeated. */
export function createConversationMembers(connector: Connector, log: Pick<Log, 'warn'>): ConversationMembers {
  const ask = async (envelope: Envelope, channelUserId: string): Promise<Mentioned[]> => {
    const { serviceUrl, conversation, channelData, tenantId } = envelope;
    const place = encodeURIComponent(channelData?.team?.id ?? conversation.id);
    const path = `/v3/conversations/${place}/members/${encodeURIComponent(channelUserId)}`;
    const found = member.safeParse(await connector.get(serviceUrl, path));
    if (!found.success) return [];
    const { name, objectId, aadObjectId = objectId, tenantId: theirs = tenantId } = found.data;
    // Whoever is of another organisation is none of its records (S11).
    if (aadObjectId === undefined || theirs.toLowerCase() !== tenantId) return [];
    return [{ id: aadObjectId.toLowerCase(), name, channelUserId }];
  };
  return {
    async lookUp(envelope, channelUserIds) {
      const asked = channelUserIds.slice(0, mostAsked).map((one) =>
        ask(envelope, one).catch((error: unknown) => {
          log.warn({ err: error }, 'who is mentioned could not be asked of the channel');
          return [];
        }),
      );
      const found: Mentioned[] = [];
      const all = Promise.all(asked.map(async (one) => void found.push(...(await one))));
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
      return [...found];
    },
  };
}
