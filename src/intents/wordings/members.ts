import type { AdminIntent } from '../adminIntent.js';
import { groupNamed, isSelf, peopleIn, personal, resourceNamed, withReason, type Rule } from '../adminTargets.js';
import type { ParseContext } from '../parseContext.js';
import { parsePerson, type PersonTarget } from '../parsePerson.js';
import { readPhrase } from '../readings.js';
import { given } from '../../domain/given.js';
import type { GroupRole } from '../../domain/terms.js';

/** An end that no calendar knows ("until 30 February"): nothing is done without it. */
const unreadEnd = /\s(?:until|till|'til|through)\s+\S/i;

/** What changes members, resources and delegations, as a command. */
export const memberChanges: readonly Rule[] = [
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
