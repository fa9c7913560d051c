import { parseEnv } from 'node:util';

/** What a `.env` file says, and what in it cannot be read as it was meant; values are never repeated. */
export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** Reads the bytes of a `.env` file, whatever editor saved them; Node's own reader takes a mark at the beginning for a part of the first key. */
export function readEnvFile(bytes: Uint8Array): EnvFile {
  const text = decode(bytes);
  if (text === undefined)
    return { values: {}, problems: ['.env is not saved as UTF-8: save it once more with the encoding UTF-8.'] };
  const values = parseEnv(text) as Record<string, string>;
  return { values, problems: problemsOf(text) };
}

/** UTF-8 with or without a mark; UTF-16, as “Unicode” in Windows’ Notepad and `>` in its PowerShell write it, with one. */
function decode(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text.replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

const assignment = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*(.*)$/;

function problemsOf(text: string): string[] {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const place = `Line ${index + 1} of .env`;
    const [, key, value] = assignment.exec(line) ?? [];
    if (key === undefined || value === undefined) {
      problems.push(`${place} is no KEY=value: write it so, or put # in front of it.`);
      continue;
    }
    const problem = problemOfValue(value);
    if (problem) problems.push(`${place} (${key}) ${problem}`);
    const before = seen.get(key);
    if (before !== undefined && before !== value)
      problems.push(`${place} sets ${key} once more, to another value: remove one of the two.`);
    seen.set(key, value);
  }
  return problems;
}

function problemOfValue(value: string): string | undefined {
  const first = value[0] ?? '';
  if ('"\'`'.includes(first) && first !== '') {
    const end = value.indexOf(first, 1);
    if (end < 0) return `opens a quote (${first}) and does not close it: close it on the same line, or leave it out.`;
    const rest = value.slice(end + 1).trim();
    return rest === '' || rest.startsWith('#')
      ? undefined
      : 'goes on after the closing quote: quote the whole value, with another kind of quote than is in it.';
  }
  if ('“”„‘’«'.includes(first) && first !== '')
    return 'is in curly quotes, which count as a part of the value: use " or none.';
  // Behind a space it is a comment, and meant as one.
  if (/\S#/.test(value))
    return 'has a # inside, and everything behind it would be left out: put the whole value into quotes.';
  return undefined;
}
