import type { AdminIntent, GroupInput } from '../adminIntent.js';
import { groupNamed, isSelf, personal, resourceNamed, type Rule } from '../adminTargets.js';
import { parsePerson } from '../parsePerson.js';
import { given } from '../../domain/given.js';
import type { UnsupportedKind, JoinRule, GroupField } from '../../domain/terms.js';

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

/** What changes groups, as a command. */
export const groupChanges: readonly Rule[] = [
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
  {
    pattern: /^rename(?: the)? (?:resource|application|app|site) (.+) to (.+)$/i,
    build: (match) => ({ kind: 'renameResource', resource: resourceNamed(match[1] ?? ''), name: match[2] ?? '' }),
  },
  {
    pattern: /^(?:remove|delete)(?: the)? (?:resource|application|app|site) (.+)$/i,
    build: (match) => ({ kind: 'removeResource', resource: resourceNamed(match[1] ?? '') }),
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
