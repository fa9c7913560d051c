import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { FakeTeams, conversationOf } from './support/fakeTeams.js';
import { readCard } from './support/renderedCard.js';
import { productVersion } from '../src/project.js';
import { authorize } from '../src/domain/authorized.js';
import { leaseMs } from '../src/domain/revise.js';
import { openSqliteStore } from '../src/store/sqlite/openSqliteStore.js';
import { aGroup, aPerson, aTenant } from './support/documents.js';

const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'src', 'main.js');
const tenantId = '11111111-1111-4111-8111-111111111111';
const ann = '22222222-2222-4222-8222-222222222222';
const olga = '33333333-3333-4333-8333-333333333333';

/** The built product as a process of its own, as an operator starts it. */
class Product {
  output = '';
  private constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** `laterMs`: how far its clock is ahead, for what takes long otherwise. */
  static start(env: Record<string, string>, laterMs = 0, cwd = tmpdir()): Product {
    const inherited = Object.fromEntries(
      Object.entries(process.env).filter(([key]) => !/^(BOT_|MONGODB_|NODE_V8_COVERAGE|NODE_ENV)/.test(key)),
    );
    return new Product(
      spawn(
        process.execPath,
        ['--import', `data:text/javascript,const now=Date.now;Date.now=()=>now()+${laterMs}`, main],
        {
          env: { ...inherited, PORT: '0', LOG_LEVEL: 'info', ...env },
          cwd,
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      ),
    );
  }

  async url(): Promise<string> {
    for (let tries = 0; tries < 400; tries += 1) {
      const port = /"port":(\d+)/.exec(this.output)?.[1];
      if (port) return `http://127.0.0.1:${port}`;
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`did not start: ${this.output}`);
  }

  async ends(signal?: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'exit');
    if (signal) this.child.kill(signal);
    await ended;
    return this.child.exitCode;
  }
}

const registration = {
  HOST: '127.0.0.1',
  BOT_APP_ID: '55555555-5555-4555-8555-555555555555',
  BOT_APP_TYPE: 'SingleTenant',
  BOT_TENANT_ID: tenantId,
  BOT_APP_PASSWORD: 'boom-secret',
  BOT_ADMINS: '66666666-6666-4666-8666-666666666666',
};

/** Posts a click as the channel would, with headers of one's own. */
function knock(url: string, headers: Record<string, string>): Promise<{ status: number | undefined; text: string }> {
  const activity = { type: 'invoke', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' };
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = http.request({
      hostname,
      port,
      method: 'POST',
      path: '/api/messages',
      headers: { 'content-type': 'application/json', ...headers },
      agent: false,
    });
    request.on('error', reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    request.end(JSON.stringify(activity));
  });
}

describe('the built product', function () {
  this.timeout(30_000);
  let folder: string;
  let file: string;
  let teams: FakeTeams;
  const products: Product[] = [];
  const start = (env: Record<string, string> = {}, laterMs = 0): Product => {
    const product = Product.start({ DATA_FILE: file, ...env }, laterMs, folder);
    products.push(product);
    return product;
  };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'group-concierge-main-'));
    file = path.join(folder, 'data.db');
    teams = await FakeTeams.start();
  });

  afterEach(async () => {
    for (const product of products.splice(0)) await product.ends('SIGKILL');
    await teams.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function plant(): Promise<void> {
    const store = await openSqliteStore({ path: file });
    const proof = authorize('seed');
    const tenant = store.forTenant(tenantId);
    await tenant.insert(proof, 'tenants', aTenant({ tenantId }));
    await tenant.insert(proof, 'groups', aGroup({ tenantId, id: 'marketing', ownerIds: [olga], justification: 'off' }));
    const address = (id: string): object => ({
      address: {
        serviceUrl: teams.serviceUrl,
        conversationId: conversationOf(id),
        botId: '28:bot',
        userId: `29:${id}`,
      },
    });
    await tenant.insert(proof, 'people', aPerson({ tenantId, id: olga, name: 'Olga Berg', ...address(olga) }));
    await store.close();
  }

  function post(url: string, from: string, activity: object): Promise<Response> {
    const body = {
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      from: { id: `29:${from}`, name: 'Ann Archer', aadObjectId: from },
      recipient: { id: '28:bot' },
      conversation: { id: conversationOf(from), conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      ...activity,
    };
    return fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  it('starts without any configuration, says that it is ready, and ends cleanly on SIGTERM', async () => {
    const product = start();
    const url = await product.url();
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    assert.match(await (await fetch(`${url}/metrics`)).text(), /concierge_turns_total/);
    assert.equal(await product.ends('SIGTERM'), 0);
  });

  it('door 10: warns in words that without credentials everybody may speak as anybody', async () => {
    const warning = /"level":"warn"[^\n]*everybody who reaches this port may speak to the bot as anybody/;
    const local = start();
    await local.url();
    await local.ends('SIGTERM');
    assert.match(local.output, warning);
    const registered = start(registration);
    await registered.url();
    await registered.ends('SIGTERM');
    assert.doesNotMatch(registered.output, warning);
  });

  it('takes a click in the local client, and nothing of a page whose name was bound to this machine', async () => {
    const url = await start().url();
    for (const [host, status] of [
      ['localhost', 200],
      ['evil.example', 403],
    ] as const)
      assert.equal((await knock(url, { host })).status, status, host);
  });

  it('door 9: with credentials: tells strangers nothing, and its log a word in a line of JSON', async () => {
    const product = start(registration);
    const url = await product.url();
    for (let count = 0; count < 20; count += 1) {
      const answer = await knock(url, { host: 'bot.example.com', authorization: 'Bearer a.b.c' });
      assert.deepEqual(answer, {
        status: 401,
        text: '{"error":"This bot takes activities from Microsoft Teams only."}',
      });
    }
    assert.equal(await product.ends('SIGTERM'), 0);
    const lines = product.output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const told = lines.filter(({ level }) => level === 'warn');
    assert.ok(told.length <= 3 && told.every(({ msg }) => msg === 'refused at the door'), product.output);
    assert.equal(
      told.reduce((sum, { reasons }) => sum + ((reasons as Record<string, number>)['malformed'] ?? 0), 0),
      20,
    );
  });

  it('names every problem of its configuration at once, and what to do', async () => {
    const product = start({ PORT: 'http', BOT_APP_ID: 'not-a-guid', LOG_LEVEL: 'loud' });
    assert.equal(await product.ends(), 1);
    for (const key of ['PORT', 'BOT_APP_ID', 'LOG_LEVEL', '.env.example'])
      assert.ok(product.output.includes(key), product.output);
  });

  it('refuses to run in production without credentials', async () => {
    const product = start({ NODE_ENV: 'production' });
    assert.equal(await product.ends(), 1);
    assert.match(product.output, /BOT_APP_ID/);
  });

  it('without a configuration it says what it is, who may speak as whom, and what to set next', async () => {
    const product = start({ BOT_ADMIN: ann });
    const url = await product.url();
    const page = await fetch(url);
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.match(await page.text(), new RegExp(`Version ${productVersion.replaceAll('.', '\\.')}<[\\s\\S]*/readyz`));
    await product.ends('SIGTERM');
    assert.match(product.output, /BOT_ADMIN is set, but nothing reads it: did you mean BOT_ADMINS\?/);
    for (const words of [
      'everybody who reaches this port may speak as',
      'BOT_ADMINS',
      'npm run demo',
      'npm run doctor',
    ])
      assert.ok(product.output.includes(words), product.output);
  });

  it('row 29: a .env with a byte order mark: its first key counts as any other', async () => {
    writeFileSync(path.join(folder, '.env'), '\ufeffBOT_APP_ID=not-a-guid\r\nLOG_LEVEL=loud\r\nDATA_FILE\r\n');
    const product = start({ LOG_LEVEL: 'info' });
    assert.equal(await product.ends(), 1);
    assert.match(product.output, /Line 3 of \.env is no KEY=value[\s\S]*BOT_APP_ID is no GUID/);
    assert.doesNotMatch(product.output, /LOG_LEVEL/, 'the environment wins over .env');
  });

  describe('with credentials', () => {
    const credentials = {
      BOT_APP_ID: '44444444-4444-4444-8444-444444444444',
      BOT_APP_TYPE: 'UserAssignedMSI',
      BOT_TENANT_ID: tenantId,
      HOST: '127.0.0.1',
    };

    it('does not start where nobody administers anything, and says how to name the first one', async () => {
      const product = start(credentials);
      assert.equal(await product.ends(), 1);
      assert.match(product.output, /there is no administrator[\s\S]*Set BOT_ADMINS to the Entra object id/);
    });

    it('starts with an administrator in the store', async () => {
      const kept = path.join(folder, 'kept.db');
      const store = await openSqliteStore({ path: kept });
      await store.forTenant(tenantId).insert(authorize('seed'), 'tenants', aTenant({ tenantId, adminIds: [olga] }));
      await store.close();
      const product = start({ ...credentials, DATA_FILE: kept });
      await product.url();
      assert.doesNotMatch(product.output, /npm run demo/);
    });
  });

  it('says so when its port is taken', async () => {
    const url = await start().url();
    const second = start({ PORT: new URL(url).port, DATA_FILE: path.join(folder, 'other.db') });
    assert.equal(await second.ends(), 1);
    assert.match(second.output, /is taken; set PORT/);
  });

  it('lets a running turn finish when it is told to end', async () => {
    await plant();
    const product = start();
    const url = await product.url();
    let release: () => void = () => undefined;
    // The channel is slow to take the answer, so the turn is still running when the signal comes.
    const slow = new Promise<void>((resolve) => (release = resolve));
    teams.delay = (call) => (call.conversationId === conversationOf(ann) ? slow : undefined);
    const answered = post(url, ann, { type: 'message', id: '1', text: 'join Marketing' });
    await teams.until('the answer is under way', () =>
      teams.calls.some((call) => call.conversationId === conversationOf(ann)),
    );
    const ended = product.ends('SIGTERM');
    setTimeout(release, 100);
    assert.equal((await answered).status, 200);
    assert.equal(await ended, 0);
    assert.equal(teams.messagesIn(conversationOf(ann)).length, 1);
  });

  it('F89: loses nothing when it is killed: what was answered is there, and the owner is asked after the restart', async () => {
    await plant();
    const first = start();
    const url = await first.url();
    // Nothing gets through to the owner before the machine dies.
    teams.script = (call) => (call.conversationId === conversationOf(olga) ? { status: 503 } : undefined);
    assert.equal((await post(url, ann, { type: 'message', id: '1', text: 'join Marketing' })).status, 200);
    assert.match(readCard(teams.messagesIn(conversationOf(ann))[0]?.card ?? {}).text(), /REQ-/);
    await first.ends('SIGKILL');
    teams.script = () => undefined;
    // The dead process's lease has to end first.
    const again = await start({}, leaseMs + 1_000).url();
    await teams.until('the owner is asked', () => teams.messagesIn(conversationOf(olga)).length > 0, 20_000);
    assert.equal((await post(again, ann, { type: 'message', id: '2', text: 'my requests' })).status, 200);
    const [, list] = teams.messagesIn(conversationOf(ann));
    assert.match(readCard(list?.card ?? {}).text(), /Marketing[\s\S]*Waiting|Waiting[\s\S]*Marketing/);
  });
});
