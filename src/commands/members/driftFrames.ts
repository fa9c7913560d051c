import type { Frame } from '../../intents/frames/notation.js';

const answers = {
  takeOver: [
    'driftKept',
    'take over the drift in Marketing',
    'accept the changes by others in Marketing',
    'keep the drift in Marketing',
  ],
  undo: [
    'driftUndone',
    'undo the drift in Marketing',
    'revert the changes by others in Marketing',
    'put back the drift in Marketing',
  ],
  leave: [
    'driftLeft',
    'ignore the drift in Marketing',
    'leave the drift in Marketing alone',
    'disregard the changes by others in Marketing',
  ],
} as const;

/** What people say about changes of members by other hands in Microsoft Entra. */
export const driftFrames: readonly Frame[] = [
  {
    intent: 'showDrift',
    says: ['drift G', 'show drift G', 'what drift G', 'who drift G', 'history drift G'],
    examples: ['drift Marketing', 'is there any drift in Marketing?', 'what was changed by others in Marketing?'],
    changes: false,
    concerns: 'others',
    weight: 1.5,
  },
  {
    intent: 'showDrift',
    says: ['show drift', 'what drift', 'drift'],
    examples: ['show drift', 'what has drifted?', 'show unexplained changes'],
    changes: false,
    concerns: 'others',
    weight: 0.3,
  },
  ...(['takeOver', 'undo', 'leave'] as const).map((answer): Frame => {
    const [word, ...examples] = answers[answer];
    return {
      intent: 'settleDrift',
      fixed: { answer },
      says: [`${word} drift G`],
      examples,
      changes: true,
      concerns: 'others',
      weight: 2,
    };
  }),
];
