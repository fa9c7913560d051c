import type { Clause } from './wholeClauses.js';
import type { Verdict } from './verdicts.js';
import { aboutQuoted, withoutClosing } from './closing.js';
import type { UnderstandContext } from './context.js';
import { cover } from './cover.js';
import { findEntities } from './entities/entities.js';
import type { KnownName } from './entities/knownName.js';
import { explainParts } from './explainParts.js';
import type { PreparedFrames } from './frames/match.js';
import type { Sentence } from './frames/scope.js';
import { findUnknownNames } from './entities/unknownNames.js';
import { findClasses, type Item, type Placed, toItems } from './items.js';
import { readMessage, type Message } from './message.js';
import type { Meaning } from './newIntents.js';
import type { Part } from './parts.js';
import { rolesOf } from './roles.js';
import { readAgain } from './secondReading.js';
import { splitClauses } from './split.js';
import { type Token, tokensOf } from './tokens.js';
import { decide } from './verdict.js';

/** All that is known of a message, by stage, and what follows from it. */
export interface Understanding {
  readonly message: Message;
  readonly items: readonly Item[];
  readonly clauses: readonly Clause[];
  readonly parts: readonly Part[];
  readonly verdict: Verdict;
}

/** Reads a message: segments, entities, clauses, frames, residue, verdict. Pure; knows only the names it is given. */
export function understand(
  raw: string,
  names: readonly KnownName[],
  frames: PreparedFrames,
  given: UnderstandContext,
): Understanding {
  const message = readMessage(raw, given.me.name);
  const context = aboutQuoted(message, given);
  if (message.isTooLong) return { message, items: [], clauses: [], parts: [], verdict: { tooLong: true } };
  const tokens = tokensOf(message);
  const placed = findEntities(message, tokens, names, context);
  const known = readWith(placed, { message, tokens, context, frames });
  const unknown = findUnknownNames(tokens, placed);
  if (unknown.length === 0) return known;
  const isTaken = (one: Placed): boolean => unknown.some(({ start, end }) => one.start < end && one.end > start);
  const guessed = readWith(
    [...placed.filter((one) => !isTaken(one)), ...unknown].sort((a, b) => a.start - b.start),
    {
      message,
      tokens,
      context,
      frames,
    },
  );
  return isBetter(guessed, known) ? guessed : known;
}

interface Ground {
  readonly message: Message;
  readonly tokens: readonly Token[];
  readonly context: UnderstandContext;
  readonly frames: PreparedFrames;
}

function readWith(placed: readonly Placed[], { message, tokens, context, frames }: Ground): Understanding {
  const items = toItems(tokens, placed, message.plain);
  const sentence: Sentence = { items, roles: rolesOf(items), hits: findClasses(items), context };
  const clauses = withoutClosing(splitClauses(items), items, context.me.name);
  const parts = explainParts(cover(clauses, sentence, frames), sentence, message.plain);
  const decided = decide(parts, sentence, message);
  const again = isOpen(decided) ? readAgain(clauses, sentence, frames, message) : undefined;
  return { message, items, clauses, parts, verdict: again ?? decided };
}

/** With names that nobody knows a message is read only where it means more so: a wish, or one with less left over. */
function isBetter(guessed: Understanding, known: Understanding): boolean {
  const [more, less] = [meaningsIn(guessed.verdict), meaningsIn(known.verdict)];
  if (more.length === 0) return false;
  if (less.length === 0) return isOpen(known.verdict);
  const left = ({ parts }: Understanding): number => parts.reduce((sum, one) => sum + one.unexplained.length, 0);
  const isNaming = takesFreeWords.test(more[0]?.kind ?? '');
  if (isNaming || left(guessed) >= left(known)) return false;
  return left(guessed) === 0 || more[0]?.kind === less[0]?.kind;
}

/** What is made or described takes words that nobody knows as they are. */
const takesFreeWords = /^(?:createGroup|addResource|changeGroup|changeSetting)$/;

/** The meanings of a verdict, whatever it says of them. */
export function meaningsIn(verdict: Verdict): Meaning[] {
  if ('do' in verdict) return [verdict.do];
  if ('ask' in verdict) return [verdict.ask];
  return 'all' in verdict ? verdict.all.flatMap(meaningsIn) : [];
}

/** Nothing is known of it yet; what is refused, supposed or taken back stays nothing. */
function isOpen(verdict: Verdict): boolean {
  return 'unclear' in verdict || ('nothing' in verdict && /^(?:remark|report|question)$/.test(verdict.nothing));
}
