import type { Document } from './document.js';
import { addEffects, toChange, type Change } from './timers.js';
import type { News } from './news.js';
import type { NewEffect } from './revise.js';
import type { PersonId, QuestionCard } from './terms.js';

/** A question that several people are asked at once and any one of them answers for all. */
export interface AskedQuestion {
  readonly id: string;
  /** The cards that have been sent; once it is settled, each is edited to say so. */
  readonly cards: readonly QuestionCard[];
  /** What is asked; absent in records from before it was kept. */
  readonly asks?: News;
  /** How it came out; absent while it waits. */
  readonly settledAs?: News;
}

/** A record that asks at most one question at a time. */
export interface AskingDocument extends Document {
  readonly question?: AskedQuestion;
}

/** The id of a question, and in which record it is asked. */
export interface QuestionPlace {
  readonly id: string;
  readonly collection: 'tenants' | 'groups';
  readonly recordId: string;
}

/** What asking several people adds to a record. */
export function askPeople(
  { id, ...home }: QuestionPlace,
  personIds: readonly PersonId[],
  notice: News,
  near: readonly PersonId[],
): { readonly question: AskedQuestion; readonly tasks: readonly NewEffect[] } {
  return {
    question: { id, cards: [], asks: notice },
    tasks: personIds.map((personId) => ({ kind: 'tell', personId, notice, near, questionId: id, home })),
  };
}

/** A record whose question has its answer: whoever has the card gets it edited, whoever has not been asked yet is not. */
export function settleQuestion<D extends AskingDocument>(
  document: D,
  notice: News,
): { readonly document: D; readonly tasks: readonly NewEffect[] } {
  const { question } = document;
  if (!question || question.settledAs) return { document, tasks: [] };
  const effects = document.effects.filter((effect) => effect.kind !== 'tell' || effect.questionId !== question.id);
  return {
    document: { ...document, effects, question: { ...question, settledAs: notice } },
    tasks: question.cards.map((card) => ({ kind: 'settleCard', card, notice })),
  };
}

/** Asks somebody again who could not be reached before; nothing when the question has its answer. */
export function askOnceMore<D extends Document>(
  { id: questionId, ...home }: QuestionPlace,
  personId: PersonId,
): Change<D> {
  return toChange((document: D & AskingDocument, occasion) => {
    const { question } = document;
    if (question?.id !== questionId || question.settledAs || !question.asks) return document;
    return addEffects(
      document,
      [{ kind: 'tell', personId, notice: question.asks, near: [], questionId, home }],
      occasion,
    );
  });
}

/** Keeps where somebody's card of a question is; one that was sent while the answer came is brought up to date at once. */
export function recordQuestionCard<D extends Document>(questionId: string, card: QuestionCard): Change<D> {
  return toChange((document: D & AskingDocument, occasion) => {
    const { question } = document;
    if (question?.id !== questionId) return document;
    const next = { ...document, question: { ...question, cards: [...question.cards, card] } };
    return question.settledAs
      ? addEffects(next, [{ kind: 'settleCard', card, notice: question.settledAs }], occasion)
      : next;
  });
}
