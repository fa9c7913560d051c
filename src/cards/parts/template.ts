import type { Shape } from './shape.js';

/** A card file that is ready to be filled: gives the card for data of its shape. */
export type FilledCard = (data: object) => unknown;

type Row = Readonly<Record<string, unknown>>;
type Fill = (row: Row) => unknown;

/** The whole text is one field of the data, whose type it keeps. */
const field = /^\$\{([A-Za-z]\w*)\}$/;

/**
 * Makes a card file ready, once. Of the Adaptive Cards templating language, in which they can be opened in the
 * designer, the files use two things, and no other is taken: `"${field}"`, and `"$data": "${list}"` on what is repeated
 * for each row of a list. A field that the card's sample does not have is refused here, before anybody waits for the card.
 */
export function prepareTemplate(template: unknown, shape: Shape, where: string): FilledCard {
  const fill = prepare(template, shape, where);
  return (data) => fill(data as Row);
}

function prepare(node: unknown, shape: Shape, where: string): Fill {
  if (typeof node === 'string') return prepareText(node, shape, where);
  if (Array.isArray(node)) return prepareItems(node, shape, where);
  if (typeof node !== 'object' || node === null) return () => node;
  const parts = Object.entries(node).map(([key, inner]) => {
    if (key.startsWith('$') && key !== '$schema') throw new Error(`${where}.${key} is not understood in a card file`);
    return [key, prepare(inner, shape, `${where}.${key}`)] as const;
  });
  return (row) => {
    const filled: Record<string, unknown> = {};
    for (const [key, fill] of parts) filled[key] = fill(row);
    return filled;
  };
}

function prepareText(text: string, shape: Shape, where: string): Fill {
  if (!text.includes('${')) return () => text;
  const { name } = fieldIn(text, shape, where);
  return (row) => row[name];
}

function prepareItems(items: readonly unknown[], shape: Shape, where: string): Fill {
  const fills = items.map((item, index) => prepareItem(item, shape, `${where}[${index}]`));
  return (row) => {
    const filled: unknown[] = [];
    for (const fill of fills) fill(row, filled);
    return filled;
  };
}

/** Puts what an item of a list comes to behind the others: one thing, or one for each row. */
function prepareItem(item: unknown, shape: Shape, where: string): (row: Row, into: unknown[]) => void {
  if (typeof item !== 'object' || item === null || !('$data' in item)) {
    if (typeof item === 'string' && item.includes('${')) throw new Error(`${where}: a list has no single field in it`);
    const fill = prepare(item, shape, where);
    return (row, into) => void into.push(fill(row));
  }
  const { $data, ...repeated } = item;
  const { name, of } = fieldIn(String($data), shape, where);
  if (typeof of === 'string')
    throw new Error(`${where} is repeated for ${name}, which has no rows in the card's sample`);
  const fill = prepare(repeated, of, where);
  return (row, into) => {
    for (const inner of row[name] as readonly Row[]) into.push(fill(inner));
  };
}

/** Which field a text names, and what the sample has there. */
function fieldIn(text: string, shape: Shape, where: string): { readonly name: string; readonly of: Shape } {
  const name = field.exec(text)?.[1];
  if (name === undefined) throw new Error(`${where} holds more than one field of the data: ${text}`);
  const of = typeof shape === 'string' ? undefined : shape.rows.get(name);
  if (of === undefined) throw new Error(`${where} names ${name}, which the card's sample does not have there`);
  return { name, of };
}
