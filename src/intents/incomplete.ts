import { readSlots } from './answers/slots.js';
import { withLength, withNames } from './answers/correct.js';
import type { Intent, IntentKind } from './intent.js';
import { findClasses, type Item } from './items.js';
import { blanks, missingIn } from './slots.js';
import type { Meaning } from './newIntents.js';
import type { Understanding } from './understand.js';
import { isChange, type Verdict } from './verdicts.js';
import { fillerClass, glueClass } from './words/lexicon.js';
import { toAnswer } from './answers/toAnswer.js';
import { anybody, anyOne, ofWriter, placeholders, wantsIn } from './words/answers.en.js';

/** A command whose verb was said, with nothing where its names belong. */
interface Opening {
  readonly cls: string;
  readonly intent: Intent;
  /** The verb alone says too little: this must be said, too. */
  readonly with?: string;
}

const { target, person, people, resource, value } = blanks;

/** What is begun by the words of a class; of several that fit, the first. */
const openings: readonly Opening[] = [
  { cls: 'rename', intent: { kind: 'changeGroup', target, field: 'name', value } },
  { cls: 'limit', intent: { kind: 'changeGroup', target, field: 'longestMembership', value } },
  { cls: 'delegate', intent: { kind: 'delegate', person } },
  { cls: 'transfer', intent: { kind: 'transferGroup', target, person } },
  { cls: 'delete', intent: { kind: 'deleteGroup', target } },
  { cls: 'history', intent: { kind: 'showHistory', about: { of: 'group', target }, page: 1 } },
  { cls: 'join', intent: { kind: 'joinGroup', target } },
  { cls: 'leave', intent: { kind: 'leaveGroup', target } },
  { cls: 'create', intent: { kind: 'createGroup', input: {} } },
  { cls: 'out', with: 'need', intent: { kind: 'leaveGroup', target } },
  { cls: 'add', intent: { kind: 'addMembers', target, people } },
  { cls: 'remove', intent: { kind: 'removeMember', target, person } },
  { cls: 'mayGo', intent: { kind: 'removeMember', target, person } },
  { cls: 'unblock', intent: { kind: 'changeBlock', resource, person, is: false } },
  { cls: 'block', intent: { kind: 'changeBlock', resource, person, is: true } },
];

/** A text without the verb of the intent: "no, block Ann" names Ann, where somebody else's block is asked about. */
export function withoutVerb(items: readonly Item[], base: Intent): readonly Item[] {
  // "no, unblock Ann" says the opposite of what is asked about, and is no name for it.
  const isSame = ({ intent }: Opening): boolean =>
    intent.kind === base.kind && (intent.kind !== 'changeBlock' || intent.is === (base as typeof intent).is);
  const classes = new Set(openings.filter(isSame).map(({ cls }) => cls));
  const verbs = new Set(findClasses(items).flatMap(({ cls, at }) => (classes.has(cls) ? at : [])));
  return items.filter((_, index) => !verbs.has(index));
}

/** What is done to somebody else; "add me" is another command. */
const ofOthers: ReadonlySet<IntentKind> = new Set<IntentKind>(['addMembers', 'removeMember']);

/** What a wording that is no plain command is most often taken for. */
const vague: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'suggest',
  'joinGroup',
  'findAccess',
  'showGroup',
  'listMyGroups',
  'listMyRequests',
  'showInbox',
  'showHelp',
]);

/** Words beside the verb at the most: whoever writes more says more than we would explain. */
const mostWords = 9;

/**
 * "transfer Warehouse North", "join", "add someone to Finance": a command that lacks something, with every word
 * explained; what it lacks is asked for. Nothing where a word is left, or nothing is missing.
 */
export function readIncomplete(plain: Intent, { items, verdict, message }: Understanding): Intent | undefined {
  if (vague.has(plain.kind) && !isClear(verdict) && wantsIn.test(toAnswer(message.plain)))
    return { kind: 'joinGroup', target };
  const isAnybody = items.some((item, index) => isNobodyNamed(item, items[index - 1]));
  if (isClear(verdict) || !(isAnybody || vague.has(plain.kind))) return undefined;
  const isOfWriter = items.some((item) => item.kind === 'word' && ofWriter.has(item.key));
  if (items.length > mostWords || items.some(({ text }) => text === '?')) return undefined;
  const hits = findClasses(items);
  const { wanted, excluded, durations } = readSlots(items);
  if (excluded.length > 0 || durations.length > 1) return undefined;
  for (const { cls, with: other, intent } of openings) {
    const classes = [cls, other, glueClass, fillerClass, 'show', 'need'];
    const verb = hits.some((hit) => hit.cls === cls);
    if (isOfWriter && ofOthers.has(intent.kind)) continue;
    if (!verb || (other !== undefined && !hits.some((hit) => hit.cls === other))) continue;
    const said = new Set(hits.filter((hit) => classes.includes(hit.cls)).flatMap(({ at }) => at));
    if (!items.every((item, index) => isExplained(item, said.has(index)))) continue;
    const named = wanted.length > 0 ? withNames(intent, wanted) : intent;
    const [duration] = durations;
    const begun = named && duration ? withLength(named, duration) : named;
    if (begun && (missingIn(begun) || begun.kind === 'createGroup')) return begun;
  }
  return undefined;
}

/** Whether it is plain what is wished, or that nothing is; a look alone may be what a begun command was taken for. */
function isClear(verdict: Verdict): boolean {
  if ('nothing' in verdict) return verdict.nothing !== 'remark';
  if ('do' in verdict) return isChange(verdict.do);
  return 'ask' in verdict ? verdict.unexplained.length === 0 && !hasBlank(verdict.ask) : !('unclear' in verdict);
}

/** "someone", "a group": words in the place of a name. */
function isNobodyNamed(item: Item, before: Item | undefined): boolean {
  if (item.kind !== 'word') return false;
  const isOne = /^(?:group|team|person)$/.test(item.key) && before?.kind === 'word' && anyOne.has(before.key);
  return anybody.has(item.key) || isOne;
}

function hasBlank(meaning: Meaning): boolean {
  const { target: of } = meaning as { readonly target?: { readonly readings?: readonly unknown[] } };
  return of?.readings?.length === 0;
}

function isExplained(item: Item, isSaid: boolean): boolean {
  if (item.kind === 'mark') return /^[,.!:;-]$/.test(item.text);
  if (item.kind === 'word') return isSaid || placeholders.has(item.key);
  // Names and lengths have their places; a text in quotes or a link has none.
  return item.value.type !== 'quoted' && item.value.type !== 'link';
}
