import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Intent } from '../../src/intents/intent.js';
import { Desk } from '../support/desk.js';
import { aGroup, aMembership } from '../support/documents.js';
import type { GroupTarget } from '../../src/intents/targets.js';

const ben = { by: 'name', name: 'Ben Okafor' } as const;

/** Whatever names a group. */
const about: readonly ((target: GroupTarget) => Intent)[] = [
  (target) => ({ kind: 'joinGroup', target }),
  (target) => ({ kind: 'showGroup', target }),
  (target) => ({ kind: 'leaveGroup', target }),
  (target) => ({ kind: 'explainJoin', target }),
  (target) => ({ kind: 'listMembers', target, page: 1 }),
  (target) => ({ kind: 'manageGroup', target }),
  (target) => ({ kind: 'changeGroup', target, field: 'joinRule', value: 'open' }),
  (target) => ({ kind: 'deleteGroup', target }),
  (target) => ({ kind: 'claimGroup', target }),
  (target) => ({ kind: 'transferGroup', target, person: ben }),
  (target) => ({ kind: 'addMembers', target, people: [ben] }),
  (target) => ({ kind: 'importMembers', target, list: 'Ben Okafor' }),
  (target) => ({ kind: 'removeMember', target, person: ben }),
  (target) => ({ kind: 'changeRole', target, person: ben, role: 'owner' }),
  (target) => ({ kind: 'showHistory', about: { of: 'group', target }, page: 1 }),
  (target) => ({ kind: 'delegate', target, person: ben }),
];

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
  for (const intent of about) {
    const { kind } = intent({ by: 'id', groupId: '' });
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

  for (const intent of about.filter((one) =>
    [
      'listMembers',
      'addMembers',
      'importMembers',
      'removeMember',
      'changeRole',
      'transferGroup',
      'showHistory',
    ].includes(one({ by: 'id', groupId: '' }).kind),
  )) {
    const { kind } = intent({ by: 'id', groupId: '' });
    it(`${kind}: another owner learns nothing from the answer or its cost about who is in the group`, async () => {
      const target: GroupTarget = { by: 'name', readings: [{ name: 'Book Club' }] };
      const joined = await ask('omar', intent(target), (desk) =>
        desk.store.seed('memberships', aMembership({ personId: 'ben', groupId: 'book-club' })),
      );
      assert.deepEqual(joined, await ask('omar', intent(target)));
    });
  }
});
