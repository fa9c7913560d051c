import type { AdminIntent, GroupInput } from './adminIntent.js';
import { groupNamed, isSelf, peopleIn, personal, resourceNamed, withReason, type Rule } from './adminTargets.js';
import { parsePerson, type PersonTarget } from './parsePerson.js';
import { readPhrase } from './readings.js';
import { given } from '../domain/given.js';
import type { UnsupportedKind, JoinRule, GroupRole, GroupField } from '../domain/terms.js';
import type { ParseContext } from './parseContext.js';

const kindOfGroup = String.raw`(?:(security|m365|microsoft 365|microsoft365|office 365|o365|unified) )?`;
const ruleWords: readonly (readonly [RegExp, JoinRule])[] = [
  [/^(?:open|open to (?:everybody|everyone|all|join)|public|anyone|free)$/i, 'open'],
  [
    /^(?:owner ?approval|approval|(?:with|needs?|needing) (?:owner )?approval|ask (?:the )?owners?|owners? (?:decide|approve)s?|closed|private|moderated)$/i,
    'ownerApproval',
  ],
  [
    /^(?:owners? ?only|only owners?(?: add(?: members| people)?)?|by invitation|invite only|not joinable)$/i,
    'ownersOnly',
  ],
];

const driftAnswers = { 'take over': 'takeOver', undo: 'undo', ignore: 'leave' } as const;

function joinRuleOf(words: string): JoinRule | undefined {
  const bare = words.trim();
  return (
    ruleWords.find(([pattern]) => pattern.test(bare))?.[1] ??
    (['open', 'ownerApproval', 'ownersOnly'] as const).find((rule) => rule.toLowerCase() === bare.toLowerCase())
  );
}

/** An end that no calendar knows ("until 30 February"): nothing is done without it. */
const unreadEnd = /\s(?:until|till|'til|through)\s+\S/i;

/** A setting as a sentence of its own: "stop people from creating security groups". */
const settings: readonly Rule[] = [
  {
    pattern:
      /^(?:stop|prevent|keep|forbid) (?:all )?(?:users?|people|everybody|everyone|anybody|anyone) (?:from |to )?creat(?:e|ing) (.+)$/i,
    build: (match) => creation(match[1], 'no'),
  },
  {
    pattern: /^(?:allow|let|permit) (?:all )?(?:users?|people|everybody|everyone|anybody|anyone)(?: to)? create (.+)$/i,
    build: (match) => creation(match[1], 'yes'),
  },
  {
    pattern:
      /^(?:always )?(?:require|ask for) (?:a )?(?:reason|justification)(?: (?:for (?:every|each|all) requests?|for joining|always|everywhere|for all groups))?$/i,
    build: () => ({ kind: 'changeSetting', setting: 'justificationFloor', value: 'required' }),
  },
  {
    pattern:
      /^(?:always )?(?:require|ask for) (?:owner )?approval(?: (?:for|in) (?:all|every|each) groups?| everywhere)?$|^no open groups(?: any ?more)?$/i,
    build: () => ({ kind: 'changeSetting', setting: 'leastJoinRule', value: 'ownerApproval' }),
  },
];

function creation(groups: string | undefined, value: 'yes' | 'no'): AdminIntent | undefined {
  const kind = /^(?:new )?(security|microsoft 365|m365|office 365|o365) groups?$/i.exec((groups ?? '').trim())?.[1];
  return kind === undefined
    ? undefined
    : {
        kind: 'changeSetting',
        setting: /^security$/i.test(kind) ? 'usersCreateSecurityGroups' : 'usersCreateM365Groups',
        value,
      };
}

/** Whole sentences that would be read as something else by their first word. */
export const exact: readonly Rule[] = [
  { pattern: /^confirm(?: the| this)? change$/i, build: () => ({ kind: 'answerProposal', accepted: true }) },
  { pattern: /^reject(?: the| this)? change$/i, build: () => ({ kind: 'answerProposal', accepted: false }) },
  {
    pattern:
      /^(?:(approve|accept|confirm|allow)|reject|refuse|deny|decline)(?: the)? claim (?:of|by|from) (.+?) (?:on|to|for) (.+)$/i,
    build: (match) => {
      const person = parsePerson(match[2] ?? '');
      return (
        person && { kind: 'answerClaim', target: groupNamed(match[3] ?? ''), person, accepted: match[1] !== undefined }
      );
    },
  },
  {
    pattern: /^(?:stop|end|cancel) (?:delegating|(?:my |all )?delegations?)$/i,
    build: () => ({ kind: 'endDelegations' }),
  },
  ...settings,
];

/** What changes something, as a command. */
export const changes: readonly Rule[] = [
  {
    pattern: /^set ?up(?: self-?service)?(?: with(?: licen[cs]e)?)? (P1|P2|none|no licen[cs]e)$/i,
    build: (match) => ({
      kind: 'setUp',
      licence: /^p/i.test(match[1] ?? '') ? ((match[1] ?? '').toUpperCase() as 'P1' | 'P2') : 'none',
    }),
  },
  {
    pattern:
      /^forget (?:everything about |all about |the person )?(?!it\b|that\b|this\b|my\b|the\b|about\b|what\b|all\b|everything\b)(.+)$|^(?:erase|delete|remove) (?:the |all )?(?:personal )?data (?:of|about|on|for) (.+)$/i,
    build: (match) => personal(match[1] ?? match[2], (person) => ({ kind: 'forgetPerson', person })),
  },
  {
    pattern: /^(?:admins?|administrators?) (add|confirm|remove) (.+)$/i,
    build: (match) =>
      personal(match[2], (person) => ({ kind: 'changeAdmin', person, is: !/remove/i.test(match[1] ?? '') })),
  },
  {
    pattern:
      /^(?:make|appoint) (.+?) (?:an? |the )?(?:admin|administrator)$|^add (.+?) as (?:an? )?(?:admin|administrator)$/i,
    build: (match) => personal(match[1] ?? match[2], (person) => ({ kind: 'changeAdmin', person, is: true })),
  },
  {
    pattern: /^remove (.+?) (?:as|from) (?:an? |the )?(?:admins?|administrators?)$/i,
    build: (match) => personal(match[1], (person) => ({ kind: 'changeAdmin', person, is: false })),
  },
  {
    pattern:
      /^(?:create|make|new|set up|start)(?: me)?(?: an?)?(?: new)? (distribution (?:list|group)|mail-?enabled(?: security)? group|dynamic(?: security)? group|(?:on-?prem(?:ises)?[- ]?)?synced group|role-?assignable(?: security)? group)(?:(?: called| named)? (.+))?$/i,
    build: (match) => ({
      kind: 'createGroup',
      input: { ...groupInput(undefined, match[2]), unsupportedKind: unsupportedKindOf(match[1] ?? '') },
    }),
  },
  {
    pattern: new RegExp(
      `^(?:create|make|new|set up|start)(?: me)?(?: an?)?(?: new)? ${kindOfGroup}(?:group|team)(?:(?: called| named)? (.+))?$`,
      'i',
    ),
    build: (match) => ({ kind: 'createGroup', input: groupInput(match[1], match[2]) }),
  },
  { pattern: /^rename(?: group)? (.+) to (.+)$/i, build: (match) => change(match[1], 'name', match[2]) },
  { pattern: /^describe(?: group)? (.+?) as (.+)$/i, build: (match) => change(match[1], 'description', match[2]) },
  {
    pattern: /^(?:set|change) who is asked (?:of|for|about|in) (.+) to (.+)$/i,
    build: (match) => change(match[1], 'asked', match[2]),
  },
  {
    pattern:
      /^(?:set|change)(?: the)? (join rule|joining|name|description|reason(?: for joining)?|justification|longest membership|limit|listing|drift) (?:of|for) (.+) to (.+)$/i,
    build: (match) => change(match[2], fieldOf(match[1] ?? ''), match[3]),
  },
  {
    pattern:
      /^(?:make|set) (.+?) ((?:open(?: to (?:everybody|everyone|all|join))?|public|owners? only|only owners add(?: members| people)?|invite only|private|closed|moderated|(?:need|ask for|require) (?:owner )?approval|owner approval))$/i,
    build: (match) => change(match[1], 'joinRule', (match[2] ?? '').replace(/^(?:need|ask for|require) /i, '')),
  },
  {
    pattern: /^open (?:up )?(?:the )?(.+?) (?:up )?(?:to|for) (?:everybody|everyone|all|anybody|anyone)$/i,
    build: (match) => change(match[1], 'joinRule', 'open'),
  },
  {
    pattern:
      /^(?:anyone|anybody|everyone|everybody) (?:may|can|should be able to) join (.+)$|^(?:let|allow) (?:anyone|anybody|everyone|everybody) (?:to )?join (.+)$/i,
    build: (match) => change(match[1] ?? match[2], 'joinRule', 'open'),
  },
  {
    pattern: /^(?:the )?description of (.+?)(?::| to be| should be) (.+)$/i,
    build: (match) => change(match[1], 'description', match[2]),
  },
  {
    pattern: /^(hide|list|unlist)(?: group)? (.+)$/i,
    build: (match) => (/^list$/i.test(match[1] ?? '') ? undefined : change(match[2], 'listed', 'no')),
  },
  { pattern: /^(?:unhide|show again) (.+)$/i, build: (match) => change(match[1], 'listed', 'yes') },
  {
    pattern: /^limit(?: membership (?:of|in)| members of)? (.+) to (\d{1,6}|no|none)(?: days?| limit)?$/i,
    build: (match) => change(match[1], 'longestMembership', /^\d/.test(match[2] ?? '') ? match[2] : 'none'),
  },
  {
    pattern:
      /^enrol+ (?:all|every|each)(?: the| our)? (?:of the )?(security|microsoft 365|m365|office 365|o365) groups?(?: that (?:were|was) read in)?$/i,
    build: (match) => ({ kind: 'enrolAll', of: /^security$/i.test(match[1] ?? '') ? 'security' : 'm365' }),
  },
  {
    pattern: /^link(?: the)?(?: group)? (.+?)(?: (?:to|with) (?:microsoft )?entra)?$/i,
    build: (match) => ({ kind: 'linkGroup', target: groupNamed(match[1] ?? '') }),
  },
  {
    pattern: /^(take over|undo|ignore)(?: the)? (?:drift|changes by others) (?:of|in|for) (.+)$/i,
    build: (match) => ({
      kind: 'settleDrift',
      target: groupNamed(match[2] ?? ''),
      answer: driftAnswers[(match[1] ?? '').toLowerCase() as keyof typeof driftAnswers],
    }),
  },
  {
    pattern: /^release(?: the)? brake(?: (?:of|on|for|in) (.+))?$/i,
    build: (match) =>
      match[1] === undefined ? { kind: 'releaseBrake' } : { kind: 'releaseBrake', target: groupNamed(match[1]) },
  },
  {
    pattern:
      /^(?:bulk )?(?:enrol+|import|bring in|take in|register)(?: (?:these|the following|existing|our))? groups\s*:?\s*([\s\S]*)$/i,
    build: (match) => ({ kind: 'enrolGroups', list: match[1] ?? '' }),
  },
  {
    pattern: /^enrol+(?: group)? (.+?)(?: (?:as|with) (.+))?$/i,
    build: (match) =>
      isSelf.test(match[1] ?? '')
        ? undefined
        : { kind: 'enrolGroup', target: groupNamed(match[1] ?? ''), ...enrolRule(match[2]) },
  },
  {
    pattern: /^give (.+?) access to (.+)$|^let (.+?) (?:open|use|unlock) (.+)$/i,
    build: (match) => giving(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? ''),
  },
  {
    pattern: /^(?:transfer|hand over|give)(?: the)?(?: group| ownership of)? (.+) to (.+)$/i,
    build: (match) =>
      personal(match[2], (person) => ({ kind: 'transferGroup', target: groupNamed(match[1] ?? ''), person })),
  },
  {
    pattern: /^delete(?: the)?(?: group| team)? (.+)$/i,
    build: (match) => ({ kind: 'deleteGroup', target: groupNamed(match[1] ?? '') }),
  },
  {
    pattern: /^claim(?: the)?(?: group)? (.+)$/i,
    build: (match) => ({ kind: 'claimGroup', target: groupNamed(match[1] ?? '') }),
  },
  {
    pattern: /^import (?:members|people)(?: in)?to ([^:\n]+?)\s*:\s*([\s\S]+)$/i,
    build: (match) => ({ kind: 'importMembers', target: groupNamed(match[1] ?? ''), list: match[2] ?? '' }),
  },
  {
    pattern:
      /^owners? add (.+) to (.+)$|^(?:make|name|appoint) (.+?) (?:an? |the |co-?)*owner (?:of|for|in) (.+)$|^add (.+?) as (?:an? )?(?:co-?)?owner (?:of|to|for) (.+)$/i,
    build: (match) => role(match[1] ?? match[3] ?? match[5], match[2] ?? match[4] ?? match[6], 'owner'),
  },
  {
    pattern:
      /^(?:make|name|appoint) (.+?) (?:an? |the )?(?:membership |member )?manager (?:of|for|in) (.+)$|^add (.+?) as (?:an? )?(?:membership |member )?manager (?:of|to|for) (.+)$/i,
    build: (match) => role(match[1] ?? match[3], match[2] ?? match[4], 'manager'),
  },
  {
    pattern:
      /^(?:make|name) (.+?) (?:just )?(?:an? )?(?:ordinary |plain )?member of (.+)$|^owners? remove (.+) from (.+)$|^remove (.+?) as (?:an? )?(?:co-?)?(?:owner|(?:membership |member )?manager) (?:of|from) (.+)$/i,
    build: (match) => role(match[1] ?? match[3] ?? match[5], match[2] ?? match[4] ?? match[6], 'member'),
  },
  {
    pattern: /^promote (.+?) to (?:an? |the |co-?)*owner (?:of|for|in) (.+)$/i,
    build: (match) => role(match[1], match[2], 'owner'),
  },
  {
    pattern: /^(connect|link|disconnect|unlink) (.+) (?:to|with|from) (.+)$/i,
    build: (match) => ({
      kind: 'changeGrant',
      resource: resourceNamed(match[2] ?? ''),
      target: groupNamed(match[3] ?? ''),
      is: /^(?:connect|link)$/i.test(match[1] ?? ''),
    }),
  },
  {
    pattern: /^(grant|attach|ungrant|detach|revoke)(?: access to)? (.+) (?:to|from) (.+)$/i,
    build: (match) =>
      isSelf.test(match[2] ?? '') || isSelf.test(match[3] ?? '')
        ? undefined
        : {
            kind: 'changeGrant',
            resource: resourceNamed(match[2] ?? ''),
            target: groupNamed(match[3] ?? ''),
            is: /^(?:grant|attach)$/i.test(match[1] ?? ''),
          },
  },
  {
    pattern:
      /^(?:add|new|register) (?:resource|application|app|site) (.+?)(?: (https?:\/\/\S+))?(?:,? (?:owned by|for|owner:?) (.+))?$/i,
    build: (match) => ({
      kind: 'addResource',
      name: match[1] ?? '',
      ...given({ link: match[2] || undefined }),
      ...ownerPart(match[3]),
    }),
  },
  {
    pattern: /^(block|unblock) (.+?) (?:from|for|in|on) (.+)$/i,
    build: (match) => block(match[1] ?? '', match[2], match[3] ?? ''),
  },
  {
    pattern: /^delegate (?:(.+?) )?to (.+)$/i,
    build: (match, context) => delegation(match[1], match[2] ?? '', context),
  },
  {
    pattern: /^(?:add|invite|put|let) (.+?) (?:in)?to (.+)$|^(?:put|extend|prolong|shorten) (.+?) in (.+)$/i,
    build: (match, context) => addition(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? '', context),
  },
  {
    pattern: /^(?:remove|kick|expel|take|throw|boot) (.+?) (?:out of|from|off) (.+)$/i,
    build: (match) => removal(match[1], match[2] ?? ''),
  },
];

/** "give Finance access to Jira" is about a group, "give Bo Berg access to Jira" about a person; the records know which. */
function giving(whom: string, what: string): AdminIntent | undefined {
  const person = parsePerson(whom);
  return isSelf.test(whom) || !person
    ? undefined
    : { kind: 'changeGrant', resource: resourceNamed(what), target: groupNamed(whom), is: true, person };
}

function groupInput(kind: string | undefined, name: string | undefined): GroupInput {
  const groupType =
    kind === undefined ? {} : { groupType: /^security$/i.test(kind) ? ('security' as const) : ('m365' as const) };
  const bare = (name ?? '').replace(/^["'“”]+|["'“”]+$/g, '').trim();
  return { ...groupType, ...given({ name: bare || undefined }) };
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
  const known =
    field === 'joinRule'
      ? joinRuleOf(typed)
      : field === 'justification'
        ? reasonRuleOf(typed)
        : field === 'longestMembership'
          ? typed.replace(/ ?days?$/i, '').replace(/^(?:no limit|unlimited|no end)$/i, 'none')
          : field === 'listed'
            ? /^(?:yes|listed|on|true)$/i.test(typed)
              ? 'yes'
              : 'no'
            : field === 'drift'
              ? driftPolicyOf(typed)
              : typed;
  return known === undefined
    ? undefined
    : { kind: 'changeGroup', target: groupNamed(group ?? ''), field, value: known };
}

function driftPolicyOf(words: string): string | undefined {
  if (/^(?:take ?over|taken over|accept)$/i.test(words)) return 'takeOver';
  if (/^(?:undo|undone|reject)$/i.test(words)) return 'undo';
  return /^(?:ask|report|asked about|show)$/i.test(words) ? 'report' : undefined;
}

function enrolRule(words: string | undefined): { readonly joinRule?: JoinRule } {
  const rule = joinRuleOf(words ?? '');
  return rule ? { joinRule: rule } : {};
}

function reasonRuleOf(words: string): string | undefined {
  return /^(?:required|needed|yes|mandatory|on)$/i.test(words)
    ? 'required'
    : /^(?:optional|if people like|maybe)$/i.test(words)
      ? 'optional'
      : /^(?:off|no|none|not asked for|never)$/i.test(words)
        ? 'off'
        : undefined;
}

function role(person: string | undefined, group: string | undefined, to: GroupRole): AdminIntent | undefined {
  return personal(person, (found) => ({
    kind: 'changeRole',
    target: groupNamed(group ?? ''),
    person: found,
    role: to,
  }));
}

function ownerPart(text: string | undefined): { readonly owner?: PersonTarget } {
  const owner = parsePerson(text ?? '');
  return owner ? { owner } : {};
}

function block(verb: string, person: string | undefined, rest: string): AdminIntent | undefined {
  const { head, ...reason } = withReason(rest);
  return personal(person, (found) => ({
    kind: 'changeBlock',
    resource: resourceNamed(head),
    person: found,
    is: /^block$/i.test(verb),
    ...reason,
  }));
}

function delegation(group: string | undefined, rest: string, context: ParseContext): AdminIntent | undefined {
  const { readings, duration, isVague } = readPhrase(rest, context);
  if (isVague || readings.every(({ name, duration: own }) => own === undefined && unreadEnd.test(name)))
    return undefined;
  const last = readings.find((reading) => reading.duration !== undefined) ?? readings[0];
  const scope = (group ?? '')
    .trim()
    .replace(/^(?:my )?(?:approvals?|decisions?|requests?|everything|all)(?: (?:of|for|to|in))?\s*/i, '');
  return personal(last?.name, (person) => ({
    kind: 'delegate',
    person,
    ...((last?.duration ?? duration) ? { duration: (last?.duration ?? duration) as NonNullable<typeof duration> } : {}),
    ...(scope === '' ? {} : { target: groupNamed(scope) }),
  }));
}

function addition(who: string, rest: string, context: ParseContext): AdminIntent | undefined {
  const people = peopleIn(who);
  if (people.length === 0 || people.some((person) => person.by === 'name' && isSelf.test(person.name)))
    return undefined;
  const { readings, justification, duration, isVague } = readPhrase(rest, context);
  if (
    readings.length === 0 ||
    isVague ||
    (!duration && readings.every(({ name, duration: own }) => own === undefined && unreadEnd.test(name)))
  )
    return undefined;
  return {
    kind: 'addMembers',
    target: { by: 'name', readings },
    people,
    ...given({ duration, justification: justification || undefined }),
  };
}

function removal(who: string | undefined, rest: string): AdminIntent | undefined {
  const { head, ...reason } = withReason(rest);
  return personal(who, (person) => ({ kind: 'removeMember', target: groupNamed(head), person, ...reason }));
}
