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
import { findClasses, type Item, toItems } from './items.js';
import { readMessage, type Message } from './message.js';
import type { Meaning } from './newIntents.js';
import type { Part } from './parts.js';
import { rolesOf } from './roles.js';
import { readAgain } from './secondReading.js';
import { splitClauses } from './split.js';
import { tokensOf } from './tokens.js';
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
  const items = toItems(tokens, findEntities(message, tokens, names, context), message.plain);
  const sentence: Sentence = { items, roles: rolesOf(items), hits: findClasses(items), context };
  const clauses = withoutClosing(splitClauses(items), items, context.me.name);
  const parts = explainParts(cover(clauses, sentence, frames), sentence, message.plain);
  const decided = decide(parts, sentence, message);
  const again = isOpen(decided) ? readAgain(clauses, sentence, frames, message) : undefined;
  return { message, items, clauses, parts, verdict: again ?? decided };
}

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
