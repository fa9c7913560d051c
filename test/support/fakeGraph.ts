import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface GraphRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** An answer that a script gives instead of the real one; `hangs` never answers. */
export interface GraphScript {
  readonly method?: string;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly hangs?: true;
  /** The change is made although the answer says otherwise. */
  readonly happens?: true;
}

const memberPath = /^\/v1\.0\/groups\/([^/]+)\/members\/([^/]+)\/\$ref$/;
const membersPath = /^\/v1\.0\/groups\/([^/]+)\/members\/\$ref$/;
const groupPath = /^\/v1\.0\/groups\/([^/]+)$/;
const checkPath = /^\/v1\.0\/directoryObjects\/([^/]+)\/checkMemberGroups$/;

/** A server that speaks the part of Microsoft Graph that the directory needs, with its error bodies. */
export class FakeGraph {
  readonly groups = new Map<string, Set<string>>();
  readonly people = new Set<string>();
  readonly requests: GraphRequest[] = [];
  /** How "already a member" is worded. */
  alreadyWords = "One or more added object references already exist for the following modified properties: 'members'.";
  readonly #script: GraphScript[] = [];
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  /** Says how coming requests are answered, each entry once. */
  script(...entries: readonly GraphScript[]): void {
    this.#script.push(...entries);
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = 'GET', url = '/', headers } = request;
    const path = decodeURI(url.split('?')[0] ?? '/');
    this.requests.push({ method, path, body, headers });
    const index = this.#script.findIndex((entry) => (entry.method ?? method) === method);
    const [scripted] = index < 0 ? [] : this.#script.splice(index, 1);
    if (!scripted) return this.#route(method, path, body, response);
    if (scripted.happens) this.#route(method, path, body, undefined);
    if (scripted.hangs) return;
    const { status = 500, code = 'Scripted', message = '' } = scripted;
    for (const [name, value] of Object.entries(scripted.headers ?? {})) response.setHeader(name, value);
    fail(response, status, code, message);
  }

  #route(method: string, path: string, body: string, response: ServerResponse | undefined): void {
    const [, groupId = '', personId = ''] =
      memberPath.exec(path) ?? membersPath.exec(path) ?? groupPath.exec(path) ?? [];
    const checked = checkPath.exec(path)?.[1];
    if (checked)
      return send(response, 200, {
        value: [...this.groups].filter(([, members]) => members.has(checked)).map(([id]) => id),
      });
    const members = this.groups.get(groupId);
    if (!members)
      return fail(
        response,
        404,
        'Request_ResourceNotFound',
        `Resource '${groupId}' does not exist or one of its queried reference-property objects are not present.`,
      );
    if (method === 'GET' && groupPath.test(path)) return send(response, 200, { id: groupId });
    if (method === 'DELETE' && memberPath.test(path))
      return members.delete(personId)
        ? send(response, 204)
        : fail(response, 404, 'Request_ResourceNotFound', `Resource '${personId}' does not exist.`);
    if (method === 'POST' && membersPath.test(path)) return this.#add(members, body, response);
    // What a DELETE without /$ref would do here is better not tried out.
    fail(response, 405, 'Request_BadRequest', `${method} ${path} is not what was meant`);
  }

  #add(members: Set<string>, body: string, response: ServerResponse | undefined): void {
    const reference = (JSON.parse(body) as { readonly '@odata.id': string })['@odata.id'];
    const personId = reference.slice(reference.lastIndexOf('/') + 1);
    if (!this.people.has(personId))
      return fail(response, 404, 'Request_ResourceNotFound', `Resource '${personId}' does not exist.`);
    if (members.has(personId)) return fail(response, 400, 'Request_BadRequest', this.alreadyWords);
    members.add(personId);
    send(response, 204);
  }
}

function send(response: ServerResponse | undefined, status: number, body?: object): void {
  if (!response) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body ? JSON.stringify(body) : undefined);
}

function fail(response: ServerResponse | undefined, status: number, code: string, message: string): void {
  send(response, status, { error: { code, message, innerError: { date: '2026-03-02T09:00:00', 'request-id': 'r' } } });
}
