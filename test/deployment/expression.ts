/** A part of a template expression. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'field'; readonly of: Expression; readonly name: string };

const token = /\s*(?:'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_]\w*)|([(),.[\]]))/y;

/** Parses what stands between the brackets of `[…]`; throws where Azure would refuse it. */
export function parseExpression(text: string): Expression {
  const tokens: RegExpExecArray[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw new Error(`not understood at ${at}: ${text}`);
    tokens.push(found);
  }
  let next = 0;
  const sign = (): string | undefined => tokens[next]?.[4];
  const take = (wanted: string): void => {
    if (sign() !== wanted) throw new Error(`'${wanted}' is missing: ${text}`);
    next += 1;
  };
  const parse = (): Expression => {
    const [, word, number, name] = tokens[next] ?? [];
    next += 1;
    if (word !== undefined) return { kind: 'literal', value: word.replaceAll("''", "'") };
    if (number !== undefined) return { kind: 'literal', value: Number(number) };
    if (name === undefined) throw new Error(`a value is missing: ${text}`);
    take('(');
    const args: Expression[] = [];
    while (sign() !== ')') {
      args.push(parse());
      if (sign() !== ')') take(',');
    }
    take(')');
    let expression: Expression = { kind: 'call', name, args };
    while (sign() === '.') {
      next += 1;
      expression = { kind: 'field', of: expression, name: tokens[next]?.[3] ?? '' };
      next += 1;
    }
    return expression;
  };
  const parsed = parse();
  if (next !== tokens.length) throw new Error(`something follows: ${text}`);
  return parsed;
}

/** The inside of a template string that is an expression; `undefined` for plain text. */
export function expressionIn(text: string): string | undefined {
  if (!text.startsWith('[') || text.startsWith('[[')) return undefined;
  if (!text.endsWith(']')) throw new Error(`the bracket is not closed: ${text}`);
  return text.slice(1, -1);
}
