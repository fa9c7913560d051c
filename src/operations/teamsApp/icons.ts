import { encodePng } from './png.js';

/** A shape: how far a point is outside of it (below zero: inside), in units of a picture that is 64 wide. */
type Shape = (x: number, y: number) => number;

/** Between the colours of the accent's light and dark end, so that the tile is not flat. */
const lightIndigo = [92, 97, 214] as const;
const darkIndigo = [59, 61, 158] as const;

/** The product's colour, for the client's frame around the app. */
export const accentColor = '#4B4FB8';

const circle =
  (centreX: number, centreY: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - centreX, y - centreY) - radius;

/** A line with round ends. */
const stroke =
  (fromX: number, fromY: number, toX: number, toY: number, width: number): Shape =>
  (x, y) => {
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const part = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY);
    const near = Math.min(1, Math.max(0, part));
    return Math.hypot(x - fromX - near * alongX, y - fromY - near * alongY) - width / 2;
  };

const above =
  (line: number): Shape =>
  (_x, y) =>
    y - line;

const either =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

const both =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.max(...shapes.map((shape) => shape(x, y)));

const outside =
  (shape: Shape): Shape =>
  (x, y) =>
    -shape(x, y);

const border =
  (shape: Shape, width: number): Shape =>
  (x, y) =>
    Math.abs(shape(x, y)) - width / 2;

/** The bell on a concierge's desk, with the tick of a request that is decided. */
const tick = either(stroke(25.5, 34.5, 30.5, 39, 3.6), stroke(30.5, 39, 39, 29.5, 3.6));
const dome = both(circle(32, 42, 18), above(42));
const foot = stroke(15, 47.2, 49, 47.2, 4.4);
const knob = either(circle(32, 18.2, 3.4), stroke(32, 19, 32, 25, 2.6));
const filledBell = either(both(dome, outside(tick)), foot, knob);

/** For the thin icon: lines alone, thick enough to be seen at half a unit a pixel. */
const linedBell = either(
  border(both(circle(32, 44, 22), above(44)), 4),
  either(stroke(24, 34, 29.5, 38, 4), stroke(29.5, 38, 38, 30.5, 4)),
  stroke(8, 54, 56, 54, 4),
  either(circle(32, 10.5, 4.4), stroke(32, 10, 32, 20, 3.4)),
);

/** `color.png`: 192 by 192 pixels, filled to its edges, because the clients round the corners themselves. */
export function drawColorIcon(): Buffer {
  return draw(
    192,
    (share, down) => {
      const tile = lightIndigo.map((from, index) => from + ((darkIndigo[index] ?? from) - from) * down);
      return [...tile.map((from) => Math.round(from + (255 - from) * share)), 255];
    },
    filledBell,
  );
}

/** `outline.png`: 32 by 32 pixels, white and transparent and nothing else. */
export function drawOutlineIcon(): Buffer {
  return draw(32, (share) => [255, 255, 255, Math.round(255 * share)], linedBell);
}

/** Paints each pixel by the share of it that the shape covers; `down` is 0 at the top and 1 at the bottom. */
function draw(side: number, paint: (share: number, down: number) => readonly number[], shape: Shape): Buffer {
  const pixels = new Uint8Array(side * side * 4);
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1)
      pixels.set(paint(coverage(shape, column, row, 64 / side), row / (side - 1)), (row * side + column) * 4);
  return encodePng({ width: side, height: side, pixels });
}

/** So many samples in each direction within one pixel. */
const samples = 6;

function coverage(shape: Shape, column: number, row: number, unit: number): number {
  let inside = 0;
  for (let down = 0; down < samples; down += 1)
    for (let across = 0; across < samples; across += 1)
      if (shape((column + (across + 0.5) / samples) * unit, (row + (down + 0.5) / samples) * unit) <= 0) inside += 1;
  return inside / samples ** 2;
}
