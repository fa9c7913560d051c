import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aGroup, aMembership, aResource, aTenant } from '../support/documents.js';
import { Desk, expectOutcome, joinNamed, refusalOf } from '../support/desk.js';

const marketing = { by: 'name' as const, readings: [{ name: 'Marketing' }] };

describe('leaveGroup', () => {
  it('F14: first shows what will be lost, then lets go; a repeated click reads the same', async () => {
    const desk = new Desk();
    desk.store.seed('memberships', aMembership());
    const { losses } = expectOutcome(
      await desk.does('ann', { kind: 'leaveGroup', target: marketing }),
      'leaveConfirmNeeded',
    );
    assert.deepEqual(
      losses.map((loss) => loss.name),
      ['Salesforce'],
    );
    assert.equal(desk.store.all('memberships')[0]!.status, 'active');
    const click = () =>
      desk.does('ann', { kind: 'leaveGroup', target: { by: 'id', groupId: 'marketing' }, confirmed: true }, 'card');
    const left = expectOutcome(await click(), 'memberLeft');
    assert.equal(desk.store.all('memberships')[0]!.status, 'ended');
    assert.deepEqual(await click(), left);
  });

  it('F14: what another group still opens is not lost', async () => {
    const desk = new Desk();
    desk.store.seed('memberships', aMembership());
    desk.store.seed('memberships', aMembership({ groupId: 'book-club' }));
    desk.store.seed('resources', aResource({ groupIds: ['marketing', 'book-club'] }));
    assert.deepEqual(
      expectOutcome(await desk.does('ann', { kind: 'leaveGroup', target: marketing }), 'leaveConfirmNeeded').losses,
      [],
    );
  });

  it('F43: of the last two owners who leave at once one stays', async () => {
    const desk = new Desk();
    const leave = (who: string) =>
      desk.does(who, { kind: 'leaveGroup', target: { by: 'id', groupId: 'marketing' }, confirmed: true }, 'card');
    const outcomes = await Promise.all([leave('olga'), leave('omar')]);
    assert.deepEqual(outcomes.map((outcome) => outcome.kind).sort(), ['memberLeft', 'refused']);
    assert.equal(desk.store.all('groups').find((group) => group.id === 'marketing')!.ownerIds.length, 1);
  });

  it('who is not in reads so', async () => {
    assert.equal(refusalOf(await new Desk().does('ann', { kind: 'leaveGroup', target: marketing })), 'not_a_member');
  });
});

describe('lists', () => {
  it('my groups: as owner first, then as member, with what waits', async () => {
    const desk = new Desk();
    await desk.annAsks();
    desk.store.seed('memberships', aMembership({ groupId: 'book-club', personId: 'olga' }));
    const { rows } = expectOutcome(await desk.does('olga', { kind: 'listMyGroups', page: 1 }), 'myGroupsListed');
    assert.deepEqual(
      rows.map((row) => [row.group.name, row.role, row.waiting]),
      [
        ['Finance', 'owner', undefined],
        ['Marketing', 'owner', 1],
        ['Book Club', 'member', undefined],
      ],
    );
  });

  it('my requests: the newest first', async () => {
    const desk = new Desk();
    const first = await desk.annAsks();
    await desk.does('ann', { kind: 'withdrawRequest', target: {} });
    desk.now += 1000;
    const second = await desk.annAsks();
    const { requests } = expectOutcome(await desk.does('ann', { kind: 'listMyRequests', page: 1 }), 'myRequestsListed');
    assert.deepEqual(
      requests.map((request) => request.id),
      [second, first],
    );
  });

  it('F84: the inbox holds what waits for me, without my own', async () => {
    const desk = new Desk();
    const id = await desk.annAsks();
    desk.store.seed('groups', aGroup({ id: 'sales', name: 'Sales', ownerIds: ['ben', 'omar'] }));
    await desk.does('olga', joinNamed('Sales'));
    assert.deepEqual(
      expectOutcome(await desk.does('olga', { kind: 'showInbox', page: 1 }), 'inboxListed').requests.map(
        (request) => request.id,
      ),
      [id],
    );
    assert.equal(
      expectOutcome(await desk.does('omar', { kind: 'showInbox', page: 1 }), 'inboxListed').requests.length,
      2,
    );
    assert.equal(
      expectOutcome(await desk.does('ann', { kind: 'showInbox', page: 1 }), 'inboxListed').requests.length,
      0,
    );
  });

  it('F1: groups by words, in pages, with how one stands to each', async () => {
    const desk = new Desk();
    for (let index = 0; index < 20; index += 1)
      desk.store.seed('groups', aGroup({ id: `sales-${index}`, name: `Sales ${String(index).padStart(2, '0')}` }));
    const third = expectOutcome(
      await desk.does('ann', { kind: 'browseGroups', words: 'sal', page: 3 }),
      'groupsListed',
    );
    const edges = { first: 'sales-16/sales 16', last: 'sales-19/sales 19' };
    assert.deepEqual(third.page, { page: 3, pageCount: 3, total: 20, ...edges });
    assert.equal(third.rows[0]?.group.name, 'Sales 16');
    assert.equal(
      expectOutcome(await desk.does('ann', { kind: 'browseGroups', words: '', page: 99 }), 'groupsListed').page.page,
      3,
      'a page that is not there is the last one',
    );
  });

  it("S28: an unlisted group is in nobody else's list", async () => {
    const desk = new Desk();
    desk.store.seed('groups', aGroup({ id: 'secret', name: 'Project Falcon', isListed: false }));
    const names = async (who: string) =>
      expectOutcome(await desk.does(who, { kind: 'browseGroups', words: 'falcon', page: 1 }), 'groupsListed').rows.map(
        (row) => row.group.name,
      );
    assert.deepEqual(await names('ann'), []);
    assert.deepEqual(await names('olga'), ['Project Falcon']);
    assert.deepEqual(await names('ada'), ['Project Falcon']);
  });

  it('a group shows its rule, its owners and how one stands to it', async () => {
    const shown = expectOutcome(await new Desk().does('ann', { kind: 'showGroup', target: marketing }), 'groupShown');
    assert.deepEqual(
      [shown.standing.kind, shown.owners.map((owner) => owner.name), shown.maxDurationDays, shown.group.unlocks],
      ['canAsk', ['Olga Berg', 'Omar Haddad'], 90, [{ name: 'Salesforce' }]],
    );
  });

  it('asking about what is not there never joins anything', async () => {
    const desk = new Desk();
    assert.equal(
      expectOutcome(
        await desk.does('ann', { kind: 'showGroup', target: { by: 'name', readings: [{ name: 'Salesforce' }] } }),
        'joinFormNeeded',
      ).form.why,
      'unlocksResource',
    );
    assert.equal(desk.store.writeCount, 0);
  });
});

describe('welcome', () => {
  it('F80: a question that did not reach an owner is asked when they turn up', async () => {
    const desk = new Desk();
    await desk.annAsks();
    const request = desk.store.all('requests')[0]!;
    desk.store.seed('requests', {
      ...request,
      effects: [],
      approvers: request.approvers.map((approver) => ({ ...approver, delivery: 'unreachable' })),
    });
    const { waiting } = expectOutcome(await desk.does('olga', { kind: 'welcome' }), 'welcomed');
    assert.equal(waiting, 1);
    const after = desk.store.all('requests')[0]!;
    assert.deepEqual(
      after.effects.map((effect) => effect.kind === 'showApprover' && effect.personId),
      ['olga'],
    );
    assert.deepEqual(
      after.approvers.map((approver) => approver.delivery),
      ['waiting', 'unreachable'],
    );
  });
});

describe('administrators of the configuration', () => {
  it('Q9: are adopted by an organisation that has none, also when they were named after its first message, and never beside others', async () => {
    const desk = new Desk();
    desk.store.seed('tenants', aTenant({ adminIds: [] }));
    const adopted = expectOutcome(await desk.does('ann', { kind: 'listAdmins' }), 'tableShown').table;
    assert.deepEqual(adopted.code === 'admins' && adopted.people.map(({ id }) => id), ['ada']);
    assert.ok(
      desk.store
        .all('tenants')[0]
        ?.effects.some((effect) => effect.kind === 'recordEvent' && effect.event.kind === 'adminAdded'),
    );
    desk.store.seed('tenants', aTenant({ adminIds: ['olga'] }));
    const kept = expectOutcome(await desk.does('ann', { kind: 'listAdmins' }), 'tableShown').table;
    assert.deepEqual(kept.code === 'admins' && kept.people.map(({ id }) => id), ['olga']);
  });
});
