import { completeQuestion } from './answerQuestion.js';
import { describeWish } from './describeWish.js';
import { toIntents } from './expand.js';
import { hear } from './hear.js';
import { performSteps, type Said } from './performSteps.js';
import { zoneOf, type Turn } from './turn.js';
import { isOpen, type AskedBack } from '../intents/answers/asked.js';
import { withoutLead } from '../intents/answers/leadIn.js';
import { readOnceMore } from '../intents/answers/onceMore.js';
import { resolvePlaces, resolveReferences } from '../intents/answers/references.js';
import type { Step } from '../intents/choose.js';
import { readIncomplete } from '../intents/incomplete.js';
import type { Intent } from '../intents/intent.js';
import { parseMessage } from '../intents/parseMessage.js';
import { missingIn } from '../intents/slots.js';
import type { Understanding } from '../intents/understand.js';
import { isChange, type Verdict } from '../intents/verdicts.js';

/**
 * What is only understood from the last turn: "remove her from it", "also Sales", "make it two weeks", "leave the second
 * one", "kick Ben out" after the members of a group. A change that is not wholly plain comes back as a card.
 */
export async function followUp(
  text: string,
  asked: AskedBack,
  understanding: Understanding,
  turn: Turn,
): Promise<Said | undefined> {
  const { about, listed = [] } = asked;
  if (isOwnWish(understanding.verdict)) return undefined;
  const picked = resolvePlaces(text, listed);
  if (picked !== undefined) return hearAgain(picked, asked, turn);
  if (!about) return undefined;
  const again = readOnceMore(text, understanding.items, about);
  if (again && (again.isPlain || !isOpen(asked))) {
    const { intent, isPlain } = again;
    return performSteps([isPlain || !isChange(intent) ? { intent } : asking(intent)], turn);
  }
  const completed = completedBy(about, text, understanding, turn);
  if (completed) return performSteps(completed, turn);
  const bare = withoutLead(text);
  const resolved = resolveReferences(bare ?? text, await describeWish(about, turn)) ?? bare;
  return resolved === undefined ? undefined : hearAgain(resolved, asked, turn);
}

/** A wish that names no group or resource, about the one that the last turn named. */
function completedBy(about: Intent, text: string, reading: Understanding, turn: Turn): Step[] | undefined {
  const { verdict } = reading;
  const meant = 'ask' in verdict && verdict.unexplained.length === 0 ? toIntents(verdict.ask) : [];
  const begun = readIncomplete(parseMessage(text, { now: turn.now, ...zoneOf(turn) }), reading);
  const [intent, ...more] = begun ? [begun] : meant;
  const filled = intent && more.length === 0 ? filledFrom(intent, about) : undefined;
  return filled && missingIn(filled) === undefined ? [asking(filled)] : undefined;
}

function filledFrom(intent: Intent, about: Intent): Intent | undefined {
  const [{ target: to, resource: of }, { target, resource }] = [intent as Places, about as Places];
  if (to && isBlank(to) && target?.by !== undefined && !isBlank(target)) return { ...intent, target } as Intent;
  return of?.name === '' && resource && resource.name !== '' ? ({ ...intent, resource } as Intent) : undefined;
}

/** Whether it names no group; a request is something else. */
function isBlank({ by, readings }: NonNullable<Places['target']>): boolean {
  return by === 'name' && readings?.every(({ name }) => name === '') === true;
}

/** What an intent may name that another can lack. */
interface Places {
  readonly target?: { readonly by?: string; readonly readings?: readonly { readonly name: string }[] };
  readonly resource?: { readonly by?: string; readonly name?: string };
}

async function hearAgain(resolved: string, asked: AskedBack, turn: Turn): Promise<Said | undefined> {
  const reading = await hear(resolved, turn);
  if (isOpen(asked)) {
    const completed = await completeQuestion(resolved, asked, reading, turn);
    if (completed) return completed;
  }
  const steps = stepsOf(reading.verdict);
  if (steps.length > 0) return performSteps(steps, turn);
  const completed = asked.about && completedBy(asked.about, resolved, reading, turn);
  return completed && performSteps(completed, turn);
}

function asking(intent: Intent): Step {
  return { intent, ask: { ask: intent, unexplained: [], why: 'another' } };
}

function stepsOf(verdict: Verdict): Step[] {
  if ('do' in verdict) return verdict.aside ? [] : toIntents(verdict.do).map((intent) => ({ intent }));
  // With words that nothing explains it may be a remark about what was named.
  if (!('ask' in verdict) || verdict.unexplained.length > 0) return [];
  return toIntents(verdict.ask).map((intent) => ({ intent, ask: verdict }));
}

/** A wish that needs nothing of the last turn. */
function isOwnWish(verdict: Verdict): boolean {
  if ('do' in verdict) return verdict.aside !== true && verdict.do.kind !== 'showGroup';
  return 'ask' in verdict ? verdict.why !== 'uncertain' : 'all' in verdict || 'tooLong' in verdict;
}
