import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aMembership, aTenant } from '../../support/documents.js';
import { Desk, expectOutcome, refusalOf } from '../../support/desk.js';

describe('approveRequest and denyRequest', () => {
  it('S6 F20: an approval says who decided, and plans the membership', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    const { request } = expectOutcome(
      await desk.does('olga', { kind: 'approveRequest', target: { requestId } }, 'card'),
      'requestDecided',
    );
    assert.deepEqual([request.status, request.decision?.by.name], ['approved', 'Olga Berg']);
    const stored = desk.store.all('requests')[0]!;
    assert.ok(stored.effects.some((effect) => effect.kind === 'grantMembership'));
    assert.equal(stored.openKey, undefined, 'the open key is free again');
  });

  it('S7 F20 F21: a denial carries its reason and grants nothing', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    const { request } = expectOutcome(
      await desk.does(
        'omar',
        { kind: 'denyRequest', target: { requestId }, justification: 'The campaign is over' },
        'card',
      ),
      'requestDecided',
    );
    assert.deepEqual([request.status, request.decision?.justification], ['denied', 'The campaign is over']);
    assert.ok(!desk.store.all('requests')[0]!.effects.some((effect) => effect.kind === 'grantMembership'));
  });

  it('F21: a denial without a reason asks for it and decides nothing', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    expectOutcome(await desk.does('omar', { kind: 'denyRequest', target: { requestId } }), 'denyFormNeeded');
    assert.equal(desk.store.all('requests')[0]!.status, 'pending');
  });

  it('F17: of two owners who click at once the first decides and the second reads who it was', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    const outcomes = await Promise.all([
      desk.does('olga', { kind: 'approveRequest', target: { requestId } }, 'card'),
      desk.does('omar', { kind: 'denyRequest', target: { requestId }, justification: 'Not in this quarter' }, 'card'),
    ]);
    assert.deepEqual(outcomes.map((outcome) => outcome.kind).sort(), ['decidedByAnother', 'requestDecided']);
    const loser = expectOutcome(
      outcomes.find((outcome) => outcome.kind === 'decidedByAnother')!,
      'decidedByAnother',
    );
    const stored = desk.store.all('requests')[0]!;
    assert.equal(loser.request.decision?.by.id, stored.decision?.by);
    assert.equal(loser.request.decision?.outcome, stored.decision?.outcome);
  });

  it('F18: a repeated click answers the same again and changes nothing', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    const approve = () => desk.does('olga', { kind: 'approveRequest', target: { requestId } }, 'card');
    const first = await approve();
    const writes = desk.store.writeCount;
    assert.deepEqual(await approve(), first);
    assert.equal(desk.store.writeCount, writes);
  });

  it('F17: a decision holds although the outbox writes to the request in between', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    let disturbed = false;
    desk.store.beforeWrite = (collection, document) => {
      if (disturbed || collection !== 'requests') return;
      disturbed = true;
      desk.store.seed('requests', { ...desk.store.all('requests')[0]!, version: document.version });
    };
    expectOutcome(await desk.does('olga', { kind: 'approveRequest', target: { requestId } }), 'requestDecided');
    assert.equal(disturbed, true);
    assert.equal(desk.store.all('requests')[0]!.status, 'approved');
  });

  it('F24: nobody approves their own request', async () => {
    const desk = new Desk();
    assert.equal(
      refusalOf(await desk.does('ann', { kind: 'approveRequest', target: { requestId: await desk.annAsks() } })),
      'own_request',
    );
  });

  it('F16: a stranger reads the same as of a request that does not exist', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    const of = async (id: string) =>
      JSON.stringify(await desk.does('ben', { kind: 'approveRequest', target: { requestId: id } })).replaceAll(id, '…');
    assert.equal(await of(requestId), await of('REQ-ZZZZZZZZ'));
  });

  it('F16: setting A is read at the moment of the click', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    desk.store.seed('tenants', aTenant({ adminIds: ['ada'], ownersManageRequests: false }));
    assert.equal(
      refusalOf(await desk.does('olga', { kind: 'approveRequest', target: { requestId } }, 'card')),
      'requests_switched_off',
    );
  });

  it('F38: somebody who is in by now is not let in twice', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    desk.store.seed('memberships', aMembership());
    assert.equal(
      refusalOf(await desk.does('olga', { kind: 'approveRequest', target: { requestId } }, 'card')),
      'requester_left_or_joined',
    );
  });

  it('F83: "approve ann" decides nothing and shows her request', async () => {
    const desk = new Desk();
    const id = await desk.annAsks();
    const { request } = expectOutcome(
      await desk.does('olga', { kind: 'approveRequest', target: { words: 'ann' } }),
      'approvalNeeded',
    );
    assert.deepEqual([request.id, request.status], [id, 'pending']);
    assert.equal(
      refusalOf(await desk.does('olga', { kind: 'approveRequest', target: { words: 'zoe' } })),
      'request_not_found',
    );
    assert.equal(refusalOf(await desk.does('ben', { kind: 'approveRequest', target: {} })), 'nothing_to_decide');
  });
});

describe('withdrawRequest, showRequest, resubmitRequest', () => {
  it('F13: the only open request is withdrawn, and again the same', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    const first = expectOutcome(await desk.does('ann', { kind: 'withdrawRequest', target: {} }), 'requestWithdrawn');
    assert.deepEqual(await desk.does('ann', { kind: 'withdrawRequest', target: { requestId } }), first);
    assert.equal(
      refusalOf(await desk.does('olga', { kind: 'approveRequest', target: { requestId } }, 'card')),
      'request_closed',
    );
  });

  it('F13: after an approval the requester is shown it', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    await desk.does('olga', { kind: 'approveRequest', target: { requestId } });
    assert.equal(
      expectOutcome(await desk.does('ann', { kind: 'withdrawRequest', target: { requestId } }), 'requestShown').request
        .status,
      'approved',
    );
  });

  it('F83: a withdrawal that names no request of theirs asks back', async () => {
    const desk = new Desk();
    await desk.annAsks();
    expectOutcome(
      await desk.does('ann', { kind: 'withdrawRequest', target: { words: 'finance' } }),
      'withdrawConfirmNeeded',
    );
    assert.equal(desk.store.all('requests')[0]!.status, 'pending');
  });

  it('showing a request: to its requester, to its approvers, to nobody else', async () => {
    const desk = new Desk();
    const target = { requestId: await desk.annAsks() };
    expectOutcome(await desk.does('ann', { kind: 'showRequest', target }), 'requestShown');
    expectOutcome(await desk.does('omar', { kind: 'refreshRequest', requestId: target.requestId }), 'approvalShown');
    assert.equal(refusalOf(await desk.does('ben', { kind: 'showRequest', target })), 'request_not_found');
  });

  it('F48: asking again keeps the text', async () => {
    const desk = new Desk();
    const requestId = await desk.annAsks();
    await desk.does('ann', { kind: 'withdrawRequest', target: { requestId } });
    const { request } = expectOutcome(await desk.does('ann', { kind: 'resubmitRequest', requestId }), 'requestOpened');
    assert.equal(request.justification, 'Spring campaign');
    assert.equal(refusalOf(await desk.does('ben', { kind: 'resubmitRequest', requestId })), 'request_not_found');
  });
});
