import { beforeAnswer, behindAnswer } from '../words/answers.en.js';

/** A text as an answer is compared: small letters, no marks, no courtesy at its ends. */
export function toAnswer(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}👍👎✅❌]+/gu, ' ')
    .trim()
    .replace(beforeAnswer, '')
    .replace(behindAnswer, '');
}
