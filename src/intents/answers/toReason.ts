import { beforeReason, reasonStart } from '../words/reasons.en.js';

/** A reason as it was typed, without the words that only lead to it ("oh sorry, forgot: …", "ok, the reason is …"). */
export function toReason(text: string): string {
  const bare = text.trim().replace(beforeReason, '').replace(reasonStart, '').trim();
  if (bare === '') return text.trim();
  return bare === text.trim() ? bare : toReason(bare);
}
