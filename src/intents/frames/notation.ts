import { isClass } from '../words/lexicon.js';
import type { IntentName } from '../newIntents.js';
import { given } from '../../domain/given.js';

/**
 * A typed slot of a frame: `G` group, `R` resource, `P` person, `#` request number, `W` a request that waits for whoever
 * writes, named by number, person or group, `M` one of the writer's own open requests, `D` end or length, `N` a new
 * name, `V` the words of a value, `L` link, `C` a count of days. Where no preposition is written before it, any may be
 * said, but for "from" before `G` and "by" and "with" before `P`: write `from G` to take that, too.
 */
export type SlotLetter = 'G' | 'R' | 'P' | '#' | 'W' | 'M' | 'D' | 'N' | 'V' | 'L' | 'C';

/** How a slot stands in its sentence, told by the preposition before it. */
export type Role = 'to' | 'from' | 'for' | 'of' | 'by' | 'as' | 'with' | 'except' | 'bare';

/** A part of a frame: a slot, or words of one of some classes. */
export type Element =
  | {
      readonly is: 'slot';
      readonly slot: SlotLetter;
      readonly role?: Role;
      /** It stands before the words of the frame: who needs, wants or is something. */
      readonly isSubject?: true;
      /** It stands behind them: whom or what it is done to. */
      readonly isObject?: true;
      /** The preposition must be there. */
      readonly isStrict: boolean;
      readonly isMany: boolean;
      readonly isOptional: boolean;
    }
  | {
      readonly is: 'word';
      readonly any: readonly string[];
      readonly isOptional: boolean;
      readonly isForbidden: boolean;
    };

/** What people say for one intent, as data beside its command; no regular expression. */
export interface Frame {
  readonly intent: IntentName;
  readonly says: readonly string[];
  /** What the words alone say of the intent ("yes" for a block), by the names of its fields. */
  readonly fixed?: Readonly<Record<string, string | number | boolean>>;
  /** Three sentences that `help` may say. */
  readonly examples: readonly string[];
  readonly changes: boolean;
  /** Whose access it concerns: a question around what concerns others comes back as a card. */
  readonly concerns: 'self' | 'others' | 'nobody';
  /** Whether it takes a reason; `marked`: only words that say that they are one ("note: …"). */
  readonly takesReason?: true | 'marked';
  /** Said as a fact it still counts ("REQ-… is approved"). */
  readonly isPerformative?: true;
  /** A "not" belongs to what is asked ("why can't I …", "without an owner"). */
  readonly isNegatable?: true;
  /** A time that is told beside it, or that only begins later ("I'm away next week"), says for how long; it is shown first. */
  readonly isForAbsence?: true;
  /** The command looks for its people among the few whom it concerns, so that a part of a name is enough. */
  readonly isAmongFew?: true;
  /** It is always asked about first. */
  readonly asksAlways?: true;
  /** Words that nothing explains are what it looks for. */
  readonly takesWords?: true;
  /** A frame that says less than others counts less. */
  readonly weight?: number;
  /** Said of a state, so that "no longer" and "should not" turn it round to this. */
  readonly opposite?: Readonly<Record<string, string | number | boolean>>;
}

const roles: ReadonlySet<string> = new Set(['to', 'from', 'for', 'of', 'by', 'as', 'with', 'except', 'bare']);
const slots: ReadonlySet<string> = new Set(['G', 'R', 'P', '#', 'W', 'M', 'D', 'N', 'V', 'L', 'C']);
/** Words of a frame that are no class of synonyms: whoever writes, and a "not". */
export const [selfWord, notWord, pleaseWord] = ['me', 'not', 'please'];

/** Reads the notation of one sentence; throws for what is none, since frames are code. */
export function readNotation(says: string): Element[] {
  const elements: Element[] = [];
  let [role, isStrict, isInside]: [Role | undefined, boolean, boolean] = [undefined, false, false];
  let place: 'isSubject' | 'isObject' | undefined;
  for (const piece of says.split(/\s+/)) {
    const opens = piece.startsWith('(');
    const closes = piece.endsWith(')?');
    const bare = piece.slice(opens ? 1 : 0, closes ? -2 : undefined);
    isInside = isInside || opens;
    if (bare === 'subject' || bare === 'object') {
      place = bare === 'subject' ? 'isSubject' : 'isObject';
      continue;
    }
    if (roles.has(bare.replace(/!$/, ''))) {
      role = bare.replace(/!$/, '') as Role;
      isStrict = bare.endsWith('!');
      continue;
    }
    const isOptional = isInside || closes || /[?*]$/.test(bare);
    const element = toElement(says, bare, isOptional, role, isStrict);
    elements.push(place && element.is === 'slot' ? { ...element, [place]: true } : element);
    [role, isStrict, place] = [undefined, false, undefined];
    if (closes) isInside = false;
  }
  if (elements.every((element) => element.isOptional))
    throw new Error(`A frame says nothing that must be there: ${says}`);
  return elements;
}

function toElement(
  says: string,
  bare: string,
  isOptional: boolean,
  role: Role | undefined,
  isStrict: boolean,
): Element {
  const name = bare.replace(/[?*+]$/, '');
  if (slots.has(name))
    return {
      is: 'slot',
      slot: name as SlotLetter,
      isStrict,
      isMany: /[*+]$/.test(bare),
      isOptional,
      ...given({ role }),
    };
  const isForbidden = name.startsWith('!');
  const any = name.replace(/^!/, '').split('|');
  for (const word of any)
    if (!isClass(word) && ![selfWord, notWord, pleaseWord].includes(word))
      throw new Error(`A frame uses a word that is no class: "${word}" in "${says}"`);
  return { is: 'word', any, isOptional, isForbidden };
}
