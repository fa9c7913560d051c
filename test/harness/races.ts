import type { Answer, Move, Racer } from './client.js';
import type { Chance } from './random.js';
import type { Records } from './records.js';

/** Everybody who is in a race, and what they race about; each race has an organisation of its own. */
export interface Track {
  readonly tenantId: string;
  readonly groupId: string;
  /** A second group, whose owner is `otherOwner`. */
  readonly otherId: string;
  readonly resourceId: string;
  /** Of the first asker, to the group; it waits. */
  readonly requestId: string;
  readonly people: Readonly<Record<Lane, Racer>>;
}

/** The parts in a race. */
export const lanes = [
  'owner',
  'secondOwner',
  'otherOwner',
  'manager',
  'member',
  'asker',
  'secondAsker',
  'thirdAsker',
  'admin',
  'secondAdmin',
] as const;

/** A part in a race. */
export type Lane = (typeof lanes)[number];

/** One person's move. */
export interface Start {
  readonly lane: Lane;
  readonly move: Move;
}

/** What is done at once; then, when all of it was answered, what is tried once more and must come to nothing. */
export interface Race {
  readonly starts: readonly Start[];
  readonly after?: readonly Start[];
  /** The join rule of the group at the start. */
  readonly joinRule?: 'open' | 'ownerApproval';
  /** What is wrong with the answers, in the order of the moves; the other checks are the same for every race. */
  readonly judge?: (answers: readonly Answer[]) => string | undefined;
  /** What is wrong with what is left. */
  readonly judgeRecords?: (records: Records) => string | undefined;
}

const sure = { confirmed: true };

/** The kinds of race, by name: what is at stake, and who comes between. */
export const raceKinds: Readonly<Record<string, (track: Track, chance: Chance) => Race>> = {
  joinAgainstRule: ({ groupId }) => ({
    joinRule: 'open',
    starts: [
      ...asksIn(groupId),
      click('owner', 'changeGroup', { groupId, setting: 'joinRule', value: 'ownersOnly', ...sure }),
    ],
  }),
  joinAgainstDeletion: ({ groupId, people }) => ({
    joinRule: 'open',
    starts: [
      ...asksIn(groupId),
      click('owner', 'deleteGroup', { groupId, ...sure }),
      click('secondOwner', 'addMembers', { groupId, personId: people.secondAsker.id, ...sure }),
    ],
    after: asksIn(groupId),
  }),
  addAgainstDeletion: ({ groupId, people, requestId }) => ({
    starts: [
      click('owner', 'deleteGroup', { groupId, ...sure }),
      click('secondOwner', 'addMembers', { groupId, personId: people.secondAsker.id, ...sure }),
      click('manager', 'addMembers', { groupId, personId: people.thirdAsker.id, ...sure }),
      click('secondOwner', 'approveRequest', { requestId }),
    ],
    after: [click('secondOwner', 'addMembers', { groupId, personId: people.thirdAsker.id, ...sure })],
  }),
  decide: ({ requestId }) => ({
    starts: [
      click('owner', 'approveRequest', { requestId }),
      click('secondOwner', 'denyRequest', { requestId, justification: 'Not this quarter' }),
      click('manager', 'approveRequest', { requestId }),
      click('asker', 'withdrawRequest', { requestId }),
    ],
    judge: (answers) =>
      answers.every(({ text }) => /approved|denied|withdr[ae]wn|took back|taken back/i.test(text))
        ? undefined
        : `somebody was not told how it ended: ${answers.map(({ text }) => text).join(' / ')}`,
  }),
  decideAgainstRule: ({ requestId, groupId }, chance) => ({
    starts: [
      click('owner', 'approveRequest', { requestId }),
      click('secondOwner', 'changeGroup', {
        groupId,
        setting: 'joinRule',
        value: chance.pick(['ownersOnly', 'open']),
        ...sure,
      }),
    ],
  }),
  removeOwner: ({ groupId, people, requestId }) => ({
    starts: [
      click('owner', 'changeRole', { groupId, personId: people.secondOwner.id, value: 'member', ...sure }),
      click('secondOwner', 'addMembers', { groupId, personId: people.secondAsker.id, ...sure }),
      click('secondOwner', 'approveRequest', { requestId }),
    ],
    after: [
      click('secondOwner', 'addMembers', { groupId, personId: people.thirdAsker.id, ...sure }),
      click('secondOwner', 'changeRole', { groupId, personId: people.member.id, value: 'owner', ...sure }),
    ],
    judgeRecords: ({ groups, memberships }) => {
      const { ownerIds = [] } = groups.find(({ id }) => id === groupId) ?? {};
      if (ownerIds.length !== 1 || ownerIds[0] !== people.owner.id) return 'a former owner has made an owner';
      const isIn = memberships.some(({ personId, status }) => personId === people.thirdAsker.id && status === 'active');
      return isIn ? 'a former owner has let somebody in' : undefined;
    },
  }),
  removeEachOther: ({ groupId, people }) => ({
    starts: [
      click('owner', 'changeRole', { groupId, personId: people.secondOwner.id, value: 'member', ...sure }),
      click('secondOwner', 'changeRole', { groupId, personId: people.owner.id, value: 'member', ...sure }),
      click('owner', 'leaveGroup', { groupId, ...sure }),
    ],
  }),
  removeEachOtherAsAdmins: ({ people }) => ({
    starts: [
      click('admin', 'changeAdmin', { personId: people.secondAdmin.id, value: 'no', ...sure }),
      click('secondAdmin', 'changeAdmin', { personId: people.admin.id, value: 'no', ...sure }),
    ],
  }),
  block: ({ groupId, resourceId, people }) => ({
    joinRule: 'open',
    starts: [
      click('admin', 'changeBlock', { resourceId, personId: people.secondAsker.id, value: 'yes', ...sure }),
      click('secondAsker', 'joinGroup', { groupId }),
      click('secondOwner', 'addMembers', { groupId, personId: people.secondAsker.id, ...sure }),
    ],
    judgeRecords: ({ resources }) =>
      resources[0]?.blocks?.length === 1 ? undefined : 'whoever was blocked is not, or is twice',
  }),
  rename: ({ groupId, otherId }) => ({
    starts: [
      click('owner', 'changeGroup', { groupId, setting: 'name', value: 'Beacon', ...sure }),
      click('otherOwner', 'changeGroup', { groupId: otherId, setting: 'name', value: 'Beacon', ...sure }),
      click('asker', 'createGroup', { name: 'Beacon', groupType: 'security', joinRule: 'ownersOnly', ...sure }),
    ],
  }),
  askAtOnce: ({ groupId }) => ({
    starts: [...asksIn(groupId), ...asksIn(groupId)],
  }),
  removeAgainstAdd: ({ groupId, people }) => ({
    starts: [
      click('owner', 'removeMember', { groupId, personId: people.member.id, ...sure }),
      click('secondOwner', 'addMembers', { groupId, personId: people.member.id, ...sure }),
      click('member', 'leaveGroup', { groupId, ...sure }),
    ],
  }),
  sameClick: ({ groupId, tenantId, people }) => {
    const add = click('owner', 'addMembers', { groupId, personId: people.thirdAsker.id, ...sure }, `${tenantId}-once`);
    return {
      starts: [add, add, add],
      // The same click once more, after what it did was taken back.
      after: [click('secondOwner', 'removeMember', { groupId, personId: people.thirdAsker.id, ...sure }), add],
      judgeRecords: ({ memberships }) =>
        memberships.some(({ personId, status }) => personId === people.thirdAsker.id && status === 'active')
          ? 'a click counted twice'
          : undefined,
    };
  },
};

function asksIn(groupId: string): Start[] {
  return (['secondAsker', 'thirdAsker'] as const).map((lane) =>
    click(lane, 'joinGroup', { groupId, justification: 'I need it for the spring fair' }),
  );
}

function click(lane: Lane, verb: string, data: Readonly<Record<string, unknown>>, id?: string): Start {
  return { lane, move: { verb, data, ...(id === undefined ? {} : { id }) } };
}
