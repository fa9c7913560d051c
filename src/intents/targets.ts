import type { Duration } from '../domain/terms.js';

/**
 * What somebody meant by a group. Typed: one or more readings of the same text, the one that takes the most words for
 * the name first ("join Data for Good" may be a group, or the group "Data" with a reason); the first that is exactly a
 * group's name wins. Clicked: the id.
 */
export type GroupTarget =
  | { readonly by: 'name'; readonly readings: readonly NameReading[] }
  /** `typed`: by a part of the name, or by what only comes near it. */
  | { readonly by: 'id'; readonly groupId: string; readonly typed?: string };

/** One way to read a text that names a group; what it brings itself counts before what the intent carries: `reading.justification ?? intent.justification`, and so for the duration. */
export interface NameReading {
  /** As typed, without quotes and without words such as "the … group". */
  readonly name: string;
  readonly justification?: string;
  readonly duration?: Duration;
}

/** What somebody meant by a request: its id, or words (a person, a group) to look for among those that could be meant; neither when they just said "approve". */
export interface RequestTarget {
  readonly requestId?: string;
  readonly words?: string;
}
