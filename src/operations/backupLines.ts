import { createReadStream } from 'node:fs';
import { check } from '../store/check.js';
import { isKeptName } from '../store/keptShelves.js';
import type { BackupRow } from './backup.js';

/** A line of a file, read: a record that fits, or what is wrong with the line. */
export type BackupLine =
  | { readonly number: number; readonly row: BackupRow; readonly problem?: undefined }
  | { readonly number: number; readonly row?: undefined; readonly problem: string };

/** Reads a backup line by line; lines without anything on them are passed over. Line numbers begin with 1. */
export async function* readBackupLines(path: string): AsyncGenerator<BackupLine> {
  let number = 0;
  for await (const line of linesOf(createReadStream(path, 'utf8'))) {
    number += 1;
    // Editors of Windows begin a file with an invisible mark.
    const text = number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
    if (text.trim() !== '') yield readLine(text, number);
  }
}

/** Node's `readline` (20 to 26) also ends lines at U+2028 and U+2029, which may stand in the middle of a JSON text. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    parts.push(first);
    for (const next of others) {
      yield parts.join('');
      parts = [next];
    }
  }
  yield parts.join('');
}

function readLine(line: string, number: number): BackupLine {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return { number, problem: 'it is no JSON' };
  }
  if (typeof row !== 'object' || row === null || !('collection' in row) || !('body' in row))
    return { number, problem: 'it is no record: it needs a collection and a body' };
  const { collection, body } = row;
  if (!isKeptName(collection)) return { number, problem: `there is no collection ${JSON.stringify(collection)}` };
  const checked = check(collection, body);
  return checked.ok
    ? { number, row: { collection, body: body as BackupRow['body'] } }
    : { number, problem: `among the ${collection}: ${checked.problem}` };
}
