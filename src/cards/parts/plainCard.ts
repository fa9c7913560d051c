import type { Voice } from '../../messages/voice.js';
import { bind } from './bind.js';
import {
  frame,
  openLinks,
  paragraphs,
  type ButtonData,
  type FactData,
  type Frame,
  type FrameData,
  type LinkData,
  type ParagraphData,
} from './parts.js';
import { exampleLines, type ExampleData, type Example } from './examples.js';
import type { Shown } from './shown.js';
import type { UnlockView } from '../../domain/views.js';

/** The data of `cards/notice.json`: something to know, and what can be done about it. */
export interface PlainData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly facts: readonly FactData[];
  readonly examples: readonly ExampleData[];
  readonly links: readonly LinkData[];
  readonly buttons: readonly ButtonData[];
}

/** What a notice says. */
export interface PlainContent extends Omit<Frame, 'summary'> {
  readonly sentences: readonly (string | undefined)[];
  readonly facts?: readonly FactData[];
  readonly examples?: readonly Example[];
  /** What the person can open now. */
  readonly unlocks?: readonly UnlockView[];
  readonly buttons: readonly ButtonData[];
}

/** A card that tells something; its heading is the notification too. */
export function showPlain(
  { sentences, facts = [], examples = [], unlocks = [], buttons, ...rest }: PlainContent,
  voice: Voice,
): Shown {
  const summary = rest.heading;
  const data: PlainData = {
    ...frame(
      {
        ...rest,
        summary: [summary, ...sentences.filter((part): part is string => part !== undefined && part !== '')],
      },
      voice,
    ),
    paragraphs: paragraphs(...sentences),
    facts,
    examples: exampleLines(examples),
    links: openLinks(unlocks, voice),
    buttons,
  };
  return { card: bind('notice', data), summary };
}
