import { leadIn, leadOut } from '../words/answers.en.js';

/** The text without what only ties it to the last turn ("fine, …", "actually …", "… again"); nothing where it has none. */
export function withoutLead(text: string): string | undefined {
  const bare = text.trim().replace(leadIn, '').replace(leadOut, '').trim();
  return bare === '' || bare === text.trim() ? undefined : bare;
}
