import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import { exampleLines, type ExampleData } from '../parts/examples.js';
import {
  button,
  frame,
  paragraphs,
  primary,
  type ButtonData,
  type FrameData,
  type ParagraphData,
} from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';

/** The data of `cards/help.json`: what can be typed, by purpose. */
export interface HelpData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly sections: readonly { readonly title: PlainText; readonly lines: readonly ExampleData[] }[];
  readonly privacy: RunText;
  readonly buttons: readonly ButtonData[];
}

/** What the bot can do; owners read first what is theirs to do. */
export function showHelp({ ownsGroups, isAdmin }: OutcomeOf<'helpShown'>, voice: Voice): Shown {
  const { say } = voice;
  const { sections, ...text } = say.help;
  const shown = [
    ...(isAdmin ? [sections.admin] : []),
    ...(ownsGroups || isAdmin ? [sections.owner] : []),
    sections.requester,
    sections.mine,
  ];
  const { buttons } = say;
  const data: HelpData = {
    ...frame(
      {
        summary: text.summary,
        heading: text.heading,
        typed: [
          'groups',
          'my groups',
          'my requests',
          ...(ownsGroups ? ['inbox'] : []),
          ...(isAdmin ? ['settings'] : []),
        ],
      },
      voice,
    ),
    paragraphs: paragraphs(text.intro),
    sections: shown.map(({ title, lines }) => ({ title: plain(title), lines: exampleLines(lines) })),
    privacy: verbatim(text.privacy),
    buttons: [
      ...(ownsGroups
        ? [primary(buttons.inbox, 'showInbox', { page: 1 }), button(buttons.browse, 'browseGroups', { page: 1 })]
        : [primary(buttons.browse, 'browseGroups', { page: 1 })]),
      button(buttons.myGroups, 'listMyGroups', { page: 1 }),
      button(buttons.myRequests, 'listMyRequests', { page: 1 }),
      ...(isAdmin ? [button(buttons.settings, 'showSettings')] : []),
    ],
  };
  return { card: bind('help', data), summary: text.summary };
}
