import { type Clause, imperatives } from './wholeClauses.js';
import type { UnderstandContext } from './context.js';
import { fold } from './entities/fold.js';
import type { Item } from './items.js';
import type { Message } from './message.js';

/** An answer above or below a quoted mail is about the request that the mail names. */
export function aboutQuoted(message: Message, context: UnderstandContext): UnderstandContext {
  const quoted = message.segments
    .filter(({ kind }) => kind === 'quoted')
    .map(({ start, end }) => message.plain.slice(start, end))
    .join('\n');
  if (quoted === '') return context;
  const { requestsWaitingForMe: waiting } = context.mine;
  const text = fold(quoted);
  const numbered = waiting.filter(({ id }) => text.includes(fold(id)));
  const named = waiting.filter(
    ({ requesterName, groupName }) => text.includes(fold(requesterName)) && text.includes(fold(groupName)),
  );
  const meant = numbered.length > 0 ? numbered : named;
  return meant.length === 0
    ? context
    : { ...context, mine: { ...context.mine, requestsWaitingForMe: meant, isQuoted: true } };
}

const closingWords = new Set(
  'with kind best warm warmest kindest many regards wishes cheers yours sincerely faithfully truly br rgds thanks and greetings all the'.split(
    ' ',
  ),
);

/** "… With kind regards, Dee Marsh, HR": who signs comes off the end. */
export function withoutClosing(clauses: readonly Clause[], items: readonly Item[], writer: string): Clause[] {
  const own = fold(writer).split(' ');
  const at = clauses.findIndex((clause, index) => {
    if (index === 0 || clauses.length - index > 4) return false;
    const words = items.slice(clause.from, clause.to);
    const isClosing =
      words.some(
        (item) => item.kind === 'word' && /^(?:regards|wishes|cheers|sincerely|yours|br|rgds)$/.test(item.key),
      ) &&
      words.every(
        (item) => item.kind === 'mark' || (item.kind === 'word' && closingWords.has(item.key)) || isOwnName(item, own),
      );
    const isName =
      words.every((item) => item.kind === 'mark' || isOwnName(item, own)) &&
      clauses.slice(index).every(({ from, to }) => to - from <= 5);
    const isLast = index === clauses.length - 1;
    return isClosing || (isName && (isLast || isTitled(clauses.slice(index), items)));
  });
  return at < 0 ? [...clauses] : clauses.slice(0, at);
}

/** Below a name on a line of its own stand what somebody is and how to reach them, and nothing that is wished. */
function isTitled([name, ...rest]: readonly Clause[], items: readonly Item[]): boolean {
  const isTitle = ({ from, to }: Clause): boolean => !items.slice(from, to).some((item) => isVerb(item));
  return name?.end === '\n' && items[name.from - 1]?.text === '\n' && rest.every(isTitle);
}

function isVerb(item: Item): boolean {
  return item.kind === 'word' && item.forms.some((form) => imperatives.has(form));
}

function isOwnName(item: Item, own: readonly string[]): boolean {
  return (
    item.kind !== 'mark' &&
    fold(item.text)
      .split(' ')
      .every((word) => own.includes(word) || word === own[0]?.[0])
  );
}
