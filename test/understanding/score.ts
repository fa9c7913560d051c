import type { Verdict } from '../../src/intents/verdicts.js';
import { hear } from '../../src/commands/hear.js';
import { fold } from '../../src/intents/entities/fold.js';
import type { Meaning } from '../../src/intents/newIntents.js';
import type { Understanding } from '../../src/intents/understand.js';
import { openDesk } from './dialogues.js';
import { friday, groupOfRequest, requests, nameOf, type Expected, type Phrase, zone } from './organisation.js';

/** How a phrase was read: rightly, as nothing or the wrong card, or as another change. */
export type Mark = 'right' | 'miss' | 'wrong change';

/** A phrase with what became of it. */
export interface Scored {
  readonly phrase: Phrase;
  readonly understanding: Understanding;
  readonly mark: Mark;
  readonly why: string;
}

/** Hearing changes nothing, so that one organisation serves all phrases. */
const desk = openDesk();
const settingNames: readonly (readonly [RegExp, string])[] = [
  [/own resources/i, 'usersAddResources'],
  [/security groups?.*owner|owner.*security/i, 'ownersAssignOwnersSecurity'],
  [/create.*security|security.*create/i, 'usersCreateSecurityGroups'],
  [/create.*(?:365|m365)/i, 'usersCreateM365Groups'],
  [/decide|manage requests/i, 'ownersManageRequests'],
  [/restrict/i, 'restrictGroupAccess'],
  [/appoint/i, 'ownersAssignOwners'],
  [/licensed/i, 'licensedPeople'],
  [/licen[cs]e/i, 'licence'],
  [/longest/i, 'longestMembership'],
  [/loosest/i, 'leastJoinRule'],
  [/reason/i, 'justificationFloor'],
  [/prefix/i, 'namePrefix'],
  [/blocked/i, 'blockedWords'],
];

/** Reads a phrase with the names that the store finds for it, as the door does, and compares. */
export async function score(phrase: Phrase): Promise<Scored> {
  const understanding = await hear(phrase.text, await desk.turnOf(phrase.by, phrase.locale ?? 'en-GB'));
  const { verdict } = understanding;
  const why = compare(verdict, phrase.expect);
  const mark = why === undefined ? 'right' : doesOther(verdict, phrase.expect) ? 'wrong change' : 'miss';
  return { phrase, understanding, mark, why: why ?? '' };
}

function flat(verdict: Verdict): Verdict[] {
  return 'all' in verdict ? verdict.all.flatMap(flat) : [verdict];
}

function meaningOf(verdict: Verdict): Meaning | undefined {
  return 'do' in verdict ? verdict.do : 'ask' in verdict ? verdict.ask : undefined;
}

const reads = new Set(
  'findAccess showRequest listMyGroups listMyRequests showInbox browseGroups showGroup showHelp acceptThanks manageGroup createGroup listOwnerless listMembers listResources explainAccess listAccess showHistory verifyHistory exportTable explainJoin listDelegations showSettings listAdmins'.split(
    ' ',
  ),
);

/** Something is done that was not asked for. */
function doesOther(verdict: Verdict, expected: Expected): boolean {
  const wanted = expected.all ?? [expected];
  return flat(verdict).some(
    (one) =>
      'do' in one &&
      !reads.has(one.do.kind) &&
      // Which group is to open it is asked first.
      !(one.do.kind === 'requestFor' && one.do.resource !== undefined) &&
      !wanted.some((want) => want.intent !== undefined && compareOne(one.do, want) === undefined),
  );
}

function compare(verdict: Verdict, expected: Expected): string | undefined {
  const got = flat(verdict).flatMap((one) => meaningOf(one) ?? []);
  if (expected.nothing)
    return got.length === 0 || flat(verdict).every((one) => 'do' in one && one.do.kind === 'acceptThanks')
      ? undefined
      : `expected nothing`;
  const wanted = expected.all ?? [expected];
  if (got.length === 0) return 'understood nothing';
  const faults = wanted.flatMap((want) => {
    const results = got.map((one) => compareOne(one, want));
    return results.includes(undefined)
      ? []
      : [results.find((one) => one !== undefined && !one.startsWith('kind')) ?? results[0] ?? 'none'];
  });
  if (faults.length > 0) return faults.join('; ');
  if (
    expected.ask !== undefined &&
    flat(verdict).some((one) => 'do' in one && !reads.has(one.do.kind) && one.do.kind !== expected.ask)
  )
    return 'does another';
  if (expected.ask !== undefined && flat(verdict).some((one) => 'do' in one && !reads.has(one.do.kind)))
    return 'does what should be asked';
  if (got.length > wanted.length && got.length > 1 && expected.ask === undefined && !sameKinds(got, wanted))
    return `more than asked: ${got.map(({ kind }) => kind).join(', ')}`;
  return undefined;
}

function sameKinds(got: readonly Meaning[], wanted: readonly Expected[]): boolean {
  return got.every(({ kind }) => wanted.some((want) => (want.intent ?? want.ask) === kind));
}

const list = (value: unknown): string[] =>
  value === undefined
    ? []
    : Array.isArray(value)
      ? value.map(String)
      : [typeof value === 'string' ? value : JSON.stringify(value)];

function compareOne(got: Meaning, want: Expected): string | undefined {
  const kind = String(want.intent ?? want.ask);
  if (got.kind !== kind) return `kind ${got.kind} instead of ${kind}`;
  const slots = slotsOf(got);
  for (const [slot, value] of Object.entries(want)) {
    if (slot === 'intent' || slot === 'ask') continue;
    const fault = compareSlot(slot, slots[slot], value, want);
    if (fault !== undefined) return `${slot}: ${fault}`;
  }
  if (want.end === undefined && want.ask === undefined && slots.end !== undefined && kind !== 'createGroup')
    return `end: ${JSON.stringify(slots.end)} that is not there`;
  for (const slot of ['group', 'person', 'request'])
    if (want.ask === undefined && list(slots[slot]).length > list(want[slot]).length && want[slot] !== undefined)
      return `${slot}: more than asked`;
  return undefined;
}

function compareSlot(slot: string, got: unknown, want: unknown, all: Expected): string | undefined {
  const shown = `${JSON.stringify(got)} instead of ${JSON.stringify(want)}`;
  switch (slot) {
    case 'reason':
    case 'note':
      return alike(typeof got === 'string' ? got : '', String(want)) ? undefined : shown;
    case 'end':
      return sameEnd(got, want) ? undefined : shown;
    case 'setting':
      return settingNames.some(([pattern, name]) => pattern.test(String(want)) && String(got).startsWith(name))
        ? undefined
        : shown;
    case 'value':
      return alikeValue(got, want, all) ? undefined : shown;
    case 'is':
      return String(got) === String(want) ? undefined : shown;
    case 'format':
      return undefined;
    case 'request': {
      const ids = list(got).map((one) => fold(one));
      const meant = (one: string): boolean =>
        ids.some(
          (id) =>
            id === fold(one) ||
            fold(requesterOf(id) ?? '') === fold(one) ||
            fold(requestOfId(id)?.for ?? '') === fold(one),
        );
      return list(want).every(meant) ? undefined : shown;
    }
    case 'answer':
      return undefined;
    default: {
      const [some, wanted] = [list(got).map((one) => fold(one)), list(want).map((one) => fold(one))];
      return wanted.every((one) => some.includes(one)) ? undefined : shown;
    }
  }
}

function alike(got: string, want: string): boolean {
  const [a, b] = [fold(got), fold(want)];
  if (a === '' || b === '') return a === b;
  return a === b || (a.includes(b) && b.length >= a.length * 0.4) || (b.includes(a) && a.length >= b.length * 0.6);
}

function settingOf({ setting }: Expected): string {
  return typeof setting === 'string' ? setting : '';
}

function alikeValue(got: unknown, want: unknown, all: Expected): boolean {
  const [a, b] = [fold(String(got)), fold(String(want))];
  if (a === b) return true;
  if (all.setting !== undefined && /appoint/.test(settingOf(all)))
    return (
      (a === 'all' && /all|yes|everybody/.test(b)) || (a === 'none' && /nobody|none|no/.test(b)) || a === 'selected'
    );
  if (/appoint|licen|loosest|reason|blocked/.test(settingOf(all)))
    return (
      (a === 'required' && b === 'yes') ||
      (a === 'off' && b === 'no') ||
      fold(String(got)).replace(/ /g, '') === b.replace(/ /g, '') ||
      a.includes(b) ||
      a === 'selected'
    );
  return false;
}

function requestOfId(folded: string): { by: string; for: string } | undefined {
  return requests.find(({ id }) => fold(id) === folded);
}

function requesterOf(folded: string): string | undefined {
  const found = requestOfId(folded);
  return found ? nameOf(found.by) : undefined;
}

const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
const minute = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });

function sameEnd(got: unknown, want: unknown): boolean {
  const duration = got as { kind: string; days?: number; minutes?: number; until?: number } | undefined;
  if (!duration) return false;
  if (typeof want === 'string') {
    if (duration.until === undefined) return false;
    const shown = day.format(duration.until);
    return want.includes('T') ? want === `${shown}T${minute.format(duration.until)}` : shown === want;
  }
  const { days, hours } = want as { days?: number; hours?: number };
  const wanted = days !== undefined ? days * 86_400_000 : (hours ?? 0) * 3_600_000;
  const length =
    duration.days !== undefined
      ? duration.days * 86_400_000
      : duration.minutes !== undefined
        ? duration.minutes * 60_000
        : (duration.until ?? 0) - friday;
  return Math.abs(length - wanted) < 60_000;
}

/** The groups of the requests that are meant. */
function requestGroups(one: Record<string, unknown>): string[] {
  const target = one.target as { requestId?: string } | undefined;
  const ids = (one.requestIds as string[] | undefined) ?? [target?.requestId ?? ''];
  return ids.flatMap((id) => groupOfRequest(id) ?? []);
}

function slotsOf(meaning: Meaning): Record<string, unknown> {
  const one = meaning as unknown as Record<string, never> & Record<string, unknown>;
  const target = one.target as
    { by?: string; groupId?: string; readings?: { name: string }[]; requestId?: string; words?: string } | undefined;
  const groups = ((one.targets as (typeof target)[] | undefined) ?? (target ? [target] : [])).flatMap((each) =>
    each?.groupId !== undefined ? [each.groupId] : (each?.readings ?? []).map(({ name }) => name),
  );
  const people = ((one.people as unknown[] | undefined) ?? (one.person !== undefined ? [one.person] : [])).map(
    (each) => {
      const { personId, name, email } = each as { personId?: string; name?: string; email?: string };
      return personId !== undefined ? nameOf(personId) : (name ?? email ?? '');
    },
  );
  const resource = one.resource as { resourceId?: string; name?: string } | undefined;
  const about = one.about as { target?: { groupId?: string }; requestId?: string } | undefined;
  const input = one.input as { name?: string; groupType?: string; joinRule?: string } | undefined;
  const owner = one.owner as { personId?: string; name?: string } | undefined;
  return {
    ...one,
    group: [...groups, ...requestGroups(one), ...(about?.target?.groupId !== undefined ? [about.target.groupId] : [])],
    person: people,
    resource: resource
      ? [resource.resourceId ?? resource.name]
      : ((one.readings as { name: string }[] | undefined) ?? []).map(({ name }) => name),
    request: one.requestIds ?? [target?.requestId ?? about?.requestId ?? target?.words ?? ''].filter((id) => id !== ''),
    reason: one.justification,
    note: one.justification,
    end: one.duration,
    is: one.kind === 'answerProposal' ? (one.accepted === true ? 'yes' : 'no') : one.is === true ? 'yes' : 'no',
    name: one.name ?? input?.name,
    type: input?.groupType,
    rule: input?.joinRule,
    owner: owner ? (owner.personId !== undefined ? nameOf(owner.personId) : owner.name) : undefined,
  };
}
