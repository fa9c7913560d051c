import type { Duration } from '../domain/terms.js';
import type { Intent, IntentOf } from './intent.js';
import type { PersonTarget } from './parsePerson.js';
import type { ResourceTarget } from './adminIntent.js';
import type { GroupTarget } from './targets.js';

/** Access that somebody asks for somebody else (F11, F99). */
export interface RequestForIntent {
  readonly kind: 'requestFor';
  readonly resource?: ResourceTarget;
  readonly targets: readonly GroupTarget[];
  readonly people: readonly PersonTarget[];
  readonly justification?: string;
  readonly duration?: Duration;
  /** They are said to report to whoever asks. */
  readonly isReport?: true;
}

/** Asks somebody to make a group for a resource that none opens yet. */
export interface AskToCreateIntent {
  readonly kind: 'askToCreate';
  readonly person: PersonTarget;
  readonly resource?: ResourceTarget;
}

/** What today's intents do not hold yet: several groups, several requests, several people, and who is meant. */
export interface More {
  /** Several groups in one wish, `target` being the first. */
  readonly targets?: readonly GroupTarget[];
  /** Several requests in one decision or withdrawal, by id. */
  readonly requestIds?: readonly string[];
  /** Several people to be removed or to change roles, `person` being the first. */
  readonly people?: readonly PersonTarget[];
  /** Several names for new groups. */
  readonly names?: readonly string[];
}

/** Everything that a sentence can mean. */
export type Meaning = (Intent & More) | RequestForIntent | AskToCreateIntent;

/** The kinds of what a sentence can mean. */
export type IntentName = Intent['kind'] | 'requestFor' | 'askToCreate';

/** A meaning of one kind. */
export type MeaningOf<K extends IntentName> = K extends Intent['kind']
  ? IntentOf<K> & More
  : Extract<Meaning, { kind: K }>;
