import { takePeriod } from '../domain/history/period.js';
import type { GroupRole } from '../domain/terms.js';
import {
  type Parts,
  addOf,
  changeOf,
  createOf,
  licenceIn,
  more,
  morePeople,
  removeOf,
  settingOf,
} from './buildChanges.js';
import { alsoMe } from './alsoMe.js';
import { directoryMakers } from './buildDirectory.js';
import { resourceMakers } from './buildResources.js';
import { numberOf, reminderOf, requestForOf, requestOf, wordsLeft } from './buildRequests.js';
import { groupsOf, peopleOf, resourceOf, resourcesOf } from './entities/targets.js';
import type { Match } from './frames/match.js';
import { countTimes, durationOf, hasDoubt } from './matchedTimes.js';
import type { Meaning } from './newIntents.js';
import type { PersonTarget } from './parsePerson.js';
import type { GroupTarget } from './targets.js';

/** What a match means, and what of it is not certain enough to be done. */
export interface Built {
  readonly meanings: readonly Meaning[];
  /** Names that came near, or that several have. */
  readonly isUncertain: boolean;
}

/** Makes the intent of a match; nothing when what must be there is missing. */
export function build(match: Match, text: string, reason: string | undefined): Built | undefined {
  const [groups, people] = [groupsOf(match), peopleOf(match)];
  const fixed = { ...match.frame.fixed, ...(match.scope.mood.isInverse && match.frame.opposite) };
  const duration = durationOf(match);
  const given = {
    ...(reason !== undefined && match.frame.takesReason && { justification: reason }),
    ...(duration !== undefined && { duration }),
  };
  const meanings = [...meaningsOf({ match, text, groups, people, fixed, given }), ...alsoMe(match, groups, given)];
  if (meanings.length === 0) return undefined;
  const resource = resourceOf(match);
  const isUncertain =
    hasDoubt(match, text) ||
    meanings.some(
      (meaning) => 'target' in meaning && 'readings' in meaning.target && meaning.target.readings.length === 0,
    ) ||
    [...groups, ...(match.frame.isAmongFew ? [] : people), ...(resource ? [resource] : [])].some(
      (one) => !one.isCertain,
    ) ||
    match.waiting?.isPlain === false ||
    countTimes(match) > 1;
  return { meanings, isUncertain };
}

function meaningsOf(parts: Parts): Meaning[] {
  const { match } = parts;
  const name = match.frame.intent;
  const make = makers[name];
  return make ? make(parts) : [];
}

type Maker = (parts: Parts) => Meaning[];

const byGroup =
  (make: (target: GroupTarget, parts: Parts) => Meaning): Maker =>
  (parts) => {
    const [first] = parts.groups;
    return first ? [make(first.target, parts)] : [];
  };

const makers: Readonly<Partial<Record<Meaning['kind'], Maker>>> = {
  joinGroup: (parts) => {
    const { groups, given } = parts;
    const [first] = groups;
    if (!first) return [];
    return [{ kind: 'joinGroup', target: first.target, ...more(groups), ...given }, ...accessOf(parts)];
  },
  requestFor: (parts) => requestForOf(parts),
  findAccess: (parts) => accessOf(parts),
  leaveGroup: byGroup((target, { groups }) => ({ kind: 'leaveGroup', target, ...more(groups) })),
  withdrawRequest: (parts) => [{ kind: 'withdrawRequest', ...requestOf(parts) }],
  remindApprovers: ({ match, groups, people }) => [
    {
      kind: 'remindApprovers',
      target: reminderOf(match, groups),
      ...(people.length > 0 && { people: people.map(({ target }) => target) }),
    },
  ],
  approveRequest: (parts) => [{ kind: 'approveRequest', ...requestOf(parts), ...parts.given }],
  denyRequest: (parts) => [
    {
      kind: 'denyRequest',
      ...requestOf(parts),
      ...(parts.given.justification !== undefined && { justification: parts.given.justification }),
    },
  ],
  showRequest: (parts) => [{ kind: 'showRequest', ...requestOf(parts) }],
  listMyGroups: () => [{ kind: 'listMyGroups', page: 1 }],
  listMyRequests: () => [{ kind: 'listMyRequests', page: 1 }],
  showInbox: () => [{ kind: 'showInbox', page: 1 }],
  browseGroups: ({ match, text }) => [{ kind: 'browseGroups', words: wordsLeft(match, text), page: 1 }],
  showGroup: byGroup((target) => ({ kind: 'showGroup', target })),
  showHelp: () => [{ kind: 'showHelp' }],
  acceptThanks: () => [{ kind: 'acceptThanks' }],
  createGroup: createOf,
  manageGroup: byGroup((target) => ({ kind: 'manageGroup', target })),
  changeGroup: (parts) => changeOf(parts),
  transferGroup: byPersonAndGroup((target, person) => ({ kind: 'transferGroup', target, person })),
  deleteGroup: byGroup((target, { groups }) => ({ kind: 'deleteGroup', target, ...more(groups) })),
  listOwnerless: () => [{ kind: 'listOwnerless', page: 1 }],
  claimGroup: byGroup((target) => ({ kind: 'claimGroup', target })),
  ...directoryMakers,
  listMembers: byGroup((target) => ({ kind: 'listMembers', target, page: 1 })),
  addMembers: (parts) => addOf(parts),
  removeMember: (parts) => removeOf(parts),
  changeRole: byPersonAndGroup((target, person, { people, fixed }) => ({
    kind: 'changeRole',
    target,
    person,
    ...morePeople(people),
    role: String(fixed.role) as GroupRole,
  })),
  ...resourceMakers,
  showHistory: (parts) => {
    const id = parts.match.waiting?.ids[0] ?? numberOf(parts.match);
    if (id !== undefined) return [{ kind: 'showHistory', about: { of: 'request', requestId: id }, page: 1 }];
    const [group] = parts.groups;
    return group ? [{ kind: 'showHistory', about: { of: 'group', target: group.target }, page: 1 }] : [];
  },
  verifyHistory: () => [{ kind: 'verifyHistory' }],
  exportTable: ({ match, text, groups, fixed }) => {
    const resource = resourceOf(match);
    const table = fixed.table === 'access' ? 'access' : 'history';
    const format = /\bjson\b/i.test(text) ? 'json' : 'csv';
    const { period } = takePeriod(text.replace(/[\s,]+(?:(?:as|in) )?(?:an? )?(?:csv|json)(?: file)?[\s.!]*$/i, ''));
    return [
      {
        kind: 'exportTable',
        table,
        format,
        ...(resource && { resource: resource.target }),
        ...(groups[0] && { target: groups[0].target }),
        ...(period !== undefined && table === 'history' && { period }),
      },
    ];
  },
  explainJoin: byGroup((target, { people }) => ({
    kind: 'explainJoin',
    target,
    ...(people[0] && { person: people[0].target }),
  })),
  delegate: ({ people, groups, given }) =>
    people[0]
      ? [
          {
            kind: 'delegate',
            person: people[0].target,
            ...morePeople(people),
            ...(groups[0] && { target: groups[0].target, ...more(groups) }),
            ...(given.duration && { duration: given.duration }),
          },
        ]
      : [],
  listDelegations: () => [{ kind: 'listDelegations' }],
  endDelegations: () => [{ kind: 'endDelegations' }],
  showSettings: () => [{ kind: 'showSettings', page: 1 }],
  changeSetting: settingOf,
  answerProposal: ({ fixed }) => [{ kind: 'answerProposal', accepted: fixed.accepted === true }],
  setUp: ({ text }) => [{ kind: 'setUp', licence: licenceIn(text) ?? 'none' }],
  listAdmins: () => [{ kind: 'listAdmins' }],
  forgetPerson: ({ people }) =>
    people.slice(0, 1).map(({ target }): Meaning => ({ kind: 'forgetPerson', person: target })),
  changeAdmin: ({ people, fixed }) =>
    people.slice(0, 1).map(({ target }): Meaning => ({ kind: 'changeAdmin', person: target, is: fixed.is === true })),
};

function accessOf({ match }: Parts): Meaning[] {
  return resourcesOf(match).map(({ candidates }): Meaning => ({
    kind: 'findAccess',
    readings: [{ name: candidates[0]?.name ?? '' }],
  }));
}

function byPersonAndGroup(make: (target: GroupTarget, person: PersonTarget, parts: Parts) => Meaning): Maker {
  return (parts) => {
    const [group, person] = [parts.groups[0], parts.people[0]];
    return group && person ? [make(group.target, person.target, parts)] : [];
  };
}
