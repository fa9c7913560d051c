import type { OutcomeOf } from '../../domain/outcome.js';
import { plain, verbatim, type PlainText, type RunText } from '../../messages/escape.js';
import type { Voice } from '../../messages/voice.js';
import { bind } from '../parts/bind.js';
import { exampleLines, type ExampleData } from '../parts/examples.js';
import { frame, paragraphs, primary, type ButtonData, type FrameData, type ParagraphData } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import { toGroups, toInbox, toMyGroups, toMyRequests, toSettings } from '../parts/ways.js';

/** The data of `cards/help.json`: what can be typed, by purpose. */
export interface HelpData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly sections: readonly { readonly title: PlainText; readonly lines: readonly ExampleData[] }[];
  readonly privacy: RunText;
  readonly buttons: readonly ButtonData[];
}

/** The examples of each section, by the last part of their keys. */
const sections = {
  admin: [
    'settings',
    'set',
    'admins',
    'resources',
    'grant',
    'whoHas',
    'block',
    'import',
    'enrol',
    'ownerless',
    'verify',
  ],
  owner: ['inbox', 'approve', 'deny', 'manage', 'members', 'add', 'makeManager', 'delegate', 'history'],
  requester: ['join', 'joinFor', 'findAccess', 'groups', 'group'],
  mine: ['myRequests', 'withdraw', 'myGroups', 'leave', 'why', 'explain', 'create'],
} as const;

type Section = keyof typeof sections;

/** What the bot can do; owners read first what is theirs to do. */
export function showHelp({ ownsGroups, isAdmin }: OutcomeOf<'helpShown'>, voice: Voice): Shown {
  const { say } = voice;
  const heading = say('start.help.heading');
  const shown: Section[] = [
    ...(isAdmin ? (['admin'] as const) : []),
    ...(ownsGroups || isAdmin ? (['owner'] as const) : []),
    'requester',
    'mine',
  ];
  const groups = toGroups(voice);
  const data: HelpData = {
    ...frame(
      {
        summary: heading,
        heading,
        typed: [
          groups.typed,
          toMyGroups(voice).typed,
          toMyRequests(voice).typed,
          ...(ownsGroups ? [toInbox(voice).typed] : []),
          ...(isAdmin ? [toSettings(voice).typed] : []),
        ],
      },
      voice,
    ),
    paragraphs: paragraphs(say('start.help.intro')),
    sections: shown.map((section) => ({
      title: plain(say(`start.help.${section}`)),
      lines: linesOf(section, voice),
    })),
    privacy: verbatim(say('start.help.privacy')),
    buttons: [
      ...(ownsGroups
        ? [primary(say('buttons.inbox'), 'showInbox', { page: 1 }), groups.button]
        : [primary(say('buttons.browse'), 'browseGroups', { page: 1 })]),
      toMyGroups(voice).button,
      toMyRequests(voice).button,
      ...(isAdmin ? [toSettings(voice).button] : []),
    ],
  };
  return { card: bind('help', data), summary: heading };
}

function linesOf(section: Section, { say, command }: Voice): ExampleData[] {
  return exampleLines(
    sections[section].map((name) => ({
      text: command(`commands.help.${name}`),
      what: say(`start.help.what.${name}`),
    })),
  );
}
