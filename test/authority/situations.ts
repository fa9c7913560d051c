import type { Documents } from '../../src/commands/ports.js';
import type { SavedStore } from '../support/memoryStore.js';
import type { Situation, Standing } from './contract.js';
import type { Part, Stage } from './stage.js';

/** A state of group and organisation, with a moment in which it is so, and the group's name then. */
export interface Scene {
  readonly name: string;
  readonly situation: Situation;
  readonly moment: SavedStore;
  readonly groupName: string;
  /** What people are now, where that has changed since the beginning. */
  readonly standings?: Readonly<Record<Part, ReadonlySet<Standing>>>;
}

/** How it is at the beginning. */
export const usual: Situation = {
  a: true,
  b: false,
  c: true,
  e: true,
  licence: true,
  group: 'listed',
  joinRule: 'ownerApproval',
  request: 'waiting',
};

/** A group that was hidden bears a new name: nobody knows it who is not to. */
export const hiddenName = 'Severance Plan';

/** What was changed about the organisation; each by itself, and those that meet. */
const settings: readonly (readonly [string, Partial<Situation>, Partial<Documents['tenants']>])[] = [
  ['as usual', {}, {}],
  ['A is No', { a: false }, { ownersManageRequests: false }],
  ['B is Yes', { b: true }, { restrictGroupAccess: true }],
  ['A is No and B is Yes', { a: false, b: true }, { ownersManageRequests: false, restrictGroupAccess: true }],
  ['C is No', { c: false }, { usersCreateSecurityGroups: false }],
  [
    'E is nobody',
    { e: false },
    { ownersCanAssignOwners: { security: { mode: 'none', selectedIds: [] }, m365: { mode: 'all', selectedIds: [] } } },
  ],
  ['no licence', { licence: false }, { licence: 'none' }],
];

/** All scenes: each state of the group and the request under each setting. */
export async function scenesOf(stage: Stage): Promise<Scene[]> {
  const begin = await stage.moment();
  // What waits has waited long enough for a reminder.
  const createdAt = stage.now - 2 * 3_600_000;
  const base = [
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
  ] as const satisfies readonly Scene[];
  return base.flatMap((scene) =>
    settings.map(([name, situation, tenant]) => ({
      ...scene,
      name: `${scene.name}, ${name}`,
      situation: { ...scene.situation, ...situation },
      moment: withRecord(withRecord(scene.moment, 'tenants', 'tenant', tenant), 'requests', stage.waitingId, {
        createdAt,
      }),
    })),
  );
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
