import { parseArgs } from 'node:util';

/** What one option of a command means. */
export interface OptionRule {
  /** What stands behind it, such as `ID`; absent for a switch. */
  readonly value?: string;
  readonly says: string;
  readonly isRequired?: true;
}

/** What somebody typed behind a command, or why it cannot be carried out. */
export type ArgumentReading<N extends string> =
  | { readonly ok: true; readonly values: { readonly [name in N]?: string | true } }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads `--name value` and `--name=value`; an unknown, missing, empty or repeated option is a problem of its own. */
export function readArguments<N extends string>(
  args: readonly string[],
  rules: { readonly [name in N]: OptionRule },
): ArgumentReading<N> {
  const names = Object.keys(rules) as N[];
  const options = Object.fromEntries(
    names.map((name) => [name, { type: rules[name].value === undefined ? 'boolean' : 'string', multiple: true }]),
  ) as Record<string, { type: 'boolean' | 'string'; multiple: true }>;
  let parsed: Record<string, (string | boolean)[] | undefined>;
  try {
    parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return { ok: false, problems: [firstSentence(error)] };
  }
  const problems = names.flatMap((name) => {
    const given = parsed[name] ?? [];
    if (given.length > 1) return [`--${name} is there ${given.length} times; once is enough.`];
    if (given[0] === '') return [`--${name} is empty; put ${rules[name].value} behind it.`];
    return given.length === 0 && rules[name].isRequired ? [`--${name} is missing: ${rules[name].says}`] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const values = Object.fromEntries(names.flatMap((name) => (parsed[name]?.[0] ? [[name, parsed[name][0]]] : [])));
  return { ok: true, values: values as { [name in N]?: string | true } };
}

/** The lines of a manual, one for each option. */
export function describeOptions(rules: Readonly<Record<string, OptionRule>>): string {
  const rows = Object.entries(rules).map(([name, rule]) => [
    `--${name}${rule.value ? ` ${rule.value}` : ''}`,
    rule.says,
  ]);
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return rows.map(([left = '', right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${(message.split(/[.\n]/)[0] ?? message).trim()}.`;
}
