import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that the bot sent, as it stands after its last edit. */
export interface SentMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string | undefined;
  /** The notification line of a card. */
  readonly summary: string | undefined;
  readonly card: Record<string, unknown> | undefined;
  /** How often it was edited. */
  readonly edits: number;
}

/** One request of the bot, as the service saw it. */
export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly conversationId: string;
  readonly body: Record<string, unknown>;
}

/** How the service answers a call instead of doing it; `doIt`: it does it all the same and then says this. `hang`: it never answers. */
export interface ScriptedAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly retryAfter?: string;
  readonly doIt?: boolean;
  readonly hang?: boolean;
}

type Script = (call: SeenCall) => ScriptedAnswer | undefined;

/**
 * The channel's side of the conversation: a small real HTTP server that speaks the few connector calls a bot uses, keeps
 * what was sent, and fails on demand.
 */
export class FakeTeams {
  readonly calls: SeenCall[] = [];
  /** Decides for each call whether it fails; tests set it. */
  script: Script = () => undefined;
  /** What a call waits for before it is answered; tests set it. */
  delay: (call: SeenCall) => Promise<void> | undefined = () => undefined;
  readonly #server: http.Server;
  readonly #messages = new Map<string, SentMessage>();
  #count = 0;
  readonly #waiting = new Set<() => void>();

  private constructor() {
    this.#server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on(
        'end',
        () =>
          void this.#answer(request.method ?? '', request.url ?? '', Buffer.concat(chunks).toString('utf8'), response),
      );
    });
  }

  /** Starts the service on a free port of the loopback interface. */
  static async start(): Promise<FakeTeams> {
    const teams = new FakeTeams();
    await new Promise<void>((resolve) => teams.#server.listen(0, '127.0.0.1', resolve));
    return teams;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** All messages of one conversation, in the order they were sent. */
  messagesIn(conversationId: string): SentMessage[] {
    return [...this.#messages.values()].filter((message) => message.conversationId === conversationId);
  }

  /** Waits until something that was sent or edited makes the question true; fails after ten seconds. */
  async until<T>(what: string, ask: () => T | undefined | false, patienceMs = 10_000): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = ask();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#waiting.delete(wake);
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(wake, 25);
        this.#waiting.add(wake);
      });
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(method: string, path: string, text: string, response: http.ServerResponse): Promise<void> {
    const asked = /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/.exec(path);
    const match = asked ?? /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/.exec(path);
    const conversationId = decodeURIComponent(match?.[1] ?? '');
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const call: SeenCall = { method, path, conversationId, body };
    this.calls.push(call);
    await this.delay(call);
    const scripted = this.script(call);
    if (scripted?.hang) return;
    if (scripted?.doIt) this.#carryOut(call, match?.[2]);
    const { status, answer } = scripted
      ? { status: scripted.status, answer: scripted.body ?? {} }
      : match
        ? this.#carryOut(call, match[2])
        : { status: 404, answer: { error: { code: 'NotFound', message: path } } };
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(scripted?.retryAfter ? { 'retry-after': scripted.retryAfter } : {}),
    });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    for (const wake of [...this.#waiting]) wake();
  }

  #carryOut(
    { method, conversationId, body }: SeenCall,
    activityPart: string | undefined,
  ): { readonly status: number; readonly answer: unknown } {
    if (conversationId === '') {
      const [member] = (body['members'] ?? []) as { id: string }[];
      return { status: 201, answer: { id: conversationOf(member?.id ?? '') } };
    }
    const activityId = decodeURIComponent(activityPart ?? '');
    if (method === 'GET') {
      const member = this.members.get(activityId);
      return member
        ? { status: 200, answer: { id: activityId, ...member } }
        : { status: 404, answer: { error: { code: 'MemberNotFoundInConversation', message: 'none' } } };
    }
    if (method === 'PUT') {
      const known = this.#messages.get(activityId);
      if (!known)
        return { status: 404, answer: { error: { code: 'ActivityNotFoundInConversation', message: 'gone' } } };
      this.#messages.set(activityId, { ...toMessage(activityId, conversationId, body), edits: known.edits + 1 });
      return { status: 200, answer: { id: activityId } };
    }
    const id = `m-${(this.#count += 1)}`;
    this.#messages.set(id, toMessage(id, conversationId, body));
    return { status: 201, answer: { id } };
  }

  /** Who is in the conversations, by the channel's ids, as it tells of them when it is asked. */
  readonly members = new Map<string, object>();

  /** Forgets everything that was sent and seen so far. */
  clear(): void {
    this.#messages.clear();
    this.calls.length = 0;
  }

  /** Deletes a message, as a person can in their client. */
  forget(messageId: string): void {
    this.#messages.delete(messageId);
  }
}

/** The personal chat of a person with the bot. */
export function conversationOf(personId: string): string {
  return `a:${personId}`;
}

function toMessage(id: string, conversationId: string, body: Record<string, unknown>): SentMessage {
  const [attachment] = (body['attachments'] ?? []) as { content?: Record<string, unknown> }[];
  return {
    id,
    conversationId,
    text: body['text'] as string | undefined,
    summary: body['summary'] as string | undefined,
    card: attachment?.content,
    edits: 0,
  };
}
