import { aboutLast } from './aboutLast.js';
import { completeQuestion } from './answerQuestion.js';
import { hear } from './hear.js';
import { performSteps, type Said } from './performSteps.js';
import { readSteps } from './readSteps.js';
import { findGroup } from './reads/findGroup.js';
import { loadTenant } from './reads/people.js';
import { findInbox } from './requests/inbox.js';
import { zoneOf, type Turn } from './turn.js';
import { membershipId } from '../domain/keys.js';
import { isOpen, type AskedBack } from '../intents/answers/asked.js';
import { withoutLead } from '../intents/answers/leadIn.js';
import { decideShown } from '../intents/answers/decideShown.js';
import { filled } from '../intents/answers/fill.js';
import { readOnceMore } from '../intents/answers/onceMore.js';
import { withOtherValue } from '../intents/answers/otherValue.js';
import {
  type About,
  isPronounName,
  namesNothing,
  resolvePlaces,
  resolveReferences,
} from '../intents/answers/references.js';
import { takenBack } from '../intents/answers/takenBack.js';
import type { Step } from '../intents/choose.js';
import type { Intent } from '../intents/intent.js';
import { parseMessage } from '../intents/parseMessage.js';
import { missingIn } from '../intents/slots.js';
import type { Understanding } from '../intents/understand.js';
import { isChange, type Verdict } from '../intents/verdicts.js';

/**
 * What is only understood from the last turn: "remove her from it", "also Sales", "make it two weeks", "leave the second
 * one", "undo that". A change that is not wholly plain comes back as a card; a "no" that says no more than that leaves
 * everything as it is.
 */
export async function followUp(
  text: string,
  asked: AskedBack,
  understanding: Understanding,
  turn: Turn,
): Promise<Said | undefined> {
  const { about } = asked;
  const names = await aboutLast(asked, turn);
  const back = isOpen(asked) || !asked.isDone || !names || !about ? undefined : await undone(text, about, names, turn);
  if (back) return performSteps([back], turn);
  const picked = resolvePlaces(text, asked.listed ?? []);
  if (picked !== undefined) return hearAgain(picked, asked, turn);
  const decided = await decideLastShown(text, asked, turn);
  if (decided) return performSteps([asking(decided)], turn);
  const isOwn = isOwnWish(understanding.verdict);
  if (isOwn && !mayRefer(understanding)) return undefined;
  const again = isOwn || !about ? undefined : readOnceMore(text, understanding.items, about);
  if (again && (again.isPlain || !isOpen(asked))) {
    const intent = afterApproval(again.intent, asked, names);
    // Of somebody who is in already, the command itself asks whether their end is to be moved.
    const isPlain = again.isPlain || (again.isLength && asked.isDone === true && intent.kind === 'addMembers');
    return performSteps([isPlain || !isChange(intent) ? { intent } : asking(intent)], turn);
  }
  const other = about && !isOpen(asked) ? withOtherValue(text, about) : undefined;
  if (other) return performSteps([{ intent: other }], turn);
  // A "yes, …" that is a whole command is the answer to its own question, as printed on its card.
  const isSure = 'confirmed' in parseMessage(text, { now: turn.now, ...zoneOf(turn) });
  const bare = isOwn || isSure ? undefined : withoutLead(text);
  const resolved = (names && resolveReferences(bare ?? text, names)) ?? bare;
  return resolved === undefined ? undefined : hearAgain(resolved, asked, turn, text);
}

/** What was done last, taken back; shown first where its command does not ask by itself. */
async function undone(text: string, last: Intent, names: About, turn: Turn): Promise<Step | undefined> {
  const joined =
    last.kind === 'joinGroup' ? await findGroup(turn, await loadTenant(turn.store, turn), last.target) : undefined;
  const membership =
    joined?.found === 'one'
      ? await turn.store.read('memberships').get(membershipId(joined.group.id, turn.actor.id))
      : undefined;
  const back = takenBack(text, last, names, membership?.status === 'active');
  if (!back) return undefined;
  return back.kind === 'addMembers' || back.kind === 'endDelegations' ? asking(back) : { intent: back };
}

/** What is said of the request that was shown last, by whoever decides it. */
async function decideLastShown(text: string, asked: AskedBack, turn: Turn): Promise<Intent | undefined> {
  const { about } = asked;
  if (about?.kind !== 'showRequest' || about.target.requestId === undefined || isOpen(asked)) return undefined;
  const { requestId } = about.target;
  const decision = decideShown(text, requestId);
  return decision && (await findInbox(turn)).some(({ id }) => id === requestId) ? decision : undefined;
}

/** How long, said once a request was approved, is for the membership that came of it. */
function afterApproval(intent: Intent, { isDone }: AskedBack, names: About | undefined): Intent {
  const { group, requester } = names?.request ?? {};
  if (intent.kind !== 'approveRequest' || !isDone || !intent.duration || !group || !requester) return intent;
  return {
    kind: 'addMembers',
    target: { by: 'name', readings: [{ name: group }] },
    people: [{ by: 'name', name: requester }],
    duration: intent.duration,
  };
}

/** Hears a text with names in the place of its references. A reason is taken as it was `typed`. */
async function hearAgain(resolved: string, asked: AskedBack, turn: Turn, typed = resolved): Promise<Said | undefined> {
  const reading = await hear(resolved, turn);
  if (isOpen(asked)) {
    const answer = asked.text?.slot === 'justification' ? typed : resolved;
    const completed = await completeQuestion(answer, asked, reading, turn);
    if (completed) return completed;
  }
  const steps = await withLast(plainSteps(resolved, reading, turn), resolved, asked, turn);
  return steps.length > 0 ? performSteps(steps, turn) : undefined;
}

/** The steps with what they lack taken from the last turn, where it has it. */
export async function withLast(
  steps: readonly Step[],
  text: string,
  asked: AskedBack | undefined,
  turn: Turn,
): Promise<readonly Step[]> {
  if (!asked || !steps.some(({ intent }) => missingIn(intent))) return steps;
  const about = await aboutLast(asked, turn);
  return about ? steps.map((step) => filled(step, text, about, asked.about?.kind) ?? step) : steps;
}

function asking(intent: Intent): Step {
  return { intent, ask: { ask: intent, unexplained: [], why: 'another' } };
}

/** The steps of a text with names in the place of its references; nothing where it may be a remark. */
function plainSteps(text: string, understanding: Understanding, turn: Turn): readonly Step[] {
  const { verdict } = understanding;
  // With words that nothing explains it may be a remark about what was named.
  if ('ask' in verdict && verdict.unexplained.length > 0) return [];
  if ('do' in verdict && verdict.aside) return [];
  const { steps } = readSteps(text, understanding, turn);
  return steps.some(({ intent }) => intent.kind === 'suggest') ? [] : steps;
}

/** A wish that may still be about what was before: one that names nothing, or only by a word like "it". */
function mayRefer({ items, verdict }: Understanding): boolean {
  if (!namesNothing(items)) return false;
  return items.some(isPronounName) || 'ask' in verdict || ('do' in verdict && !isChange(verdict.do));
}

/** A wish that needs nothing of the last turn. */
function isOwnWish(verdict: Verdict): boolean {
  if ('do' in verdict) return verdict.aside !== true && verdict.do.kind !== 'showGroup';
  return 'ask' in verdict ? verdict.why !== 'uncertain' : 'all' in verdict || 'tooLong' in verdict;
}
