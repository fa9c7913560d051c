import { z } from 'zod';
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
  answer: z.string().max(400).optional(),
});

/** Reads the click of a button that answers a question; nothing for any other click. Never throws. */
export function parseAnswer(verb: unknown, data: unknown): ClickedAnswer | undefined {
  const fields = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const name = typeof verb === 'string' && verb !== '' ? verb : fields['action'];
  if (name !== answerVerb) return undefined;
  const parsed = schema.safeParse(fields);
  // A button that cannot be read answers nothing with "yes".
  if (!parsed.success) return { accepted: false };
  const { setting, value, answer } = parsed.data;
  const text = answer?.trim() ? { text: answer.trim() } : {};
  return { accepted: value === 'yes', ...given({ questionId: setting }), ...text };
}
