import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readDelta, type DeltaHabits } from './delta.js';
import {
  createGroup,
  deletedItems,
  deleteGroup,
  patchGroup,
  readGroups,
  readUniqueGroup,
  upsertGroup,
  type GroupRules,
  type World,
} from './groups.js';
import { checkPermission } from './permissions.js';
import { badRequest, Problem, problemBody } from './problem.js';
import { matches, parse, type Answer, type Call } from './query.js';
import { addRelated, checkMemberGroups, cutRelated, deletePerson, listRelated } from './relations.js';
import { DirectoryState } from './state.js';
import { readRoles, type RoleHolding } from './roles.js';
import { readLicences, readUsers } from './users.js';
import { Sky, type Limit, type Weather } from './weather.js';

/** One request as it arrived. */
export interface GraphRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a fake is like. */
export interface FakeGraphOptions {
  readonly now?: () => number;
  /** `claims`: a token is wanted, and its `roles` decide; `open`: everybody may do everything. */
  readonly auth?: 'open' | 'claims';
  /** So many of the requests are remembered, the latest ones; all of them unless said. */
  readonly remembers?: number;
}

type Handle = (world: World, call: Call) => Answer;

const mostInBatch = 20;

/**
 * An organisation behind Microsoft Graph v1.0, as far as groups, their members and owners, and users go: a real server
 * with its refusals, its lag, its paging and its moods. It knows nothing of those who call it.
 */
export class FakeGraph {
  readonly state: DirectoryState;
  readonly requests: GraphRequest[] = [];
  readonly rules: GroupRules = { blockedWords: [], quota: Infinity };
  readonly delta: DeltaHabits = { pageSize: 100, replays: 0, emptyPages: false, forgottenBefore: 0 };
  readonly sky = new Sky();
  /** The service plans that everybody has. */
  plans: string[] = ['AAD_PREMIUM'];
  /** Who holds which role: the id of the role's template, and that of a person or group. */
  readonly roles: RoleHolding[] = [];
  /** For how long reads show what was before, in milliseconds. */
  lagMs = 0;
  readonly #auth: 'open' | 'claims';
  readonly #remembers: number;
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));
  readonly #routes: readonly (readonly [string, string, Handle])[];

  constructor({ now = Date.now, auth = 'open', remembers = Infinity }: FakeGraphOptions = {}) {
    this.state = new DirectoryState(now);
    this.#auth = auth;
    this.#remembers = remembers;
    const delta: Handle = (world, call) => readDelta(world, this.delta, call);
    const licences: Handle = () => readLicences(this.plans);
    this.#routes = [
      ['GET', 'groups/delta', delta],
      ['GET', 'users/delta', delta],
      ['GET', 'groups', readGroups],
      ['POST', 'groups', createGroup],
      ['GET', 'uniqueGroups/:', readUniqueGroup],
      ['PATCH', 'uniqueGroups/:', upsertGroup],
      ['GET', 'groups/:', readGroups],
      ['PATCH', 'groups/:', patchGroup],
      ['DELETE', 'groups/:', deleteGroup],
      ...['members', 'owners'].flatMap((relation) => [
        ['GET', `groups/:/${relation}`, listRelated] as const,
        ['GET', `groups/:/${relation}/microsoft.graph.user`, listRelated] as const,
        ['POST', `groups/:/${relation}/$ref`, addRelated] as const,
        ['DELETE', `groups/:/${relation}/:/$ref`, cutRelated] as const,
        ['DELETE', `groups/:/${relation}/:`, deletePerson] as const,
      ]),
      ['GET', 'groups/:/transitiveMembers', listRelated],
      ['POST', 'directoryObjects/:/checkMemberGroups', checkMemberGroups],
      ['GET', 'directory/deletedItems/:', deletedItems],
      ['POST', 'directory/deletedItems/:/restore', deletedItems],
      ['DELETE', 'directory/deletedItems/:', deletedItems],
      ['GET', 'users', readUsers],
      ['GET', 'users/:', readUsers],
      ['GET', 'users/:/manager', readUsers],
      ['GET', 'users/:/licenseDetails', licences],
      ['GET', 'subscribedSkus', licences],
      ['GET', 'roleManagement/directory/roleAssignments', (world, call) => readRoles(world, this.roles, call)],
    ];
  }

  /** Says what befalls coming calls. */
  weather(...entries: readonly Weather[]): void {
    this.sky.add(...entries);
  }

  /** From now on at most so many calls. */
  limit(limit: Limit): void {
    this.sky.limit(limit);
  }

  /** Links of delta that were given out until now lead nowhere. */
  forgetLinks(): void {
    this.delta.forgottenBefore = this.state.now() + 1;
  }

  /** Starts on the loopback interface and says where. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return this.#origin();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = 'GET', url = '/' } = request;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const { pathname, search } = new URL(url, 'http://graph');
    this.requests.push({
      method,
      path: decodeURIComponent(pathname),
      query: decodeURIComponent(search),
      body,
      headers,
    });
    if (this.requests.length > this.#remembers) this.requests.shift();
    const ids = { requestId: randomUUID(), clientRequestId: headers['client-request-id'] ?? randomUUID() };
    const weather = this.sky.take(method, decodeURIComponent(pathname));
    if (weather?.cutsOff || weather?.hangs) {
      if (weather.happens) this.#answer(method, url, headers, body, ids);
      return weather.cutsOff ? void request.socket.destroy() : undefined;
    }
    if (weather?.delayMs) await new Promise((resolve) => setTimeout(resolve, weather.delayMs));
    const isTrouble = weather !== undefined && weather.delayMs === undefined;
    const good = isTrouble && !weather.happens ? undefined : this.#answer(method, url, headers, body, ids);
    const answer = isTrouble || !good ? this.#trouble(weather ?? {}, ids) : good;
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
      ...answer.headers,
    });
    response.end(answer.body ? JSON.stringify(answer.body) : undefined);
  }

  #trouble(weather: Weather, ids: { requestId: string; clientRequestId: string }): Answer {
    const { status = 503, code = 'ServiceUnavailable', message = '', headers = {} } = weather;
    const problem = new Problem(status, code, message, headers);
    return { status, headers, body: problemBody(problem, ids.requestId, ids.clientRequestId, this.state.now()) };
  }

  #answer(
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    ids: { requestId: string; clientRequestId: string },
  ): Answer {
    try {
      const throttle = this.sky.throttle(this.state.now());
      if (throttle.isOver)
        throw new Problem(429, 'TooManyRequests', 'Too many requests. Please retry after some time.', throttle.headers);
      const answer = this.#route(this.#read(method, url, headers, body));
      return { ...answer, headers: { ...throttle.headers, ...answer.headers } };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { status, headers: extra } = error;
      return { status, headers: extra, body: problemBody(error, ids.requestId, ids.clientRequestId, this.state.now()) };
    }
  }

  #read(method: string, url: string, headers: Readonly<Record<string, string>>, body: string): Call {
    const { pathname, searchParams } = new URL(url, 'http://graph');
    const [, version, ...path] = pathname.split('/').map((part) => decodeURIComponent(part));
    if (version !== 'v1.0') throw badRequest('Invalid version.');
    const [, name] = /^groups\/?\(uniqueName='([^']+)'\)$/.exec(path[0] ?? '') ?? [];
    if (name !== undefined) path.splice(0, 1, 'uniqueGroups', name);
    return { method, path, query: searchParams, headers, body: parse(body), origin: this.#origin() };
  }

  #route(call: Call): Answer {
    if (this.#auth === 'claims' && call.path[0] !== '$batch') checkPermission(call);
    if (call.method === 'POST' && call.path.join('/') === '$batch') return this.#batch(call);
    const route = this.#routes.find(
      ([method, pattern]) => method === call.method && matches(pattern.split('/'), call.path),
    );
    if (!route) throw badRequest(`Resource not found for the segment '${call.path.at(-1) ?? ''}'.`);
    return route[2]({ state: this.state, rules: this.rules, lagMs: () => this.lagMs }, call);
  }

  /** POST /$batch: answers in an order of its own, each with its own status. */
  #batch({ body, headers }: Call): Answer {
    const { requests = [] } = (body ?? {}) as { readonly requests?: readonly BatchPart[] };
    if (requests.length > mostInBatch)
      throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostInBatch}.`);
    const responses = requests.map((part) => {
      const own = Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
      const all = { ...headers, ...(Object.fromEntries(own) as Record<string, string>) };
      const ids = { requestId: randomUUID(), clientRequestId: randomUUID() };
      const answer = this.#answer(part.method, `/v1.0${part.url}`, all, JSON.stringify(part.body ?? ''), ids);
      return {
        id: part.id,
        status: answer.status,
        headers: answer.headers ?? {},
        ...(answer.body ? { body: answer.body } : {}),
      };
    });
    return { status: 200, body: { responses: responses.reverse() } };
  }
}

interface BatchPart {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
