/** A pattern's text for any one of these. */
export function anyOf(...parts: readonly string[]): string {
  return `(?:${parts.join('|')})`;
}
