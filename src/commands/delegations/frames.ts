import type { Frame } from '../../intents/frames/notation.js';

/** What people say about who stands in for them. */
export const delegationFrames: readonly Frame[] = [
  {
    intent: 'delegate',
    says: ['delegate to P+ G? D?', 'P+ standIn me G? D?', 'standIn me P+ G? D?'],
    examples: [
      'delegate to Bo Berg until Friday',
      'Bo Berg stands in for me in Marketing',
      'Bo Berg decides for me for two weeks',
    ],
    changes: true,
    concerns: 'self',
    takesReason: true,
    isForAbsence: true,
  },
  {
    intent: 'delegate',
    says: ['absent P+ standIn G? D?', 'absent delegate to P+ G? D?'],
    examples: [
      'I am away until Friday, Bo Berg takes over',
      'I will be on holiday until Friday, Bo Berg covers',
      'I am on leave, Bo Berg decides until 31 December',
    ],
    changes: true,
    concerns: 'self',
    isForAbsence: true,
    isPerformative: true,
    asksAlways: true,
    weight: 0.5,
  },
  {
    intent: 'listDelegations',
    says: [
      'delegations',
      'what delegations',
      'show delegations',
      'who delegations',
      'mine delegations',
      'who delegate|standIn',
      'what delegate mine',
    ],
    examples: ['my delegations', 'who stands in for me?', 'show delegations'],
    changes: false,
    concerns: 'self',
  },
  {
    intent: 'endDelegations',
    says: ['undelegate delegations|delegate|standIn', 'undelegate mine delegations', 'not need delegations|delegate'],
    examples: ['stop delegating', 'end my delegations', 'I’m back, end the delegation'],
    changes: true,
    concerns: 'self',
    isNegatable: true,
    weight: 0.3,
  },
];
