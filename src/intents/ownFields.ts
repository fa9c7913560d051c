/**
 * What a click sends, as its own form would have sent it by itself: where several forms stand on one card, each field is
 * called `name#form` and the button says which form it belongs to. The button's own data win over a field.
 */
export function ownFields(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const entries = Object.entries(data as Readonly<Record<string, unknown>>);
  const form = entries.find(([key]) => key === 'form')?.[1];
  if (typeof form !== 'string') return data;
  const fields = entries.flatMap(([key, value]): [string, unknown][] => {
    const [name = '', of] = key.split('#');
    return of === form ? [[name, value]] : [];
  });
  const own = entries.filter(([key]) => !key.includes('#') && key !== 'form');
  return Object.fromEntries([...fields, ...own]);
}
