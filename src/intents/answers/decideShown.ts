import { toAnswer } from './toAnswer.js';
import type { Intent } from '../intent.js';
import { leadingNo, leadingYes } from '../words/answers.en.js';

/** What stands behind a "no" that is a reason, in characters. */
const longestReason = 300;

/**
 * "OK", "let her in" or "no, the shift is full" right after a request was shown to whoever decides it: the decision that
 * is meant, to be asked about. A "no" without a reason may only mean that nothing is to happen now.
 */
export function decideShown(text: string, requestId: string): Intent | undefined {
  const said = text.trim();
  if (said.length > longestReason || said.endsWith('?')) return undefined;
  const target = { requestId };
  if (leadingYes.test(toAnswer(said))) return { kind: 'approveRequest', target };
  const reason = leadingNo.exec(said)?.[1]?.trim();
  return reason ? { kind: 'denyRequest', target, justification: reason } : undefined;
}
