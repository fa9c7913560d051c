import type { Placed } from '../items.js';
import type { UnderstandContext } from '../context.js';
import type { Token } from '../tokens.js';

const code = /^[0-9a-tv-z]{8}$/i;
const joined = /^req[0-9a-tv-z]{8}$/i;

/** Finds request numbers however they are typed: "REQ-7K2M9QXW", "req 7k2m9qxw", and the bare number of one that is open. */
export function findRequests(tokens: readonly Token[], text: string, context: UnderstandContext): Placed[] {
  const { requestsWaitingForMe, myOpenRequests } = context.mine;
  const open = new Set([...requestsWaitingForMe, ...myOpenRequests].map(({ id }) => id.slice(4)));
  const placed: Placed[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'word') return;
    const put = (start: number, letters: string): void => {
      placed.push({ value: { type: 'request', requestId: `REQ-${plain(letters)}` }, start, end: token.end });
    };
    if (joined.test(token.text) && /\d/.test(token.text)) return put(token.start, token.text.slice(3));
    if (!code.test(token.text)) return;
    const before = tokens[index - 1];
    const word = before?.kind === 'mark' ? tokens[index - 2] : before;
    const isMarked =
      word?.key === 'req' && /^req[\s\-\u2010-\u2015_#:]{0,2}$/i.test(text.slice(word.start, token.start));
    const isWritten = isMarked && /^-/.test(text.slice(word.end, token.start).trim());
    if (isMarked && word && (/\d/.test(token.text) || isWritten)) put(word.start, token.text);
    else if (
      open.has(plain(token.text)) ||
      (/\d/.test(token.text) && /\d.*[a-z].*\d|[a-z].*\d.*[a-z]/i.test(token.text) && before?.text === '#')
    )
      put(token.start, token.text);
  });
  return placed;
}

/** Letters that people confuse are the digits that Crockford's base 32 has in their place. */
function plain(letters: string): string {
  return letters.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}
