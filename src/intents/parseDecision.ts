import { findDuration } from './parseDuration.js';
import type { Intent } from './intent.js';
import { plainMarks } from './normalizeText.js';
import type { ParseContext } from './parseAction.js';
import { findRequestId } from './requestId.js';
import { conditional, takenBack } from './vocabulary.js';

const polite = String.raw`(?:(?:can|could|would|will) you (?:please |kindly )?|i(?:'d| would) like to |i want to |i wish to |let me |let's )?`;
const approve = new RegExp(`^${polite}(?:approve|aprove|approv|accept|allow|grant|ok|okay|yes to|say yes to)\\b`, 'i');
const deny = new RegExp(`^${polite}(?:deny|reject|decline|refuse|turn down|no to|say no to|dney)\\b`, 'i');
const withdraw = new RegExp(`^${polite}(?:withdraw|cancel|revoke|take back|retract|pull back|undo|drop)\\b`, 'i');
const resubmit = new RegExp(`^${polite}(?:request|ask again(?: for)?|resubmit|renew|send again|re-?send|repeat)\\b`, 'i');
const filler = /^[\s,:]*(?:(?:the|this|that|my|her|his|their|request|for|please|number|with id|id|no\.?|of|open|pending)\s*[:#]?\s*)*$/i;
const reasonMarker = /^[\s,;:.()-]*(?:because(?: of)?|since|as|with (?:the )?(?:note|comment|reason|message)|note|reason|comment|saying|due to|on the grounds that)\b[\s:,-]*/i;

/** Understands decisions and withdrawals; only a verb at the very start with an id behind it, and nothing doubtful, decides. */
export function parseDecision(text: string, isQuestion: boolean, context: ParseContext): Intent | undefined {
  const plain = plainMarks(text);
  const found = findRequestId(plain);
  const verb = ([['approveRequest', approve], ['denyRequest', deny], ['withdrawRequest', withdraw], ['resubmitRequest', resubmit]] as const).find(([, pattern]) => pattern.test(plain));
  if (!verb) return found ? { kind: 'showRequest', target: { requestId: found.requestId } } : undefined;
  const [kind, pattern] = verb;
  const behindVerb = text.slice(pattern.exec(plain)?.[0].length ?? 0);
  if (!found) return withoutId(kind, behindVerb, isQuestion);
  const { requestId } = found;
  const show: Intent = { kind: 'showRequest', target: { requestId } };
  const before = behindVerb.slice(0, Math.max(0, behindVerb.length - (text.length - found.before.length)));
  const after = text.slice(text.length - found.after.length);
  const early = findDuration(before, context);
  const isPlainBefore = filler.test(early ? `${before.slice(0, early.start)} ${before.slice(early.end)}` : before);
  // "approve REQ-…?" and "can you approve REQ-… if …" are looked at, not carried out.
  if (!isPlainBefore || takenBack.test(plain) || (isQuestion && !/^(?:can|could|would|will) you/i.test(plain)) || findRequestId(after)) return show;
  const rest = readRest(after, kind === 'denyRequest', context);
  if (!rest) return show;
  const duration = rest.duration ?? early?.duration;
  if (kind === 'resubmitRequest') return rest.reason || duration ? show : { kind, requestId };
  if (kind === 'withdrawRequest') return { kind, target: { requestId }, ...(isQuestion ? { ask: true } : {}) };
  const justification = rest.reason ? { justification: rest.reason } : {};
  return kind === 'approveRequest' ? { kind, target: { requestId }, ...(duration ? { duration } : {}), ...justification } : { kind, target: { requestId }, ...justification };
}

/** What stands behind the id: a length of time, a reason, or for a denial any words at all; nothing when it is doubtful. */
function readRest(after: string, takesWords: boolean, context: ParseContext): { readonly reason?: string; readonly duration?: NonNullable<ReturnType<typeof findDuration>>['duration'] } | undefined {
  const found = takesWords ? undefined : findDuration(after, context);
  // A length of time counts in front of the reason or at the end of it.
  const isOutside = found && (/^[\s,;:.-]*$/.test(after.slice(0, found.start)) || /^[\s.!]*$/.test(after.slice(found.end)));
  const left = (isOutside && found ? `${after.slice(0, found.start)} ${after.slice(found.end)}` : after).trim();
  const duration = isOutside && found ? { duration: found.duration } : {};
  if (/^[\s,;:.!-]*$/.test(left)) return duration;
  const marker = reasonMarker.exec(plainMarks(left));
  if (marker) return left.slice(marker[0].length).trim() === '' ? duration : { reason: left.slice(marker[0].length).trim(), ...duration };
  if (conditional.test(` ${plainMarks(left)}`) || /^\W*(?:not|no|maybe|later|tomorrow|yet|and|or|but|though)\b/i.test(left)) return undefined;
  if (takesWords || /^[:,;(-]/.test(plainMarks(left))) return { reason: left.replace(/^[\s:,;()\u2010-\u2015-]+/, ''), ...duration };
  return undefined;
}

/** Names no id: the command shows what could be meant, so that words are enough here. */
function withoutId(kind: 'approveRequest' | 'denyRequest' | 'withdrawRequest' | 'resubmitRequest', behindVerb: string, isQuestion: boolean): Intent | undefined {
  const plain = plainMarks(behindVerb).trim();
  if (kind === 'resubmitRequest') return undefined;
  if (kind === 'withdrawRequest') return withdrawWords(plain, isQuestion);
  if (isQuestion || /^(?:of|to|that|with|the (?:plan|idea|proposal)|it is|it's|this (?:plan|idea))\b/i.test(plain)) return undefined;
  const words = plain.replace(/\b(?:the|request|requests|to|join|joining|for|from|of|by|'s|please|membership|access|in|into|her|his|their)\b/gi, ' ').replace(/'s\b/g, ' ').replace(/[^\p{L}\p{N}\s'&-]/gu, ' ').replace(/\s+/g, ' ').trim();
  if (words.split(' ').length > 6) return undefined;
  return { kind, target: words === '' || /^(?:it|this|that|them|him|her|yes)$/i.test(words) ? {} : { words } };
}

function withdrawWords(plain: string, isQuestion: boolean): Intent | undefined {
  if (plain === '' || /^(?:it|this|that|please)$/i.test(plain)) return { kind: 'withdrawRequest', target: {}, ...(isQuestion ? { ask: true } : {}) };
  const match = /^(?:my |the |that |this )?(?:(?:open|pending|last|latest) )?(?:membership )?(?:requests?|application)(?:$|\s+(?:(?:to|for|of|in|on|about)\s+)?(?:(?:join|joining|membership of|access to)\s+)?(.*)$)/i.exec(plain);
  if (!match) return undefined;
  const words = (match[1] ?? '').replace(/^(?:the|to|for)\s+/i, '').replace(/\s+(?:group|team)$/i, '').replace(/^["']|["']$/g, '').trim();
  return { kind: 'withdrawRequest', target: words === '' ? {} : { words }, ...(isQuestion ? { ask: true } : {}) };
}
