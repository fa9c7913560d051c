/** A request's id in a text, where it stood, and what is left without it. */
export interface FoundRequestId {
  readonly requestId: string;
  readonly before: string;
  readonly after: string;
}

// Letters that people confuse are read as the digits that Crockford's base 32 has in their place; U is none of its letters.
const pattern = /\breq[\s\-\u2010-\u2015_#:]{0,2}([0-9a-tv-z]{8})\b/i;

/** Finds the first request id in a text, however it is typed: "REQ-7K2M9QXW", "req 7k2m9qxw", "REQ7K2M9QXW". */
export function findRequestId(text: string): FoundRequestId | undefined {
  const match = pattern.exec(text);
  // Eight letters without a digit are a word ("req: approvals"), unless they are written as an id.
  if (!match || (!/\d/.test(match[1] ?? '') && !/^req-/i.test(match[0]))) return undefined;
  const code = (match[1] ?? '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return {
    requestId: `REQ-${code}`,
    before: text.slice(0, match.index),
    after: text.slice(match.index + match[0].length),
  };
}
