import type { AdminIntent, GroupInput, ResourceTarget } from './adminIntent.js';
import { isTakenBack, takeCondition } from './clauses.js';
import type { GroupTarget, NameReading } from './intent.js';
import { plainMarks } from './normalizeText.js';
import { parseSetting } from './parseSetting.js';
import type { ParseContext } from './parseAction.js';
import { parsePerson, type PersonTarget } from './parsePerson.js';
import { readPhrase } from './readings.js';
import { findRequestId } from './requestId.js';
import type { JoinRule, UnsupportedKind } from '../domain/group.js';
import type { GroupField, GroupRole } from '../domain/notice.js';

/** One sentence of those who run groups: what it looks like, and what it means. Only reads may follow a question. */
interface Rule {
  readonly pattern: RegExp;
  readonly build: (match: RegExpExecArray, context: ParseContext) => AdminIntent | undefined;
}

const opening = String.raw`(?:(?:can|could|would|will) you (?:please )?|please |kindly |i (?:want|would like|'d like) to |let's )?`;
const politely = /^(?:(?:can|could|would|will) you|please|kindly)\b/i;
const kindOfGroup = String.raw`(?:(security|m365|microsoft 365|microsoft365|office 365|o365|unified) )?`;
const page = String.raw`(?:,? ?(?:page|p\.?) ?(\d{1,4}))?`;
const ruleWords: readonly (readonly [RegExp, JoinRule])[] = [
  [/^(?:open|open to (?:everybody|everyone|all|join)|public|anyone|free)$/i, 'open'],
  [/^(?:owner ?approval|approval|(?:with|needs?|needing) (?:owner )?approval|ask (?:the )?owners?|owners? (?:decide|approve)s?|closed|private|moderated)$/i, 'ownerApproval'],
  [/^(?:owners? ?only|only owners?(?: add(?: members| people)?)?|by invitation|invite only|not joinable)$/i, 'ownersOnly'],
];

function joinRuleOf(words: string): JoinRule | undefined {
  const bare = words.trim();
  return ruleWords.find(([pattern]) => pattern.test(bare))?.[1] ?? (['open', 'ownerApproval', 'ownersOnly'] as const).find((rule) => rule.toLowerCase() === bare.toLowerCase());
}

/** A group as typed: the whole, and without the words that people put around a name. */
export function groupNamed(text: string): GroupTarget {
  const whole = text.trim().replace(/^["'“”‘’]+|["'“”‘’]+$/g, '').trim();
  const bare = whole.replace(/^(?:the|group|team) /i, '').replace(/^(?:group|team) /i, '');
  const readings: NameReading[] = [...new Set([whole, bare, bare.replace(/ (?:group|team)$/i, '')])].filter((name) => name !== '').map((name) => ({ name }));
  return { by: 'name', readings };
}

function resourceNamed(text: string): ResourceTarget {
  return { by: 'name', name: text.trim().replace(/^(?:access to |the (?:app|application|site) |the )/i, '').replace(/^["'“”]+|["'“”]+$/g, '') };
}

function peopleIn(text: string): PersonTarget[] {
  return text.split(/\s*(?:[,;&]|\band\b)\s*/i).map((part) => parsePerson(part)).filter((person) => person !== undefined);
}

const isSelf = /^(?:me|myself|us|him|her|them|it|this|that|everybody|everyone|all|yourself|you)\b/i;

/** An end that no calendar knows ("until 30 February"): nothing is done without it. */
const unreadEnd = /\s(?:until|till|'til|through)\s+\S/i;

function withReason(text: string): { readonly head: string; readonly justification?: string } {
  const match = /\s+(?:because|since|reason:)\s+/i.exec(plainMarks(text));
  return match ? { head: text.slice(0, match.index), justification: text.slice(match.index + match[0].length).trim() } : { head: text };
}

/** Where a name ends and a group begins: the last "to", "from" or "of", because names of people hold them less often. */
const reads: readonly Rule[] = [
  { pattern: new RegExp(`^(?:(?:show|see|open) (?:me )?(?:the |our )?)?(?:settings|organisation settings|organization settings|configuration|config|preferences)${page}$`, 'i'), build: (match) => ({ kind: 'showSettings', page: Math.max(1, Number(match[1] ?? 1)) }) },
  { pattern: /^(?:(?:show|see) (?:me )?(?:the |our )?)?(?:guardrails|(?:naming|group|organi[sz]ation) rules|rules for (?:all|every) groups?)$/i, build: () => ({ kind: 'showSettings', page: 2 }) },
  { pattern: /^(?:(?:show|list|see) (?:me )?(?:the )?)?(?:admins|administrators)$|^who (?:is|are) (?:the |our |an? )?(?:admins?|administrators?)$/i, build: () => ({ kind: 'listAdmins' }) },
  { pattern: /^(?:(?:show|list|see) (?:me )?)?(?:groups without (?:an )?owners?|ownerless(?: groups)?)$/i, build: () => ({ kind: 'listOwnerless' }) },
  { pattern: new RegExp(`^(?:(?:show|list|see) (?:me )?(?:the )?)?(?:members?|managers)(?: of| in)? (.+?)${page}$|^who(?:'s| is| are) (?:in|members? of|a member of) (.+?)${page}$|^(?:show|list|see) (.+?)(?:'s)? members${page}$`, 'i'), build: (match) => ({ kind: 'listMembers', target: groupNamed(match[1] ?? match[3] ?? match[5] ?? ''), page: Math.max(1, Number(match[2] ?? match[4] ?? match[6] ?? 1)) }) },
  { pattern: new RegExp(`^(?:(?:show|list|see) (?:me )?(?:the |all )?)?(?:resources|applications|apps|sites)${page}$|^what do (?:the )?groups (?:open|unlock)$`, 'i'), build: (match) => ({ kind: 'listResources', page: Math.max(1, Number(match[1] ?? 1)) }) },
  { pattern: /^(?:export|download|save)(?: a list of)? who has (?:access to )?(.+?)(?: as (csv|json))?$/i, build: (match) => ({ kind: 'exportTable', table: 'access', format: match[2]?.toLowerCase() === 'json' ? 'json' : 'csv', resource: resourceNamed(match[1] ?? '') }) },
  { pattern: /^(?:audit export|export (?:the )?(?:audit(?: log| trail)?|history))(?: (?:of|for) (.+?)| (?!as )(.+?))?(?: as (csv|json))?$/i, build: (match) => ({ kind: 'exportTable', table: 'history', format: match[3]?.toLowerCase() === 'json' ? 'json' : 'csv', ...(match[1] ?? match[2] ? { target: groupNamed(match[1] ?? match[2] ?? '') } : {}) }) },
  { pattern: /^(?:audit verify|verify (?:the )?(?:audit(?: log| trail)?|history)|check (?:the )?(?:audit(?: log| trail)?|history))$/i, build: () => ({ kind: 'verifyHistory' }) },
  { pattern: new RegExp(`^who (?:has|can (?:use|open|access)|uses) (?:access to )?(.+?)${page}$`, 'i'), build: (match) => ({ kind: 'listAccess', resource: resourceNamed(match[1] ?? ''), page: Math.max(1, Number(match[2] ?? 1)) }) },
  { pattern: /^why (?:do i have|have i(?: got)?|can i (?:use|open|access)|am i able to (?:use|open)|don't i have|can't i (?:use|open|access)) (?:access to )?(.+)$/i, build: (match) => ({ kind: 'explainAccess', resource: resourceNamed(match[1] ?? '') }) },
  { pattern: /^why (?:does|doesn't) (.+?) have (?:access to )?(.+)$/i, build: (match) => personal(match[1], (person) => ({ kind: 'explainAccess', resource: resourceNamed(match[2] ?? ''), person })) },
  { pattern: /^why ((?:(?!\b(?:is|are|am|do|does|did|was|were|can|can't|should|would|not|don't|i|you|we|they)\b)\S+ ?){1,5})$/i, build: (match) => ({ kind: 'explainAccess', resource: resourceNamed(match[1] ?? '') }) },
  { pattern: new RegExp(`^(?:(?:show|see) (?:me )?(?:the )?)?history(?: of| for)? (.+?)${page}$`, 'i'), build: (match) => ({ kind: 'showHistory', about: historyOf(match[1] ?? ''), page: Math.max(1, Number(match[2] ?? 1)) }) },
  { pattern: /^explain (?:how to |why (?:i|we) (?:can't|cannot|can) )?join(?:ing)? (.+?)(?: as (.+))?$/i, build: (match) => ({ kind: 'explainJoin', target: groupNamed(match[1] ?? ''), ...personPart(match[2]) }) },
  { pattern: /^(?:(?:show|list|see) (?:me )?)?(?:my )?(?:delegations?|stand-?ins?)$|^who (?:stands|is standing) in for me$/i, build: () => ({ kind: 'listDelegations' }) },
  { pattern: /^(?:manage|administer)(?: group)? (.+)$/i, build: (match) => ({ kind: 'manageGroup', target: groupNamed(match[1] ?? '') }) },
];

function historyOf(text: string): Extract<AdminIntent, { kind: 'showHistory' }>['about'] {
  const found = findRequestId(text);
  return found ? { of: 'request', requestId: found.requestId } : { of: 'group', target: groupNamed(text) };
}

function personPart(text: string | undefined): { readonly person?: PersonTarget } {
  const person = parsePerson(text ?? '');
  return person ? { person } : {};
}

function personal(text: string | undefined, build: (person: PersonTarget) => AdminIntent): AdminIntent | undefined {
  const person = parsePerson(text ?? '');
  return person && !(person.by === 'name' && isSelf.test(person.name)) ? build(person) : undefined;
}

/** Whole sentences that would be read as something else by their first word. */
const exact: readonly Rule[] = [
  { pattern: /^confirm(?: the| this)? change$/i, build: () => ({ kind: 'answerProposal', accepted: true }) },
  { pattern: /^reject(?: the| this)? change$/i, build: () => ({ kind: 'answerProposal', accepted: false }) },
  {
    pattern: /^(?:(approve|accept|confirm|allow)|reject|refuse|deny|decline)(?: the)? claim (?:of|by|from) (.+?) (?:on|to|for) (.+)$/i,
    build: (match) => {
      const person = parsePerson(match[2] ?? '');
      return person && { kind: 'answerClaim', target: groupNamed(match[3] ?? ''), person, accepted: match[1] !== undefined };
    },
  },
  { pattern: /^(?:stop|end|cancel) (?:delegating|(?:my |all )?delegations?)$/i, build: () => ({ kind: 'endDelegations' }) },
];

const changes: readonly Rule[] = [
  { pattern: /^set ?up(?: self-?service)?(?: with(?: licen[cs]e)?)? (P1|P2|none|no licen[cs]e)$/i, build: (match) => ({ kind: 'setUp', licence: /^p/i.test(match[1] ?? '') ? ((match[1] ?? '').toUpperCase() as 'P1' | 'P2') : 'none' }) },
  { pattern: /^(?:admins?|administrators?) (add|remove) (.+)$/i, build: (match) => personal(match[2], (person) => ({ kind: 'changeAdmin', person, is: /add/i.test(match[1] ?? '') })) },
  { pattern: /^(?:make|appoint) (.+?) (?:an? |the )?(?:admin|administrator)$|^add (.+?) as (?:an? )?(?:admin|administrator)$/i, build: (match) => personal(match[1] ?? match[2], (person) => ({ kind: 'changeAdmin', person, is: true })) },
  { pattern: /^remove (.+?) (?:as|from) (?:an? |the )?(?:admins?|administrators?)$/i, build: (match) => personal(match[1], (person) => ({ kind: 'changeAdmin', person, is: false })) },
  { pattern: /^(?:create|make|new|set up|start)(?: me)?(?: an?)?(?: new)? (distribution (?:list|group)|mail-?enabled(?: security)? group|dynamic(?: security)? group|(?:on-?prem(?:ises)?[- ]?)?synced group|role-?assignable(?: security)? group)(?:(?: called| named)? (.+))?$/i, build: (match) => ({ kind: 'createGroup', input: { ...groupInput(undefined, match[2]), unsupportedKind: unsupportedKindOf(match[1] ?? '') } }) },
  { pattern: new RegExp(`^(?:create|make|new|set up|start)(?: me)?(?: an?)?(?: new)? ${kindOfGroup}(?:group|team)(?:(?: called| named)? (.+))?$`, 'i'), build: (match) => ({ kind: 'createGroup', input: groupInput(match[1], match[2]) }) },
  { pattern: /^rename(?: group)? (.+) to (.+)$/i, build: (match) => change(match[1], 'name', match[2]) },
  { pattern: /^describe(?: group)? (.+?) as (.+)$/i, build: (match) => change(match[1], 'description', match[2]) },
  { pattern: /^(?:set|change) who is asked (?:of|for|about|in) (.+) to (.+)$/i, build: (match) => change(match[1], 'asked', match[2]) },
  { pattern: /^(?:set|change)(?: the)? (join rule|joining|name|description|reason(?: for joining)?|justification|longest membership|limit|listing) (?:of|for) (.+) to (.+)$/i, build: (match) => change(match[2], fieldOf(match[1] ?? ''), match[3]) },
  { pattern: /^(?:make|set) (.+?) ((?:open(?: to (?:everybody|everyone|all|join))?|public|owners? only|only owners add(?: members| people)?|invite only|private|closed|moderated|(?:need|ask for|require) (?:owner )?approval|owner approval))$/i, build: (match) => change(match[1], 'joinRule', (match[2] ?? '').replace(/^(?:need|ask for|require) /i, '')) },
  { pattern: /^open (?:up )?(?:the )?(.+?) (?:up )?(?:to|for) (?:everybody|everyone|all|anybody|anyone)$/i, build: (match) => change(match[1], 'joinRule', 'open') },
  { pattern: /^(hide|list|unlist)(?: group)? (.+)$/i, build: (match) => (/^list$/i.test(match[1] ?? '') ? undefined : change(match[2], 'listed', 'no')) },
  { pattern: /^(?:unhide|show again) (.+)$/i, build: (match) => change(match[1], 'listed', 'yes') },
  { pattern: /^limit(?: membership (?:of|in)| members of)? (.+) to (\d{1,6}|no|none)(?: days?| limit)?$/i, build: (match) => change(match[1], 'longestMembership', /^\d/.test(match[2] ?? '') ? match[2] : 'none') },
  { pattern: /^(?:bulk )?(?:enrol+|import|bring in|take in|register)(?: (?:these|the following|existing|our))? groups\s*:?\s*([\s\S]*)$/i, build: (match) => ({ kind: 'enrolGroups', list: match[1] ?? '' }) },
  { pattern: /^enrol+(?: group)? (.+?)(?: (?:as|with) (.+))?$/i, build: (match) => (isSelf.test(match[1] ?? '') ? undefined : { kind: 'enrolGroup', target: groupNamed(match[1] ?? ''), ...enrolRule(match[2]) }) },
  { pattern: /^(?:transfer|hand over|give)(?: the)?(?: group| ownership of)? (.+) to (.+)$/i, build: (match) => personal(match[2], (person) => ({ kind: 'transferGroup', target: groupNamed(match[1] ?? ''), person })) },
  { pattern: /^delete(?: the)?(?: group| team)? (.+)$/i, build: (match) => ({ kind: 'deleteGroup', target: groupNamed(match[1] ?? '') }) },
  { pattern: /^claim(?: the)?(?: group)? (.+)$/i, build: (match) => ({ kind: 'claimGroup', target: groupNamed(match[1] ?? '') }) },
  { pattern: /^import (?:members|people)(?: in)?to ([^:\n]+?)\s*:\s*([\s\S]+)$/i, build: (match) => ({ kind: 'importMembers', target: groupNamed(match[1] ?? ''), list: match[2] ?? '' }) },
  { pattern: /^owners? add (.+) to (.+)$|^(?:make|name|appoint) (.+?) (?:an? |the |co-?)*owner (?:of|for|in) (.+)$|^add (.+?) as (?:an? )?(?:co-?)?owner (?:of|to|for) (.+)$/i, build: (match) => role(match[1] ?? match[3] ?? match[5], match[2] ?? match[4] ?? match[6], 'owner') },
  { pattern: /^(?:make|name|appoint) (.+?) (?:an? |the )?(?:membership |member )?manager (?:of|for|in) (.+)$|^add (.+?) as (?:an? )?(?:membership |member )?manager (?:of|to|for) (.+)$/i, build: (match) => role(match[1] ?? match[3], match[2] ?? match[4], 'manager') },
  { pattern: /^(?:make|name) (.+?) (?:just )?(?:an? )?(?:ordinary |plain )?member of (.+)$|^owners? remove (.+) from (.+)$|^remove (.+?) as (?:an? )?(?:co-?)?(?:owner|(?:membership |member )?manager) (?:of|from) (.+)$/i, build: (match) => role(match[1] ?? match[3] ?? match[5], match[2] ?? match[4] ?? match[6], 'member') },
  { pattern: /^(grant|attach|ungrant|detach|revoke)(?: access to)? (.+) (?:to|from) (.+)$/i, build: (match) => (isSelf.test(match[2] ?? '') || isSelf.test(match[3] ?? '') ? undefined : { kind: 'changeGrant', resource: resourceNamed(match[2] ?? ''), target: groupNamed(match[3] ?? ''), is: /^(?:grant|attach)$/i.test(match[1] ?? '') }) },
  { pattern: /^(?:add|new|register) (?:resource|application|app|site) (.+?)(?: (https?:\/\/\S+))?(?:,? (?:owned by|for|owner:?) (.+))?$/i, build: (match) => ({ kind: 'addResource', name: match[1] ?? '', ...(match[2] ? { link: match[2] } : {}), ...ownerPart(match[3]) }) },
  { pattern: /^(block|unblock) (.+?) (?:from|for|in|on) (.+)$/i, build: (match) => block(match[1] ?? '', match[2], match[3] ?? '') },
  { pattern: /^delegate (?:(.+?) )?to (.+)$/i, build: (match, context) => delegation(match[1], match[2] ?? '', context) },
  { pattern: /^(?:add|invite|put) (.+?) (?:in)?to (.+)$/i, build: (match, context) => addition(match[1] ?? '', match[2] ?? '', context) },
  { pattern: /^(?:remove|kick|expel|take) (.+?) (?:out of|from|off) (.+)$/i, build: (match) => removal(match[1], match[2] ?? '') },
];

function groupInput(kind: string | undefined, name: string | undefined): GroupInput {
  const groupType = kind === undefined ? {} : { groupType: /^security$/i.test(kind) ? ('security' as const) : ('m365' as const) };
  const bare = (name ?? '').replace(/^["'“”]+|["'“”]+$/g, '').trim();
  return { ...groupType, ...(bare ? { name: bare } : {}) };
}

function unsupportedKindOf(words: string): UnsupportedKind {
  if (/^distribution/i.test(words)) return 'distributionList';
  if (/^mail/i.test(words)) return 'mailEnabledSecurity';
  if (/^dynamic/i.test(words)) return 'dynamic';
  return /^role/i.test(words) ? 'roleAssignable' : 'onPremSynced';
}

function fieldOf(words: string): GroupField {
  if (/^join/i.test(words)) return 'joinRule';
  if (/^(?:reason|justification)/i.test(words)) return 'justification';
  if (/^(?:longest|limit)/i.test(words)) return 'longestMembership';
  return /^listing/i.test(words) ? 'listed' : (words.toLowerCase() as GroupField);
}

function change(group: string | undefined, field: GroupField, value: string | undefined): AdminIntent | undefined {
  const typed = (value ?? '').trim().replace(/^["“]|["”]$/g, '');
  const known = field === 'joinRule' ? joinRuleOf(typed) : field === 'justification' ? reasonRuleOf(typed) : field === 'longestMembership' ? typed.replace(/ ?days?$/i, '').replace(/^(?:no limit|unlimited|no end)$/i, 'none') : field === 'listed' ? (/^(?:yes|listed|on|true)$/i.test(typed) ? 'yes' : 'no') : typed;
  return known === undefined ? undefined : { kind: 'changeGroup', target: groupNamed(group ?? ''), field, value: known };
}

function enrolRule(words: string | undefined): { readonly joinRule?: JoinRule } {
  const rule = joinRuleOf(words ?? '');
  return rule ? { joinRule: rule } : {};
}

function reasonRuleOf(words: string): string | undefined {
  return /^(?:required|needed|yes|mandatory|on)$/i.test(words) ? 'required' : /^(?:optional|if people like|maybe)$/i.test(words) ? 'optional' : /^(?:off|no|none|not asked for|never)$/i.test(words) ? 'off' : undefined;
}

function role(person: string | undefined, group: string | undefined, to: GroupRole): AdminIntent | undefined {
  return personal(person, (found) => ({ kind: 'changeRole', target: groupNamed(group ?? ''), person: found, role: to }));
}

function ownerPart(text: string | undefined): { readonly owner?: PersonTarget } {
  const owner = parsePerson(text ?? '');
  return owner ? { owner } : {};
}

function block(verb: string, person: string | undefined, rest: string): AdminIntent | undefined {
  const { head, ...reason } = withReason(rest);
  return personal(person, (found) => ({ kind: 'changeBlock', resource: resourceNamed(head), person: found, is: /^block$/i.test(verb), ...reason }));
}

function delegation(group: string | undefined, rest: string, context: ParseContext): AdminIntent | undefined {
  const { readings, duration, isVague } = readPhrase(rest, context);
  if (isVague || readings.every(({ name, duration: own }) => own === undefined && unreadEnd.test(name))) return undefined;
  const last = readings.find((reading) => reading.duration !== undefined) ?? readings[0];
  const scope = (group ?? '').trim().replace(/^(?:my )?(?:approvals?|decisions?|requests?|everything|all)(?: (?:of|for|to|in))?\s*/i, '');
  return personal(last?.name, (person) => ({ kind: 'delegate', person, ...(last?.duration ?? duration ? { duration: (last?.duration ?? duration) as NonNullable<typeof duration> } : {}), ...(scope === '' ? {} : { target: groupNamed(scope) }) }));
}

function addition(who: string, rest: string, context: ParseContext): AdminIntent | undefined {
  const people = peopleIn(who);
  if (people.length === 0 || people.some((person) => person.by === 'name' && isSelf.test(person.name))) return undefined;
  const { readings, justification, duration, isVague } = readPhrase(rest, context);
  if (readings.length === 0 || isVague || (!duration && readings.every(({ name, duration: own }) => own === undefined && unreadEnd.test(name)))) return undefined;
  return { kind: 'addMembers', target: { by: 'name', readings }, people, ...(duration ? { duration } : {}), ...(justification ? { justification } : {}) };
}

function removal(who: string | undefined, rest: string): AdminIntent | undefined {
  const { head, ...reason } = withReason(rest);
  return personal(who, (person) => ({ kind: 'removeMember', target: groupNamed(head), person, ...reason }));
}

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

const confirmable: ReadonlySet<AdminIntent['kind']> = new Set<AdminIntent['kind']>(['changeSetting', 'changeAdmin', 'changeGroup', 'enrolGroup', 'transferGroup', 'deleteGroup', 'removeMember', 'changeRole', 'changeGrant', 'changeBlock']);

function first(rules: readonly Rule[], text: string, context: ParseContext): AdminIntent | undefined {
  const plain = plainMarks(text);
  for (const { pattern, build } of rules) {
    const match = pattern.exec(plain);
    const intent = match && build(match, context);
    if (intent) return intent;
  }
  return undefined;
}
