/** What the data of a card looks like, learnt from its sample: a text or number, or a list of such, or of rows. */
export type Shape = 'value' | 'values' | { readonly rows: RowShape };

type RowShape = ReadonlyMap<string, Shape>;

/** Learns the shape of a card's data from its sample, in which every list has something in it. */
export function shapeOf(sample: unknown): Shape {
  return { rows: rowShape(sample) };
}

function rowShape(sample: unknown): RowShape {
  if (typeof sample !== 'object' || sample === null) throw new Error('The sample of a card must be an object');
  return new Map(Object.entries(sample).map(([key, value]) => [key, fieldShape(key, value)]));
}

function fieldShape(key: string, value: unknown): Shape {
  if (!Array.isArray(value)) {
    if (!isValue(value)) throw new Error(`The sample's "${key}" must be a text, a number, true, false or null`);
    return 'value';
  }
  const [first] = value as unknown[];
  if (first === undefined) throw new Error(`The sample's list "${key}" is empty: give it an example`);
  return isValue(first) ? 'values' : { rows: rowShape(first) };
}

function isValue(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Throws unless the data has exactly the fields of the shape, each with a value of the right sort; it is our mistake otherwise. */
export function checkShape(data: object, shape: Shape, where: string): void {
  if (typeof shape === 'string') throw new Error(`The data of ${where} must be an object`);
  checkRow(data, shape.rows, where);
}

function checkRow(row: unknown, shape: RowShape, where: string): void {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error(`${where} must be an object`);
  for (const key of Object.keys(row))
    if (!shape.has(key)) throw new Error(`${where}.${key} is not in the card's sample`);
  for (const [key, expected] of shape) checkField((row as Record<string, unknown>)[key], expected, `${where}.${key}`);
}

function checkField(value: unknown, expected: Shape, where: string): void {
  if (expected === 'value') {
    if (!isValue(value)) throw new Error(`${where} must be a text, a number, true, false or null`);
    return;
  }
  if (!Array.isArray(value)) throw new Error(`${where} must be a list`);
  for (const item of value as unknown[]) {
    if (expected !== 'values') checkRow(item, expected.rows, `${where}[]`);
    else if (!isValue(item)) throw new Error(`${where} must be a list of texts`);
  }
}
