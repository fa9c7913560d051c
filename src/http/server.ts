import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { readActivityBody, refusalOfHeaders } from './activityBody.js';
import { answer, answerFault, formatAnswer, referenceOf, refuse } from './answers.js';
import { TurnCount, closeServer } from './closing.js';
import { sendFile, type ShelvedFile } from './exports.js';
import { callsBy } from './hostNames.js';
import { sendMetrics, type MetricsText } from './metricsAccess.js';
import { sendFrontPage } from './frontPage.js';
import { listen } from './listen.js';
import { watchReadiness } from './readiness.js';
import type { Log } from '../log.js';
import { productVersion } from '../project.js';

/** A request whose body is an object with a `type`; nothing else in it is checked yet. */
export type IncomingRequest = Omit<Request, 'body' | 'method'> & {
  readonly method: string;
  readonly body: Record<string, unknown>;
  /** A fresh UUID, also in the response's `x-correlation-id`. */
  readonly correlationId: string;
};

/** How long the server waits, in milliseconds. */
export interface ServerPatience {
  /** For the readiness check; longer means not ready. */
  readonly readinessMs: number;
  /** For running turns when it closes. */
  readonly closeMs: number;
}

/** What the door needs of the house. */
export interface ServerDeps {
  readonly host: string;
  /** 0 means any free port. */
  readonly port: number;
  /** The only names that a request's `Host` may have; any when absent. */
  readonly hostNames?: ReadonlySet<string>;
  readonly log: Log;
  /** Answers the request; what it throws becomes a fixed 500 with a reference. */
  processActivity(request: IncomingRequest, response: Response): Promise<void>;
  isReady(): Promise<boolean>;
  /** Gives out a file once. */
  takeFile?(token: string): Promise<ShelvedFile | undefined>;
  readonly metrics: MetricsText;
  /** With it, the metrics are for callers from elsewhere too. */
  readonly metricsToken?: string;
  readonly patience?: Partial<ServerPatience>;
}

/** The server while it listens. */
export interface RunningServer {
  readonly host: string;
  readonly port: number;
  /**
   * Takes no more requests, waits for running turns (10 s at most), then ends the remaining connections. With `lingers`
   * it goes on for two seconds, where somebody asks whether it is ready: a balancer has to hear of it first.
   */
  close(lingers?: boolean): Promise<void>;
}

type Arriving = Request & { correlationId: string };

/** @types/restify 8.5 does not know `first`, which restify has had since 8.1. */
type ServerWithFirst = Server & {
  first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void;
};

const defaultPatience: ServerPatience = { readinessMs: 2000, closeMs: 10_000 };

/** Long enough for a balancer that asks every second; some hosts end a process five seconds after they told it. */
const lingerMs = 2_000;

/** Who has asked within this time whether the server is ready goes by the answer; in milliseconds. */
const followsMs = 60_000;

/** Opens the door; rejects with a sentence for operators when the address cannot be had. */
export async function startServer(deps: ServerDeps): Promise<RunningServer> {
  const patience = { ...defaultPatience, ...deps.patience };
  const turns = new TurnCount();
  const server = createServer(deps, turns);
  const asked = { at: -Infinity };
  addRoutes(server, deps, turns, patience, asked);
  await listen(server, deps);
  server.on('error', (error: unknown) => deps.log.error({ err: error }, 'the web server reported an error'));
  const { address, port } = server.address();
  let closing: Promise<void> | undefined;
  return {
    host: address,
    port,
    close(lingers = false) {
      const isFollowed = performance.now() - asked.at < followsMs;
      return (closing ??= closeServer(server, turns, { ...patience, lingerMs: lingers && isFollowed ? lingerMs : 0 }));
    },
  };
}

function createServer(deps: ServerDeps, turns: TurnCount): Server {
  const server = restify.createServer({
    // Without a name there is no Server header.
    name: '',
    // restify would log whole requests; what matters is logged here. Its types know an older pino.
    log: deps.log.child({}, { level: 'silent' }) as never,
    formatters: {
      'application/json': formatAnswer,
      'application/javascript': formatAnswer,
      'text/plain': formatAnswer,
      'application/octet-stream': formatAnswer,
    },
  });
  const raw = server.server;
  raw.headersTimeout = 10_000;
  raw.requestTimeout = 30_000;
  // Longer than the 60 s of common load balancers, which else send a turn into a connection that is just closing.
  raw.keepAliveTimeout = 65_000;
  // restify 12 takes every upgrade and does nothing with it, so that its socket stays for ever; Node answers it normally.
  raw.removeAllListeners('upgrade');
  (server as ServerWithFirst).first((request, response) => welcome(request, response, turns, deps.hostNames));
  server.pre((request: Request, response: Response, next: Next) => {
    const refusal = refusalOfHeaders(request);
    if (!refusal) return next();
    refuse(response, refusal.status, refusal.sentence);
    return next(false);
  });
  server.on(
    'restifyError',
    (request: Arriving, response: Response, error: { statusCode?: unknown } | undefined, done: () => void) => {
      const status = typeof error?.statusCode === 'number' ? error.statusCode : 500;
      if (status >= 500) {
        deps.log.error({ err: error, reference: referenceOf(request.correlationId) }, 'a request failed at the door');
        answerFault(response, referenceOf(request.correlationId));
      } else refuse(response, status);
      // Tells restify not to answer once more.
      (response as { _sent?: boolean })._sent = true;
      done();
    },
  );
  return server;
}

/** No route has any other letter in it. */
const plainPath = /^\/(?!\/)[\w.~/-]*(?=\?|$)/;

/**
 * Before restify 12 looks at anything: at some targets (`http://[`, `//:@]`, `/\\%zz`) its own parsing throws outside any
 * handler, and one such request from a stranger ends the process. So it gets plain paths only, and no query.
 */
function welcome(
  request: IncomingMessage,
  response: ServerResponse,
  turns: TurnCount,
  hostNames: ReadonlySet<string> | undefined,
): boolean {
  const correlationId = randomUUID();
  (request as IncomingMessage & { correlationId: string }).correlationId = correlationId;
  response.setHeader('x-correlation-id', correlationId);
  if (turns.isClosing) response.setHeader('connection', 'close');
  if (hostNames && !callsBy(hostNames, request)) {
    refuse(response, 403, 'Without credentials the bot answers to the name localhost alone.');
    return false;
  }
  const path = plainPath.exec(request.url ?? '')?.[0];
  if (path === undefined) {
    refuse(response, request.url?.startsWith('/') === true ? 404 : 400);
    return false;
  }
  request.url = path;
  return true;
}

function addRoutes(
  server: Server,
  deps: ServerDeps,
  turns: TurnCount,
  patience: ServerPatience,
  asked: { at: number },
): void {
  const isReady = watchReadiness(() => deps.isReady(), patience.readinessMs);
  server.post('/api/messages', async (request: Request, response: Response) => {
    turns.begin();
    try {
      await takeActivity(deps, request as Arriving, response);
    } finally {
      // An answer that is still being written belongs to the turn.
      if (response.writableEnded && !response.writableFinished && !response.destroyed)
        response.once('close', () => turns.end());
      else turns.end();
    }
  });
  server.get('/exports/:token', async (request: Request, response: Response) => {
    const { token } = request.params as { token?: string };
    const file = await deps.takeFile?.(token ?? '');
    if (file) sendFile(response, file);
    else refuse(response, 404);
  });
  server.get('/', async (_request: Request, response: Response) => sendFrontPage(response, productVersion));
  server.get('/healthz', async (_request: Request, response: Response) => answer(response, 200, { status: 'ok' }));
  server.get('/readyz', async (_request: Request, response: Response) => {
    asked.at = performance.now();
    if (!turns.isClosing && (await isReady())) answer(response, 200, { status: 'ready' });
    else answer(response, 503, { status: 'not ready' });
  });
  server.get('/metrics', async (request: Request, response: Response) =>
    sendMetrics(request, response, deps.metrics, deps.metricsToken),
  );
}

async function takeActivity(deps: ServerDeps, request: Arriving, response: Response): Promise<void> {
  const reading = await readActivityBody(request);
  if (!reading.ok) {
    if (reading.status !== 'gone') refuse(response, reading.status, reading.sentence);
    return;
  }
  request.body = reading.body;
  try {
    await deps.processActivity(request as IncomingRequest, response);
    if (!response.writableEnded && !response.destroyed) throw new Error('the turn ended without an answer');
  } catch (error) {
    deps.log.error({ err: error, reference: referenceOf(request.correlationId) }, 'a turn failed');
    answerFault(response, referenceOf(request.correlationId));
    // Half an answer must not look like a whole one.
    if (!response.writableEnded) response.destroy();
  }
}
