import http from 'node:http';
import { FakeTeams } from '../support/fakeTeams.js';
import { Fleet } from './fleet.js';
import { chanceOf, type Chance } from './random.js';
import type { Ground } from './runRaces.js';

/** What came of hostile requests. */
export interface FuzzReport {
  readonly requests: number;
  /** How often each status came; 0 where the connection was ended without one. */
  readonly statuses: Readonly<Record<number, number>>;
  readonly grownMb: number;
  readonly wrong: readonly string[];
}

interface Hostile {
  readonly method: string;
  readonly path: string;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

/** So many are under way at a time. */
const atOnce = 16;

/** The channel takes no answer into a conversation that it does not know. */
const meant = 'the answer of a turn could not be sent';

/** What must never stand in an answer: a stack, a path, a name of the inside. */
const inside = /\bat \S+ \(|node_modules|\/src\/|\.js:\d|SQLITE_|Mongo|ECONN|undefined is not|Cannot read/;

const nasty: readonly unknown[] = [
  ...[null, true, -1, 1e308, '', ' ', '\u0000', '\ud800', '../../etc/passwd', '${7*7}', "'; DROP TABLE people; --"],
  ...[
    'x'.repeat(5_000),
    '𝒜'.repeat(500),
    [],
    {},
    [[[[]]]],
    { $gt: '' },
    { __proto__: null, constructor: { prototype: 1 } },
  ],
  ...['1970-01-01', 'file:///etc/passwd', 'http://169.254.169.254/', '<script>alert(1)</script>', '\u202egpj.exe'],
];

/** Sends so many requests of somebody who means harm to one process without credentials. */
export async function runFuzz(ground: Ground, requests: number, seed: number): Promise<FuzzReport> {
  const chance = chanceOf(seed);
  const teams = await FakeTeams.start();
  const fleet = new Fleet(ground.env);
  const statuses: Record<number, number> = {};
  const wrong: string[] = [];
  try {
    await fleet.launch(1);
    const before = fleet.residentMb;
    const port = fleet.portOf(0);
    const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
    let left = requests;
    const worker = async (): Promise<void> => {
      while (left > 0 && wrong.length < 20) {
        left -= 1;
        const hostile = make(chance, teams.serviceUrl);
        const { status, text } = await knock(agent, port, hostile);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (inside.test(text)) wrong.push(`${hostile.method} ${hostile.path} was told ${text.slice(0, 200)}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    agent.destroy();
    const isWell = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isWell) wrong.push('the process is dead, or does not answer');
    const told = new Set(fleet.errors.map((line) => /"msg":"([^"]*)"/.exec(line)?.[1] ?? line));
    wrong.push(...[...told].filter((line) => line !== meant).map((line) => `log: ${line}`));
    if ((statuses[500] ?? 0) > 0) wrong.push(`${statuses[500]} were our fault`);
    return { requests: requests - left, statuses, grownMb: fleet.residentMb - before, wrong };
  } finally {
    await fleet.dock();
    await teams.close();
  }
}

function make(chance: Chance, serviceUrl: string): Hostile {
  const roll = chance.next();
  const headers = { 'content-type': 'application/json' };
  const activity = spoil(chance, anActivity(chance, serviceUrl));
  const usual = { method: 'POST', path: '/api/messages', headers, body: JSON.stringify(activity) };
  if (roll < 0.6) return usual;
  if (roll < 0.7) return { ...usual, body: cut(chance, usual.body) };
  if (roll < 0.8)
    return { ...usual, headers: { ...headers, ...chance.pick<http.OutgoingHttpHeaders>(hostileHeaders) } };
  if (roll < 0.9)
    return { ...usual, path: chance.pick(hostilePaths), method: chance.pick(['GET', 'POST', 'PUT', 'DELETE']) };
  return {
    ...usual,
    body: chance.pick<string | Buffer>(['', 'null', '[]', '"x"', '{', '['.repeat(20_000), Buffer.from([255, 254, 0])]),
  };
}

const hostileHeaders: readonly http.OutgoingHttpHeaders[] = [
  { 'content-encoding': 'gzip' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-7' },
  { authorization: `Bearer ${'a.'.repeat(3_000)}` },
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example', 'x-http-method-override': 'DELETE' },
  { upgrade: 'websocket', connection: 'upgrade' },
  { expect: '100-continue' },
];

const hostilePaths = [
  '/',
  '//',
  '/exports/..%2f..%2f',
  '/exports/x',
  '/metrics?x=1',
  '/api/messages/..',
  '/%zz',
  '/readyz/',
  '/.env',
];

function anActivity(chance: Chance, serviceUrl: string): Record<string, unknown> {
  const id = `b0000000-0000-4000-8000-${String(chance.below(1_000)).padStart(12, '0')}`;
  const isClick = chance.next() < 0.5;
  const verb = chance.pick(['approveRequest', 'joinGroup', 'changeGroup', 'answerQuestion', '__proto__', 'help']);
  const data = { requestId: 'REQ-00000000', groupId: 'x', action: verb };
  return {
    ...{ channelId: 'msteams', serviceUrl, id: `z-${chance.below(1e9)}`, locale: 'en-GB', replyToId: '1' },
    from: { id: `29:${id}`, name: 'Eve', aadObjectId: id },
    recipient: { id: '28:bot' },
    conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: 'b0000000-0000-4000-8000-00000000000b' },
    channelData: { tenant: { id: 'b0000000-0000-4000-8000-00000000000b' } },
    ...(isClick
      ? { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data } } }
      : { type: 'message', text: chance.pick(['join Marketing', 'groups', 'approve REQ-00000000', 'settings']) }),
  };
}

/** Puts something nasty into one or two places of it, or takes them away. */
function spoil(chance: Chance, activity: Record<string, unknown>): unknown {
  for (let left = 1 + chance.below(2); left > 0; left -= 1) {
    let place = activity;
    for (;;) {
      const key = chance.pick(Object.keys(place).length > 0 ? Object.keys(place) : ['x']);
      const inner = place[key];
      if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && chance.next() < 0.7) {
        place = inner as Record<string, unknown>;
        continue;
      }
      if (chance.next() < 0.2) Reflect.deleteProperty(place, key);
      else place[key] = structuredClone(chance.pick(nasty));
      break;
    }
  }
  return activity;
}

function cut(chance: Chance, text: string): string {
  const at = chance.below(text.length);
  return text.slice(0, at) + chance.pick(['', '\u0000', '}}}', '"']) + text.slice(at + chance.below(5));
}

function knock(
  agent: http.Agent,
  port: number,
  { method, path, headers, body }: Hostile,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const request = http.request({ agent, host: '127.0.0.1', port, method, path, timeout: 40_000 });
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) request.setHeader(name, value);
    const gone = (): void => resolve({ status: 0, text: '' });
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', gone);
    });
    request.on('upgrade', (_response, socket) => (socket.destroy(), gone()));
    request.on('error', gone);
    request.on('timeout', () => request.destroy());
    request.end(body);
  });
}
