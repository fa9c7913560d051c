import type { Card } from './bind.js';
import type { Shown } from './shown.js';
import { given } from '../../domain/given.js';

/** Several answers on one card, one below the other, each with its own buttons and its own fields. */
export function showSeveral(answers: readonly Shown[]): Shown {
  const [first] = answers;
  if (!first) throw new Error('several answers without one were to be shown');
  const summary = answers.map((answer) => answer.summary).join(' · ');
  const { refresh: _, actions: __, ...frame } = first.card;
  const body = answers.flatMap(({ card }, index) => {
    const parts = [...bodyOf(card), ...actionsOf(card)];
    return hasInputs(parts) ? parts.map((part) => ownFields(part, `${index + 1}`)) : parts;
  });
  const fallbackText = answers.map(({ card }) => card['fallbackText']).join(' · ');
  return { card: { ...frame, fallbackText, body }, summary };
}

function bodyOf({ body }: Card): readonly unknown[] {
  return Array.isArray(body) ? (body as unknown[]) : [];
}

function actionsOf({ actions }: Card): readonly object[] {
  return Array.isArray(actions) && actions.length > 0 ? [{ type: 'ActionSet', actions: actions as unknown[] }] : [];
}

type Part = Readonly<Record<string, unknown>>;

function hasInputs(parts: readonly unknown[]): boolean {
  return JSON.stringify(parts).includes('"type":"Input.');
}

/**
 * A form among others: a click sends the fields of all of them, so that each has ids of its own and each button says
 * whose fields are meant. No field is required here, for it would keep the buttons of its neighbours from being clicked;
 * what is missing is asked for when it is.
 */
function ownFields(part: unknown, form: string): unknown {
  if (Array.isArray(part)) return part.map((one) => ownFields(one, form));
  if (typeof part !== 'object' || part === null) return part;
  const { type, id, isRequired, data, ...rest } = part as Part;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, ownFields(value, form)]));
  const isInput = typeof type === 'string' && type.startsWith('Input.');
  const isButton = typeof type === 'string' && type.startsWith('Action.') && typeof data === 'object' && data !== null;
  return {
    ...given({ type }),
    ...(id === undefined ? {} : { id: isInput && typeof id === 'string' ? `${id}#${form}` : id }),
    ...(isRequired === undefined || isInput ? {} : { isRequired }),
    ...(data === undefined ? {} : { data: isButton ? { ...data, form } : data }),
    ...inner,
  };
}
