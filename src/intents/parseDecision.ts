import { findDuration } from './parseDuration.js';
import type { Intent } from './intent.js';
import { plainMarks } from './normalizeText.js';
import { findRequestId } from './requestId.js';
import { conditional, noReason, takenBack, takenBackAtEnd } from './vocabulary.js';
import type { ParseContext } from './parseContext.js';
import { given } from '../domain/given.js';

const polite = String.raw`(?:(?:can|could|would|will) you (?:please |kindly )?|i(?:'d| would) like to |i want to |i wish to |let me |let's )?`;
const approve = new RegExp(
  `^${polite}(?:approve|aprove|approv|accept|allow(?! me\\b)|grant(?! me\\b)|ok|okay|yes to|say yes to)\\b`,
  'i',
);
const deny = new RegExp(`^${polite}(?:deny|reject|decline|refuse|turn down|no to|say no to|dney)\\b`, 'i');
const withdraw = new RegExp(`^${polite}(?:withdraw|cancel|revoke|take back|retract|pull back|undo|drop)\\b`, 'i');
const remind = new RegExp(`^${polite}(?:remind|nudge)\\b`, 'i');
const resubmit = new RegExp(`^${polite}(?:ask again(?: for)?|resubmit|renew|send again|re-?send|repeat)\\b`, 'i');
const filler =
  /^[\s,:]*(?:(?:the|this|that|my|her|his|their|request|for|please|number|with id|id|no\.|open|pending)\s*[:#]?\s*)*[#("'\s]*$/i;
/** How a reason begins that no word introduces; anything else may be a remark about the command ("deny REQ-… was a mistake"). */
const reasonStart =
  /^(?:the|this|these|she|he|they|we|you|it|i|our|her|his|their|your|my|there|please|sorry|too|already|wrong|no(?: longer| budget| need| reason| more))\b/i;
/** Verbs that mean a decision or a withdrawal even where no request is named; the others are everyday words. */
const plainVerb =
  /^(?:(?:can|could|will|would) you (?:please |kindly )?|i(?:'d| would) like to |i want to |i wish to |let me )?(?:approve|aprove|accept|deny|reject|decline|withdraw|cancel|retract|take back)\b/i;
const reasonMarker =
  /^[\s,;:.()-]*(?:because(?: of)?|since|as|with (?:the )?(?:note|comment|reason|message)|note|reason|comment|saying|due to|on the grounds that)\b[\s:,-]*/i;

/** Understands decisions and withdrawals; only a verb at the very start with an id behind it, and nothing doubtful, decides. */
export function parseDecision(text: string, isQuestion: boolean, context: ParseContext): Intent | undefined {
  const plain = plainMarks(text);
  const found = findRequestId(plain);
  const verb = (
    [
      ['approveRequest', approve],
      ['denyRequest', deny],
      ['withdrawRequest', withdraw],
      ['remindApprovers', remind],
      ['resubmitRequest', resubmit],
    ] as const
  ).find(([, pattern]) => pattern.test(plain));
  if (!verb)
    return found && !isInReason(found.before)
      ? { kind: 'showRequest', target: { requestId: found.requestId } }
      : undefined;
  const [kind, pattern] = verb;
  const behindVerb = text.slice(pattern.exec(plain)?.[0].length ?? 0);
  if (!found)
    return plainVerb.test(plain)
      ? withoutId(kind, behindVerb, isQuestion, /withdraw/i.test(plain.slice(0, plain.length - behindVerb.length)))
      : undefined;
  const { requestId } = found;
  const show: Intent = { kind: 'showRequest', target: { requestId } };
  const before = behindVerb.slice(0, Math.max(0, behindVerb.length - (text.length - found.before.length)));
  const after = text.slice(text.length - found.after.length).replace(/^["')\]]+/, '');
  const early = findDuration(before, context);
  const isPlainBefore = filler.test(early ? `${before.slice(0, early.start)} ${before.slice(early.end)}` : before);
  // "approve REQ-…?" and "can you approve REQ-… if …" are looked at, not carried out.
  const isAsked = isQuestion && !/^(?:(?:can|could|will) you|would you (?:please|kindly)) /i.test(plain);
  if (!isPlainBefore || isAsked || isTakenBack(after) || findRequestId(after)) return show;
  const rest = readRest(after, kind === 'denyRequest', context);
  if (!rest) return show;
  const duration = rest.duration ?? early?.duration;
  if (kind === 'resubmitRequest') return rest.reason || duration ? show : { kind, requestId };
  if (kind === 'remindApprovers') return rest.reason || duration || isQuestion ? show : { kind, target: { requestId } };
  if (kind === 'withdrawRequest') return { kind, target: { requestId }, ...(isQuestion ? { ask: true } : {}) };
  const justification = rest.reason ? { justification: rest.reason } : {};
  return kind === 'approveRequest'
    ? { kind, target: { requestId }, ...given({ duration }), ...justification }
    : { kind, target: { requestId }, ...justification };
}

/** What stands behind the id: a length of time, a reason, or for a denial any words at all; nothing when it is doubtful. */
function readRest(
  after: string,
  takesWords: boolean,
  context: ParseContext,
):
  | { readonly reason?: string; readonly duration?: NonNullable<ReturnType<typeof findDuration>>['duration'] }
  | undefined {
  const found = takesWords ? undefined : findDuration(after, context);
  // A length of time counts in front of the reason or at the end of it.
  const isOutside =
    found && (/^[\s,;:.-]*$/.test(after.slice(0, found.start)) || /^[\s.!]*$/.test(after.slice(found.end)));
  const left = (isOutside && found ? `${after.slice(0, found.start)} ${after.slice(found.end)}` : after).trim();
  const duration = isOutside && found ? { duration: found.duration } : {};
  if (/^[\s,;:.!-]*$/.test(left)) return duration;
  const marker = reasonMarker.exec(plainMarks(left));
  if (marker)
    return left.slice(marker[0].length).trim() === ''
      ? duration
      : { reason: left.slice(marker[0].length).trim(), ...duration };
  const words = left.replace(/^[\s:,;()\u2010-\u2015-]+/, '');
  const isRemark = noReason.test(plainMarks(words)) && !reasonStart.test(words.replace(/^no$/i, ''));
  if (conditional.test(` ${plainMarks(left)}`) || isRemark || isSaid(words) || /^(?:and|though|only)\b/i.test(words))
    return undefined;
  return words.length < left.length || (takesWords && reasonStart.test(words))
    ? { reason: words, ...duration }
    : undefined;
}

/** "…, they said", "…, I would never": somebody else's words, or a refusal to decide. */
function isSaid(words: string): boolean {
  return /^(?:(?:as )?\S+ (?:said|says|told|wrote|typed|asked)|i (?:won't|would|wouldn't|never|will not|can't|cannot|don't|do not|doubt|guess|wonder))\b/i.test(
    plainMarks(words),
  );
}

/** Inside a reason these words are part of the story, except as the very last. */
function isTakenBack(after: string): boolean {
  const plain = plainMarks(after);
  const reason = /\b(?:because|reason)\b/i.exec(plain);
  return takenBackAtEnd.test(plain) || takenBack.test(reason ? plain.slice(0, reason.index) : plain);
}

/** "join Marketing because I wait for REQ-…" asks to join. */
function isInReason(before: string): boolean {
  return /^\W*\S+ .*\b(?:because|reason:)/i.test(before);
}

/** Names no id: the command shows what could be meant, so that words are enough here. */
function withoutId(
  kind: 'approveRequest' | 'denyRequest' | 'withdrawRequest' | 'remindApprovers' | 'resubmitRequest',
  behindVerb: string,
  isQuestion: boolean,
  isWithdraw: boolean,
): Intent | undefined {
  const plain = plainMarks(behindVerb).trim();
  if (kind === 'resubmitRequest' || kind === 'remindApprovers') return undefined;
  if (kind === 'withdrawRequest') return withdrawWords(plain, isQuestion, isWithdraw);
  if (isQuestion || /^(?:of|to|that|with|the (?:plan|idea|proposal)|it is|it's|this (?:plan|idea))\b/i.test(plain))
    return undefined;
  const [head = '', ...reasons] =
    kind === 'denyRequest' ? behindVerb.trim().split(/\s+(?:because(?: of)?|since|reason:)\s+/i) : [plain];
  const justification = reasons.join(' because ').trim();
  const words = plainMarks(head)
    .replace(
      /\b(?:the|request|requests|to|join|joining|for|from|of|by|'s|please|membership|access|in|into|her|his|their)\b/gi,
      ' ',
    )
    .replace(/'s\b/g, ' ')
    .replace(/[^\p{L}\p{N}\s'&-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.split(' ').length > 6) return undefined;
  return {
    kind,
    target: words === '' || /^(?:it|this|that|them|him|her|yes)$/i.test(words) ? {} : { words },
    ...given({ justification: justification || undefined }),
  };
}

const requestWords =
  /^(?:my |the |that |this )?(?:(?:open|pending|last|latest) )?(?:membership )?(?:requests?|application)(?:$|\s+(?:(?:to|for|of|in|on|about)\s+)?(?:(?:join|joining|membership of|access to)\s+)?(.*)$)/i;

/** `isWithdraw`: of the verbs only this one is about requests whatever stands behind it; "cancel my meeting" is not. */
function withdrawWords(plain: string, isQuestion: boolean, isWithdraw: boolean): Intent | undefined {
  if (takenBackAtEnd.test(plain)) return { kind: 'withdrawRequest', target: {}, ask: true };
  const build = (words: string, ask: boolean): Intent => ({
    kind: 'withdrawRequest',
    target: words === '' ? {} : { words },
    ...(ask ? { ask: true } : {}),
  });
  if (plain === '' || /^(?:it|this|that|please)$/i.test(plain)) return build('', isQuestion || plain !== '');
  const match = requestWords.exec(plain) ?? /^(?:my |the )(.+?) (?:request|application)$/i.exec(plain);
  const words = (match ? (match[1] ?? '') : plain)
    .replace(/^(?:the|to|for|from)\s+/i, '')
    .replace(/\s+(?:group|team)$/i, '')
    .replace(/^["']|["']$/g, '')
    .trim();
  const isDoubtful = isQuestion || conditional.test(` ${plain}`) || takenBack.test(plain) || noReason.test(words);
  // "withdraw from Marketing" may mean to leave it: the card that asks says what it is about.
  if (match) return build(isDoubtful ? '' : words, isDoubtful);
  return isWithdraw && !noReason.test(plain) && words.split(' ').length <= 8
    ? build(words, isDoubtful || /^(?:all|every\w*|anything|both|them)\b/i.test(words) || /^from\b/i.test(plain))
    : undefined;
}
