import type { Records } from './records.js';
import type { Track } from './races.js';
import { send } from './client.js';
import type { Chats } from './invariants.js';
import { conversationOf, type FakeTeams, type SentMessage } from '../support/fakeTeams.js';
import { readCard } from '../support/renderedCard.js';

interface Refresh {
  readonly action: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
  readonly userIds?: readonly string[];
}

/** The chats of some people as their clients show them: a client asks for a card that has a refresh for its reader. */
export async function openChats(port: number, teams: FakeTeams, tracks: readonly Track[]): Promise<Chats> {
  const shown = new Map<string, SentMessage[]>();
  for (const { tenantId, people } of tracks) {
    for (const who of Object.values(people)) {
      const messages: SentMessage[] = [];
      for (const message of teams.messagesIn(conversationOf(who.id))) {
        const refresh = message.card?.['refresh'] as Refresh | undefined;
        const isTheirs = refresh?.userIds?.includes(`29:${who.id}`) === true;
        const { verb, data } = refresh?.action ?? { verb: '', data: {} };
        const { card } = isTheirs ? await send(port, teams, tenantId, who, { verb, data }) : {};
        messages.push(card ? { ...message, card: card as Record<string, unknown> } : message);
      }
      shown.set(conversationOf(who.id), messages);
    }
  }
  return { messagesIn: (conversationId) => shown.get(conversationId) ?? [] };
}

/** What was said twice, and what is old until a client asks for it; all of it as it was sent. */
export interface Blemishes {
  /** The same end of a request, told to whoever asked. */
  readonly toldTwice: readonly string[];
  /** The same question, put to who decides. */
  readonly askedTwice: readonly string[];
  /** Cards that would still say "Waiting" without the client's refresh. */
  readonly stale: readonly string[];
}

/** Looks for what is not wrong, and not nice; `spared`: messages that the channel took and denied. */
export function findBlemishes(teams: Chats, { requests }: Records, spared: ReadonlySet<string>): Blemishes {
  const found = { toldTwice: [] as string[], askedTwice: [] as string[], stale: [] as string[] };
  for (const { id, status, requesterId, approvers, waitingCard, earlierCards = [] } of requests) {
    const about = (personId: string): SentMessage[] =>
      teams
        .messagesIn(conversationOf(personId))
        .filter((message) => !spared.has(message.id) && JSON.stringify(message.card ?? {}).includes(id));
    const waiting = new Set([waitingCard, ...earlierCards].map((card) => card?.activityId));
    const offers = ({ card }: SentMessage, verb: string): boolean =>
      readCard(card ?? {})
        .allButtons()
        .some((button) => button.verb === verb && button.data['requestId'] === id);
    const own = about(requesterId).filter((message) => !waiting.has(message.id));
    if (status === 'pending') continue;
    const old = own.filter((message) => offers(message, 'withdrawRequest'));
    if (old.length > 0) found.stale.push(`${id} is ${status}, and ${old.length} cards say that it waits`);
    const ends = own.length - old.length;
    if (ends > 1) found.toldTwice.push(`${id} is ${status}, told ${ends} times`);
    for (const { personId } of approvers) {
      const cards = about(personId).length;
      if (cards > 1) found.askedTwice.push(`${id}: ${cards} cards for one who decides`);
    }
  }
  return found;
}
