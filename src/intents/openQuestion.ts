import type { Duration } from '../domain/terms.js';
import type { Intent } from './intent.js';

/** One of several things that were offered. */
export interface OfferedOption {
  /** What it is called on the card. */
  readonly title: string;
  /** Other words for it: the group of a request, a person's address. */
  readonly also?: readonly string[];
  readonly intent: Intent;
}

/** What is wanted as a free text, and the intent that it completes. */
export interface WantedText {
  readonly slot: 'justification' | 'value' | 'name';
  readonly intent: Intent;
}

/**
 * What the bot last asked somebody in a conversation, with what each answer means. It is kept by the server, never
 * carried by a card; ten minutes, one at a time, gone once it is answered or another command has come.
 */
export interface AskedBack {
  readonly id: string;
  /** What "yes" carries out. */
  readonly yes?: readonly Intent[];
  readonly options?: readonly OfferedOption[];
  readonly text?: WantedText;
  /** What is asked again when an answer fits nothing that was offered. */
  readonly again?: Intent;
  /** What a length or a last day completes. */
  readonly length?: Intent;
}

/** How an answer was read. */
export type AnswerReading =
  | { readonly kind: 'do'; readonly intents: readonly Intent[] }
  | { readonly kind: 'cancel' }
  /** It answers nothing that was asked. */
  | { readonly kind: 'other' };

const yesWords =
  /^(?:yes|yep|yeah|yup|yea|y|ok|okay|k|sure|sure thing|of course|please|please do|do it|do that|do so|go|go ahead|go for it|confirm|confirmed|i confirm|correct|right|exactly|thats right|that is right|perfect|absolutely|definitely|affirmative|fine|sounds good|looks good|ja|oui|si|yes please|yes do it|yes go ahead|ok do it|ok go ahead|sure go ahead|yes i am|im sure|i am sure|yes im sure|yes thats right|yes correct|both yes|send it|send|save|save it|submit|👍|✅)$/u;
const noWords =
  /^(?:no|nope|nah|n|no thanks|no thank you|cancel|cancel it|cancel that|cancel this|never mind|nevermind|nvm|forget it|forget that|forget about it|stop|stop it|abort|dont|do not|dont do it|do not do it|please dont|rather not|better not|leave it|leave it be|not now|no cancel|no dont|no forget it|no stop|no leave it|scrap that|undo|nein|non|👎|❌)$/u;
const allWords =
  /^(?:both|both of them|both please|all|all of them|all please|everything|every one|each|all of it|the lot)$/;
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  one: 1,
  '1st': 1,
  second: 2,
  two: 2,
  '2nd': 2,
  third: 3,
  three: 3,
  '3rd': 3,
  fourth: 4,
  four: 4,
  '4th': 4,
  fifth: 5,
  five: 5,
  '5th': 5,
  sixth: 6,
  six: 6,
  '6th': 6,
};

/** A text as an answer is compared: lower case, no marks, no courtesy at its ends. */
export function toAnswer(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}👍👎✅❌]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:oh|um|hm|hmm|well|ah|er|actually|so) )+/u, '')
    .replace(/(?: (?:please|pls|plz|thanks|thank you|thx|then|mate|man|bot))+$/u, '');
}

/** Whether a text is nothing but a "yes". */
export function isYes(text: string): boolean {
  const answer = toAnswer(text);
  return yesWords.test(answer);
}

/** Whether a text is nothing but a "no", or takes back what was begun. */
export function isNo(text: string): boolean {
  return noWords.test(toAnswer(text));
}

/** Reads what answers the question by itself: yes, no, which of those offered. Names and free texts are for the caller. */
export function readAnswer(text: string, asked: AskedBack): AnswerReading {
  const answer = toAnswer(text);
  const label = labelled(answer, asked);
  if (label) return { kind: 'do', intents: label };
  if (noWords.test(answer)) return { kind: 'cancel' };
  const picked = pickOptions(answer, asked.options ?? []);
  if (picked.length > 0) return { kind: 'do', intents: picked.map(({ intent }) => intent) };
  if (asked.yes && yesWords.test(answer)) return { kind: 'do', intents: asked.yes };
  const [only] = asked.options ?? [];
  if (only && asked.options?.length === 1 && yesWords.test(answer)) return { kind: 'do', intents: [only.intent] };
  return readLoosely(text, asked);
}

/** What the one button of a question says, or "delete it": the verb of what is asked. */
const labels: Readonly<Partial<Record<Intent['kind'], RegExp>>> = {
  deleteGroup: /^delete$/,
  leaveGroup: /^leave$/,
  removeMember: /^remove$/,
  changeGroup: /^(?:rename|change|hide|save)$/,
  transferGroup: /^(?:transfer|hand over)$/,
  changeBlock: /^(?:block|unblock)$/,
  changeGrant: /^(?:grant|ungrant|attach|detach)$/,
  withdrawRequest: /^withdraw$/,
  approveRequest: /^(?:approve|accept)$/,
  denyRequest: /^(?:deny|reject|decline)$/,
  changeAdmin: /^(?:add|remove)$/,
  addMembers: /^add$/,
  joinGroup: /^(?:join|ask|send request)$/,
  createGroup: /^create(?: group)?$/,
  changeSetting: /^(?:change|set)$/,
  importMembers: /^(?:import|add)$/,
  enrolGroups: /^enrol$/,
  delegate: /^delegate$/,
};

function labelled(answer: string, { yes }: AskedBack): readonly Intent[] | undefined {
  const [first] = yes ?? [];
  if (!first || !yes) return undefined;
  const verb = answer
    .replace(/^(?:please|yes|ok|okay|then|so|just|all right|alright|and) /, '')
    .replace(/ (?:it|them|him|her|that|this|both|all)$/, '');
  if (answer === 'leave it' || answer === 'leave it be') return undefined;
  return labels[first.kind]?.test(verb) ? yes : undefined;
}

const goOn =
  /^(?:(?:so|then|ok|okay|yes|please|just|and) )*(?:go ahead|do it|do that|do so|please do|go for it|carry on|proceed|make it so|thats right|that is right|correct)(?: (?:please|then|with it|now))*$/;
const takesBack =
  /^(?:(?:ok|okay|then|actually|oh|well|so|no|wait|i see) )*(?:no|nope|forget (?:it|that|about it)|never ?mind|leave (?:it|that|him|her|them)(?: be| alone)?|dont(?: \w+)?|do not(?: \w+)?|cancel(?: it| that)?|stop(?: it)?|keep (?:it|him|her|them)|ill stay|rather not)(?: (?:please|then|at all))*$/;

/** An answer of several clauses: one that takes back what was begun wins, then one that goes on with it. */
function readLoosely(text: string, asked: AskedBack): AnswerReading {
  const clauses = text
    .split(/[,.;:!\n]+|\s[-–—]\s/u)
    .map(toAnswer)
    .filter((clause) => clause !== '');
  if (clauses.length > 5 || clauses.length === 0) return { kind: 'other' };
  const takenBack = clauses.findIndex((clause) => takesBack.test(clause));
  const rest = clauses.slice(takenBack + 1);
  // "no, Sales instead" goes on with something else.
  const isOther = rest.some((clause) =>
    / (?:instead|rather)$|^(?:call|name|make|use|approve|i meant?|the |not )|^(?:other|rather)\b/.test(clause),
  );
  if (
    takenBack >= 0 &&
    !isOther &&
    !(takenBack === 0 && /^no$/.test(clauses[0] ?? '') && rest.length > 0 && rest.join(' ').split(' ').length <= 3)
  )
    return { kind: 'cancel' };
  if (
    /^never ?mind\b|^forget (?:it|that|about)\b/.test(clauses[0] ?? '') ||
    clauses.some((clause) => /^(?:i see )?never ?mind (?:the|that|it|about)/.test(clause))
  )
    return { kind: 'cancel' };
  if (takenBack >= 0 || !asked.yes) return { kind: 'other' };
  const isYesFirst = /^(?:yes|yep|yeah|ok|okay|sure|correct|right)$/.test(clauses[0] ?? '');
  const says = clauses.some((clause) => goOn.test(clause));
  const pronoun =
    clauses.length === 2 &&
    isYesFirst &&
    /^(?:him|her|them|that one|this one|that|it|both|all)$/.test(clauses[1] ?? '');
  return says || pronoun || (isYesFirst && clauses.length === 1)
    ? { kind: 'do', intents: asked.yes }
    : { kind: 'other' };
}

function pickOptions(answer: string, options: readonly OfferedOption[]): readonly OfferedOption[] {
  if (options.length === 0) return [];
  if (allWords.test(answer)) return options;
  const place = placeOf(answer, options.length);
  if (place !== undefined) return options[place - 1] ? [options[place - 1] as OfferedOption] : [];
  const words = answer.replace(/^(?:the|i mean|i meant|its|it is|to|for) /, '').replace(/ (?:one|group|team)$/, '');
  const titles = options.map((option) => [option.title, ...(option.also ?? [])].map(toAnswer));
  const exact = options.filter((_, index) => titles[index]?.some((title) => title === words || title === answer));
  if (exact.length === 1) return exact;
  const parts = words.split(' ');
  const fitting = options.filter((_, index) =>
    titles[index]?.some((title) => parts.every((part) => title.split(' ').some((word) => word === part))),
  );
  return fitting.length === 1 && parts.length <= 5 ? fitting : [];
}

/** Which one is meant by its place, from 1: "2", "the second one", "the last", "the other one" of two. */
function placeOf(answer: string, count: number): number | undefined {
  const words = answer.replace(/^(?:the|number|no|option|nr|#) /, '').replace(/ (?:one|option|please)$/, '');
  if (/^\d$/.test(words)) return Number(words);
  if (words === 'last') return count;
  if (words === 'other' && count === 2) return 2;
  if (words === 'former' && count === 2) return 1;
  if (words === 'latter' && count === 2) return 2;
  return Object.hasOwn(ordinals, words) ? ordinals[words] : undefined;
}

/** The intent that a free text completes. */
export function withText({ slot, intent }: WantedText, text: string): Intent {
  if (slot === 'justification') return { ...intent, justification: reasonOf(text) } as Intent;
  if (slot === 'value') return { ...intent, value: text.trim() } as Intent;
  return intent.kind === 'createGroup' ? { ...intent, input: { ...intent.input, name: text.trim() } } : intent;
}

/** A reason without the words that only say that it is one. */
function reasonOf(text: string): string {
  return text
    .trim()
    .replace(
      /^(?:(?:it(?:['’]s| is)|that(?:['’]s| is)) )?(?:because(?: of)?|since|reason ?[:=-]?|the reason is(?: that)?|my reason is(?: that)?|as in|cos|cuz|bc)\s+/i,
      '',
    )
    .trim();
}

/** The intent with another length. */
export function withLength(intent: Intent, duration: Duration): Intent {
  return { ...intent, duration } as Intent;
}
