/** How much is measured. */
export interface Plan {
  readonly rounds: number;
  /** How often each program is started. */
  readonly starts: number;
  /** How long after the load its memory is read, in milliseconds. */
  readonly restMs: number;
  /** Turns of each subject in a round, by the number of connections. */
  readonly turns: readonly { readonly connections: number; readonly count: number }[];
}

/** For figures that are to be believed. */
export const wholePlan: Plan = {
  rounds: 5,
  starts: 5,
  restMs: 10_000,
  turns: [
    { connections: 1, count: 240 },
    { connections: 8, count: 600 },
    { connections: 32, count: 900 },
  ],
};

/** For a log that somebody glances at: less than two minutes on two busy cores. */
export const quickPlan: Plan = {
  rounds: 3,
  starts: 3,
  restMs: 2_000,
  turns: [
    { connections: 1, count: 40 },
    { connections: 8, count: 120 },
    { connections: 32, count: 160 },
  ],
};

/** People who ask once each; the first round warms up and does not count. */
export function peopleIn({ rounds, turns }: Plan): number {
  return turns.reduce((sum, { count }) => sum + (rounds + 1) * count, 0);
}
