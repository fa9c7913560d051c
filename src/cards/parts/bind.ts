import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkShape, shapeOf, type Shape } from './shape.js';
import { prepareTemplate, type FilledCard } from './template.js';

/** The card files, `cards/<name>.json` each with its `<name>.sample.json`. */
export const cardNames = [
  'approval',
  'approvalResult',
  'requestStatus',
  'joinForm',
  'denyForm',
  'confirm',
  'notice',
  'groupDetails',
  'list',
  'inbox',
  'form',
  'help',
  'welcome',
] as const;

/** The name of a card file. */
export type CardName = (typeof cardNames)[number];

/** A finished Adaptive Card. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}

interface Loaded {
  readonly fill: FilledCard;
  readonly shape: Shape;
}

const loaded = new Map<CardName, Loaded>();
let cardsFolder: string | undefined;

function findCardsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      readFileSync(join(folder, 'package.json'));
      return join(folder, 'cards');
    } catch {
      const parent = dirname(folder);
      if (parent === folder)
        throw new Error('No package.json above the compiled cards, so the folder with the card files cannot be found');
      folder = parent;
    }
  }
}

/** Reads a card file or its sample. */
export function readCardFile(file: string): unknown {
  cardsFolder ??= findCardsFolder();
  return JSON.parse(readFileSync(join(cardsFolder, file), 'utf8'));
}

function load(name: CardName): Loaded {
  const known = loaded.get(name);
  if (known) return known;
  const shape = shapeOf(readCardFile(`${name}.sample.json`));
  const made = { fill: prepareTemplate(readCardFile(`${name}.json`), shape, `cards/${name}.json`), shape };
  loaded.set(name, made);
  return made;
}

/** Prepares every card file, so that the first person does not wait for it and a broken file shows at the start. */
export function loadCards(): void {
  for (const name of cardNames) load(name);
}

/**
 * Fills a card with data. The data must have the shape of the card's sample: texts, numbers and lists of such, never an
 * object where a text belongs, because it would become a piece of the card.
 */
export function bind(name: CardName, data: object): Card {
  const { fill, shape } = load(name);
  checkShape(data, shape, name);
  const card = finish(fill(data), name);
  if (!isCard(card)) throw new Error(`cards/${name}.json is no card`);
  return card;
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'AdaptiveCard';
}

/** What an element cannot do without; where the data has nothing for it, the element goes. */
const essential: Readonly<Record<string, string>> = {
  TextBlock: 'text',
  TextRun: 'text',
  RichTextBlock: 'inlines',
  Container: 'items',
  Column: 'items',
  ColumnSet: 'columns',
  FactSet: 'facts',
  ActionSet: 'actions',
  'Input.Text': 'id',
  'Input.Date': 'id',
  'Input.ChoiceSet': 'id',
  'Action.Execute': 'title',
  'Action.ShowCard': 'title',
  'Action.OpenUrl': 'title',
};

/** Leaves out what is null or has become empty, gives each Execute its Submit for older clients, and checks for unbound text. */
function finish(value: unknown, name: CardName): unknown {
  if (typeof value === 'string') {
    if (value.includes('${'))
      throw new Error(`cards/${name}.json has an expression without data: ${value.slice(0, 80)}`);
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => finish(item, name)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const finished = finish(inner, name);
    if (finished !== undefined) result[key] = finished;
  }
  const type = result['type'];
  const needed = typeof type === 'string' ? essential[type] : undefined;
  if (needed !== undefined && isMissing(result[needed])) return undefined;
  if (type === 'Action.Execute') result['fallback'] = toSubmit(result);
  return result;
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Clients that do not know `Action.Execute` send the same data with an `Action.Submit`. */
function toSubmit(execute: Readonly<Record<string, unknown>>): object {
  const { verb: _, type: __, ...shared } = execute;
  return { type: 'Action.Submit', ...shared };
}
