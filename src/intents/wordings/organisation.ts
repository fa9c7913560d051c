import type { AdminIntent } from '../adminIntent.js';
import { groupNamed, personal, type Rule } from '../adminTargets.js';
import { parsePerson } from '../parsePerson.js';

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

/** What changes the organisation, as a command. */
export const organisationChanges: readonly Rule[] = [
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
];
