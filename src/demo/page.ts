import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { EntraPane } from './entraPane.js';
import { closeServer, listen } from './framedClient.js';
import { stagePage, type Stage } from './stagePage.js';

/** Where the sample people who have no client take messages; answers as the channel does for people without the bot. */
export const awayPath = '/away';

/** So much of a request's body is read, in characters. */
const mostBody = 1_000;

/** The local page that shows the people side by side. */
export interface DemoPage {
  readonly url: string;
  /** Puts the people on the page; before, it asks for a moment's patience. */
  readonly show: (stage: Stage) => void;
  readonly close: () => Promise<void>;
}

/** Serves the page and the directory's pane on the loopback interface, and stands in for the clients of people without one. */
export async function openPage(port: number, entra: EntraPane): Promise<DemoPage> {
  let page = waitingPage;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/entra/remove' && request.method === 'POST') return void removeByHand(request, response, entra);
    request.resume();
    if (path.startsWith(`${awayPath}/`)) answer(response, 403, 'application/json', notInstalled);
    else if (path === '/' && request.method === 'GET') answer(response, 200, 'text/html; charset=utf-8', page);
    else if (path === '/entra' && request.method === 'GET')
      answer(response, 200, 'text/html; charset=utf-8', entra.html());
    else answer(response, 404, 'text/plain', 'There is nothing here; the page is at /.');
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${port}/`,
    show: (stage) => {
      page = stagePage(stage);
    },
    close: () => closeServer(server),
  };
}

const removal = z.object({ group: z.string(), person: z.string() });

/** A page from elsewhere cannot send JSON here: a browser asks first, and is not told yes. */
async function removeByHand(request: IncomingMessage, response: ServerResponse, entra: EntraPane): Promise<void> {
  let body = '';
  for await (const chunk of request) body = (body + String(chunk)).slice(0, mostBody);
  const isJson = request.headers['content-type'] === 'application/json';
  const wish = isJson ? removal.safeParse(parseJson(body)).data : undefined;
  if (!wish) answer(response, 400, 'text/plain', 'Say as JSON who is to be taken out of which group.');
  else if (entra.remove(wish.group, wish.person)) answer(response, 200, 'text/plain', 'Taken out.');
  else answer(response, 404, 'text/plain', 'They are not in that group.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  // Not chained: restify 12 replaces `writeHead` for the whole process with one that returns nothing.
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

const notInstalled = JSON.stringify({
  error: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the conversation roster.' },
});

const waitingPage =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Group Concierge</title><body style="font: 16px system-ui; padding: 3rem">One moment, the clients are starting …</body></html>';
