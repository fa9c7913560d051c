import { completeQuestion } from './answerQuestion.js';
import { describeWish } from './describeWish.js';
import { toIntents } from './expand.js';
import { hear } from './hear.js';
import { performSteps, type Said } from './performSteps.js';
import type { Turn } from './turn.js';
import { isOpen, type AskedBack } from '../intents/answers/asked.js';
import { readOnceMore } from '../intents/answers/onceMore.js';
import { resolvePlaces, resolveReferences } from '../intents/answers/references.js';
import type { Step } from '../intents/choose.js';
import type { Intent } from '../intents/intent.js';
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
  const completed = completedBy(about, understanding.verdict);
  if (completed) return performSteps(completed, turn);
  const resolved = resolveReferences(text, await describeWish(about, turn));
  return resolved === undefined ? undefined : hearAgain(resolved, asked, turn);
}

/** A wish that names no group, about the one that the last turn named. */
function completedBy(about: Intent, verdict: Verdict): Step[] | undefined {
  const meanings = 'ask' in verdict && verdict.unexplained.length === 0 ? toIntents(verdict.ask) : [];
  const [intent] = meanings;
  const { target } = about as { readonly target?: { readonly by?: string } };
  if (!intent || meanings.length > 1 || target?.by !== 'id' || !lacksGroup(intent)) return undefined;
  return [asking({ ...intent, target } as Intent)];
}

function lacksGroup(intent: Intent): boolean {
  const { target } = intent as { readonly target?: { readonly readings?: readonly { readonly name: string }[] } };
  return target?.readings?.every(({ name }) => name === '') === true;
}

async function hearAgain(resolved: string, asked: AskedBack, turn: Turn): Promise<Said | undefined> {
  const reading = await hear(resolved, turn);
  if (isOpen(asked)) {
    const completed = await completeQuestion(resolved, asked, reading, turn);
    if (completed) return completed;
  }
  const steps = stepsOf(reading.verdict);
  return steps.length > 0 ? performSteps(steps, turn) : undefined;
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
