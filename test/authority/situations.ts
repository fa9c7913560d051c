import type { Documents } from '../../src/commands/ports.js';
import type { SavedStore } from '../support/memoryStore.js';
import type { Situation, Standing } from './contract.js';
import { parts, standings, type Part, type Stage } from './stage.js';

/** A state of group and organisation, with a moment in which it is so, and the group's name then. */
export interface Scene {
  readonly name: string;
  readonly situation: Situation;
  readonly moment: SavedStore;
  readonly groupName: string;
  /** What people are now, where that has changed since the beginning. */
  readonly standings?: Readonly<Record<Part, ReadonlySet<Standing>>>;
  /** How long after the beginning it is. */
  readonly laterMs?: number;
}

/** How it is at the beginning. */
export const usual: Situation = {
  a: true,
  b: false,
  c: true,
  d: true,
  e: 'all',
  licence: 'all',
  requesterIsLicensed: false,
  kind: 'security',
  group: 'listed',
  joinRule: 'ownerApproval',
  request: 'waiting',
  proposal: true,
  isGranted: true,
};

/** A group that was hidden bears a new name: nobody knows it who is not to. */
export const hiddenName = 'Severance Plan';

/** Who is licensed or named one by one, in those settings that name some. */
const named: Readonly<Partial<Record<Part, Standing>>> = {
  owner: 'licensed',
  standIn: 'licensed',
  stranger: 'licensed',
  secondOwner: 'assigner',
};

/** What was changed about the organisation; each by itself, and those that meet. */
function settingsOf({
  people,
}: Stage): readonly (readonly [string, Partial<Situation>, Partial<Documents['tenants']>])[] {
  const all = { mode: 'all', selectedIds: [] } as const;
  const some = Object.entries(named).filter(([, standing]) => standing === 'licensed');
  const licensedIds = some.map(([part]) => people[part as Part].id);
  const selected = { mode: 'selected', selectedIds: [people.secondOwner.id] } as const;
  return [
    ['as usual', {}, {}],
    ['A is No', { a: false }, { ownersManageRequests: false }],
    ['B is Yes', { b: true }, { restrictGroupAccess: true }],
    ['A is No and B is Yes', { a: false, b: true }, { ownersManageRequests: false, restrictGroupAccess: true }],
    ['C is No', { c: false }, { usersCreateSecurityGroups: false }],
    ['D is No', { d: false }, { usersCreateM365Groups: false }],
    ['E is nobody', { e: 'none' }, { ownersCanAssignOwners: { security: { ...all, mode: 'none' }, m365: all } }],
    ['E is some', { e: 'selected' }, { ownersCanAssignOwners: { security: selected, m365: all } }],
    ['no licence', { licence: 'none' }, { licence: 'none' }],
    ['some are licensed', { licence: 'some' }, { licence: 'none', licensedIds }],
    [
      'some are licensed, who asked, too',
      { licence: 'some', requesterIsLicensed: true },
      { licence: 'none', licensedIds: [...licensedIds, people.requester.id] },
    ],
  ];
}

/** All scenes: each state of the group and the request under each setting, and each change as somebody made it. */
export async function scenesOf(stage: Stage): Promise<Scene[]> {
  const begin = await stage.moment();
  const base: readonly Scene[] = [
    { name: 'listed', situation: usual, moment: begin, groupName: 'Harbor' },
    {
      name: 'open',
      situation: { ...usual, joinRule: 'open' },
      moment: ruled(begin, stage, 'open'),
      groupName: 'Harbor',
    },
    {
      name: 'owners only',
      situation: { ...usual, joinRule: 'ownersOnly' },
      moment: ruled(begin, stage, 'ownersOnly'),
      groupName: 'Harbor',
    },
    {
      name: 'refused kind',
      situation: { ...usual, group: 'refusedKind' },
      moment: withRecord(begin, 'groups', stage.harbor, { unsupportedKind: 'distributionList' }),
      groupName: 'Harbor',
    },
    {
      name: 'Microsoft 365 group',
      situation: { ...usual, kind: 'm365' },
      moment: withRecord(begin, 'groups', stage.harbor, { groupType: 'm365' }),
      groupName: 'Harbor',
    },
    {
      name: 'hidden',
      situation: { ...usual, group: 'hidden' },
      moment: await after(stage, begin, [`yes, rename Harbor to ${hiddenName}`, `hide ${hiddenName}`]),
      groupName: hiddenName,
    },
    {
      name: 'deleted',
      situation: { ...usual, group: 'deleted', request: 'decided' },
      moment: await after(stage, begin, ['yes, delete Harbor']),
      groupName: 'Harbor',
    },
    {
      name: 'decided',
      situation: { ...usual, request: 'decided' },
      moment: await after(stage, begin, [`deny ${stage.waitingId} because the quay is full`]),
      groupName: 'Harbor',
    },
    {
      name: 'who asked stands in',
      situation: usual,
      moment: await after(stage, begin, [`delegate Harbor to ${stage.people.requester.name}`]),
      groupName: 'Harbor',
      standings: standingsNow({ requester: ['requester', 'standIn'], standIn: [] }),
    },
  ];
  return base.flatMap((scene) =>
    settingsOf(stage).map(([name, situation, tenant]) => ({
      ...scene,
      name: `${scene.name}, ${name}`,
      standings: standingsNow(
        situation.requesterIsLicensed
          ? { requester: [...(scene.standings?.requester ?? standings.requester), 'licensed'] }
          : {},
        scene.standings,
      ),
      // Setting E has a twin for the other kind (Q2), which nobody changed.
      situation: { ...scene.situation, ...situation, ...(scene.situation.kind === 'm365' ? { e: 'all' } : {}) },
      moment: aged(withRecord(scene.moment, 'tenants', 'tenant', tenant), stage),
    })),
  );
}

/** What people are by then, where it is not what they were; those who are named one by one stay so. */
export function standingsNow(
  now: Readonly<Partial<Record<Part, readonly Standing[]>>>,
  before?: NonNullable<Scene['standings']>,
): NonNullable<Scene['standings']> {
  const of = (part: Part): Set<Standing> => {
    const one = named[part];
    return new Set([...(now[part] ?? before?.[part] ?? standings[part]), ...(one ? [one] : [])]);
  };
  return Object.fromEntries(parts.map((part) => [part, of(part)])) as unknown as NonNullable<Scene['standings']>;
}

/** What waits has waited long enough for a reminder. */
export function aged(moment: SavedStore, stage: Stage): SavedStore {
  return withRecord(moment, 'requests', stage.waitingId, { createdAt: stage.now - 2 * 3_600_000 });
}

/** The moment after the owner has said this; the stage goes back to where it was. */
async function after(stage: Stage, begin: SavedStore, texts: readonly string[]): Promise<SavedStore> {
  for (const text of texts) await stage.says('owner', text);
  const moment = await stage.moment();
  await stage.back(begin);
  return moment;
}

/** A join rule that came from elsewhere: what waits still waits. */
function ruled(moment: SavedStore, stage: Stage, joinRule: Situation['joinRule']): SavedStore {
  return withRecord(moment, 'groups', stage.harbor, { joinRule });
}

/** The moment, with one record changed as another process would. */
export function withRecord<K extends keyof Documents>(
  moment: SavedStore,
  kind: K,
  id: string,
  change: Partial<Documents[K]>,
): SavedStore {
  const isIt = (key: string): boolean => key.endsWith(`/${id}`);
  return {
    ...moment,
    records: moment.records.map(([name, records]) => [
      name,
      name === kind ? records.map((one) => (isIt(one.key) ? { ...one, ...change } : one)) : records,
    ]),
  };
}
