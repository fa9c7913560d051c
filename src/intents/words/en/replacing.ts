const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** How people take back what they have just said and say something else in its place. */
export const replacing = {
  /** Words that take back by themselves. */
  strong: set('mean meant correction oops scratch wait rather typo wrong'),
  /** "No" and "sorry" take back behind a comma, a dash or a full stop. */
  afterMark: set('no nope sorry actually nah'),
  pairs: new Set(
    'or better,make that,make it,no sorry,no wait,no actually,hang on,sorry no,wait no,or rather,no make,oh no'.split(
      ',',
    ),
  ),
  /** What may stand between the two. */
  between: set(`oh no nope nah sorry actually wait i mean meant correction oops scratch that make it rather or er hm uh
    the a to in into for until till from of on hang hold not should be say is its group well typo wrong
    better instead`),
  marks: set(', . … - – — ( ) ; !'),
  adding: set('and plus also or'),
  goesOn: set('yes no ok okay yep nope fine too also approved denied'),
} as const;
