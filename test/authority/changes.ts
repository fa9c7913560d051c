import assert from 'node:assert/strict';
import type { Standing } from './contract.js';
import { aged, hiddenName, standingsNow, usual, withRecord, type Scene } from './situations.js';
import type { Part, Stage } from './stage.js';

type Change = Partial<Pick<Scene, 'groupName' | 'situation'>> & {
  readonly name: string;
  /** Who says what. */
  readonly says: readonly (readonly [Part, string])[];
  /** How much time passes then. */
  readonly passesMs?: number;
  /** What people are by then, where it is not what they were. */
  readonly now?: Readonly<Partial<Record<Part, readonly Standing[]>>>;
};

/** The moments after each kind of change, by what somebody has said; each by itself, from the same beginning. */
export async function changesOf(stage: Stage): Promise<Scene[]> {
  const begin = await stage.moment();
  const scenes: Scene[] = [sceneOf({ name: 'nothing', says: [] }, aged(begin, stage))];
  for (const change of changes(stage)) {
    for (const [part, text] of change.says) await stage.says(part, text);
    if (change.passesMs !== undefined) await stage.world.passes(change.passesMs);
    const moment = await stage.moment();
    assert.notDeepEqual(moment.records, begin.records, change.name);
    scenes.push(sceneOf(change, aged(moment, stage)));
    await stage.back(begin);
    stage.world.offsetMs = 0;
  }
  const settings = [
    ['A is No', { a: false }, { ownersManageRequests: false }],
    ['B is Yes', { b: true }, { restrictGroupAccess: true }],
    ['C is No', { c: false }, { usersCreateSecurityGroups: false }],
    ['no licence', { licence: 'none' }, { licence: 'none' }],
  ] as const;
  for (const [name, situation, tenant] of settings) {
    const change = { name, says: [], situation: { ...usual, ...situation } };
    scenes.push(sceneOf(change, withRecord(aged(begin, stage), 'tenants', 'tenant', tenant)));
  }
  const kind = { name: 'the kind is refused', says: [], situation: { ...usual, group: 'refusedKind' } } as const;
  scenes.push(sceneOf(kind, withRecord(begin, 'groups', stage.harbor, { unsupportedKind: 'distributionList' })));
  return scenes;
}

function sceneOf(
  { name, situation = usual, groupName = 'Harbor', now = {}, passesMs = 0 }: Change,
  moment: Scene['moment'],
): Scene {
  return { name, situation, groupName, moment, standings: standingsNow(now), laterMs: passesMs };
}

function changes({ people, waitingId }: Stage): Change[] {
  const { target, manager, owner, member, secondAdministrator, administrator, blocked, requester } = people;
  return [
    {
      name: 'a manager is taken out',
      says: [['owner', `yes, remove ${manager.name} from Harbor`]],
      now: { manager: [] },
    },
    { name: 'a member is taken out', says: [['owner', `yes, remove ${target.name} from Harbor`]], now: { target: [] } },
    {
      name: 'an owner becomes a member',
      says: [['secondOwner', `yes, make ${owner.name} member of Harbor`]],
      // The stand-in stood in for this owner.
      now: { owner: [], standIn: [] },
    },
    {
      name: 'an administrator is none any more',
      says: [['administrator', `yes, admins remove ${secondAdministrator.name}`]],
      now: { secondAdministrator: [] },
    },
    {
      name: 'the group is renamed and hidden',
      says: [
        ['owner', `yes, rename Harbor to ${hiddenName}`],
        ['owner', `hide ${hiddenName}`],
      ],
      situation: { ...usual, group: 'hidden' },
      groupName: hiddenName,
    },
    {
      name: 'the group is deleted',
      says: [['owner', 'yes, delete Harbor']],
      situation: { ...usual, group: 'deleted', request: 'decided' },
    },
    {
      name: 'the group is open',
      says: [['owner', 'yes, make Harbor open']],
      situation: { ...usual, joinRule: 'open', request: 'decided' },
    },
    {
      name: 'owners only add members',
      says: [['owner', 'yes, make Harbor owners only']],
      situation: { ...usual, joinRule: 'ownersOnly', request: 'decided' },
    },
    {
      name: 'the request is approved',
      says: [['owner', `approve ${waitingId}`]],
      situation: { ...usual, request: 'decided' },
      now: { requester: ['requester', 'member'] },
    },
    {
      name: 'the request is denied',
      says: [['owner', `deny ${waitingId} because the quay is full`]],
      situation: { ...usual, request: 'decided' },
    },
    {
      name: 'the request is taken back',
      says: [['requester', `withdraw ${waitingId}`]],
      situation: { ...usual, request: 'decided' },
    },
    { name: 'a member is blocked', says: [['administrator', `yes, block ${member.name} from Salesforce`]] },
    { name: 'the stand-in is taken back', says: [['owner', 'stop delegating']], now: { standIn: [] } },
    {
      name: 'another one stands in',
      says: [['owner', `delegate Harbor to ${people.stranger.name}`]],
      now: { standIn: [], stranger: ['standIn'] },
    },
    {
      name: 'a block is lifted',
      says: [['administrator', `yes, unblock ${blocked.name} from Salesforce`]],
      now: { blocked: ['member'] },
    },
    {
      name: 'what the group opened is taken back',
      says: [['resourceOwner', 'yes, ungrant Salesforce from Harbor']],
      situation: { ...usual, isGranted: false },
    },
    {
      name: 'an owner leaves',
      says: [['owner', 'yes, leave Harbor']],
      now: { owner: [], standIn: [] },
    },
    {
      name: 'a member becomes an owner',
      says: [['owner', `yes, make ${target.name} owner of Harbor`]],
      now: { target: ['owner', 'member'] },
    },
    {
      name: 'a manager manages no more',
      says: [['owner', `yes, make ${people.bareManager.name} member of Harbor`]],
      now: { bareManager: [], managersStandIn: [] },
    },
    {
      name: 'who asked is let in by hand',
      says: [['owner', `yes, add ${requester.name} to Harbor`]],
      situation: { ...usual, request: 'decided' },
      now: { requester: ['requester', 'member'] },
    },
    {
      name: 'who proposed a change is no administrator any more',
      says: [['secondAdministrator', `yes, admins remove ${administrator.name}`]],
      situation: { ...usual, proposal: false },
      now: { administrator: [] },
    },
    {
      name: 'the proposed change is in force',
      says: [
        ['secondAdministrator', 'confirm change'],
        ['secondAdministrator', 'yes'],
      ],
      situation: { ...usual, proposal: false },
    },
    {
      name: 'nobody has decided for fifteen days',
      says: [],
      passesMs: 15 * 86_400_000,
      situation: { ...usual, request: 'decided' },
    },
    {
      name: 'another group bears the name of one that is deleted',
      says: [
        ['owner', 'yes, delete Harbor'],
        ['stranger', 'yes, create security group Harbor with owner approval'],
      ],
      situation: { ...usual, group: 'deleted', request: 'decided' },
    },
  ];
}
