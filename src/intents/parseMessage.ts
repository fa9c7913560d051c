import type { Intent } from './intent.js';
import { plainMarks } from './normalizeText.js';
import { parseAdminChange, parseAdminRead } from './parseAdmin.js';
import { parseDecision } from './parseDecision.js';
import { parseLists } from './parseLists.js';
import { parseMembership } from './parseMembership.js';
import { parseQuestion } from './parseQuestion.js';
import { parseReading } from './parseReading.js';
import { bareUsage, suggest } from './suggestions.js';
import { toUtterance, type Utterance } from './utterance.js';
import { negation, question, unwantedMembership, unwantedRequest } from './vocabulary.js';
import type { ParseContext } from './parseContext.js';

const bareVerb =
  /^(?:join|leave|add me|request|request access|group|show|search|find|remove me)(?: (?:a|the|some|any) (?:group|team))?$/i;
const bareCancel =
  /^(?:cancel|never ?mind|withdraw|stop|abort|forget it)(?:,? (?:it|that|cancel|cancel (?:it|that|my request)))?$/i;

const bareReminder = /^(?:nudge|remind)(?: (?:them|him|her|everybody|the owners?|the approvers?))?$/i;

/**
 * Understands a typed message. Only what stands at the very start and is meant as a command is one; questions, reports,
 * refusals and conditions change nothing (at most the bot asks back). Never throws, whatever the text.
 */
export function parseMessage(raw: string, context: ParseContext): Intent {
  const reading = parseReading(raw);
  if (reading) return reading;
  const utterance = toUtterance(pastedList.test(raw) ? keepLines(raw) : raw);
  if (utterance.isThanks) return { kind: 'acceptThanks' };
  if (utterance.text === '' || utterance.isGreeting) return { kind: 'showHelp' };
  return withWholeReason(understand(utterance, context), utterance);
}

function understand({ text, isQuestion }: Utterance, context: ParseContext): Intent {
  const plain = plainMarks(text);
  const shown = parseAdminRead(text, isQuestion, context);
  if (shown) return shown;
  const list = parseLists(plain);
  if (list) return list;
  if (bareCancel.test(plain))
    return { kind: 'withdrawRequest', target: {}, ...(/^withdraw$/i.test(plain) && !isQuestion ? {} : { ask: true }) };
  if (bareReminder.test(plain) && !isQuestion) return { kind: 'remindApprovers', target: {} };
  if (bareVerb.test(plain)) return suggest([{ command: 'groups' }, { command: 'myGroups' }, { command: 'help' }]);
  const usage = bareUsage(plain);
  if (usage) return suggest(usage);
  const decision = parseDecision(text, isQuestion, context);
  if (decision) return decision;
  // "don't add me to Finance" asks for nothing; "I don't want to be in Book Club any more" does.
  const isWish = unwantedMembership.test(plain) || unwantedRequest.test(plain);
  if (negation.test(plain) && !isWish) return parseQuestion(text, isQuestion);
  if (question.test(plain) && !startsPolitely(plain)) return parseQuestion(text, true);
  const sure = /^yes,?\s+(?=join\s)/i.exec(plain);
  if (sure && !isQuestion) {
    const joined = parseMembership(text.slice(sure[0].length), false, context);
    if (joined?.kind === 'joinGroup') return { ...joined, confirmed: true };
  }
  return (
    parseMembership(text, isQuestion, context) ??
    parseAdminChange(text, isQuestion, context) ??
    parseQuestion(text, isQuestion)
  );
}

const pastedList =
  /^\W{0,3}(?:<\w+>\s*)*(?:(?:please|can you|could you)\s+)?(?:import|(?:bulk )?enrol+|bring in|take in|register)\b/i;

/** A pasted list keeps its lines and columns apart, which are blanks in any other message. */
function keepLines(raw: string): string {
  return raw.replace(/<br\s*\/?>|<\/(?:p|div|li|tr)>|[\r\n]+/gi, '; ').replace(/<\/td>|\t/gi, ', ');
}

/** Gives a reason that ends the message its "!" or "please" back: it is read word for word. */
function withWholeReason(intent: Intent, { text, whole }: Utterance): Intent {
  const end = whole.slice(text.length).trimEnd();
  if (end === '') return intent;
  const complete = <T extends { readonly justification?: string }>(said: T): T =>
    said.justification && text.endsWith(said.justification)
      ? { ...said, justification: `${said.justification}${end}` }
      : said;
  if (intent.kind === 'findAccess') return { ...intent, readings: intent.readings.map(complete) };
  if (intent.kind === 'joinGroup' && intent.target.by === 'name')
    return { ...complete(intent), target: { by: 'name', readings: intent.target.readings.map(complete) } };
  return intent.kind === 'approveRequest' || intent.kind === 'denyRequest' ? complete(intent) : intent;
}

/** "will you add me to Marketing", "would you let me in": requests in the form of a question. */
function startsPolitely(plain: string): boolean {
  return /^(?:(?:will|would) (?:you|it be possible)|is it possible (?:for me )?to)\b/i.test(plain);
}
