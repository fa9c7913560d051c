import type { Scene } from './situations.js';
import { parts, type Part, type Stage } from './stage.js';
import { verbsOf, type Way } from './verbs.js';
import type { Click } from './window.js';

/** One way to a verb, tried by somebody. */
export interface Cell {
  readonly part: Part;
  readonly verb: string;
  readonly way: Way;
}

/** Everybody by every way to every verb. */
export function cellsOf(stage: Stage): Cell[] {
  return Object.entries(verbsOf(stage)).flatMap(([verb, ways]) =>
    ways.flatMap((way) => parts.map((part) => ({ part, verb, way }))),
  );
}

/** What is typed, or what the button sends as text. */
export function givenBy({ way }: Cell): string {
  return way.typed ?? JSON.stringify(way.data);
}

/** The same in a scene, with the group's name there or another one. */
export function saidIn({ groupName }: Pick<Scene, 'groupName'>, cell: Cell): Click | string {
  const given = givenBy(cell).replaceAll('{group}', groupName);
  return cell.way.typed === undefined ? { verb: cell.verb, data: JSON.parse(given) as Record<string, unknown> } : given;
}

/** A cell in a failure. */
export function nameOf(cell: Cell): string {
  return cell.way.typed ?? `${cell.verb} ${givenBy(cell)}`;
}
