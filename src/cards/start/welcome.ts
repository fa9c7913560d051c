import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
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

/** The data of `cards/welcome.json`: the first card that somebody sees. */
export interface WelcomeData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly tries: readonly ExampleData[];
  readonly buttons: readonly ButtonData[];
}

/** The greeting after the installation; what already waits for the person comes first. */
export function showWelcome({ name, waiting }: OutcomeOf<'welcomed'>, voice: Voice): Shown {
  const { say, command } = voice;
  const summary = say('start.welcome.summary');
  const browse = waiting > 0 ? button : primary;
  const data: WelcomeData = {
    ...frame(
      {
        summary,
        heading: name ? say('start.welcome.heading', { name }) : say('start.welcome.headingNoName'),
        typed: [
          ...(waiting > 0 ? [command('commands.inbox')] : []),
          command('commands.groups'),
          command('commands.myRequests'),
          command('commands.help'),
        ],
        ...(waiting > 0 ? { status: say('start.welcome.waiting', { count: waiting }), colour: 'accent' as const } : {}),
      },
      voice,
    ),
    paragraphs: paragraphs(say('start.welcome.text')),
    tries: exampleLines([
      { text: command('commands.groups'), what: say('start.welcome.what.groups') },
      { text: command('commands.joinExample'), what: say('start.welcome.what.join') },
      { text: command('commands.help.findAccess'), what: say('start.welcome.what.findAccess') },
    ]),
    buttons: [
      ...(waiting > 0 ? [primary(say('buttons.inbox'), 'showInbox', { page: 1 })] : []),
      browse(say('buttons.browse'), 'browseGroups', { page: 1 }),
      button(say('buttons.myRequests'), 'listMyRequests', { page: 1 }),
      button(say('buttons.help'), 'showHelp'),
    ],
  };
  return { card: bind('welcome', data), summary };
}
