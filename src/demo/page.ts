import { createServer, type ServerResponse } from 'node:http';
import { closeServer, listen } from './framedClient.js';
import { stagePage, type Stage } from './stagePage.js';

/** Where the sample people who have no client take messages; answers as the channel does for people without the bot. */
export const awayPath = '/away';

/** The local page that shows the people side by side. */
export interface DemoPage {
  readonly url: string;
  /** Puts the people on the page; before, it asks for a moment's patience. */
  readonly show: (stage: Stage) => void;
  readonly close: () => Promise<void>;
}

/** Serves the page on the loopback interface, and stands in for the clients of the people who have none. */
export async function openPage(port: number): Promise<DemoPage> {
  let page = waitingPage;
  const server = createServer((request, response) => {
    request.resume();
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path.startsWith(`${awayPath}/`)) answer(response, 403, 'application/json', notInstalled);
    else if (path === '/' && request.method === 'GET') answer(response, 200, 'text/html; charset=utf-8', page);
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
