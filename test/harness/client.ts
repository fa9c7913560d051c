import { conversationOf, type FakeTeams } from '../support/fakeTeams.js';
import { readCard } from '../support/renderedCard.js';

/** Somebody in a race. */
export interface Racer {
  readonly id: string;
  readonly name: string;
}

/** What somebody does in a race: they type, or they click a button of which they have the data. */
export type Move =
  | { readonly text: string }
  | { readonly verb: string; readonly data: Readonly<Record<string, unknown>>; readonly id?: string };

/** How a move was answered. */
export interface Answer {
  readonly status: number;
  /** What stands in the place of the card that was clicked; a message is answered in the chat. */
  readonly text: string;
  /** The card that stands there. */
  readonly card?: object;
}

let count = 0;

/** Sends what somebody does to a process, as the channel would. */
export async function send(port: number, teams: FakeTeams, tenantId: string, who: Racer, move: Move): Promise<Answer> {
  const id = 'id' in move && move.id !== undefined ? move.id : `race-${(count += 1)}`;
  const isText = 'text' in move;
  const activity = {
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: `29:${who.id}`, name: who.name, aadObjectId: who.id },
    recipient: { id: '28:bot', name: 'Group Concierge' },
    conversation: { id: conversationOf(who.id), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'en-GB',
    localTimezone: 'Europe/Berlin',
    id,
    ...(isText
      ? { type: 'message', text: move.text, textFormat: 'plain' }
      : {
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: 'none',
          value: { action: { type: 'Action.Execute', verb: move.verb, data: move.data }, trigger: 'manual' },
        }),
  };
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const body = await response.text();
  return { status: response.status, ...(isText ? { text: '' } : readAnswer(body)) };
}

function readAnswer(body: string): Pick<Answer, 'text' | 'card'> {
  const { statusCode, value } = JSON.parse(body) as { readonly statusCode: number; readonly value: unknown };
  if (statusCode !== 200) return { text: `${statusCode}: ${JSON.stringify(value)}` };
  if (typeof value === 'string') return { text: value };
  return { text: readCard(value as object).text(), card: value as object };
}
