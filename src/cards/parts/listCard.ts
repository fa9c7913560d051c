import type { Voice } from '../../messages/voice.js';
import { behind, verbatim, type RunText } from '../../messages/escape.js';
import { bind } from './bind.js';
import {
  button,
  frame,
  paragraphs,
  type ButtonData,
  type Colour,
  type FrameData,
  type ParagraphData,
  type Target,
  type Verb,
} from './parts.js';
import type { Shown } from './shown.js';
import { given } from '../../domain/given.js';
import type { Page } from '../../domain/page.js';
import type { GroupView } from '../../domain/views.js';
import { unlockNames } from './people.js';
import { someNames } from './lengths.js';

/** The data of `cards/list.json`: groups or requests, one to a row, each with its button. */
export interface ListData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly rows: readonly RowData[];
  readonly buttons: readonly ButtonData[];
}

interface RowData {
  readonly title: RunText;
  readonly badge: RunText | null;
  readonly badgeColour: Colour;
  readonly about: RunText | null;
  readonly detail: RunText | null;
  readonly buttons: readonly ButtonData[];
}

/** One row, with names and words of others shortened already (`lengths.ts`): a card shows ten and has to stay small. A name, a word about it in a colour, smaller print, and what can be done. */
export interface Row {
  readonly title: string;
  readonly badge?: string | undefined;
  readonly badgeColour?: Colour;
  /** What follows the badge, part by part. */
  readonly about: readonly (string | undefined)[];
  readonly detail?: string | undefined;
  readonly buttons: readonly ButtonData[];
}

/** What a list says. */
export interface List {
  readonly summary: string;
  readonly heading: string;
  readonly kicker?: string;
  readonly sentences: readonly (string | undefined)[];
  readonly rows: readonly Row[];
  readonly buttons: readonly ButtonData[];
  readonly typed: readonly string[];
}

/** A card with a list. */
export function showList({ rows, sentences, buttons, ...rest }: List, voice: Voice): Shown {
  const data: ListData = {
    // It stays in the chat for as long as the chat does.
    ...frame({ kicker: voice.say('shared.asOf', { at: voice.f.now }), ...rest }, voice),
    paragraphs: paragraphs(...sentences),
    rows: rows.map(toRowData),
    buttons,
  };
  return { card: bind('list', data), summary: rest.summary };
}

function toRowData({ title, badge, badgeColour = 'default', about, detail, buttons }: Row): RowData {
  const parts = about.filter((part) => part);
  return {
    title: verbatim(title),
    badge: badge ? verbatim(badge) : null,
    badgeColour,
    about: parts.length === 0 ? null : joinParts(parts as string[], badge !== undefined),
    detail: detail ? verbatim(detail) : null,
    buttons,
  };
}

/** Small print in one line; behind a badge it begins with a dot. */
function joinParts(parts: readonly string[], behindBadge: boolean): RunText {
  const text = verbatim(parts.join(' · '));
  return behindBadge ? behind(' · ', text) : text;
}

/** The buttons that turn the pages of a list. */
export function pageButtons(
  { page, pageCount, first, last }: Page,
  verb: Verb,
  target: Target,
  { say }: Voice,
): ButtonData[] {
  const previous = { ...target, page: page - 1, ...given({ before: first }) };
  const next = { ...target, page: page + 1, ...given({ after: last }) };
  return [
    ...(page > 1 ? [button(say('buttons.previous'), verb, previous)] : []),
    ...(page < pageCount ? [button(say('buttons.next'), verb, next)] : []),
  ];
}

/** What can be typed to turn a page: to the next one, or back from the last. */
export function pageCommands({ page, pageCount }: Page, typed: string, { command }: Voice): string[] {
  if (pageCount <= 1) return [];
  return [command('commands.page', { command: typed, page: page < pageCount ? page + 1 : page - 1 })];
}

/** "Page 2 of 3", where there is more than one. */
export function pageSentence({ page, pageCount }: Page, { say }: Voice): string | undefined {
  return pageCount > 1 ? say('shared.pageOf', { page, pageCount }) : undefined;
}

/** What membership of a group opens, in a line; nothing where it opens nothing. */
export function opens({ unlocks }: GroupView, voice: Voice): string | undefined {
  return unlocks.length === 0
    ? undefined
    : voice.say('shared.opens', { names: someNames(unlockNames(unlocks, voice), voice) });
}
