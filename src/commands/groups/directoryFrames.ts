import type { Frame } from '../../intents/frames/notation.js';

const own = { changes: true, concerns: 'others' } as const;
const all = ['enrolment m365', 'enrolment m365 group'] as const;
const policy = {
  undo: ['undo drift in Marketing automatically', 'set drift of Marketing to undo', 'always undo drift in Marketing'],
  takeOver: [
    'take over drift in Marketing automatically',
    'set drift of Marketing to take over',
    'always accept changes by others in Marketing',
  ],
  report: [
    'always ask about drift in Marketing',
    'set drift of Marketing to ask',
    'always ask me about changes by others in Marketing',
  ],
} as const;
const wordOf = { undo: 'driftUndone', takeOver: 'driftKept', report: 'driftAsked' } as const;

/** What people say to bring groups of Microsoft Entra under self-service, to join groups to it, and of their drift. */
export const directoryFrames: readonly Frame[] = [
  {
    intent: 'enrolGroup',
    says: ['enrolment bare! G+ !me', 'enrolment bare! G+ open|ownerApproval|ownersOnly !me', 'enrolment G+ of! entra'],
    examples: ['enrol Marketing', 'bring Marketing under self-service', 'please enrol Marketing as owner approval'],
    ...own,
    weight: 0.8,
  },
  {
    intent: 'enrolAll',
    fixed: { of: 'm365' },
    says: [...all],
    examples: [
      'enrol all Microsoft 365 groups',
      'bring all Microsoft 365 groups under self-service',
      'please enrol the Microsoft 365 groups',
    ],
    ...own,
    weight: 2,
  },
  {
    intent: 'enrolAll',
    fixed: { of: 'security' },
    says: all.map((says) => says.replace('m365', 'security')),
    examples: [
      'enrol all security groups',
      'bring all security groups under self-service',
      'please enrol the security groups',
    ],
    ...own,
    weight: 2,
  },
  {
    intent: 'linkGroup',
    says: ['pairing bare! G', 'pairing G entra'],
    examples: ['link Marketing', 'connect Marketing to Entra', 'link Marketing to its Entra group'],
    ...own,
    weight: 0.8,
  },
  {
    intent: 'linkGroup',
    fixed: { to: 'new' },
    says: ['create G entra', 'create group G entra'],
    examples: [
      'create Marketing in Entra',
      'create the group Marketing in Entra',
      'create Marketing in Microsoft Entra',
    ],
    ...own,
    weight: 1.5,
  },
  ...(['undo', 'takeOver', 'report'] as const).map((value): Frame => ({
    intent: 'changeGroup',
    fixed: { field: 'drift', value },
    says: [`always ${wordOf[value]} drift G`, `driftSet G ${wordOf[value]}`, `driftSet ${wordOf[value]} drift G`],
    examples: policy[value],
    ...own,
    weight: 1.5,
  })),
];
