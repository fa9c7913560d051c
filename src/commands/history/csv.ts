/** Rows as CSV (RFC 4180) with a heading; no cell begins a formula in a spreadsheet. */
export function toCsv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const [first] = rows;
  if (!first) return '';
  const keys = Object.keys(first);
  return (
    [keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))]
      .map((cells) => cells.map(toCell).join(','))
      .join('\r\n') + '\r\n'
  );
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
