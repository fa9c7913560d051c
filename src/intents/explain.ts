import type { Understanding } from './understand.js';
import type { Item } from './items.js';

/** The stages of a message, a line each, for people who look for the fault. */
export function explain(understanding: Understanding): string[] {
  const { message, items, clauses, parts, verdict } = understanding;
  return [
    ...message.segments.map(({ kind, start, end }) => `segment ${kind}: ${show(message.raw.slice(start, end))}`),
    ...items.filter((item) => item.kind === 'slot').map((item) => `slot ${nameOf(item)}: ${show(item.text)}`),
    ...clauses.map(({ from, to, end, opener }) =>
      `clause ${opener === undefined ? '' : `(${opener}) `}${show(textOf(understanding, from, to))} ${end}`.trimEnd(),
    ),
    ...parts.map((part) =>
      part.match
        ? `frame ${part.match.frame.intent}: ${part.match.says} [${part.match.scope.mood.mood}${part.match.scope.mood.isInverse ? ', turned round' : ''}; ${part.match.score.toFixed(1)}]`
        : `no frame: ${part.clauses.map(({ from, to }) => show(textOf(understanding, from, to))).join(' ')}`,
    ),
    ...parts.flatMap((part) =>
      part.why.length > 0 ? [`residue (${part.why.join(', ')}): ${part.unexplained.map(show).join(', ')}`] : [],
    ),
    `verdict ${JSON.stringify(verdict)}`,
  ];
}

function show(text: string): string {
  return `“${text.replace(/\s+/g, ' ').trim()}”`;
}

function textOf({ message, items }: Understanding, from: number, to: number): string {
  return message.raw.slice(items[from]?.start, items[to - 1]?.end);
}

function nameOf(item: Extract<Item, { kind: 'slot' }>): string {
  if (item.value.type !== 'name') return item.value.type;
  return item.value.found.readings
    .map(({ of, candidates, certainty }) => `${of} ${certainty} ${candidates.map(({ name }) => name).join(' | ')}`)
    .join('; or ');
}
