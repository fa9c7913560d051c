import type { StartOutcome } from '../../domain/start/answers.js';
import type { OutcomeBuilders } from '../parts/builders.js';
import { showCancelled, showGoAhead, showMessageTooLong, showQuestionOver } from './goAhead.js';
import { showHelp } from './help.js';
import { showReading } from './reading.js';
import { showNotUnderstood, showThanksAccepted } from './remarks.js';
import { showSlotForm } from './slotForm.js';
import { showWelcome } from './welcome.js';

/** The cards of the conversation itself. */
export const startCards: OutcomeBuilders<StartOutcome> = {
  helpShown: showHelp,
  thanksAccepted: showThanksAccepted,
  readingShown: showReading,
  welcomed: showWelcome,
  notUnderstood: showNotUnderstood,
  goAheadNeeded: showGoAhead,
  slotNeeded: showSlotForm,
  questionOver: showQuestionOver,
  cancelled: showCancelled,
  messageTooLongNeeded: showMessageTooLong,
};
