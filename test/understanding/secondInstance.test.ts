import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Tenant } from '../../src/domain/organisation/tenant.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { DirectoryWorld } from '../journeys/directory/directoryWorld.js';
import { storesUnderTest } from '../support/stores.js';
import type { Role, World } from '../support/world.js';
import { isMeant, linesOf, openOrganisation } from './atTheDoor.js';

// Every kind of question is asked by one instance and answered at another: what was asked last lies in the store, and in
// no memory of a process. Both run in this process, each with everything of its own but the store.

type Needed = Extract<Outcome['kind'], `${string}Needed`>;

/** Asked only where the directory is Microsoft Entra; what is too long is said again, and not answered. */
type InEntra = 'linkPickNeeded' | 'reportReasonNeeded';

interface Asked {
  readonly given?: { readonly admins?: readonly Role[]; readonly tenant?: Partial<Tenant> };
  /** Who says what, or clicks [it]; the instances take turns. */
  readonly says: readonly (readonly [Role, string])[];
  /** What records say then and did not before, or the other way round. */
  readonly changes: readonly string[];
  /** What is read at last, where no record says it. */
  readonly reads?: RegExp;
}

/** A kind of question that is left out does not compile. */
const questions: Readonly<Record<Exclude<Needed, InEntra | 'messageTooLongNeeded'>, Asked>> = {
  joinFormNeeded: {
    says: [
      ['ann', 'join Marketing'],
      ['ann', 'I run the spring campaign'],
    ],
    changes: ['+Ann Archer asks for Marketing: I run the spring campaign (pending)'],
  },
  slotNeeded: {
    says: [
      ['omar', 'rename Sales'],
      ['omar', 'Sales EMEA'],
      ['omar', 'help'],
      ['omar', 'rename Sales'],
    ],
    changes: [],
    reads: /What should it be called/,
  },
  confirmNeeded: {
    says: [
      ['olga', 'delete Late Shift'],
      ['olga', 'yes'],
    ],
    changes: ['-Late Shift [ownerApproval] owned by Olga Berg'],
  },
  goAheadNeeded: {
    says: [
      ['olga', 'add Ben to Late Shift'],
      ['olga', 'yes please'],
    ],
    changes: ['+Ben Okafor in Late Shift'],
  },
  leaveConfirmNeeded: {
    says: [
      ['ann', 'leave Book Club'],
      ['ann', 'yep'],
    ],
    changes: ['-Ann Archer in Book Club'],
  },
  withdrawConfirmNeeded: {
    says: [
      ['ann', 'help'],
      ['ann', 'join Sales'],
      ['ann', 'leave Sales'],
      ['ann', 'yes'],
    ],
    changes: ['+Ann Archer asks for Sales (withdrawn)'],
  },
  otherWishNeeded: {
    says: [
      ['ann', 'help'],
      ['ann', 'join Sales for 10 days'],
      ['ann', 'join Sales for 30 days'],
      ['ann', 'yes'],
    ],
    changes: ['+Ann Archer asks for Sales for 10 days (withdrawn)', '+Ann Archer asks for Sales for 30 days (pending)'],
  },
  groupPickNeeded: {
    says: [
      ['ann', 'group Shift'],
      ['ann', 'Night Shift'],
    ],
    changes: [],
    reads: /Night Shift[\s\S]*Owners: Olga Berg/,
  },
  choiceNeeded: {
    says: [
      ['olga', 'put Jan into Late Shift'],
      ['olga', 'the one from IT'],
    ],
    changes: ['+Jan Becker in Late Shift'],
  },
  requestPickNeeded: {
    says: [
      ['ann', 'join Sales'],
      ['ann', 'join Late Shift'],
      ['ann', 'withdraw'],
      ['ann', 'the one for Sales'],
    ],
    changes: ['+Ann Archer asks for Late Shift (pending)', '+Ann Archer asks for Sales (withdrawn)'],
  },
  denyFormNeeded: {
    says: [
      ['ann', 'help'],
      ['ann', 'join Late Shift'],
      ['olga', 'deny Ann'],
      ['olga', 'the rota is full'],
    ],
    changes: ['+Ann Archer asks for Late Shift (denied: the rota is full)'],
  },
  approvalNeeded: {
    says: [
      ['ann', 'help'],
      ['ann', 'join Late Shift'],
      ['olga', 'approve'],
      ['olga', 'yes'],
    ],
    changes: ['+Ann Archer asks for Late Shift (approved)', '+Ann Archer in Late Shift'],
  },
  decisionPickNeeded: {
    says: [
      ['ann', 'join Late Shift'],
      ['ben', 'join Late Shift'],
      ['olga', 'approve'],
      ['olga', "Ben's"],
    ],
    changes: [
      '+Ann Archer asks for Late Shift (pending)',
      '+Ben Okafor asks for Late Shift (approved)',
      '+Ben Okafor in Late Shift',
    ],
  },
  groupFormNeeded: {
    says: [
      ['ann', 'create a group called Quizzers'],
      ['ann', 'security'],
    ],
    changes: ['+Quizzers [open] owned by Ann Archer'],
  },
  proposalNeeded: {
    given: { admins: ['ada', 'ben'] },
    says: [
      ['ada', 'yes, set longest membership 30'],
      ['ada', 'yes, set longest membership none'],
      ['ben', 'confirm change'],
      ['ben', 'yes'],
    ],
    changes: [],
    reads: /No limit[\s\S]*in force now/,
  },
  settingFormNeeded: {
    says: [
      ['ada', 'help'],
      ['ada', 'settings page 2'],
      ['ada', '[Change…]'],
      ['ada', 'owner approval'],
    ],
    changes: [],
    reads: /Loosest join rule: .*approval/,
  },
  setUpNeeded: {
    given: { tenant: { ownersManageRequests: false, licence: 'none' } },
    says: [
      ['ada', 'help'],
      ['ada', 'P2'],
    ],
    changes: [],
    reads: /switched on/,
  },
  severalNeeded: {
    says: [
      ['ann', 'leave Book Club and Night Shift'],
      ['ann', 'both'],
    ],
    changes: ['-Ann Archer in Book Club', '-Ann Archer in Night Shift'],
  },
};

/** The outcomes that an instance has had, by its own count. */
async function outcomesOf({ app }: World): Promise<string[]> {
  const { host, port } = app.address;
  const text = await (await fetch(`http://${host}:${port}/metrics`)).text();
  return [...text.matchAll(/^concierge_turns_total\{[^}]*outcome="(\w+)"/gm)].map(([, outcome = '']) => outcome);
}

for (const kind of storesUnderTest()) {
  describe(`questions of one instance that are answered at another, told on ${kind.name}`, () => {
    const open: (() => Promise<void>)[] = [];

    afterEach(async () => {
      for (const close of open.splice(0).reverse()) await close();
    });

    for (const [needed, { given, says, changes, reads }] of Object.entries(questions))
      it(`${needed}: ${says.map(([by, text]) => `${by}: ${text}`).join(' | ')}`, async () => {
        const first = await openOrganisation(kind);
        open.push(() => first.close());
        const second = await first.beside();
        open.push(() => second.app.close());
        const adminIds = given?.admins?.map((role) => first.people[role].id);
        await first.changeTenant({ ...given?.tenant, ...(adminIds && { adminIds }) });
        const before = await linesOf(first);
        let last = '';
        for (const [turn, [by, text]] of says.entries()) {
          const person = (turn % 2 === 0 ? first : second).people[by];
          const title = /^\[(.*)\]$/.exec(text)?.[1];
          last = (await (title === undefined ? person.says(text) : person.clicks(title))).text();
        }
        await first.settles();
        await second.settles();
        const after = await linesOf(first);
        const gone = before.filter((line) => !after.includes(line)).map((line) => `-${line}`);
        const come = after.filter((line) => !before.includes(line)).map((line) => `+${line}`);
        const changed = [...gone, ...come].map((line) => changes.find((one) => isMeant(line, one)) ?? line).sort();
        assert.deepEqual(changed, [...changes].sort(), last);
        if (reads) assert.match(last, reads);
        const had = [...(await outcomesOf(first)), ...(await outcomesOf(second))];
        assert.ok(had.includes(needed), `it was asked: ${had.join(' ')}`);
      });

    it('linkPickNeeded: ada: link Chess | ada: the first', async () => {
      const there = await DirectoryWorld.open(kind);
      open.push(() => there.close());
      await there.world.addGroup({ name: 'Chess', owners: ['olga'], groupType: 'm365', joinRule: 'open' });
      there.add('Chess', { owners: ['olga'] });
      await there.world.reads();
      const second = await there.world.beside();
      open.push(() => second.app.close());
      const asked = (await there.people.ada.says('link Chess')).text();
      const answer = (await second.people.ada.says('the first')).text();
      assert.ok((await outcomesOf(there.world)).includes('linkPickNeeded'), asked);
      assert.match(answer, /Link|linked/, asked);
    });

    it('reportReasonNeeded: omar: request Marketing for Ann Archer | omar: the fair begins', async () => {
      const there = await DirectoryWorld.open(kind);
      open.push(() => there.close());
      const { ann, ada, omar } = there.people;
      there.graph.state.patchUser(ann.id, { managerId: omar.id });
      const marketing = await there.enrolled('Marketing', { owners: ['olga'] });
      await ada.says('set join rule of Marketing to owner approval');
      await there.world.changeGroup(marketing, { justification: 'required' });
      const second = await there.world.beside();
      open.push(() => second.app.close());
      const asked = (await omar.says('request Marketing for Ann Archer')).text();
      const answer = (await second.people.omar.says('because the fair begins')).text();
      assert.ok((await outcomesOf(there.world)).includes('reportReasonNeeded'), asked);
      assert.deepEqual(
        (await there.world.requests()).map(({ requesterId, justification }) => [requesterId, justification]),
        [[ann.id, 'the fair begins']],
        answer,
      );
    });
  });
}
