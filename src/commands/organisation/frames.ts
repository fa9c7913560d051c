import { connectionFrames } from './directoryFrames.js';
import { settingFrames } from './settingFrames.js';
import type { Frame } from '../../intents/frames/notation.js';

/** What administrators say about settings, proposals and each other. */
export const organisationFrames: readonly Frame[] = [
  {
    intent: 'showSettings',
    says: ['settings', 'show settings', 'what settings', 'how settings'],
    examples: ['settings', 'show the settings', 'how are you configured?'],
    changes: false,
    concerns: 'nobody',
  },
  ...settingFrames,
  ...connectionFrames,
  {
    intent: 'answerProposal',
    fixed: { accepted: true },
    says: ['confirm proposal', 'yes proposal', 'approve proposal'],
    examples: ['confirm change', 'I confirm the change', 'accept the proposed change'],
    changes: true,
    concerns: 'others',
    isPerformative: true,
    weight: 0.5,
  },
  {
    intent: 'answerProposal',
    fixed: { accepted: false },
    says: ['refuse proposal', 'deny proposal'],
    examples: ['reject change', 'I reject the proposed change', 'no to the change'],
    changes: true,
    concerns: 'others',
    isPerformative: true,
    weight: 0.6,
  },
  {
    intent: 'setUp',
    says: ['setUp licence', 'setUp'],
    weight: 1,
    examples: ['set up with licence P1', 'set up', 'start the setup with P2'],
    changes: true,
    concerns: 'others',
  },
  {
    intent: 'listAdmins',
    says: ['admins', 'who admins', 'show admins', 'what admins'],
    examples: ['admins', 'who are the administrators?', 'list the admins'],
    changes: false,
    concerns: 'nobody',
  },
  {
    intent: 'changeAdmin',
    fixed: { is: true },
    opposite: { is: false },
    says: ['appoint P admins', 'P admins', 'admins add P', 'admins confirm P', 'confirm P admins', 'need admins P'],
    examples: ['make Bo Berg an administrator', 'admins add Bo Berg', 'admins confirm Bo Berg'],
    changes: true,
    concerns: 'others',
    weight: 0.5,
  },
  {
    intent: 'changeAdmin',
    fixed: { is: false },
    says: ['remove|demote P admins', 'not P admins', 'admins remove P', 'undelegate P admins', 'detach P admins'],
    examples: ['remove Bo Berg as administrator', 'Bo Berg is no longer administrator', 'admins remove Bo Berg'],
    changes: true,
    concerns: 'others',
    weight: 0.6,
  },
];
