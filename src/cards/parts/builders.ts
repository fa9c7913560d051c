import type { News } from '../../domain/news.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Question } from '../../domain/question.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Table } from '../../domain/table.js';
import type { Voice } from '../../messages/voice.js';
import type { List } from './listCard.js';
import type { ButtonData, Colour, Target, Verb } from './parts.js';
import type { Shown } from './shown.js';

/** One builder for each outcome of a subject; an outcome without one does not compile. */
export type OutcomeBuilders<O extends Outcome> = {
  readonly [K in O['kind']]: (outcome: Extract<O, { kind: K }>, voice: Voice) => Shown;
};

/** One builder for each refusal of a subject. */
export type RefusalBuilders<R extends Refusal> = {
  readonly [C in R['code']]: (refusal: Extract<R, { code: C }>, voice: Voice) => RefusalShown;
};

/** One builder for each piece of news of a subject. */
export type NewsBuilders<N extends News> = {
  readonly [C in N['code']]: (news: Extract<N, { code: C }>, voice: Voice) => NewsShown;
};

/** One builder for each question of a subject. */
export type QuestionBuilders<Q extends Question> = {
  readonly [C in Q['code']]: (question: Extract<Q, { code: C }>, voice: Voice) => QuestionShown;
};

/** One builder for each table of a subject. */
export type TableBuilders<T extends Table> = {
  readonly [C in T['code']]: (table: Extract<T, { code: C }>, voice: Voice) => List;
};

/** A "no" in words: what is not possible, why, what can be done now, and the ways there. */
export interface RefusalShown {
  readonly heading: string;
  readonly why: string;
  readonly next: string;
  readonly buttons: readonly ButtonData[];
  readonly typed: readonly string[];
}

/** What happened, in words; the heading is the notification, too. */
export interface NewsShown {
  readonly status?: string;
  /** Goes with the status; good where nothing else is said. */
  readonly colour?: Colour;
  readonly heading: string;
  readonly text: readonly (string | undefined)[];
  readonly buttons: readonly ButtonData[];
  readonly typed: readonly string[];
  readonly link?: { readonly name: string; readonly url: string };
}

/** What is about to happen, in words, and the click that carries it out. */
export interface QuestionShown {
  readonly heading: string;
  readonly text: readonly (string | undefined)[];
  readonly items?: readonly string[];
  readonly afterwards?: string;
  readonly button: string;
  /** What does the same as the button; names as they are. */
  readonly typed: string;
  readonly verb: Verb;
  readonly target: Target;
  readonly style: 'positive' | 'destructive';
}
