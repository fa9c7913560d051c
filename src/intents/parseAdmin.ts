import type { AdminIntent } from './adminIntent.js';
import { reads } from './adminReads.js';
import type { Rule } from './adminTargets.js';
import { isTakenBack, takeCondition } from './clauses.js';
import { plainMarks } from './normalizeText.js';
import { parseSetting } from './parseSetting.js';
import type { ParseContext } from './parseContext.js';
import { groupChanges } from './wordings/groups.js';
import { memberChanges } from './wordings/members.js';
import { exact, organisationChanges } from './wordings/organisation.js';

/** What changes something, as a command; the first that fits counts. */
const changes: readonly Rule[] = [...organisationChanges, ...groupChanges, ...memberChanges];

const opening = String.raw`(?:(?:can|could|would|will) you (?:please )?|please |kindly |i (?:want|would like|'d like) to |let's )?`;
const politely = /^(?:(?:can|could|would|will) you|please|kindly)\b/i;

/** What only shows something, and may be asked in any way; and the few commands that are a whole sentence each. */
export function parseAdminRead(text: string, isQuestion: boolean, context: ParseContext): AdminIntent | undefined {
  const whole = isQuestion ? undefined : first(exact, text, context);
  return whole ?? first(reads, text.replace(/^(?:(?:can|could|would|will) you (?:please )?|please )/i, ''), context);
}

/** What changes something: only as a command, said once and not hung on anything; "yes, …" is the click on the card. */
export function parseAdminChange(text: string, isQuestion: boolean, context: ParseContext): AdminIntent | undefined {
  const plain = plainMarks(text);
  const yes = /^yes,?\s+/i.exec(plain);
  const bare = text.slice(yes?.[0].length ?? 0);
  const meant = !isQuestion || (politely.test(plainMarks(bare)) && !yes);
  if (!meant || isTakenBack(bare) || takeCondition(bare).ask) return undefined;
  const stripped = bare.replace(new RegExp(`^${opening}`, 'i'), '');
  const found = parseSetting(stripped) ?? first(changes, stripped, context);
  if (!found) return undefined;
  return yes && confirmable.has(found.kind) ? ({ ...found, confirmed: true } as AdminIntent) : yes ? undefined : found;
}

const confirmable: ReadonlySet<AdminIntent['kind']> = new Set<AdminIntent['kind']>([
  'changeSetting',
  'changeAdmin',
  'forgetPerson',
  'changeGroup',
  'enrolGroup',
  'enrolAll',
  'linkGroup',
  'transferGroup',
  'deleteGroup',
  'removeMember',
  'changeRole',
  'renameResource',
  'removeResource',
  'changeGrant',
  'changeBlock',
]);

function first(rules: readonly Rule[], text: string, context: ParseContext): AdminIntent | undefined {
  const plain = plainMarks(text);
  for (const { pattern, build } of rules) {
    const match = pattern.exec(plain);
    const intent = match && build(match, context);
    if (intent) return intent;
  }
  return undefined;
}
