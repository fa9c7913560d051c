/** The same fields, where those that may be undefined may be absent instead. */
type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Only the fields that have a value: a record, an intent or a card never holds a field that is there and undefined. */
export function given<const T extends object>(fields: T): Given<T> {
  const kept: Record<string, unknown> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as Given<T>;
}
