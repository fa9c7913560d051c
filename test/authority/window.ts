import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createTurnRunner, type InboundSaid, type TurnRunner } from '../../src/bot/turnRunner.js';
import type { TurnDeps } from '../../src/commands/turn.js';
import { parseAction } from '../../src/intents/parseAction.js';
import { parseAnswer } from '../../src/intents/parseAnswer.js';
import { createTracing } from '../../src/tracing.js';
import { sha256 } from '../../src/outbox/history/history.js';
import { MemoryStore, type SavedStore } from '../support/memoryStore.js';
import { readCard } from '../support/renderedCard.js';
import { randomIds } from '../../src/commands/ids.js';
import { deedsBetween, type Done } from './deeds.js';
import { heardIn, toldBetween } from './told.js';

/** What a button sends. */
export interface Click {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A button on a card, with what the client fills in by itself. */
export interface Button extends Click {
  readonly title: string;
}

/** What came of a click or a message: what the person reads, and what they have done by it. */
export interface Reply {
  readonly text: string;
  readonly done: readonly Done[];
  /** Who else hears of it, by id; and what else follows that tells somebody, by the name of its effect. */
  readonly told: readonly string[];
  /** Those who have heard already how it ended what they asked for. */
  readonly heard: readonly string[];
  /** The buttons that they get with it. */
  readonly buttons: readonly Button[];
}

/**
 * The moment that a store holds: what somebody clicks or types here meets the records as they were then, by the same
 * reading, gate, rules and cards as at the real door.
 */
export class Window {
  readonly #store = new MemoryStore();

  constructor(
    private readonly moment: SavedStore,
    private readonly tenantId: string,
    private readonly now: number,
  ) {
    this.#store.restore(moment);
    this.#store.now = () => now;
  }

  /** Records written here. */
  get writeCount(): number {
    return this.#store.writeCount;
  }

  /** Lets somebody click a button, wherever they have its data from. */
  async clicks(personId: string, { verb, data }: Click): Promise<Reply> {
    const answer = parseAnswer(verb, data);
    if (answer) return this.#run(personId, { answer }, 'card');
    const parsed = parseAction(verb, data, { now: this.now, timeZone: 'Europe/Berlin' });
    // What is missing on a card is said in the same place by a sentence of its own.
    const isLook = data['look'] === true || verb === 'refreshRequest';
    return parsed.ok
      ? this.#run(personId, { intent: parsed.intent, ...(isLook ? { isLook } : {}) }, 'card')
      : { text: parsed.problem.code, done: [], told: [], heard: [], buttons: [] };
  }

  /** Lets somebody type in their personal chat. */
  async hears(personId: string, text: string): Promise<Reply> {
    return this.#run(personId, { text }, 'command');
  }

  async #run(personId: string, said: InboundSaid, via: 'card' | 'command'): Promise<Reply> {
    const { message } = await this.#runner().run({
      tenantId: this.tenantId,
      seen: { id: personId, channelUserId: `29:${personId}` },
      said,
      via,
      reference: 'window',
    });
    const after = this.#store.writeCount === 0 ? undefined : this.#store.saved();
    const done = after ? deedsBetween(this.moment, after, personId) : [];
    const heard = heardIn(this.moment);
    const told = after ? toldBetween(this.moment, after, personId) : [];
    if (message.kind === 'text') return { text: message.text, done, told, heard, buttons: [] };
    const card = JSON.parse(JSON.stringify(message.card).replace(/[\u2066-\u2069]/g, '')) as object;
    return { text: readCard(card).text(), done, told, heard, buttons: buttonsOf(card) };
  }

  #runner(): TurnRunner {
    return createTurnRunner({
      store: this.#store,
      turn: turnDeps(this.now),
      log: silent,
      recordTurn: () => undefined,
      tracing: createTracing(),
      background: { add: () => undefined, settle: async () => undefined },
    });
  }
}

/** The buttons of a card that send something, and what the client sends by itself to have it brought up to date. */
export function buttonsOf(json: object): Button[] {
  const card = readCard(json);
  const { refresh } = json as { readonly refresh?: { readonly action: Button } };
  const clicks = card.allButtons().flatMap(({ title, verb, data, inputs }): Button[] => {
    if (verb === undefined) return [];
    const filled = card.inputs().filter(({ id, value }) => inputs.includes(id) && value !== undefined);
    return [{ title, verb, data: { ...Object.fromEntries(filled.map(({ id, value }) => [id, value])), ...data } }];
  });
  return refresh ? [...clicks, refresh.action] : clicks;
}

const silent = pino({ level: 'silent' });

function turnDeps(now: number): TurnDeps {
  return {
    ids: randomIds,
    clock: { now: () => now },
    work: { due: () => undefined, isBusy: () => false, expect: () => undefined },
    processId: 'window',
    requestExpiryMs: 14 * 86_400_000,
    initialAdminIds: [],
    hasRateLimits: false,
    exports: { offer: async () => `https://files.example/${randomUUID()}` },
    directory: { kind: 'ledger' },
    running: {
      version: '0.0.0',
      startedAt: now,
      store: 'embedded',
      givenUp: () => 0,
      oldestDueAt: async () => undefined,
    },
    describeRules: () => '',
    sha256,
  };
}
