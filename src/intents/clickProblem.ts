/** What can be wrong with a click; each has a sentence. */
export const clickProblems = [
  'unknown',
  'tooOld',
  'incomplete',
  'noRequest',
  'noGroup',
  'pickGroup',
  'tooLong',
  'reasonTooLong',
  'chooseLength',
  'chooseDay',
  'chooseLicence',
  'chooseKind',
] as const;

/** Why a click could not be read. */
export interface ClickProblem {
  readonly code: (typeof clickProblems)[number];
  /** So many characters are taken, where there are too many. */
  readonly most?: number;
}

/** What a schema says of a problem: the schemas give codes in the place of messages. */
export function isClickProblem(message: string): message is ClickProblem['code'] {
  return (clickProblems as readonly string[]).includes(message);
}
