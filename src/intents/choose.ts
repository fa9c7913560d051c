import { fold } from './entities/fold.js';
import type { Intent, IntentKind } from './intent.js';
import type { Meaning } from './newIntents.js';
import { suggest } from './suggestions.js';
import type { Understanding } from './understand.js';
import type { Verdict } from './verdicts.js';
import { reasonWords } from './words/reasons.en.js';

/** A verdict by which something is wished. */
export type Wish = Extract<Verdict, { readonly do: Meaning } | { readonly ask: Meaning }>;

/** A wish that was not plain enough to be done. */
export type AskVerdict = Extract<Verdict, { readonly ask: Meaning }>;

/** One thing to carry out, or to ask about first. */
export interface Step {
  readonly intent: Intent;
  /** It was not plain enough to be done. */
  readonly ask?: AskVerdict;
  /** People who were named with it, whether or not it is about them. */
  readonly named?: readonly string[];
}

/** What is carried out: the command that the wording is, or the wishes that the stages read. */
export type Chosen = { readonly plain: Step } | { readonly wishes: readonly Wish[] };

/** Chooses between the plain wording of a message and what the stages make of it. */
export function choose(text: string, plain: Intent, understanding: Understanding): Chosen {
  const { verdict } = understanding;
  const verdicts = 'all' in verdict ? verdict.all : [verdict];
  const wishes = verdicts.flatMap((one) => ('do' in one || 'ask' in one ? [one] : []));
  return isPlainCommand(plain, wishes, text, understanding)
    ? { plain: guarded(withoutHaste(plain, understanding), verdict, text) }
    : { wishes };
}

/** Whether a message is carried out by its wording alone: it is one of the commands as they are printed on cards and in help. */
function isPlainCommand(plain: Intent, wishes: readonly Wish[], text: string, understanding: Understanding): boolean {
  if (/^\W{0,3}yes,/i.test(text)) return plain.kind !== 'suggest' || wishes.length === 0;
  const [only] = wishes;
  if (!only) return true;
  if ((unframed.has(plain.kind) && !isNamedOtherwise(plain, only)) || isUnsupported(plain)) return true;
  if (wishes.length > 1) return false;
  const meaning = 'do' in only ? only.do : only.ask;
  // A setting that no frame knows is known by its own name.
  if (plain.kind === 'changeSetting' && meaning.kind === 'changeSetting' && meaning.setting !== plain.setting)
    return true;
  // Of one kind, with the same names, the wording counts where the stages are only unsure of words around them.
  return (
    meaning.kind === plain.kind &&
    'ask' in only &&
    !changesAtOnce.has(plain.kind) &&
    !dangers.has(only.why) &&
    namesIn(plain).every((name) => understanding.items.some((item) => item.kind === 'slot' && isNamed(item.text, name)))
  );
}

/** A name that exists wins over a word of ours within it ("delete Data for Good", "enrol Bo Berg in Finance"). */
function isNamedOtherwise(plain: Intent, wish: Wish): boolean {
  const { kind } = 'do' in wish ? wish.do : wish.ask;
  return (
    (plain.kind === 'forgetPerson' && kind === 'deleteGroup') || (plain.kind === 'enrolGroup' && kind === 'addMembers')
  );
}

/** Why a wish is not plain, whatever its wording. */
const dangers: ReadonlySet<string> = new Set(['condition', 'correction', 'negation', 'time']);

/** The names that the wording of a command holds, as typed. */
function namesIn(intent: Intent): string[] {
  const { target, person, people, resource } = intent as {
    readonly target?: { readonly readings?: readonly { readonly name: string }[] };
    readonly person?: { readonly name?: string };
    readonly people?: readonly { readonly name?: string }[];
    readonly resource?: { readonly name?: string };
  };
  return [target?.readings?.[0]?.name, person?.name, resource?.name, ...(people ?? []).map(({ name }) => name)].filter(
    (name) => name !== undefined,
  );
}

function isNamed(text: string, name: string): boolean {
  return fold(text) === fold(name);
}

/** Commands of pasted lists, of periods and of cards: no frame knows all that they hold. */
const unframed: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'importMembers',
  'enrolGroup',
  'enrolGroups',
  'answerClaim',
  'exportTable',
  'forgetPerson',
  'showBotStatus',
  'releaseBrake',
]);

/** A kind of group that self-service does not make is refused by its own name. */
function isUnsupported(plain: Intent): boolean {
  return plain.kind === 'createGroup' && plain.input.unsupportedKind !== undefined;
}

/** Whether what is taken for a reason is not said to be one: it may be about the wish itself ("… as a guest"). */
function hasLooseReason(intent: Intent, text: string): boolean {
  if (!changesAtOnce.has(intent.kind) || reasonWords.test(text)) return false;
  const { justification, target } = intent as {
    justification?: string;
    target?: { readings?: readonly { justification?: string }[] };
  };
  return justification !== undefined || (target?.readings ?? []).some((reading) => reading.justification !== undefined);
}

/** A new name that ends in a time ("… to Late Shift tomorrow") is shown before it counts, also where it was confirmed. */
function withoutHaste(intent: Intent, { items }: Understanding): Intent {
  if (intent.kind !== 'changeGroup' || intent.field !== 'name' || !intent.confirmed) return intent;
  const times = items.flatMap((item) => (item.kind === 'slot' && item.value.type === 'time' ? [item.text] : []));
  if (!times.some((time) => intent.value.includes(time))) return intent;
  const { confirmed: _, ...asked } = intent;
  return asked;
}

/** A plain command in a sentence that reports, denies or only supposes it: it is asked about before it is done. */
function guarded(intent: Intent, verdict: Verdict, text: string): Step {
  // What only the wording takes for a change, and no stage for a wish, is never done by it alone.
  const isUnheard =
    !('do' in verdict || 'ask' in verdict || 'all' in verdict) && /^(?:joinGroup|addMembers)$/.test(intent.kind);
  if (hasLooseReason(intent, text) || isUnheard) return { intent, ask: { ask: intent, unexplained: [], why: 'words' } };
  if (!('nothing' in verdict)) return { intent };
  // Whoever says not to ("leave Zed in Marketing") is offered nothing to press.
  if (verdict.nothing === 'negation' && (takesAway.has(intent.kind) || changesAtOnce.has(intent.kind)))
    return { intent: suggest([{ command: 'help' }, { command: 'myGroups' }, { command: 'myRequests' }], true) };
  if (!/^(?:negation|condition|hedge)$/.test(verdict.nothing)) return { intent };
  return intent.kind !== 'addMembers' && changesAtOnce.has(intent.kind)
    ? { intent, ask: { ask: intent, unexplained: [], why: 'condition' } }
    : { intent };
}

/** What takes something from somebody, and asks first. */
const takesAway: ReadonlySet<IntentKind> = new Set<IntentKind>(['leaveGroup', 'removeMember', 'deleteGroup']);

/** What changes something without a question of its own. */
const changesAtOnce: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'joinGroup',
  'approveRequest',
  'denyRequest',
  'addMembers',
  'withdrawRequest',
  'remindApprovers',
  'delegate',
  'endDelegations',
]);
