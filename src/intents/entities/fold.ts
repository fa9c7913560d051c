/**
 * A text as its words are compared: no accents, case, apostrophes or punctuation; `+` and `#` stay, since they tell
 * names apart ("C++", "C#"), and "&" is "and".
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/['’`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** The same without blanks: "night shift" and "nightshift". */
export function squeeze(text: string): string {
  return fold(text).replace(/ /g, '');
}
