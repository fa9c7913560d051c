import { verbatim } from '../../messages/escape.js';
import type { Voice } from '../../messages/voice.js';
import { bind } from './bind.js';
import type { QuestionShown } from './builders.js';
import type { ConfirmData } from './confirmData.js';
import { button, cancel, frame, paragraphs } from './parts.js';
import type { Shown } from './shown.js';
import { unexplainedOf } from './unexplained.js';

/** The question before a change, with the words of the wish that nothing explained; the one button carries it out. */
export function showQuestion(question: QuestionShown, voice: Voice, unexplained: readonly string[] = []): Shown {
  const { heading, text, items = [], afterwards, typed, verb, target, style } = question;
  const act = button(question.button, verb, { ...target, confirmed: true }, { style });
  const data: ConfirmData = {
    ...frame({ summary: heading, heading, typed: [typed, voice.command('commands.cancel')] }, voice),
    paragraphs: paragraphs(...text, unexplainedOf(unexplained, voice)),
    items: items.map((item) => ({ text: verbatim(item) })),
    afterwards: paragraphs(afterwards),
    buttons: [act, cancel(voice)],
  };
  // Words that nothing explained are not asked about a second time.
  return { card: bind('confirm', data), summary: heading, ...(unexplained.length === 0 ? { again: act } : {}) };
}
