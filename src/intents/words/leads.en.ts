const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What a phrase may hold between its words. */
export const articles = set('the a an all any our their his its');

/** Words behind which a name stands, by what it names there. */
export const leads = {
  groups: set(
    'join leave into in onto group groups team from of enter manage rename delete hide unhide describe claim quit exit history members within inside explain open close',
  ),
  people: set(
    'add remove make for appoint promote demote let block unblock approve deny invite delegate kick admit put ask reject accept by give get can could should must may',
  ),
  either: set('to with'),
  /** Verbs of somebody who stands before them. */
  verbs: set('needs wants should must joins starts requires wishes asks gets'),
  /** Before "to": what opens something. */
  resources: set('access login log-in account licence license'),
  /** What may stand between a word and the name behind it. */
  articles: set('the a an my our this that new group groups team called named'),
} as const;
