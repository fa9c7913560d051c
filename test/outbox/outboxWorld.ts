import { randomUUID } from 'node:crypto';
import type { CollectionName, Documents } from '../../src/commands/ports.js';
import { viewGroup, viewLeftGroup } from '../../src/commands/reads/groupViews.js';
import { viewOwnRequest, viewRequest } from '../../src/commands/reads/requestViews.js';
import { authorize } from '../../src/domain/authorized.js';
import { requestState, type Outcome } from '../../src/domain/outcome.js';
import type { ConversationAddress } from '../../src/domain/organisation/person.js';
import type { Decision, MembershipRequest } from '../../src/domain/requests/request.js';
import { decideRequest, openRequest } from '../../src/domain/requests/requestChanges.js';
import type { Occasion } from '../../src/domain/revise.js';
import { createDispatcher, defaultOutboxLimits, type Dispatcher } from '../../src/outbox/dispatcher.js';
import type { EffectKind, OutboxDeps, OutboxLimits } from '../../src/outbox/handler.js';
import { aGroup, aPerson, aTenant, contoso, monday } from '../support/documents.js';
import { MemoryDirectory } from '../support/memoryDirectory.js';
import { MemoryMessenger } from '../support/memoryMessenger.js';
import { MemoryStore } from '../support/memoryStore.js';
import { unpaced } from '../support/unpaced.js';
import type { Duration } from '../../src/domain/terms.js';

/** Limits for tests: no pace, and jitter is taken out by `random: 0.5`. */
export const testLimits: OutboxLimits = { ...defaultOutboxLimits, maxPollMs: 1_000, patienceMs: 20, pacing: unpaced };

/** Where a person of the tests is written to. */
export function addressOf(personId: string): ConversationAddress {
  return {
    serviceUrl: 'http://127.0.0.1/',
    conversationId: `chat-${personId}`,
    botId: '28:bot',
    userId: `29:${personId}`,
  };
}

/** A world with Ann, who asks for Marketing, and its owners Olga and Otto; all of them can be written to. */
export class OutboxWorld {
  readonly store = new MemoryStore();
  readonly messenger = new MemoryMessenger();
  readonly directory = new MemoryDirectory();
  readonly clock = { at: monday, now: () => this.clock.at };
  readonly ended: { readonly kind: EffectKind; readonly end: string }[] = [];
  readonly logged: { readonly level: string; readonly message: string; readonly fields: object }[] = [];
  readonly #dispatchers: Dispatcher[] = [];

  constructor(readonly owners: readonly string[] = ['olga', 'otto']) {
    this.store.seed('tenants', aTenant());
    this.store.seed('groups', aGroup({ ownerIds: [...owners] }));
    for (const id of ['ann', ...owners]) this.store.seed('people', aPerson({ id, name: id, address: addressOf(id) }));
  }

  /** A dispatcher of one process over this world's store. */
  dispatcher(processId = 'A', deps: Partial<OutboxDeps> = {}): Dispatcher {
    const log = (level: string) => (fields: object, message: string) =>
      void this.logged.push({ level, message, fields });
    const dispatcher = createDispatcher({
      store: this.store,
      clock: this.clock,
      ids: { uuid: randomUUID, requestId: () => 'REQ-00000009' },
      messenger: this.messenger,
      directory: this.directory,
      views: { viewRequest, viewOwnRequest, viewGroup, viewLeftGroup },
      showOutcome: (outcome) => ({ kind: 'card', card: outcome, summary: describeOutcome(outcome) }),
      log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
      metrics: {
        effectEnded: (kind, end) => void this.ended.push({ kind, end }),
        backlog: () => undefined,
        looked: () => undefined,
      },
      tracing: { effect: (_effect, run) => run() },
      processId,
      limits: testLimits,
      random: () => 0.5,
      ...deps,
    });
    this.#dispatchers.push(dispatcher);
    return dispatcher;
  }

  /** Stops every dispatcher; for the end of a test. */
  async close(): Promise<void> {
    await Promise.all(this.#dispatchers.map((dispatcher) => dispatcher.stop()));
  }

  occasion(processId = 'A'): Occasion {
    return { now: this.clock.now(), processId, newId: randomUUID };
  }

  /** What `join Marketing` commits. */
  async open(
    processId = 'A',
    given: { readonly id?: string; readonly duration?: Duration } = {},
  ): Promise<MembershipRequest> {
    const [group] = this.store.all('groups');
    if (!group) throw new Error('no group');
    const id = given.id ?? 'REQ-00000001';
    const requesterId = given.id ? `ann-${id}` : 'ann';
    const request = openRequest(
      { id, group, requesterId, expiryMs: 14 * 86_400_000, ...(given.duration ? { duration: given.duration } : {}) },
      this.occasion(processId),
    );
    await this.store.forTenant(contoso).insert(authorize('test'), 'requests', request);
    return request;
  }

  /** What `approve` and `deny` commit. */
  async decide(
    outcome: Decision['outcome'],
    given: { readonly processId?: string; readonly until?: number } = {},
  ): Promise<void> {
    const { processId = 'A', until } = given;
    const decision: Decision = {
      outcome,
      by: 'olga',
      at: this.clock.now(),
      via: 'card',
      ...(until === undefined ? {} : { until }),
      ...(outcome === 'denied' ? { justification: 'The team is full' } : {}),
    };
    await this.change('requests', (request) => decideRequest(request, decision, this.occasion(processId)));
  }

  /** Changes the only record of a collection, as a command would. */
  async change<C extends CollectionName>(collection: C, next: (document: Documents[C]) => Documents[C]): Promise<void> {
    const [document] = this.store.all(collection);
    if (!document) throw new Error(`nothing in ${collection}`);
    const result = await this.store.forTenant(contoso).replace(authorize('test'), collection, next(document));
    if (result !== 'written') throw new Error(`the test lost a race: ${result}`);
  }

  request(): MembershipRequest {
    const [request] = this.store.all('requests');
    if (!request) throw new Error('no request');
    return request;
  }

  /** What stands in somebody's chat now, each message as its outcome and the state that it shows. */
  heard(personId: string): string[] {
    return this.messenger
      .in(`chat-${personId}`)
      .map(({ message }) => (message.kind === 'card' ? message.summary : message.text));
  }

  /** The kinds of event in the history, in their order. */
  async history(): Promise<string[]> {
    return (await this.store.forTenant(contoso).readAudit(1, 1_000)).map(({ event }) => event.kind);
  }
}

/** The work of the only request. */
export const requestWork = { collection: 'requests', tenantId: contoso, id: 'REQ-00000001' } as const;

/** The work of Ann's membership. */
export const membershipWork = { collection: 'memberships', tenantId: contoso, id: 'marketing/ann' } as const;

function describeOutcome(outcome: Outcome): string {
  return 'request' in outcome ? `${outcome.kind} ${requestState(outcome.request)}` : outcome.kind;
}

/** A promise to be kept by hand. */
export function byHand<T = void>(): { readonly promise: Promise<T>; readonly keep: (value: T) => void } {
  let keep: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

/** Lets things happen until the condition holds; for a few seconds at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 3_000; turn += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('it did not come to pass');
}
