import { isOverload, readRetryAfter, type GraphAnswer } from './answers.js';
import { capabilitiesOf, rolesOf } from './capabilities.js';
import { Gate } from './gate.js';
import { checkDeletion } from './ids.js';
import { Pace, type Haste } from './pace.js';
import type { Clock } from '../../commands/ports.js';
import { given } from '../../domain/given.js';
import { directoryCapabilities, type DirectoryCapability } from '../../domain/groups/directory.js';

/** What the client for Microsoft Graph needs. */
export interface GraphOptions {
  /** A token for Graph, kept until it runs out; nothing where none is wanted (a fake on this machine). */
  readonly getToken?: () => Promise<string>;
  readonly clock: Clock;
  /** A fresh UUID, sent as `client-request-id`: what Microsoft's support asks for. */
  readonly newId: () => string;
  /** `https://graph.microsoft.com`, or a national cloud's own, without a slash at the end. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
  /** Is told that a call begins, and how it ended; `status` is 0 without an answer. */
  readonly watch?: (operation: string) => (status: number) => void;
  /** Where a call that failed is told, with both sides' ids. */
  readonly report?: (fields: object, message: string) => void;
}

/** One call. */
export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Behind `/v1.0/`, or a whole link that Graph gave. */
  readonly path: string;
  /** For counting: what it is, without ids. */
  readonly operation: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly haste: Haste;
}

const defaultTimeoutMs = 15_000;

/** Says that the caller knows of the index that lags. */
export const eventual = { consistencylevel: 'eventual' } as const;

/** Calls Microsoft Graph for one organisation: through one gate, at one pace, with one idea of what it may do. */
export class GraphClient {
  readonly gate: Gate;
  readonly #options: GraphOptions;
  readonly #pace: Pace;
  #capabilities: ReadonlySet<DirectoryCapability> = new Set(directoryCapabilities);

  constructor(options: GraphOptions) {
    this.#options = options;
    this.#pace = new Pace(options.clock);
    this.gate = new Gate(options.clock, () => this.#isWell());
  }

  /** Where a reference to an object begins. */
  get baseUrl(): string {
    return this.#options.baseUrl;
  }

  /** What the newest token allows; everything until there is one. */
  get capabilities(): ReadonlySet<DirectoryCapability> {
    return this.#capabilities;
  }

  /** Reads the permissions of the present token; says whether there is one. */
  async refreshCapabilities(): Promise<boolean> {
    return (await this.#authorization()) !== undefined;
  }

  /** Asks, when the gate is open and it is our turn; never throws for what the other side does. */
  async call(call: GraphCall): Promise<GraphAnswer> {
    const closedMs = await this.gate.admit();
    if (closedMs > 0) return { end: 'notAsked', waitMs: closedMs };
    const pacedMs = call.method === 'GET' ? 0 : this.#pace.take(call.haste);
    if (pacedMs > 0) return { end: 'notAsked', waitMs: pacedMs };
    const answer = await this.#exchange(call);
    if (answer.end === 'answered' && !isOutage(answer.status)) this.gate.succeeded();
    else this.gate.failed();
    if (answer.end === 'answered' && answer.status === 429) this.gate.told(answer.retryAfterMs ?? 1_000);
    return answer.end === 'notAnswered' ? { ...answer, isDown: this.gate.isClosed } : answer;
  }

  /** One harmless question past the gate. */
  async #isWell(): Promise<boolean> {
    const path = 'groups?$top=1&$select=id';
    const answer = await this.#exchange({ method: 'GET', path, operation: 'probe', haste: 'bulk' });
    return answer.end === 'answered' && !isOutage(answer.status);
  }

  /** The header with the token; nothing when there is none to be had. */
  async #authorization(): Promise<{ readonly authorization?: string } | undefined> {
    const { getToken, report } = this.#options;
    if (!getToken) return {};
    try {
      const token = await getToken();
      const roles = rolesOf(token);
      if (roles) this.#capabilities = capabilitiesOf(roles);
      return { authorization: `Bearer ${token}` };
    } catch (error) {
      // The message may hold what was sent; the name says enough.
      report?.({ cause: error instanceof Error ? error.name : 'unknown' }, 'there is no token for Microsoft Graph');
      return undefined;
    }
  }

  #urlOf(path: string): string {
    const root = `${this.#options.baseUrl}/v1.0/`;
    if (!path.includes('://')) return root + path;
    // A link from an answer: the token goes nowhere else.
    if (!path.startsWith(root)) throw new Error('a link of Microsoft Graph leads somewhere else');
    return path;
  }

  async #exchange(call: GraphCall): Promise<GraphAnswer> {
    if (call.method === 'DELETE') checkDeletion(call.path);
    const url = this.#urlOf(call.path);
    const authorization = await this.#authorization();
    if (!authorization) return { end: 'notAnswered', cause: 'no token', isDown: false };
    const requestId = this.#options.newId();
    const told = this.#options.watch?.(call.operation);
    try {
      const response = await fetch(url, {
        method: call.method,
        headers: {
          ...authorization,
          'client-request-id': requestId,
          'x-ms-throttle-priority': call.haste === 'person' ? 'high' : 'low',
          ...(call.body ? { 'content-type': 'application/json' } : {}),
          ...call.headers,
        },
        ...(call.body ? { body: JSON.stringify(call.body) } : {}),
        // A redirect would take the token somewhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(this.#options.timeoutMs ?? defaultTimeoutMs),
      });
      const text = await response.text();
      told?.(response.status);
      return this.#readAnswer(call, response, text, requestId);
    } catch (error) {
      told?.(0);
      return { end: 'notAnswered', cause: error instanceof Error ? error.name : 'unknown', isDown: false };
    }
  }

  #readAnswer(call: GraphCall, { status, headers }: Response, text: string, clientRequestId: string): GraphAnswer {
    const share = Number(headers.get('x-ms-throttle-limit-percentage') ?? Number.NaN);
    this.#pace.told(Number.isFinite(share) ? share : undefined);
    if (status >= 400) {
      const theirs = { requestId: headers.get('request-id'), limit: headers.get('x-ms-throttle-scope') };
      const fields = { operation: call.operation, status, clientRequestId, ...theirs };
      this.#options.report?.(fields, 'Microsoft Graph did not do what it was asked');
    }
    const location = headers.get('location');
    const retryAfterMs = readRetryAfter(headers.get('retry-after'), this.#options.clock.now());
    return {
      end: 'answered',
      status,
      body: parseJson(text),
      ...(location ? { location } : {}),
      ...given({ retryAfterMs }),
    };
  }
}

/** Whether an answer looks like an outage rather than like a "no" to this one call. */
function isOutage(status: number): boolean {
  return status !== 409 && status !== 423 && status !== 429 && isOverload(status);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
