import type { Match } from './frames/match.js';
import type { Part } from './parts.js';

/** A part in which a frame was found. */
type Meant = Part & { readonly match: Match };

/** Without the parts that only say again, or lead up to, what another part asks for. */
export function withoutRepeats(parts: readonly Part[]): Part[] {
  const meant = parts.filter((part): part is Meant => part.match !== undefined && part.built !== undefined);
  return parts.filter((part) => {
    const own = meant.find((one) => one === part);
    if (!own) return true;
    const others = meant.filter((one) => one !== part);
    return own.match.frame.changes ? !isChangeRepeated(own, others) : !isLookBeside(own, others);
  });
}

/** A look beside a change that is not asked for by a word for it, or that the change answers. */
function isLookBeside(part: Meant, others: readonly Meant[]): boolean {
  const changes = others.filter(({ match }) => match.frame.changes);
  if (changes.length === 0) return false;
  const words = part.match.words.filter(({ cls }) => !weakWords.has(cls));
  const isWish =
    part.match.frame.intent === 'findAccess' && /^(?:command|wish|politeQuestion)$/.test(part.match.scope.mood.mood);
  if (words.length === 0) return !isWish || part.match.isBorrowed;
  if (
    /^(?:explainJoin|showGroup|findAccess)$/.test(part.match.frame.intent) &&
    changes.some((one) => isLentBy(part, one))
  )
    return true;
  const { mood } = part.match.scope.mood;
  return (part.own ?? []).length > 0 && !/^(?:question|politeQuestion|command|wish)$/.test(mood);
}

/** What stands in sentences that ask for no look, too. */
const weakWords = new Set('mine group groups both request thing resource need have exists access member'.split(' '));

function isChangeRepeated(part: Meant, others: readonly Meant[]): boolean {
  const changes = others.filter(({ match }) => match.frame.changes);
  const isPlain = (one: Meant): boolean => (one.own ?? []).length === 0;
  // It only names what the next one asks for ("Two wishes about Night Shift: …", "nobody looks after it, make me …").
  const { slots, words, scope } = part.match;
  const isHeading = words.length === 0 && slots.P === undefined && slots.D === undefined;
  const isTold = !isPlain(part) && (scope.mood.isInverse || !/^(?:command|wish)$/.test(scope.mood.mood));
  if ((isHeading || isTold) && changes.some((one) => isLentBy(part, one) && isPlain(one))) return true;
  // "I don't need Finance any more, withdraw my request": the first says why.
  if (
    part.match.frame.intent === 'leaveGroup' &&
    changes.some((one) => one.match.frame.intent === 'withdrawRequest' && isLentBy(part, one))
  )
    return true;
  if (!part.match.isBorrowed) return false;
  if (!isPlain(part) && others.some((one) => isPlain(one) && !one.match.isBorrowed)) return true;
  const donors = changes.filter((one) => isLentBy(one, part));
  // What follows about somebody is about that person and not about whoever writes.
  if (part.match.frame.concerns === 'self' && !hasSelf(part.match) && donors.some(({ match }) => match.slots.P))
    return true;
  if (
    donors.some(
      ({ match }) =>
        match.slots.P && match.slots.G && slots.P && /^(?:addMembers|requestFor)$/.test(match.frame.intent),
    ) &&
    part.match.words.length < 2 &&
    isAllLent(part, donors)
  )
    return true;
  return /^(?:statement|state)$/.test(scope.mood.mood) && donors.length > 0;
}

/** All that it is about stands with others. */
function isAllLent({ match }: Meant, donors: readonly Meant[]): boolean {
  const at = Object.values(match.slots).flat();
  return at.every((index) => donors.some((one) => index >= one.match.scope.from && index < one.match.scope.to));
}

/** Whether a part took a name from the clauses of another. */
function isLentBy(lender: Meant, borrower: Meant): boolean {
  if (!borrower.match.isBorrowed) return false;
  const { from, to } = lender.match.scope;
  return [...Object.values(borrower.match.slots).flat(), ...(borrower.match.waiting?.at ?? [])].some(
    (index) => index >= from && index < to,
  );
}

function hasSelf({ scope }: Match): boolean {
  return scope.sentence.items
    .slice(scope.from, scope.to)
    .some((item) => item.kind === 'word' && /^(?:i|im|id|ill|ive|me|my|myself|we|us)$/.test(item.key));
}
