const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** How people name a group by who runs it. */
export const placing = {
  things: set('group grp team guild club crew list circle one'),
  /** Of these "mine" is the one I run; a team is its people. */
  owned: set('group grp guild club'),
  mine: set('my our'),
  articles: set('the that this whichever whatever a any'),
  helping: set('is has also'),
  run: set(`runs run owns own manages manage leads lead heads head running leading owning managing created made started
    opened founded administers looks`),
} as const;
