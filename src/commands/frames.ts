import type { Frame } from '../intents/frames/notation.js';
import { delegationFrames } from './delegations/frames.js';
import { groupFrames } from './groups/frames.js';
import { historyFrames } from './history/frames.js';
import { memberFrames } from './members/frames.js';
import { organisationFrames } from './organisation/frames.js';
import { requestFrames } from './requests/frames.js';
import { resourceFrames } from './resources/frames.js';
import { startFrames } from './start/frames.js';

/** Every sentence that a command takes, by subject. */
export const allFrames: readonly Frame[] = [
  ...requestFrames,
  ...groupFrames,
  ...memberFrames,
  ...delegationFrames,
  ...resourceFrames,
  ...organisationFrames,
  ...historyFrames,
  ...startFrames,
];
