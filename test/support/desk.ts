import { rulesText } from '../../src/cards/history/rulesText.js';
import type { DueWork, OfferedFile } from '../../src/commands/ports.js';
import { converse } from '../../src/commands/converse.js';
import type { Said } from '../../src/commands/performSteps.js';
import { runIntent } from '../../src/commands/run.js';
import type { Turn, TurnDeps } from '../../src/commands/turn.js';
import type { Outcome, OutcomeOf } from '../../src/domain/outcome.js';
import type { Intent } from '../../src/intents/intent.js';
import { voiceFor } from '../../src/messages/voice.js';
import { sha256 } from '../../src/outbox/history/history.js';
import { aGroup, aPerson, aResource, aTenant, contoso, monday } from './documents.js';
import { MemoryStore } from './memoryStore.js';

/** Commands on a store that forgets, without a channel: people say what they want and get the outcome. */
export class Desk {
  readonly store = new MemoryStore();
  readonly due: DueWork[] = [];
  readonly files: OfferedFile[] = [];
  now = monday;
  /** On for tests of the limits alone: others let one person do a lot within a minute. */
  hasRateLimits = false;
  givenUp = 0;
  #count = 0;

  /** Contoso: Ann and Ben, Marketing with its owners Olga and Omar, the open Book Club, and Ada who administers. */
  constructor(sample = true) {
    if (!sample) return;
    this.store.seed('tenants', aTenant({ adminIds: ['ada'] }));
    for (const [id, name] of [
      ['ann', 'Ann Archer'],
      ['ben', 'Ben Okafor'],
      ['olga', 'Olga Berg'],
      ['omar', 'Omar Haddad'],
      ['ada', 'Ada Moreau'],
    ] as const)
      this.store.seed('people', aPerson({ id, name }));
    this.store.seed('groups', aGroup({ ownerIds: ['olga', 'omar'], justification: 'required', maxDurationDays: 90 }));
    this.store.seed(
      'groups',
      aGroup({ id: 'book-club', name: 'Book Club', groupType: 'm365', joinRule: 'open', ownerIds: ['ben'] }),
    );
    this.store.seed('groups', aGroup({ id: 'finance', name: 'Finance', joinRule: 'ownersOnly' }));
    this.store.seed('resources', aResource());
  }

  readonly deps: TurnDeps = {
    clock: { now: () => this.now },
    ids: {
      requestId: () => `REQ-${String((this.#count += 1)).padStart(8, '0')}`,
      uuid: () => `id-${(this.#count += 1)}`,
    },
    work: { due: (work) => void this.due.push(work), isBusy: () => false, expect: () => undefined },
    processId: 'desk',
    requestExpiryMs: 14 * 86_400_000,
    initialAdminIds: ['ada'],
    hasRateLimits: false,
    exports: { offer: async (_tenantId, file) => `https://files.example/${this.files.push(file)}` },
    sha256,
    describeRules: (rules) => rulesText(rules, voiceFor({ now: 0 })),
    directory: { kind: 'ledger' },
    running: {
      version: '1.2.3',
      startedAt: monday,
      store: 'embedded',
      givenUp: () => this.givenUp,
      oldestDueAt: async (now) => (await this.store.findDueWork(now, 1))[0]?.dueAt,
    },
  };

  /** Lets one person do one thing, by typing or by a click. */
  async does(personId: string, intent: Intent, via: 'card' | 'command' = 'command'): Promise<Outcome> {
    const store = this.store.forTenant(contoso);
    const actor = await store.read('people').get(personId);
    if (!actor) throw new Error(`nobody is called ${personId} here`);
    return runIntent(intent, {
      ...this.deps,
      hasRateLimits: this.hasRateLimits,
      tenantId: contoso,
      actor,
      now: this.now,
      via,
      store,
      conversationId: personId,
    });
  }

  /** Lets one person write something, as in their personal chat. */
  async says(personId: string, text: string): Promise<Said> {
    return converse(text, await this.turnOf(personId));
  }

  /** The turn of something that a person writes in their personal chat. */
  async turnOf(personId: string, locale?: string): Promise<Turn> {
    const store = this.store.forTenant(contoso);
    const actor = await store.read('people').get(personId);
    if (!actor) throw new Error(`nobody is called ${personId} here`);
    return {
      ...this.deps,
      tenantId: contoso,
      actor: { ...actor, ...(locale !== undefined && { locale }) },
      now: this.now,
      via: 'command',
      store,
      conversationId: personId,
    };
  }

  /** Ann asks for Marketing; the id of her request. */
  async annAsks(): Promise<string> {
    return expectOutcome(
      await this.does('ann', joinNamed('Marketing', { justification: 'Spring campaign' })),
      'requestOpened',
    ).request.id;
  }
}

/** A typed "join", with one reading. */
export function joinNamed(name: string, input: Partial<Extract<Intent, { kind: 'joinGroup' }>> = {}): Intent {
  return { kind: 'joinGroup', target: { by: 'name', readings: [{ name }] }, ...input };
}

/** The outcome as one of the kind that is expected; anything else fails the test and says what it was. */
export function expectOutcome<K extends Outcome['kind']>(outcome: Outcome, kind: K): OutcomeOf<K> {
  if (outcome.kind !== kind) throw new Error(`expected ${kind}, got ${outcome.kind}: ${JSON.stringify(outcome)}`);
  return outcome as OutcomeOf<K>;
}

/** The code of a refusal; anything else fails the test. */
export function refusalOf(outcome: Outcome): string {
  return expectOutcome(outcome, 'refused').refusal.code;
}
