import assert from 'node:assert/strict';
import type { Standing } from './contract.js';
import { hiddenName, usual, withRecord, type Scene } from './situations.js';
import { parts, standings, type Part, type Stage } from './stage.js';

type Change = Partial<Pick<Scene, 'groupName' | 'situation'>> & {
  readonly name: string;
  /** Who says what. */
  readonly says: readonly (readonly [Part, string])[];
  /** What people are by then, where it is not what they were. */
  readonly now?: Readonly<Partial<Record<Part, readonly Standing[]>>>;
};

/** The moments after each kind of change, by what somebody has said; each by itself, from the same beginning. */
export async function changesOf(stage: Stage): Promise<Scene[]> {
  const begin = await stage.moment();
  const scenes: Scene[] = [sceneOf({ name: 'nothing', says: [] }, begin)];
  for (const change of changes(stage)) {
    for (const [part, text] of change.says) await stage.says(part, text);
    const moment = await stage.moment();
    assert.notDeepEqual(moment.records, begin.records, change.name);
    scenes.push(sceneOf(change, moment));
    await stage.back(begin);
  }
  const settings = [
    ['A is No', { a: false }, { ownersManageRequests: false }],
    ['B is Yes', { b: true }, { restrictGroupAccess: true }],
    ['C is No', { c: false }, { usersCreateSecurityGroups: false }],
    ['no licence', { licence: false }, { licence: 'none' }],
  ] as const;
  for (const [name, situation, tenant] of settings) {
    const change = { name, says: [], situation: { ...usual, ...situation } };
    scenes.push(sceneOf(change, withRecord(begin, 'tenants', 'tenant', tenant)));
  }
  return scenes;
}

function sceneOf({ name, situation = usual, groupName = 'Harbor', now = {} }: Change, moment: Scene['moment']): Scene {
  const all = Object.fromEntries(parts.map((part) => [part, new Set(now[part] ?? standings[part])]));
  return { name, situation, groupName, moment, standings: all as unknown as NonNullable<Scene['standings']> };
}

function changes({ people, waitingId }: Stage): Change[] {
  const { target, manager, owner, member, secondAdministrator } = people;
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
  ];
}
