const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** How people hand on a mail and ask for what stands in it. */
export const forwarding = {
  /** Nothing but these: what the mail asks for is to be done. */
  doIt: set(`please pls plz kindly do does done it that this so see below above mail message request for her him
    them me you can could would ok okay yes thx thanks thank fyi handle sort arrange action process take
    care of help with as asked requested wished wants the what she he they need needs asks wrote go
    ahead and approved agreed fine by from my side let put get deal forwarding forwarded fwd make happen
    execute implement into force apply all groups effect set up grant enable proceed complete fulfil follow these
    no objections objection concerns support`),
  /** One of these has to be among them. */
  doing:
    set(`set grant enable proceed complete fulfil follow support do done handle sort arrange action process care help deal below above ahead happen execute implement
    force apply request`),
  /** Words for the group that the mail names, and for who wrote it. */
  places:
    /\b(?:in |into |to |from |off )?(?:there|it|both(?: of them)?|that (?:group|one)|this (?:group|one)|those(?: groups)?)\b/i,
  somebody: /\b(?:him|her|them)\b/i,
  /** A verb behind which a place belongs. */
  adding: /\b(?:add|put|let|include|enrol|invite|give)\b/i,
  removing: /\b(?:remove|take|kick|drop|delete)\b/i,
  header: /^\W{0,4}(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff|datum)\s?:/i,
  sender: /^\W{0,4}(?:from|von)\s?:\s?(.{1,120})$/i,
  wrote: /^\W{0,4}(?:on\b.{0,80}[,;] )?(.{1,80}?)(?: <[^<>]{0,120}>)? (?:wrote|schrieb|said)\s?:\s?$/i,
  /** What is written below a mail that was pasted whole begins so. */
  begins:
    /^(?:ok|okay|pls|plz|please|can|could|yes|no|fyi|add|approve|deny|reject|remove|let|so|done|hi|hello|see|as|do|thx|is|put|him|her|them|give|kindly|concierge|@|i|we)\b/i,
  divider: /^\W*(?:original message|forwarded message|begin forwarded message|weitergeleitete nachricht)\W*$/i,
} as const;
