import type { PacingLimits, Rates } from '../../src/outbox/pacing.js';

const noRates: Rates = {
  conversation: { perSecond: Infinity, burst: Infinity },
  tenant: { perSecond: Infinity, burst: Infinity },
};

/** No pace at all: the real one waits in real time, and has tests of its own. */
export const unpaced: PacingLimits = { ...noRates, awaited: noRates, maxWaitMs: 0 };
