import { z } from 'zod';
import { toMentions } from './parsePerson.js';
import { given } from '../domain/given.js';

/** The verb of the buttons that answer what was asked last. */
export const answerVerb = 'answerQuestion';

/** The answer of a button: the question's own id, where the card was made for one. */
export interface ClickedAnswer {
  readonly questionId?: string;
  readonly accepted: boolean;
  /** What was filled in. */
  readonly text?: string;
}

const schema = z.object({
  setting: z.string().max(100).optional(),
  value: z.enum(['yes', 'no']),
  // Some clients send null for a field that was left empty.
  answer: z.string().max(400).nullish(),
  picked: z.string().max(4000).nullish(),
});

/** Reads the click of a button that answers a question; nothing for any other click. Never throws. */
export function parseAnswer(verb: unknown, data: unknown): ClickedAnswer | undefined {
  const fields = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const name = typeof verb === 'string' && verb !== '' ? verb : fields['action'];
  if (name !== answerVerb) return undefined;
  const parsed = schema.safeParse(fields);
  // A button that cannot be read answers nothing with "yes".
  if (!parsed.success) return { accepted: false };
  const { setting, value, answer, picked } = parsed.data;
  // Who was looked up is read like a mention; it counts for more than a name beside it.
  const said = toMentions(picked ?? '') || (answer ?? '').trim();
  const text = said ? { text: said } : {};
  return { accepted: value === 'yes', ...given({ questionId: setting }), ...text };
}
