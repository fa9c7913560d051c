import type { Background } from './background.js';
import { comesTo, type ComesTo } from './comesTo.js';
import { showOutcome } from '../cards/showOutcome.js';
import { findStrangers, meetMentioned, rememberPerson } from '../commands/reads/people.js';
import { keepWaitingCard } from '../commands/requests/keepWaitingCard.js';
import type { OutboundMessage, Store } from '../commands/ports.js';
import { answerByClick, converse } from '../commands/converse.js';
import { lookAgain } from '../commands/lookAgain.js';
import { perform, type Said } from '../commands/performSteps.js';
import type { SeenPerson, Turn, TurnDeps } from '../commands/turn.js';
import { readOnce } from '../commands/reads/turnReads.js';
import type { Mentioned } from './mentions.js';
import { given } from '../domain/given.js';
import type { Outcome } from '../domain/outcome.js';
import type { ConversationAddress } from '../domain/organisation/person.js';
import type { Intent } from '../intents/intent.js';
import type { ClickedAnswer } from '../intents/parseAnswer.js';
import type { Log } from '../log.js';
import type { Tracing } from '../tracing.js';

/** A message as it was typed, a click, or the answer that a button gives to what was asked last. */
export type InboundSaid =
  | { readonly text: string }
  /** `isLook`: the client itself brings a card up to date; nothing is changed by it. */
  | { readonly intent: Intent; readonly isLook?: true }
  | { readonly answer: ClickedAnswer };

/** What a person wants, as the channel brought it. */
export interface InboundTurn {
  readonly tenantId: string;
  readonly seen: SeenPerson;
  /** Those whom the message mentions. */
  readonly mentioned?: readonly Mentioned[];
  /** Those whom it mentions without saying who they are, by the channel's ids; the channel may know. */
  readonly unnamed?: { readonly ids: readonly string[]; lookUp(ids: readonly string[]): Promise<readonly Mentioned[]> };
  readonly said: InboundSaid;
  readonly via: 'card' | 'command';
  /** Found in the log and, after an accident, in what the person reads. */
  readonly reference: string;
}

/** The answer, and where it may be shown. */
export interface TurnResult {
  readonly message: OutboundMessage;
  /** Whether it says something of the person that others in a channel must not read (F87). */
  readonly isPrivate: boolean;
  /** What is said in its place where it cannot be shown. */
  readonly comesTo: ComesTo;
  /** The person's personal chat, as far as known. */
  readonly address?: ConversationAddress;
  /** To be called with the id of the sent message, which the outbox edits later. */
  readonly onSent?: (activityId: string) => void;
}

/** Runs turns without knowing the channel. */
export interface TurnRunner {
  now(): number;
  run(turn: InboundTurn): Promise<TurnResult>;
}

/** What running a turn needs. */
export interface TurnRunnerDeps {
  readonly store: Store;
  readonly turn: TurnDeps;
  readonly log: Log;
  recordTurn(intent: string, outcome: string, seconds: number): void;
  /** Where the card of a waiting request was shown is written down there; the outbox brings it up to date later. */
  readonly background: Background;
  readonly tracing: Pick<Tracing, 'origin' | 'describe'>;
}

/** Makes the runner: remembers the person, runs the intent, shows the outcome. */
export function createTurnRunner(deps: TurnRunnerDeps): TurnRunner {
  const { clock } = deps.turn;
  return {
    now: () => clock.now(),
    async run({ tenantId, seen, mentioned = [], unnamed, said, via, reference }) {
      const begin = performance.now();
      const countFailure = (error: unknown): never => {
        deps.recordTurn('intent' in said ? said.intent.kind : 'suggest', 'failed', (performance.now() - begin) / 1000);
        throw error;
      };
      const store = readOnce(deps.store.forTenant(tenantId));
      const actor = await rememberPerson(store, seen, deps.turn).catch(countFailure);
      const strangers = unnamed ? await findStrangers(store, unnamed.ids).catch(countFailure) : [];
      const found = unnamed && strangers.length > 0 ? await unnamed.lookUp(strangers) : [];
      for (const one of [...mentioned, ...found]) await meetMentioned(store, one, deps.turn).catch(countFailure);
      const now = clock.now();
      // What is answered in the personal chat is asked there.
      const conversationId = actor.address?.conversationId ?? 'none';
      const { kind, outcome } = await carryOut(said, {
        ...deps.turn,
        tenantId,
        actor,
        now,
        via,
        store,
        conversationId,
        origin: deps.tracing.origin(reference),
      }).catch(countFailure);
      const message = showOutcome(outcome, {
        locale: actor.locale,
        timeZone: actor.timeZone,
        now,
        ...given({ userId: actor.address?.userId }),
      });
      const result = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
      deps.recordTurn(kind, result, (performance.now() - begin) / 1000);
      deps.tracing.describe({ 'concierge.intent': kind, 'concierge.outcome': result });
      deps.log.info({ reference, intent: kind, outcome: result }, 'turn');
      const { address } = actor;
      const onSent =
        address && isWaiting(outcome)
          ? (activityId: string) => {
              const card = { conversationId: address.conversationId, activityId };
              deps.background.add(keepWaitingCard(store, outcome.request.id, card, deps.turn));
            }
          : undefined;
      return {
        message,
        isPrivate: !isPublic(outcome),
        comesTo: comesTo(outcome),
        ...given({ address, onSent }),
      };
    },
  };
}

async function carryOut(said: InboundSaid, turn: Turn): Promise<Said> {
  if ('text' in said) return converse(said.text, turn);
  if ('intent' in said && said.isLook) return { kind: said.intent.kind, outcome: await lookAgain(said.intent, turn) };
  return 'intent' in said ? perform([said.intent], turn) : answerByClick(said.answer, turn);
}

/** What was made without reading a record may stand in a channel; a suggestion that goes on with a name may come from one (F87). */
function isPublic(outcome: Outcome): boolean {
  if (outcome.kind === 'helpShown') return true;
  return outcome.kind === 'notUnderstood' && outcome.suggestions.every(({ name }) => name === undefined);
}

function isWaiting(outcome: Outcome): outcome is Extract<Outcome, { kind: 'requestOpened' | 'requestAlreadyOpen' }> {
  return outcome.kind === 'requestOpened' || outcome.kind === 'requestAlreadyOpen';
}
