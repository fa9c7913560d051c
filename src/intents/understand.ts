import type { Clause } from './wholeClauses.js';
import { isChange, type Verdict } from './verdicts.js';
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
import { findPlaces, type Place } from './places.js';
import { rolesOf } from './roles.js';
import { replaceTakenBack } from './replacements.js';
import { asHandedOn, isHandedOn, quotedOf, withNamesOf } from './quoted.js';
import { readAgain } from './secondReading.js';
import { splitClauses } from './split.js';
import { type Token, tokensOf } from './tokens.js';
import { decide } from './verdict.js';
import { asWriter } from './writer.js';

/** All that is known of a message, by stage, and what follows from it. */
export interface Understanding {
  readonly message: Message;
  readonly items: readonly Item[];
  readonly clauses: readonly Clause[];
  readonly parts: readonly Part[];
  /** Groups that are named by who runs them alone. */
  readonly places: readonly Place[];
  readonly verdict: Verdict;
}

/** Reads a message: segments, entities, clauses, frames, residue, verdict. Pure; knows only the names it is given. */
export function understand(
  raw: string,
  names: readonly KnownName[],
  frames: PreparedFrames,
  given: UnderstandContext,
): Understanding {
  const own = understandOwn(raw, names, frames, given);
  return saysItself(own) ? own : (understandQuoted(own, names, frames, given) ?? own);
}

/** It needs nothing of what is quoted beside it: it is understood, and names what it is about. */
function saysItself({ verdict, items, message, parts }: Understanding): boolean {
  if (isOpen(verdict)) return false;
  const isNaming = items.some(
    (item) => item.kind === 'slot' && /^(?:name|mention|address|request)$/.test(item.value.type),
  );
  const isAnswer = parts.some(({ match }) => match?.scope.sentence.context.mine.isQuoted === true);
  return isNaming || isAnswer || message.segments.every(({ kind }) => kind !== 'quoted');
}

/** What a mail that was handed on asks for, where nothing that was written beside it says more. */
function understandQuoted(
  own: Understanding,
  names: readonly KnownName[],
  frames: PreparedFrames,
  given: UnderstandContext,
): Understanding | undefined {
  const quoted = quotedOf(own.message, names);
  if (!quoted) return undefined;
  const { message } = own;
  const written = message.segments
    .filter(({ kind }) => kind === 'own')
    .map(({ start, end }) => message.plain.slice(start, end))
    .join('\n');
  const { writer } = quoted;
  const me = writer ? { id: writer.id, name: writer.name } : { id: '', name: '' };
  const inner = understandOwn(quoted.body, names, frames, { ...given, me });
  const verdicts = isHandedOn(written, given.me.name)
    ? meaningsIn(inner.verdict).flatMap((one) => asHandedOn(one, quoted, given.mine.groupsILead))
    : [];
  const [first] = verdicts;
  if (first) return { ...own, verdict: verdicts.length > 1 ? { all: verdicts } : first };
  const named = namesIn(inner);
  const people = named.people.filter((name) => name !== given.me.name);
  const text = withNamesOf(written, named.groups, writer ? [writer.name] : people);
  if (text === undefined) return undefined;
  const resolved = understandOwn(text, names, frames, given);
  const wishes = meaningsIn(resolved.verdict).filter(isChange);
  if (wishes.length === 0) return undefined;
  const asked = wishes.map((wish): Verdict => ({ ask: wish, unexplained: [], why: 'another' }));
  return { ...own, verdict: asked.length > 1 ? { all: asked } : (asked[0] ?? own.verdict) };
}

/** What is named in a message, by its whole names. */
function namesIn({ items }: Understanding): { readonly groups: string[]; readonly people: string[] } {
  const of = (sort: 'groups' | 'people'): string[] =>
    items.flatMap((item) => {
      if (item.kind !== 'slot' || item.value.type !== 'name') return [];
      const reading = item.value.found.readings.find((one) => one.of === sort);
      return reading?.candidates.length === 1 ? reading.candidates.map(({ name }) => name) : [];
    });
  return { groups: [...new Set(of('groups'))], people: [...new Set(of('people'))] };
}

function understandOwn(
  raw: string,
  names: readonly KnownName[],
  frames: PreparedFrames,
  given: UnderstandContext,
): Understanding {
  const message = readMessage(raw, given.me.name);
  const context = aboutQuoted(message, given);
  if (message.isTooLong) return { message, items: [], clauses: [], parts: [], places: [], verdict: { tooLong: true } };
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
  const all = toItems(tokens, placed, message.plain);
  const { items, isReplaced } = replaceTakenBack(asWriter(all, context.me.id));
  const sentence: Sentence = { items, roles: rolesOf(items), hits: findClasses(items), context, isReplaced };
  const clauses = withoutClosing(splitClauses(items), items, context.me.name);
  const parts = explainParts(cover(clauses, sentence, frames), sentence, message.plain);
  const decided = decide(parts, sentence, message);
  const again = isOpen(decided) ? readAgain(clauses, sentence, frames, message) : undefined;
  return { message, items, clauses, parts, places: findPlaces(all), verdict: again ?? decided };
}

/** With names that nobody knows a message is read only where it means more so: a wish, or one with less left over. */
function isBetter(guessed: Understanding, known: Understanding): boolean {
  const [more, less] = [meaningsIn(guessed.verdict), meaningsIn(known.verdict)];
  if (more.length === 0) return false;
  // Whoever needs what something opens is somebody who is known.
  if (more.some((one) => one.kind === 'requestFor' && one.resource) && less.length > 0) return false;
  if (less.length === 0) return isOpen(known.verdict);
  const left = ({ parts }: Understanding): number => parts.reduce((sum, one) => sum + one.unexplained.length, 0);
  const isNaming = takesFreeWords.test(more[0]?.kind ?? '');
  if (isNaming || left(guessed) >= left(known)) return false;
  return left(guessed) === 0 || more[0]?.kind === less[0]?.kind;
}

/** What is made or described takes words that nobody knows as they are. */
const takesFreeWords = /^(?:createGroup|addResource|renameResource|changeGroup|changeSetting)$/;

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
