/** More than anybody types at a bot; what is behind it is not looked at. */
const longestText = 4000;

const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A message as it was meant: without markup, entities, invisible characters and odd spaces. Never throws. */
export function normalizeText(raw: string): string {
  return (
    raw
      .slice(0, longestText)
      // Half a character, as a cut leaves it: no store takes it.
      .replace(/\p{Cs}/gu, '')
      .replace(/<at[^>]{0,200}>[^<]{0,200}<\/at>/gi, ' ')
      .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
      .replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,5});/gi, decodeEntity)
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, keepJoiner)
      .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim()
  );
}

/** The zero-width joiner holds families of emoji together. */
function keepJoiner(character: string): string {
  return character === '\u200d' ? character : '';
}

function decodeEntity(entity: string, body: string): string {
  const known = named[body.toLowerCase()];
  if (known !== undefined) return known;
  if (!body.startsWith('#')) return entity;
  const code =
    body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : entity;
}

/** The same text, character for character, with plain quotes and dashes: for recognising commands, never for reasons. */
export function plainMarks(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
