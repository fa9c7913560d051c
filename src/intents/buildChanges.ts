import type { Duration, GroupField, JoinRule, SettingName } from '../domain/terms.js';
import type { Targeted } from './entities/targets.js';
import { daysOf } from './frames/fit.js';
import type { Match } from './frames/match.js';
import { slotAt } from './frames/scope.js';
import type { Meaning } from './newIntents.js';
import type { PersonTarget } from './parsePerson.js';
import type { GroupTarget } from './targets.js';

export interface Parts {
  readonly match: Match;
  readonly text: string;
  readonly groups: readonly Targeted<GroupTarget>[];
  readonly people: readonly Targeted<PersonTarget>[];
  readonly fixed: Readonly<Record<string, string | number | boolean>>;
  readonly given: { readonly justification?: string; readonly duration?: Duration };
}

export function more(groups: readonly Targeted<GroupTarget>[]): { targets?: GroupTarget[] } {
  return groups.length > 1 ? { targets: groups.map(({ target }) => target) } : {};
}

export function morePeople(people: readonly Targeted<PersonTarget>[]): { people?: PersonTarget[] } {
  return people.length > 1 ? { people: people.map(({ target }) => target) } : {};
}

export function addOf(parts: Parts): Meaning[] {
  const { match, groups, people, given, text, fixed } = parts;
  const [others, again] = [false, true].map((is) => people.filter((one) => (one.isNamedAgain === true) === is));
  const isTheirs = Math.min(...(match.slots.D ?? [-1])) > Math.max(...(match.slots.P ?? []));
  if (isTheirs && others?.length && again?.length) {
    const { duration: _, ...lasting } = given;
    const once = again.map(({ isNamedAgain: __, ...one }) => one);
    return [...addOf({ ...parts, people: others, given: lasting }), ...addOf({ ...parts, people: once })];
  }
  const [first] = groups;
  if (match.frame.fixed?.isReference === true && groups.length > 1)
    return addOf({ match, groups: behindTo(match, groups), people, given, text, fixed });
  if (!first)
    return match.frame.fixed?.isReference === true
      ? [
          {
            kind: 'addMembers',
            target: { by: 'name', readings: [] },
            people: people.map(({ target }) => target).slice(0, 1),
            ...given,
          },
        ]
      : [];
  const leads = match.scope.sentence.context.mine.groupsILead;
  const isMine =
    leads === undefined || groups.every(({ candidates }) => candidates.some(({ id }) => leads.includes(id)));
  const all = people.map(({ target }) => target);
  const waiting = waitingFor(match, groups, people);
  if (waiting !== undefined) return [{ kind: 'approveRequest', ...waiting, ...given }];
  if (!isMine && match.frame.fixed?.isReference !== true)
    return [{ kind: 'requestFor', targets: groups.map(({ target }) => target), people: all, ...given }];
  const asMember = match.frame.fixed?.asMember === true ? { asMember: true as const } : {};
  return [{ kind: 'addMembers', target: first.target, ...more(groups), people: all, ...given, ...asMember }];
}

/** "Everybody of Sales to Marketing": the last one is where they go. */
function behindTo({ slots }: Match, groups: Parts['groups']): Parts['groups'] {
  return groups.length === (slots.G ?? []).length ? groups.slice(-1) : groups.slice(-1);
}

/** Whoever asked already is let in by saying yes to the request. */
function waitingFor(
  { scope, frame }: Match,
  groups: Parts['groups'],
  people: Parts['people'],
): { target: { requestId: string }; requestIds?: string[] } | undefined {
  if (frame.fixed?.isReference === true || groups.length !== 1 || people.length === 0) return undefined;
  if (!scope.sentence.hits.some(({ cls }) => cls === 'approve' || cls === 'yes')) return undefined;
  const ids = people.map(
    ({ candidates }) =>
      scope.sentence.context.mine.requestsWaitingForMe.find(
        ({ requesterId, groupId }) =>
          candidates.length === 1 && candidates[0]?.id === requesterId && groups[0]?.candidates[0]?.id === groupId,
      )?.id,
  );
  const found = ids.filter((id) => id !== undefined);
  const [first] = found;
  if (first === undefined || found.length < people.length) return undefined;
  return { target: { requestId: first }, ...(found.length > 1 && { requestIds: found }) };
}

export function removeOf({ match, groups, people, given }: Parts): Meaning[] {
  const [group, person, other] = [groups[0], people[0], people[1]];
  if (!person) return [];
  if (match.words.some(({ cls }) => cls === 'swap'))
    return group && other && people.length === 2
      ? [
          { kind: 'removeMember', target: group.target, person: person.target },
          { kind: 'addMembers', target: group.target, people: [other.target], ...given },
        ]
      : [];
  const target: GroupTarget = group?.target ?? { by: 'name', readings: [] };
  return [
    {
      kind: 'removeMember',
      target,
      person: person.target,
      ...more(groups),
      ...morePeople(people),
      ...(given.justification !== undefined && { justification: given.justification }),
    },
  ];
}

/** How people get in, as far as the sentence says so; the strictest counts. */
export function joinRuleOf({ scope }: Match): JoinRule | undefined {
  return (['ownersOnly', 'ownerApproval', 'open'] as const).find((rule) =>
    scope.sentence.hits.some((hit) => hit.cls === rule),
  );
}

export function createOf({ match, text }: Parts): Meaning[] {
  const has = (name: string): boolean => match.scope.sentence.hits.some((hit) => hit.cls === name);
  const name = match.value ? clean(text.slice(match.value.start, match.value.end)) : undefined;
  const groupType = has('m365') ? 'm365' : has('security') ? 'security' : undefined;
  const joinRule = joinRuleOf(match);
  return [
    {
      kind: 'createGroup',
      input: { ...(name !== undefined && { name }), ...(groupType && { groupType }), ...(joinRule && { joinRule }) },
    },
  ];
}

export function clean(text: string): string {
  return text.replace(/^["'\s]+|["'\s.,;:!]+$/g, '').trim();
}

export function changeOf({ match, text, groups, people, fixed }: Parts): Meaning[] {
  const [group] = groups;
  if (!group) return [];
  const field = String(fixed.field) as GroupField;
  const value =
    valueText(match, text, fixed) ??
    (people.length > 0
      ? people
          .map(({ candidates, target }) => candidates[0]?.name ?? (target.by === 'name' ? target.name : ''))
          .join('; ')
      : undefined);
  return value === undefined ? [] : [{ kind: 'changeGroup', target: group.target, field, value }];
}

function valueText(match: Match, text: string, fixed: Parts['fixed']): string | undefined {
  if (fixed.value !== undefined) return String(fixed.value);
  if (match.value && fixed.setting === 'namePrefix')
    return clean(text.slice(match.value.start, match.value.end).split(/\s/)[0] ?? '');
  if (match.value && fixed.setting === 'blockedWords') return listed(text.slice(match.value.start, match.value.end));
  if (match.value) return clean(text.slice(match.value.start, match.value.end));
  const [index] = match.slots.C ?? [];
  const value = index === undefined ? undefined : slotAt(match.scope.sentence, index)?.value;
  const days = value?.type === 'time' ? daysOf(value.time.reading) : undefined;
  return days === undefined ? undefined : String(days);
}

function listed(text: string): string {
  const words = text
    .replace(/\b(?:in|from|for) (?:any |all |the |our )?(?:group )?names?\b.*$/i, '')
    .split(/\s*(?:[,;&]|\band\b|\bor\b)\s*/i);
  return words
    .map(clean)
    .filter((word) => word !== '')
    .join(', ');
}

export function licenceIn(text: string): 'P1' | 'P2' | 'none' | undefined {
  const found = /\bp\s?([12])\b/i.exec(text)?.[1];
  return found === '1'
    ? 'P1'
    : found === '2'
      ? 'P2'
      : /\b(?:none|no licen[cs]e|without)\b/i.test(text)
        ? 'none'
        : undefined;
}

export function settingOf({ match, text, people, fixed }: Parts): Meaning[] {
  const setting = String(fixed.setting);
  const name = setting as SettingName;
  const value = name === 'licence' ? licenceIn(text) : (switchIn(match) ?? valueText(match, text, fixed));
  if (value === undefined) return [];
  const some = people.length > 0 ? { people: people.map(({ target }) => target) } : {};
  return [
    {
      kind: 'changeSetting',
      setting: name,
      value: people.length > 0 && name !== 'licensedPeople' ? 'selected' : value,
      ...some,
    },
  ];
}

/** "… to no", "switch … off": the switch that is said beats what the frame takes as said. */
function switchIn(match: Match): string | undefined {
  if (match.frame.opposite === undefined) return undefined;
  const last = match.scope.sentence.items
    .slice(match.scope.from, match.scope.to)
    .filter((item) => item.kind !== 'mark');
  const keys = last.map((item) => (item.kind === 'word' ? item.key : ''));
  if (
    keys.some(
      (key, index) => key === 'only' && /^admin/.test(keys[index + (keys[index + 1] === 'the' ? 2 : 1)] ?? ''),
    ) ||
    /\b(?:nobody|noone|no one|none) (?:but|except|other than) (?:us |the |our )?admin/.test(keys.join(' ')) ||
    /^(?:no|off|false)$/.test(keys.at(-1) ?? '') ||
    keys.slice(0, 4).some((key) => /^(?:disable|forbid|stop|prohibit|deactivate|disallow)$/.test(key)) ||
    (keys[0] === 'take' && keys[1] === 'back') ||
    /^(?:undo|revoke|withdraw|end)$/.test(keys[0] ?? '') ||
    (keys[0] === 'turn' && keys.includes('off')) ||
    (keys[0] === 'switch' && keys.includes('off'))
  )
    return String(match.frame.opposite.value ?? 'no');
  return undefined;
}
