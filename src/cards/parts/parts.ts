import type { AdminVerb } from './adminVerb.js';
import { behind, clip, plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import { said, type Voice } from '../../messages/voice.js';
import { wholeParts } from './lengths.js';
import type { UnlockView } from '../../domain/views.js';

/** What a click can ask for; the kinds of intent that cards use (a test holds that they are kinds of intent). */
export type Verb =
  | 'answerQuestion'
  | 'joinGroup'
  | 'leaveGroup'
  | 'withdrawRequest'
  | 'remindApprovers'
  | 'approveRequest'
  | 'denyRequest'
  | 'showRequest'
  | 'resubmitRequest'
  | 'refreshRequest'
  | 'listMyGroups'
  | 'listMyRequests'
  | 'showInbox'
  | 'browseGroups'
  | 'showGroup'
  | 'showHelp'
  | AdminVerb;

/** What a click brings along: ids, a page, search words or the value that is wished for, never facts. */
export interface Target {
  readonly requestId?: string;
  readonly groupId?: string;
  /** Counts from 1. */
  readonly page?: number;
  readonly words?: string;
  readonly personId?: string;
  readonly resourceId?: string;
  /** Of the form or question that the button stands on. */
  readonly formId?: string;
  /** The name of what is to be changed, and the value it is to have. */
  readonly setting?: string;
  readonly value?: string;
  /** A reason that was given already. */
  readonly reason?: string;
  /** The moment at which a membership or a delegation ends, as `2026-12-31T22:59:59.999Z`. */
  readonly endsAt?: string;
  readonly confirmed?: true;
}

/** A button as the card files want it; null leaves a property out. */
export interface ButtonData {
  readonly title: PlainText;
  readonly verb: Verb;
  readonly style: 'positive' | 'destructive' | null;
  /** `none` for buttons that neither check nor send the inputs of their card. */
  readonly inputs: 'none' | null;
  readonly requestId: string | null;
  readonly groupId: string | null;
  readonly page: number | null;
  readonly words: RunText | null;
  readonly personId: string | null;
  readonly resourceId: string | null;
  readonly formId: string | null;
  readonly setting: string | null;
  readonly value: RunText | null;
  readonly reason: RunText | null;
  readonly endsAt: string | null;
  readonly confirmed: true | null;
}

/** Longest search words on a button, in characters; each is sent twice, once for older clients. */
const searchLength = 100;

/** Search words as a button keeps them: cut off where they are long, without a mark, for the beginning of a name finds it too. */
function searchWords(words: string): RunText {
  return verbatim([...words].slice(0, searchLength).join(''));
}

/** A button that carries out `verb` on its target. */
export function button(
  title: string,
  verb: Verb,
  target: Target = {},
  look: { readonly style?: 'positive' | 'destructive'; readonly inputs?: 'none' } = {},
): ButtonData {
  const {
    requestId = null,
    groupId = null,
    page = null,
    words,
    personId = null,
    resourceId = null,
    formId = null,
    setting = null,
    value,
    reason,
    endsAt = null,
    confirmed = null,
  } = target;
  return {
    title: plain(title),
    verb,
    style: look.style ?? null,
    inputs: look.inputs ?? null,
    requestId,
    groupId,
    page,
    words: words === undefined ? null : searchWords(words),
    personId,
    resourceId,
    formId,
    setting,
    value: value === undefined ? null : verbatim(value),
    reason: reason ? verbatim(clip(reason, 500)) : null,
    endsAt,
    confirmed,
  };
}

/** Takes back what a card asks; the answer is that nothing was changed. */
export function cancel({ say }: Voice): ButtonData {
  return button(say('buttons.cancel'), 'answerQuestion', { value: 'no' }, { inputs: 'none' });
}

/** The one button that a card is for. */
export function primary(title: string, verb: Verb, target: Target = {}): ButtonData {
  return button(title, verb, target, { style: 'positive' });
}

/** A button that opens a web page. */
export interface LinkData {
  readonly title: PlainText;
  readonly url: string;
}

/** Longest name on a button; clients give a button a hundred characters. */
const buttonNameLength = 80;

/** Buttons for what membership opens; two at most, and web addresses only. */
export function openLinks(unlocks: readonly UnlockView[], { say }: Voice): LinkData[] {
  const links = unlocks.flatMap(({ name, link }) => {
    const url = link === undefined ? undefined : webAddress(link);
    return url === undefined
      ? []
      : [{ title: plain(say('buttons.open', { name: clip(name, buttonNameLength) })), url }];
  });
  return links.slice(0, 2);
}

/** The address as the web knows it, if it is one and cannot be mistaken for an expression. */
function webAddress(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { protocol, href } = new URL(link);
  return (protocol === 'https:' || protocol === 'http:') && !/[{}]/u.test(href) && href.length <= 1000
    ? href
    : undefined;
}

/** One line of a table of facts. */
export interface FactData {
  readonly title: PlainText;
  readonly value: PlainText;
}

/** A line of facts; none where there is nothing to say. */
export function fact(title: string, value: string | undefined): FactData[] {
  return value ? [{ title: plain(title), value: plain(value) }] : [];
}

/** A paragraph; it is a row, because a card file repeats it. */
export interface ParagraphData {
  readonly text: RunText;
}

/** Paragraphs of those sentences that say something. */
export function paragraphs(...sentences: readonly (string | undefined)[]): ParagraphData[] {
  return sentences.flatMap((text) => (text ? [{ text: verbatim(text) }] : []));
}

/** The colours that cards may use; each goes with a word that says the same. */
export type Colour = 'good' | 'warning' | 'attention' | 'accent' | 'default';

/** What stands above and below the body of every card. */
export interface FrameData {
  readonly fallbackText: PlainText;
  /** The state in one word, in a colour. */
  readonly status: RunText | null;
  readonly statusColour: Colour;
  readonly kicker: RunText | null;
  readonly heading: PlainText;
  /** What can be typed instead of clicking. */
  readonly typed: RunText | null;
}

/** What a builder says about its frame. */
export interface Frame {
  /** What a client reads that cannot show cards: one sentence, or several of which the first matters most. */
  readonly summary: string | readonly string[];
  readonly heading: string;
  readonly status?: string;
  readonly colour?: Colour;
  readonly kicker?: string;
  readonly typed?: readonly string[];
}

/** How much room what can be typed takes, in characters: half a command cannot be typed, so that those that fit stand whole. */
const typedLength = 400;
const fallbackLength = 1500;

/** The frame of a card; clients that cannot show cards show its summary and what can be typed. */
export function frame(
  { summary, heading, status, colour = 'default', kicker, typed = [] }: Frame,
  { say }: Voice,
): FrameData {
  const told = typeof summary === 'string' ? [summary] : summary;
  const commands =
    typed.length > 0 ? say('shared.orType', { commands: said(wholeParts(typed, ' · ', typedLength)) }) : null;
  return {
    fallbackText: plain(
      commands
        ? wholeParts([...told.map(withFullStop), commands], ' ', fallbackLength)
        : wholeParts(told, ' ', fallbackLength),
    ),
    status: status ? verbatim(status) : null,
    statusColour: colour,
    kicker: kicker ? (status ? behind(' · ', verbatim(kicker)) : verbatim(kicker)) : null,
    heading: plain(heading),
    typed: commands === null ? null : verbatim(commands),
  };
}

function withFullStop(text: string): string {
  return /[.!?:…]$/u.test(text) ? text : `${text}.`;
}
