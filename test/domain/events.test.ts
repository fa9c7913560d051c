import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { AuditEventKind } from '../../src/domain/history/audit.js';
import { endDelegations, startDelegation } from '../../src/domain/delegations/delegation.js';
import type { Document } from '../../src/domain/document.js';
import { changeGroup, deleteGroup } from '../../src/domain/groups/groupChanges.js';
import { changeRole, claimGroup, settleClaim, transferGroup } from '../../src/domain/groups/groupOwners.js';
import { createGroup } from '../../src/domain/groups/newGroups.js';
import { endMembership, removeOwner, startMembership } from '../../src/domain/members/membershipChanges.js';
import {
  closeRequest,
  decideRequest,
  openRequest,
  supersedeRequest,
  remindOfRequest,
  withdrawRequestChange,
} from '../../src/domain/requests/requestChanges.js';
import {
  addResource,
  changeBlock,
  changeGrant,
  removeResource,
  renameResource,
} from '../../src/domain/resources/resourceChanges.js';
import {
  changeAdmins,
  changeSetting,
  proposeSetting,
  settleProposal,
} from '../../src/domain/organisation/tenantChanges.js';
import { applyChange } from '../../src/domain/timers.js';
import { expireMembership, recordAdditionFailure } from '../../src/domain/members/membershipTimers.js';
import { expireRequest, recordDelivery } from '../../src/domain/requests/requestTimers.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, aTenant, contoso, monday } from '../support/documents.js';

let count = 0;
const occasion = { now: monday, processId: 'test', newId: () => `id-${(count += 1)}` };
const ada = { id: 'ada', name: 'Ada' };
const ann = { id: 'ann', name: 'Ann' };
const olga = { id: 'olga', name: 'Olga' };
const wish = {
  id: 'g',
  name: 'New',
  description: '',
  groupType: 'security',
  joinRule: 'open',
  isListed: true,
  justification: 'off',
} as const;
const licence = { name: 'licence', value: 'P1' } as const;
const proposal = { id: 'p', wish: licence, by: 'ada', at: monday };
const approved = { outcome: 'approved', by: 'olga', at: monday, via: 'card' } as const;
const ended = { now: monday + 40 * 86_400_000, processId: 'test', newId: occasion.newId };

function applied<D extends Document>(grant: { readonly document: D } | undefined): D {
  return grant?.document ?? assert.fail('nothing has changed');
}

/** Every change that a person or a timer makes, with the one entry that it leaves, and who is named as the actor. */
const changes: readonly (readonly [AuditEventKind, string | undefined, () => Document])[] = [
  [
    'requestOpened',
    'ann',
    () => openRequest({ id: 'REQ-1', group: aGroup(), requesterId: 'ann', expiryMs: 1000 }, occasion),
  ],
  ['requestApproved', 'olga', () => decideRequest(aRequest(), approved, occasion)],
  [
    'requestDenied',
    'olga',
    () => decideRequest(aRequest(), { ...approved, outcome: 'denied', justification: 'No' }, occasion),
  ],
  ['requestReminded', 'ann', () => remindOfRequest(aRequest(), ['olga'], occasion)],
  ['requestWithdrawn', 'ann', () => withdrawRequestChange(aRequest(), occasion)],
  [
    'requestSuperseded',
    'olga',
    () => supersedeRequest(aRequest(), 'open', { actorId: 'olga', group: 'Marketing' }, occasion),
  ],
  ['requestExpired', undefined, () => applied(applyChange(aRequest({ expiresAt: monday }), expireRequest, ended))],
  [
    'requestDelivered',
    undefined,
    () =>
      applied(
        applyChange(
          closeRequest(aRequest(), 'approved', { decision: approved, provisioning: 'delivering' }, [], occasion),
          recordDelivery({ result: 'delivered' }),
          occasion,
        ),
      ),
  ],
  [
    'requestDeliveryFailed',
    undefined,
    () =>
      applied(
        applyChange(
          closeRequest(aRequest(), 'approved', { decision: approved, provisioning: 'delivering' }, [], occasion),
          recordDelivery({ result: 'failed' }),
          occasion,
        ),
      ),
  ],
  [
    'memberAdded',
    'olga',
    () =>
      startMembership(
        undefined,
        {
          tenantId: contoso,
          groupId: 'marketing',
          personId: 'ann',
          basis: { kind: 'added', by: 'olga' },
          actorId: 'olga',
        },
        occasion,
      ),
  ],
  ['memberLeft', 'ann', () => endMembership(aMembership(), { reason: 'left', actorId: 'ann' }, occasion)],
  [
    'memberRemoved',
    'olga',
    () => endMembership(aMembership(), { reason: 'removed', actorId: 'olga', why: 'Over' }, occasion),
  ],
  ['membershipExpired', undefined, () => applied(applyChange(aMembership({ until: monday }), expireMembership, ended))],
  [
    'membershipFailed',
    undefined,
    () => applied(applyChange(aMembership(), recordAdditionFailure(false, 'other'), occasion)),
  ],
  ['ownerLeft', 'olga', () => removeOwner(aGroup(), 'olga', occasion)],
  ['settingChanged', 'ada', () => changeSetting(aTenant(), licence, ada, occasion)],
  ['settingProposed', 'ada', () => proposeSetting(aTenant({ adminIds: ['ada', 'omar'] }), licence, {}, ada, occasion)],
  [
    'settingChanged',
    'omar',
    () => settleProposal(aTenant({ proposal }), proposal, true, { id: 'omar', name: 'Omar' }, occasion),
  ],
  [
    'settingRejected',
    'omar',
    () => settleProposal(aTenant({ proposal }), proposal, false, { id: 'omar', name: 'Omar' }, occasion),
  ],
  ['adminAdded', 'ada', () => changeAdmins(aTenant(), olga, true, ada, occasion)],
  ['adminRemoved', 'ada', () => changeAdmins(aTenant({ adminIds: ['ada', 'olga'] }), olga, false, ada, occasion)],
  ['groupCreated', 'ann', () => createGroup(contoso, wish, ann, occasion)],
  [
    'groupChanged',
    'olga',
    () =>
      changeGroup(
        aGroup(),
        [{ field: 'joinRule', before: 'ownerApproval', after: 'open', change: { joinRule: 'open' } }],
        olga,
        occasion,
      ),
  ],
  ['groupDeleted', 'olga', () => deleteGroup(aGroup(), olga, occasion)],
  ['groupTransferred', 'olga', () => transferGroup(aGroup(), ann, olga, occasion)],
  ['roleChanged', 'olga', () => changeRole(aGroup(), ann, 'manager', olga, occasion)],
  ['groupClaimed', 'ann', () => claimGroup(aGroup({ ownerIds: [] }), ['ada'], ann, occasion)],
  ['groupTransferred', 'ada', () => settleClaim(aGroup({ ownerIds: [], claimedBy: 'ann' }), ann, true, ada, occasion)],
  ['claimRefused', 'ada', () => settleClaim(aGroup({ ownerIds: [], claimedBy: 'ann' }), ann, false, ada, occasion)],
  ['resourceAdded', 'ada', () => addResource(contoso, { id: 'r', name: 'App', owner: olga }, ada, occasion)],
  ['resourceRenamed', 'ada', () => renameResource(aResource(), 'CRM', [], ada, occasion)],
  ['resourceRemoved', 'ada', () => removeResource(aResource({ groupIds: [] }), [], ada, occasion)],
  ['resourceGranted', 'ada', () => changeGrant(aResource({ groupIds: [] }), aGroup(), true, ada, occasion)],
  ['resourceUngranted', 'ada', () => changeGrant(aResource(), aGroup(), false, ada, occasion)],
  ['accessBlocked', 'ada', () => changeBlock(aResource(), ann, { is: true, groups: [aGroup()] }, ada, occasion)],
  ['accessUnblocked', 'ada', () => changeBlock(aResource(), ann, { is: false, groups: [] }, ada, occasion)],
  ['delegationStarted', 'olga', () => startDelegation(aPerson({ id: 'olga' }), ann, {}, occasion)],
  [
    'delegationEnded',
    'olga',
    () => endDelegations(aPerson({ id: 'olga', delegations: [{ toId: 'ann' }] }), occasion).document,
  ],
];

describe('history is born in the commit (F65)', () => {
  for (const [kind, actorId, make] of changes) {
    it(`${kind}${actorId ? ` by ${actorId}` : ''} leaves one entry in the very record that it changes`, () => {
      const events = make().effects.flatMap((effect) => (effect.kind === 'recordEvent' ? [effect.event] : []));
      assert.deepEqual(
        events.map((event) => [event.kind, event.actorId]),
        [[kind, actorId]],
      );
      assert.ok(events[0]?.id && events[0].at >= monday);
    });
  }
});
