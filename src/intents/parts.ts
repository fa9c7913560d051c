import type { Clause } from './wholeClauses.js';
import type { Built } from './build.js';
import type { Match } from './frames/match.js';
import type { ResidueReason } from './residue.js';

/** A stretch of a message with the frame that fits it, if one does. */
export interface Part {
  readonly clauses: readonly Clause[];
  readonly match?: Match;
  readonly built?: Built;
  /** Of the clauses of the frame alone. */
  readonly own?: readonly ResidueReason[];
  readonly unexplained: readonly string[];
  readonly why: readonly ResidueReason[];
  readonly reason?: string;
}

export interface Covered {
  readonly clauses: readonly Clause[];
  readonly match?: Match;
}
