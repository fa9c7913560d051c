import type { AddResult } from '../../domain/members/news.js';
import type { Voice } from '../../messages/voice.js';

/** How one person of a list came out, or would. */
export function resultText(
  { name, result }: { readonly name: string; readonly result: AddResult },
  { say }: Voice,
  when: 'preview' | 'done' = 'done',
): string {
  return say(`members.result.${when === 'preview' && result === 'added' ? 'willBeAdded' : result}`, { name });
}
