/** Words of a limit that a time has taken with it ("max 90 days", "a year at most"). */
export const limiting =
  /^(?:for )?(?:max|at most|no longer than|not longer|no more|up to|longer than|more than|not more|last )|(?:\bmax(?:imum)?|\bat most|\btops)$/i;

/** "3 months from today" says until when. */
export const countedFromToday = /\bfrom (?:today|now)(?: on)?$/i;

/** "From now on" is when everything begins that is wished. */
export const fromNowOn = /^\s*(?:from|as of|starting|effective) (?:now|today|immediately)(?: on(?:wards)?)?\s*$/i;

/** "Last" as a verb. */
export const lasting = /\b(?:should|must|may|can|will|to|memberships?|never|cannot|only) last\b/gi;

/** Words that say how long or until when, also where no date or length could be read of them. */
export const lengthWords: ReadonlySet<string> = new Set(
  'until till til only max maximum temporarily day days week weeks month months hour hours year years fortnight'.split(
    ' ',
  ),
);
