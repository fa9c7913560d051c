import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aGroup, aMembership, aTenant } from '../../support/documents.js';
import { Desk, expectOutcome, joinNamed, refusalOf } from '../../support/desk.js';

describe('joinGroup', () => {
  it('S4: asks the owners and says who is asked', async () => {
    const desk = new Desk();
    const { request } = expectOutcome(
      await desk.does('ann', joinNamed('marketing', { justification: 'Spring campaign' })),
      'requestOpened',
    );
    assert.deepEqual(
      request.approvers.map((approver) => approver.name),
      ['Olga Berg', 'Omar Haddad'],
    );
    assert.equal(request.justification, 'Spring campaign');
    assert.deepEqual(desk.due, [{ collection: 'requests', tenantId: 'contoso', id: request.id }]);
  });

  it('F6: an open group takes a member at once, with one commit', async () => {
    const desk = new Desk();
    expectOutcome(await desk.does('ann', joinNamed('Book Club')), 'memberAdded');
    assert.equal(desk.store.writeCount, 1);
    assert.deepEqual(
      desk.store.all('memberships').map(({ personId, status }) => [personId, status]),
      [['ann', 'active']],
    );
  });

  it('F37: an open group with a longest membership says when it ends', async () => {
    const desk = new Desk();
    desk.store.seed('groups', aGroup({ id: 'book-club', name: 'Book Club', joinRule: 'open', maxDurationDays: 10 }));
    const joined = expectOutcome(await desk.does('ann', joinNamed('Book Club')), 'memberAdded');
    assert.equal(joined.until, desk.now + 10 * 86_400_000);
  });

  it('F12: a second join shows the first request, and asks first where the wish is another one', async () => {
    const desk = new Desk();
    const id = await desk.annAsks();
    const { request } = expectOutcome(await desk.does('ann', joinNamed('Marketing')), 'requestAlreadyOpen');
    assert.equal(request.id, id);
    const other = expectOutcome(
      await desk.does('ann', joinNamed('Marketing', { justification: 'Another reason' })),
      'otherWishNeeded',
    );
    assert.equal(other.request.id, id);
    assert.equal(other.whole.justification, 'Another reason');
    assert.equal(desk.store.all('requests').length, 1);
  });

  it('F12: of two joins at the same moment one request remains', async () => {
    const desk = new Desk();
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => desk.does('ann', joinNamed('Marketing', { justification: 'Spring campaign' }))),
    );
    assert.deepEqual(outcomes.map((outcome) => outcome.kind).sort(), [
      'requestAlreadyOpen',
      'requestAlreadyOpen',
      'requestOpened',
    ]);
    assert.equal(desk.store.all('requests').length, 1);
  });

  it('F6: of two joins of an open group at the same moment the second reads that they are in', async () => {
    const desk = new Desk();
    const outcomes = await Promise.all([
      desk.does('ann', joinNamed('Book Club')),
      desk.does('ann', joinNamed('Book Club')),
    ]);
    assert.deepEqual(outcomes.map((outcome) => outcome.kind).sort(), ['alreadyMember', 'memberAdded']);
  });

  it('says so to a member, and to an owner', async () => {
    const desk = new Desk();
    desk.store.seed('memberships', aMembership());
    assert.equal(expectOutcome(await desk.does('ann', joinNamed('Marketing')), 'alreadyMember').role, 'member');
    assert.equal(expectOutcome(await desk.does('olga', joinNamed('Marketing')), 'alreadyMember').role, 'owner');
  });

  it('a membership that ended is begun anew', async () => {
    const desk = new Desk();
    desk.store.seed('memberships', aMembership({ groupId: 'book-club', status: 'ended', version: 4 }));
    expectOutcome(await desk.does('ann', joinNamed('Book Club')), 'memberAdded');
    assert.deepEqual(
      desk.store.all('memberships').map(({ status, version }) => [status, version]),
      [['active', 5]],
    );
  });

  it('F8: a missing reason is asked for, with what was given kept', async () => {
    const desk = new Desk();
    const { form } = expectOutcome(
      await desk.does('ann', joinNamed('Marketing', { duration: { kind: 'days', days: 30 } })),
      'joinFormNeeded',
    );
    assert.deepEqual(
      [form.why, form.duration, form.justificationRule],
      ['reasonMissing', { kind: 'days', days: 30 }, 'required'],
    );
    assert.equal(desk.store.writeCount, 0);
  });

  it('F10 F37: more time than the group allows is asked about', async () => {
    const desk = new Desk();
    const { form } = expectOutcome(
      await desk.does(
        'ann',
        joinNamed('Marketing', { justification: 'Spring campaign', duration: { kind: 'days', days: 120 } }),
      ),
      'joinFormNeeded',
    );
    assert.deepEqual([form.why, form.maxDurationDays], ['durationTooLong', 90]);
  });

  it('F83: a misspelt name changes nothing and shows what comes near', async () => {
    const desk = new Desk();
    const { form } = expectOutcome(
      await desk.does('ann', joinNamed('Marketng', { justification: 'Spring campaign' })),
      'joinFormNeeded',
    );
    assert.deepEqual(
      [form.why, form.typed, form.candidates.map((row) => row.group.name)],
      ['inexact', 'Marketng', ['Marketing']],
    );
    assert.equal(form.justification, 'Spring campaign');
    assert.equal(desk.store.writeCount, 0);
  });

  it('F83: two groups of one name are never guessed between', async () => {
    const desk = new Desk();
    desk.store.seed('groups', aGroup({ id: 'marketing-2' }));
    assert.equal(
      expectOutcome(
        await desk.does('ann', joinNamed('Marketing', { justification: 'Spring campaign' })),
        'joinFormNeeded',
      ).form.why,
      'several',
    );
    assert.equal(desk.store.writeCount, 0);
  });

  it('F83: near names that nobody could join are listed with the reason, not offered', async () => {
    const desk = new Desk();
    const { rows } = expectOutcome(await desk.does('ann', joinNamed('Finanse')), 'groupsListed');
    assert.equal(rows[0]?.standing.kind, 'cannotJoin');
  });

  it('the longest name that is exactly a group wins; the rest is the reason', async () => {
    const desk = new Desk();
    const readings = [
      { name: 'Marketing for the spring campaign' },
      { name: 'Marketing', justification: 'the spring campaign' },
    ];
    const { request } = expectOutcome(
      await desk.does('ann', { kind: 'joinGroup', target: { by: 'name', readings } }),
      'requestOpened',
    );
    assert.equal(request.justification, 'the spring campaign');
  });

  it('what was only wished is asked back', async () => {
    const desk = new Desk();
    assert.equal(
      expectOutcome(await desk.does('ann', joinNamed('Book Club', { ask: true })), 'joinFormNeeded').form.why,
      'confirm',
    );
    assert.equal(desk.store.writeCount, 0);
  });

  it('F7: nobody becomes an owner by joining', async () => {
    assert.equal(
      refusalOf(await new Desk().does('ann', joinNamed('Book Club', { asOwner: true }))),
      'ownership_needs_an_owner',
    );
  });

  it('S28 Q10: an unlisted group is as unknown as one that does not exist', async () => {
    const desk = new Desk();
    desk.store.seed('groups', aGroup({ id: 'secret', name: 'Project Falcon', isListed: false, joinRule: 'open' }));
    assert.deepEqual(
      await desk.does('ann', joinNamed('Project Falcon')),
      await new Desk().does('ann', joinNamed('Project Falcon')),
    );
  });

  it('F5: an application that no group opens is said to be such', async () => {
    const desk = new Desk();
    desk.store.seed('resources', {
      ...desk.store.all('resources')[0]!,
      key: 'contoso/jira',
      id: 'jira',
      name: 'Jira',
      nameKey: 'jira',
      groupIds: [],
    });
    assert.equal(
      refusalOf(await desk.does('ann', { kind: 'findAccess', readings: [{ name: 'Jira' }] })),
      'nothing_unlocks',
    );
  });

  it('F2: asking for an application offers the groups that open it, with the reason kept', async () => {
    const { form } = expectOutcome(
      await new Desk().does('ann', {
        kind: 'findAccess',
        readings: [{ name: 'salesforce', justification: 'to see my leads' }],
      }),
      'joinFormNeeded',
    );
    assert.deepEqual(
      [form.why, form.resource, form.justification, form.candidates.map((row) => row.group.name)],
      ['unlocksResource', 'Salesforce', 'to see my leads', ['Marketing']],
    );
  });

  it('Q3 S51: an organisation that nobody has set up yet is locked', async () => {
    const desk = new Desk();
    desk.store.seed('tenants', aTenant({ ownersManageRequests: false, licence: 'none' }));
    assert.equal(refusalOf(await desk.does('ann', joinNamed('Book Club'))), 'requests_switched_off');
  });
});
