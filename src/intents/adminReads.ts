import { groupNamed, page, personal, personPart, resourceNamed, type Rule } from './adminTargets.js';
import type { AdminIntent } from './adminIntent.js';
import { takePeriod } from '../domain/history/period.js';
import { findRequestId } from './requestId.js';
import type { GroupTarget, NameReading } from './targets.js';

/** What only shows something; it may be asked in any way. */
export const reads: readonly Rule[] = [
  {
    pattern: new RegExp(
      `^(?:(?:show|see|open) (?:me )?(?:the |our )?)?(?:settings|organisation settings|organization settings|configuration|config|preferences)${page}$`,
      'i',
    ),
    build: (match) => ({ kind: 'showSettings', page: Math.max(1, Number(match[1] ?? 1)) }),
  },
  {
    pattern:
      /^(?:(?:show|see) (?:me )?(?:the |our )?)?(?:guardrails|(?:naming|group|organi[sz]ation) rules|rules for (?:all|every) groups?)$/i,
    build: () => ({ kind: 'showSettings', page: 2 }),
  },
  {
    pattern:
      /^(?:(?:show|list|see) (?:me )?(?:the )?)?(?:admins|administrators)$|^who (?:is|are) (?:the |our |an? )?(?:admins?|administrators?)$/i,
    build: () => ({ kind: 'listAdmins' }),
  },
  {
    pattern:
      /^(?:(?:show|see) (?:me )?(?:the |our )?)?(?:directory(?: status)?|(?:microsoft )?entra(?: status)?|graph(?: status)?)$/i,
    build: () => ({ kind: 'showDirectory' }),
  },
  {
    pattern: /^(?:(?:show|see) (?:me )?(?:the )?)?(?:drift|changes by others) (?:of|in|for)? ?(.+)$/i,
    build: (match) => ({ kind: 'showDrift', target: groupNamed(match[1] ?? '') }),
  },
  {
    pattern:
      /^(?:(?:show|see) (?:me )?(?:the )?)?(?:(?:bot|system|service)(?:'s)? (?:status|health|version)|(?:status|health|version) of (?:the|this) (?:bot|system|service))$|^(?:how|in what state) is (?:the|this) bot(?: doing| today)?$|^(?:which|what) version (?:is (?:this|the bot|running)|(?:of (?:the|this) bot )?(?:do we have|are you|runs here))$|^when was the last backup$/i,
    build: () => ({ kind: 'showBotStatus' }),
  },
  {
    pattern:
      /^(?:(?:which|what) |our |the )?(?:entra )?licen[cs]e(?: (?:do we have|have we got|is it))?$|^who (?:can|may) (?:create|make) (?:\S+ ){0,3}groups?$/i,
    build: () => ({ kind: 'showSettings', page: 1 }),
  },
  {
    pattern: new RegExp(
      `^(?:(?:show|list|see) (?:me )?)?(?:groups without (?:an )?owners?|ownerless(?: groups)?|orphans|orphaned groups)${page}$|^which groups (?:have no|don't have an?|are without an?) owners?$`,
      'i',
    ),
    build: (match) => ({ kind: 'listOwnerless', page: Math.max(1, Number(match[1] ?? 1)) }),
  },
  {
    pattern: new RegExp(
      `^(?:(?:show|list|see) (?:me )?(?:the )?)?(?:members?|managers)(?: of| in)? (.+?)${page}$|^who(?:'s| is| are) (?:in|members? of|a member of) (.+?)${page}$|^(?:show|list|see) (.+?)(?:'s)? members${page}$`,
      'i',
    ),
    build: (match) => ({
      kind: 'listMembers',
      target: groupNamed(match[1] ?? match[3] ?? match[5] ?? ''),
      page: Math.max(1, Number(match[2] ?? match[4] ?? match[6] ?? 1)),
    }),
  },
  {
    pattern: new RegExp(
      `^(?:(?:show|list|see) (?:me )?(?:the |all )?)?(?:resources|applications|apps|sites)${page}$|^what do (?:the )?groups (?:open|unlock)$`,
      'i',
    ),
    build: (match) => ({ kind: 'listResources', page: Math.max(1, Number(match[1] ?? 1)) }),
  },
  {
    pattern: /^(?:export|download|save)(?: a list of)? who has (?:access to )?(.+?)(?: as (csv|json))?$/i,
    build: (match) => ({
      kind: 'exportTable',
      table: 'access',
      format: match[2]?.toLowerCase() === 'json' ? 'json' : 'csv',
      resource: resourceNamed(match[1] ?? ''),
    }),
  },
  {
    pattern: new RegExp(
      `^(?:show|list|see) (?:me )?(?:everyone|everybody|all (?:people|users)|people|users|who) (?:with|having|who has|who have|has) (?:access to )?(.+?)${page}$|^who is blocked (?:from|for) (.+?)${page}$`,
      'i',
    ),
    build: (match) => ({
      kind: 'listAccess',
      resource: resourceNamed(match[1] ?? match[3] ?? ''),
      page: Math.max(1, Number(match[2] ?? match[4] ?? 1)),
    }),
  },
  {
    pattern: /^is (.+?) blocked (?:from|for) (.+)$|^does (.+?) have access to (.+)$/i,
    build: (match) =>
      personal(match[1] ?? match[3], (person) => ({
        kind: 'explainAccess',
        resource: resourceNamed(match[2] ?? match[4] ?? ''),
        person,
      })),
  },
  {
    pattern:
      /^is (?!it\b|there\b|this\b|that\b|he\b|she\b)(\S+(?: \S+){0,3}?) (?:already |still )?(?:in|a member of|in the group) (.+)$/i,
    build: (match) => personal(match[1], () => ({ kind: 'listMembers', target: groupNamed(match[2] ?? ''), page: 1 })),
  },
  {
    pattern:
      /^(?:audit export|(?:export|download|save) (?:the )?(?:audit(?: log| trail)?|history))(?: (?:of|for) (.+?)| (?!as )(.+?))?(?:,? (?:as|in) (csv|json))?$/i,
    build: (match) => ({
      kind: 'exportTable',
      table: 'history',
      format: match[3]?.toLowerCase() === 'json' ? 'json' : 'csv',
      ...auditPart(match[1] ?? match[2] ?? ''),
    }),
  },
  {
    pattern:
      /^(?:audit verify|verify (?:the )?(?:audit(?: log| trail)?|history)|check (?:the )?(?:audit(?: log| trail)?|history))$/i,
    build: () => ({ kind: 'verifyHistory' }),
  },
  {
    pattern: new RegExp(`^who (?:has|can (?:use|open|access)|uses) (?:access to )?(.+?)${page}$`, 'i'),
    build: (match) => ({
      kind: 'listAccess',
      resource: resourceNamed(match[1] ?? ''),
      page: Math.max(1, Number(match[2] ?? 1)),
    }),
  },
  {
    pattern:
      /^why (?:do i have|have i(?: got)?|can i (?:use|open|access)|am i able to (?:use|open)|don't i have|can't i (?:use|open|access)) (?:access to )?(.+)$/i,
    build: (match) => ({ kind: 'explainAccess', resource: resourceNamed(match[1] ?? '') }),
  },
  {
    pattern: /^why (?:does|doesn't) (.+?) have (?:access to )?(.+)$/i,
    build: (match) =>
      personal(match[1], (person) => ({ kind: 'explainAccess', resource: resourceNamed(match[2] ?? ''), person })),
  },
  {
    pattern:
      /^why ((?:(?!\b(?:is|are|am|do|does|did|was|were|can|can't|should|would|not|don't|i|you|we|they)\b)\S+ ?){1,5})$/i,
    build: (match) => ({ kind: 'explainAccess', resource: resourceNamed(match[1] ?? '') }),
  },
  {
    pattern: new RegExp(`^(?:(?:show|see) (?:me )?(?:the )?)?history(?: of| for)? (.+?)${page}$`, 'i'),
    build: (match) => ({
      kind: 'showHistory',
      about: historyOf(match[1] ?? ''),
      page: Math.max(1, Number(match[2] ?? 1)),
    }),
  },
  {
    pattern: /^explain (?:how to |why (?:i|we) (?:can't|cannot|can) )?join(?:ing)? (.+?)(?: as (.+))?$/i,
    build: (match) => ({ kind: 'explainJoin', target: groupNamed(match[1] ?? ''), ...personPart(match[2]) }),
  },
  {
    pattern:
      /^(?:(?:show|list|see) (?:me )?)?(?:my )?(?:delegations?|stand-?ins?)$|^who (?:stands|is standing) in for me$/i,
    build: () => ({ kind: 'listDelegations' }),
  },
  {
    pattern: /^(?:manage|administer)(?: group)? (.+)$/i,
    build: (match) => ({ kind: 'manageGroup', target: groupNamed(match[1] ?? '') }),
  },
];

/** "Marketing 2026-Q1": a group, a period, or both; the whole may be a name, too. */
function auditPart(text: string): Pick<Extract<AdminIntent, { kind: 'exportTable' }>, 'target' | 'period'> {
  const { rest, period } = takePeriod(text);
  if (period === undefined) return text === '' ? {} : { target: groupNamed(text) };
  const readings = [text, rest].filter((part) => part.trim() !== '').flatMap((part) => readingsOf(groupNamed(part)));
  return { ...(rest.trim() === '' ? {} : { target: { by: 'name', readings } }), period };
}

function readingsOf(target: GroupTarget): readonly NameReading[] {
  return target.by === 'name' ? target.readings : [];
}

function historyOf(text: string): Extract<AdminIntent, { kind: 'showHistory' }>['about'] {
  const found = findRequestId(text);
  return found ? { of: 'request', requestId: found.requestId } : { of: 'group', target: groupNamed(text) };
}
