import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig, type Config } from '../config.js';
import { openSqliteStore } from '../store/sqlite/openSqliteStore.js';
import { startApp } from '../wire.js';
import { createEntraPane } from './entraPane.js';
import { FakeGraph } from './fakeGraph/fakeGraph.js';
import { openFramedClient } from './framedClient.js';
import { awayPath, openPage } from './page.js';
import { PortTakenError, serviceUrlOn, startPlayground, type Playground, type PlaygroundOrder } from './playground.js';
import { findFreePort } from './ports.js';
import { fullName, samplePerson, sampleTenantId, type PersonSlug } from './samplePeople.js';
import { plantEntra } from './sampleEntra.js';
import { plantSample, sampleTenant, type SampleTenant } from './sampleTenant.js';
import { seats, tries, type Seat } from './stage.js';
import type { StagePerson } from './stagePage.js';

// The customary ports of a bot and of the Playground, and free ones beside them.
const botPortWish = 3978;
const pagePortWish = 3980;
const clientPortWish = 56_150;
const framePortWish = 3990;

/** How often the bot looks what has changed in the directory, in milliseconds: somebody is watching. */
const pollMs = 2_000;

/** So many of the bot's calls the simulated directory remembers. */
const rememberedCalls = 1_000;

/** How often a client may lose its port before the demo gives up. */
const mostPortTries = 4;

type PortChooser = (wished: number) => Promise<number>;

/** The demo while it runs. */
export interface Demo {
  /** The page that shows everybody. */
  readonly url: string;
  /** Settles when a piece ends although nobody asked it to, with the reason. */
  readonly died: Promise<string>;
  close(): Promise<void>;
}

/** Starts the bot, the clients and the page, or nothing: what was started is ended again when a later piece fails. */
export async function startDemo(): Promise<Demo> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    // The bot first, the page last. One that cannot be closed does not keep the others open.
    for (const closer of closers.splice(0).reverse()) await closer().catch((error: unknown) => console.error(error));
  };
  try {
    return { ...(await raise(closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function raise(closers: (() => Promise<void>)[]): Promise<Omit<Demo, 'close'>> {
  const folder = makeFolder();
  const dataPath = path.join(folder, 'concierge.db');
  const choosePort = createPortChooser();
  const botPort = await choosePort(botPortWish);
  const graph = new FakeGraph({ remembers: rememberedCalls });
  const graphUrl = await graph.start();
  closers.push(() => graph.stop());
  const page = await openPage(await choosePort(pagePortWish), createEntraPane(graph.state));
  closers.push(page.close);
  // The clients first: their ports are what the sample's addresses are made of, and they need no bot before a window is opened.
  const clients = await startClients(
    { folder: path.join(folder, 'clients'), botUrl: `http://127.0.0.1:${botPort}/api/messages` },
    choosePort,
    closers,
  );
  plantEntra(graph, await plant(dataPath, clients, page.url));
  // The simulated directory shows at once what was written to it.
  const app = await startApp(demoConfig(botPort, dataPath, graphUrl), { directoryLagMs: 0 });
  closers.push(() => app.close());
  const people: StagePerson[] = [];
  for (const client of clients) people.push(await toStagePerson(client, choosePort, closers));
  page.show({ people, tries });
  return { url: page.url, died: Promise.race(clients.map(({ died }) => died)) };
}

/** A fresh folder for the data and the clients; gone when this process ends, however early. */
function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'group-concierge-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Chooses the wished port or a free one near it, and none twice. */
function createPortChooser(): PortChooser {
  const taken = new Set<number>();
  return async (wished) => {
    const port = await findFreePort(wished, taken);
    taken.add(port);
    return port;
  };
}

async function startClients(
  order: Pick<PlaygroundOrder, 'folder' | 'botUrl'>,
  choosePort: PortChooser,
  closers: (() => Promise<void>)[],
): Promise<readonly Playground[]> {
  const ports: number[] = [];
  for (const _ of seats) ports.push(await choosePort(clientPortWish));
  const start = async (seat: Seat, port: number) => {
    const client = await startOnSomePort({ ...order, person: samplePerson(seat.slug), port }, choosePort);
    closers.push(() => client.close());
    return client;
  };
  // All of them are waited for, so that none is forgotten when another fails.
  const started = await Promise.allSettled(seats.map((seat, index) => start(seat, ports[index] ?? clientPortWish)));
  return started.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** Its port lies among those that the system lends to outgoing connections, so it may be gone a moment after it was free. */
async function startOnSomePort(order: PlaygroundOrder, choosePort: PortChooser): Promise<Playground> {
  for (let tries = mostPortTries - 1; ; tries -= 1) {
    try {
      return await startPlayground(order);
    } catch (error) {
      if (!(error instanceof PortTakenError) || tries === 0) throw error;
      order = { ...order, port: await choosePort(order.port + 1) };
    }
  }
}

async function toStagePerson(
  client: Playground,
  choosePort: PortChooser,
  closers: (() => Promise<void>)[],
): Promise<StagePerson> {
  const seat = seats.find(({ slug }) => slug === client.person.slug);
  const person = { name: fullName(client.person), role: seat?.role ?? '', url: client.url };
  if (!seat?.isFramed) return person;
  const framed = await openFramedClient(await choosePort(framePortWish), client.port);
  closers.push(framed.close);
  return { ...person, frameUrl: framed.url };
}

async function plant(dataPath: string, clients: readonly Playground[], pageUrl: string): Promise<SampleTenant> {
  const occasion = { now: Date.now(), processId: 'sample', newId: () => randomUUID() };
  const serviceUrlOf = (slug: PersonSlug) => {
    const client = clients.find(({ person }) => person.slug === slug);
    return client ? serviceUrlOn(client.port) : new URL(awayPath, pageUrl).href;
  };
  const sample = sampleTenant(serviceUrlOf, occasion);
  const store = await openSqliteStore({ path: dataPath });
  try {
    await plantSample(store, sample, occasion);
    return sample;
  } finally {
    await store.close();
  }
}

function demoConfig(port: number, dataPath: string, graphUrl: string): Config {
  const reading = readConfig({
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_FILE: dataPath,
    LOG_LEVEL: 'warn',
    DIRECTORY: 'graph',
    GRAPH_URL: graphUrl,
    ALLOWED_TENANTS: sampleTenantId,
  });
  if (!reading.ok) throw new Error(`The demo's own configuration is wrong:\n${reading.problems.join('\n')}`);
  const { directory } = reading.config;
  return { ...reading.config, directory: directory.kind === 'graph' ? { ...directory, pollMs } : directory };
}
