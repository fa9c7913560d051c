import http from 'node:http';
import process from 'node:process';
import { listenAsTold } from './child.js';

/** What is to be had without any SDK or framework: reads the activity, posts one reply, answers. */
const agent = new http.Agent({ keepAlive: true });

interface Activity {
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
  readonly text: string;
}

const server = http.createServer((request, response) => {
  if (request.method === 'GET') return void response.end('ready');
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { serviceUrl, conversation, text } = JSON.parse(Buffer.concat(chunks).toString()) as Activity;
    const path = `/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
    const reply = http.request(`${serviceUrl}${path}`, { method: 'POST', agent }, (answer) => {
      answer.resume().on('end', () => response.end());
    });
    reply.end(JSON.stringify({ type: 'message', text: `You said: ${text}` }));
  });
});
listenAsTold(server);
process.on('disconnect', () => process.exit(0));
