/** One line of a file: its columns by name. */
export type Line = Readonly<Record<string, string | number>>;

/** Spreadsheets take a file that begins with it for UTF-8. */
const byteOrderMark = '\uFEFF';

/** Lines as CSV (RFC 4180) with a heading, also where there are none; no cell begins a formula in a spreadsheet. */
export function toCsv(columns: readonly string[], lines: readonly Line[]): string {
  const rows = [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))];
  return byteOrderMark + rows.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('');
}

/** A moment as spreadsheets and people read it, or nothing. */
export function exportTime(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString();
}

function toCell(value: string | number): string {
  const text = String(value).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');
  // Spreadsheets run what begins like a formula, also behind blanks.
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
