import type { Frame } from '../../intents/frames/notation.js';

/** Help, and what people say when there is nothing to do. */
export const startFrames: readonly Frame[] = [
  {
    intent: 'showHelp',
    says: ['help', 'show help', 'need help', 'how help'],
    examples: ['help', 'what can you do?', 'how does this work?'],
    changes: false,
    concerns: 'nobody',
  },
  {
    intent: 'acceptThanks',
    says: ['thanks'],
    examples: ['thanks', 'great', 'thank you very much'],
    changes: false,
    concerns: 'nobody',
    weight: 0.2,
  },
];
