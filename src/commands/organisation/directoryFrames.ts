import type { Frame } from '../../intents/frames/notation.js';

/** What people say about the connection to Microsoft Entra, and to let go on what was stopped. */
export const connectionFrames: readonly Frame[] = [
  {
    intent: 'showDirectory',
    says: [
      'directory',
      'show directory',
      'what directory',
      'status directory',
      'directory connection',
      'how directory',
      'readingIn',
      'connection directory what',
    ],
    examples: ['directory', 'are you connected to Entra?', 'what is the state of the directory?'],
    changes: false,
    concerns: 'nobody',
    weight: 0.3,
  },
  {
    intent: 'releaseBrake',
    says: ['brakeOff brake', 'brakeOff brake G'],
    examples: ['release the brake', 'take the brake off', 'release the brake of Marketing'],
    changes: true,
    concerns: 'others',
    weight: 2,
  },
];
