import type { Card } from './bind.js';
import type { Shown } from './shown.js';

/** Several answers on one card, one below the other, each with its own buttons. */
export function showSeveral(answers: readonly Shown[]): Shown {
  const [first] = answers;
  if (!first) throw new Error('several answers without one were to be shown');
  const summary = answers.map((answer) => answer.summary).join(' · ');
  const { refresh: _, actions: __, ...frame } = first.card;
  const body = answers.flatMap(({ card }) => [...bodyOf(card), ...actionsOf(card)]);
  return { card: { ...frame, fallbackText: summary, body }, summary };
}

function bodyOf({ body }: Card): readonly unknown[] {
  return Array.isArray(body) ? (body as unknown[]) : [];
}

function actionsOf({ actions }: Card): readonly object[] {
  return Array.isArray(actions) && actions.length > 0 ? [{ type: 'ActionSet', actions: actions as unknown[] }] : [];
}
