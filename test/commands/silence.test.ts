import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Intent, IntentKind, IntentOf } from '../../src/intents/intent.js';
import { Desk } from '../support/desk.js';
import { aGroup, aMembership } from '../support/documents.js';
import type { GroupTarget } from '../../src/intents/targets.js';

const ben = { by: 'name', name: 'Ben Okafor' } as const;

/** The kinds of intent that cannot be without a group, and those that can. */
type OfGroup =
  | { [K in IntentKind]: IntentOf<K> extends { readonly target: GroupTarget } ? K : never }[IntentKind]
  | 'showHistory'
  | 'delegate'
  | 'releaseBrake';

/** Whatever names a group; a new kind that does is missing here until it stands among them. */
const about: { readonly [K in OfGroup]: (target: GroupTarget) => IntentOf<K> } = {
  joinGroup: (target) => ({ kind: 'joinGroup', target }),
  requestFor: (target) => ({ kind: 'requestFor', target, person: ben }),
  showGroup: (target) => ({ kind: 'showGroup', target }),
  leaveGroup: (target) => ({ kind: 'leaveGroup', target }),
  explainJoin: (target) => ({ kind: 'explainJoin', target }),
  listMembers: (target) => ({ kind: 'listMembers', target, page: 1 }),
  showDrift: (target) => ({ kind: 'showDrift', target }),
  settleDrift: (target) => ({ kind: 'settleDrift', target, answer: 'undo' }),
  releaseBrake: (target) => ({ kind: 'releaseBrake', target }),
  manageGroup: (target) => ({ kind: 'manageGroup', target }),
  saveGroup: (target) => ({ kind: 'saveGroup', target, values: { joinRule: 'open' } }),
  changeGroup: (target) => ({ kind: 'changeGroup', target, field: 'joinRule', value: 'open' }),
  enrolGroup: (target) => ({ kind: 'enrolGroup', target }),
  linkGroup: (target) => ({ kind: 'linkGroup', target }),
  deleteGroup: (target) => ({ kind: 'deleteGroup', target }),
  claimGroup: (target) => ({ kind: 'claimGroup', target }),
  answerClaim: (target) => ({ kind: 'answerClaim', target, person: ben, accepted: true }),
  transferGroup: (target) => ({ kind: 'transferGroup', target, person: ben }),
  addMembers: (target) => ({ kind: 'addMembers', target, people: [ben] }),
  importMembers: (target) => ({ kind: 'importMembers', target, list: 'Ben Okafor' }),
  removeMember: (target) => ({ kind: 'removeMember', target, person: ben }),
  changeRole: (target) => ({ kind: 'changeRole', target, person: ben, role: 'owner' }),
  changeGrant: (target) => ({
    kind: 'changeGrant',
    target,
    resource: { by: 'id', resourceId: 'salesforce' },
    is: true,
  }),
  showHistory: (target) => ({ kind: 'showHistory', about: { of: 'group', target }, page: 1 }),
  delegate: (target) => ({ kind: 'delegate', target, person: ben }),
};

/** Those that say something of who is in the group. */
const ofMembers = [
  'listMembers',
  'addMembers',
  'importMembers',
  'removeMember',
  'changeRole',
  'transferGroup',
  'showHistory',
] as const;

interface Answer {
  readonly outcome: Outcome;
  /** What it cost: every read, in order; that is what the time of an answer is made of. */
  readonly reads: readonly string[];
}

async function ask(personId: string, intent: Intent, prepare: (desk: Desk) => void = () => undefined): Promise<Answer> {
  const desk = new Desk();
  desk.store.seed('groups', aGroup({ id: 'secret', name: 'Secret Project', isListed: false, ownerIds: ['olga'] }));
  prepare(desk);
  return { outcome: await desk.does(personId, intent), reads: [...desk.store.readLog] };
}

function withoutName(
  { outcome, reads }: Answer,
  name: string,
): { readonly text: string; readonly reads: readonly string[] } {
  return { text: JSON.stringify(outcome).replaceAll(name, '…'), reads };
}

describe('what a person may not know of (S37, S38, S39, S40, Q10, F46)', () => {
  for (const [kind, intent] of Object.entries(about)) {
    it(`${kind}: a hidden group and none at all get the same answer at the same cost, by name and by id`, async () => {
      const named = (name: string): GroupTarget => ({ by: 'name', readings: [{ name }] });
      const [hidden, absent] = [
        await ask('ann', intent(named('Secret Project'))),
        await ask('ann', intent(named('Absent Matters'))),
      ];
      assert.deepEqual(withoutName(hidden, 'Secret Project'), withoutName(absent, 'Absent Matters'));
      assert.deepEqual(
        await ask('ann', intent({ by: 'id', groupId: 'secret' })),
        await ask('ann', intent({ by: 'id', groupId: 'absent' })),
      );
    });
  }

  for (const kind of ofMembers) {
    const intent = about[kind];
    it(`${kind}: another owner learns nothing from the answer or its cost about who is in the group`, async () => {
      const target: GroupTarget = { by: 'name', readings: [{ name: 'Book Club' }] };
      const joined = await ask('omar', intent(target), (desk) =>
        desk.store.seed('memberships', aMembership({ personId: 'ben', groupId: 'book-club' })),
      );
      assert.deepEqual(joined, await ask('omar', intent(target)));
    });
  }
});
