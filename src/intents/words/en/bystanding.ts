const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** How people say that somebody else knows of it. */
export const bystanding = {
  verbs: set('knows agreed agrees approved confirmed okayed oked signed recommended sent'),
  notBefore: set('that who whom to for of with by and or as if because since said told tell asked ask'),
} as const;
