const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** How people say who they are and where somebody comes from. */
export const introducing = {
  /** What a department's name becomes: a word that asks for nothing. */
  department: 'there',
  prepositions: set('from'),
  articles: set('the our'),
  /** Who comes from there: whoever writes, or somebody who was just named. */
  self: set('me here im colleague colleagues guy girl lady somebody someone one starter joiner hire'),
  /** "The group that Olga runs". */
  relative: set('that which'),
  thing: set('group team one thing club guild list'),
  run: set('runs owns manages leads created started made opened heads'),
  listMarks: new Set([',', ';', '&', '+', '/', '|', '\n', '•']),
  joiners: set('and or plus'),
  /** "Dee said you can add me". */
  telling: set('said says told asked suggested recommended'),
  told: set('you u i we me us that to'),
  others: set('he she him her they them his their'),
  /** Nothing but these says who writes. */
  words: set('the new one me here there is it its this from in at name my im i am again hi hello hey a an your'),
  /** With one of these, "from" says where somebody is taken out. */
  taking: set(`remove take leave kick drop move transfer throw strike exclude withdraw out off pull delete swap
    quit unsubscribe detach block`),
} as const;
