import { randomUUID } from 'node:crypto';
import type { Store } from '../../../src/commands/ports.js';
import { authorize } from '../../../src/domain/authorized.js';
import { toNameKey } from '../../../src/domain/names.js';
import { aPerson, aTenant } from '../../support/documents.js';
import { FakeGraph } from '../../../src/demo/fakeGraph/fakeGraph.js';
import { conversationOf, FakeTeams } from '../../support/fakeTeams.js';
import type { Racer } from '../client.js';
import type { Chance } from '../random.js';

const proof = authorize('town');

/** So many people there are beside the administrator, and so many groups at first. */
const peopleCount = 12;
const groupCount = 6;

/** Time as a run has it: the real one, and what was skipped. */
export interface RunClock {
  now(): number;
  skip(ms: number): void;
  /** How much was skipped, in milliseconds. */
  skippedMs(): number;
}

/** An organisation of a directory, with a bot in it, before anything was read in. */
export interface Town {
  readonly tenantId: string;
  readonly graph: FakeGraph;
  readonly graphUrl: string;
  readonly teams: FakeTeams;
  readonly clock: RunClock;
  readonly admin: Racer;
  readonly people: readonly Racer[];
  /** All groups that ever were, by their ids there. */
  readonly groupIds: string[];
  /** Groups that somebody enrolled, or made here: all that the bot may ever touch. */
  readonly enrolled: Set<string>;
  /** Under which id the bot knows a group that it has made there; made twice, it has two. */
  readonly ownIds: Map<string, string>;
  /** `group/person` about whom somebody said something to the bot, or whom a policy may have undone. */
  readonly spokenOf: Set<string>;
  /** Those who were disabled or deleted: they are taken out of everything that is enrolled. */
  readonly leavers: Set<string>;
}

/** A clock that stands on its own for each run. */
export function runClock(): RunClock {
  let skipped = 0;
  return { now: () => Date.now() + skipped, skip: (ms) => void (skipped += ms), skippedMs: () => skipped };
}

/** Builds the town; what is there at first is as old as it needs to be to show. */
export async function buildTown(chance: Chance): Promise<Town> {
  const clock = runClock();
  const graph = new FakeGraph({ now: () => clock.now() });
  Object.assign(graph.delta, {
    pageSize: 3 + chance.below(20),
    replays: chance.pick([0, 0, 2, 8]),
    emptyPages: chance.next() < 0.3,
  });
  const [graphUrl, teams] = await Promise.all([graph.start(), FakeTeams.start()]);
  const admin = { id: randomUUID(), name: 'Ada Moreau' };
  const people = Array.from({ length: peopleCount }, (_, at) => ({ id: randomUUID(), name: `Person ${at}` }));
  for (const { id, name } of [admin, ...people]) graph.state.addUser({ id, displayName: name });
  const town: Town = {
    tenantId: randomUUID(),
    graph,
    graphUrl,
    teams,
    clock,
    admin,
    people,
    groupIds: [],
    enrolled: new Set(),
    ownIds: new Map(),
    spokenOf: new Set(),
    leavers: new Set(),
  };
  for (let at = 0; at < groupCount; at += 1) addGroup(town, chance, `Group ${at}`);
  clock.skip(60_000);
  return town;
}

/** One more group by other hands, with some people in it. */
export function addGroup({ graph, people, groupIds }: Town, chance: Chance, displayName: string): string {
  const isM365 = chance.next() < 0.6;
  const kind = isM365 ? { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false } : {};
  const { id } = graph.state.addGroup({ displayName, ...kind });
  const there = chance.shuffle(people.filter((person) => graph.state.users.has(person.id)));
  for (const person of there.slice(0, 1 + chance.below(3))) graph.state.tie('owners', id, person.id);
  for (const person of chance.shuffle(there).slice(0, chance.below(8))) graph.state.tie('members', id, person.id);
  groupIds.push(id);
  return id;
}

/** Puts the organisation into the bot's store: everybody has a chat with it. */
export async function settleIn(store: Store, { tenantId, admin, people, teams }: Town): Promise<void> {
  const tenant = store.forTenant(tenantId);
  await tenant.insert(proof, 'tenants', aTenant({ tenantId, adminIds: [admin.id] }));
  for (const { id, name } of [admin, ...people]) {
    const address = {
      serviceUrl: teams.serviceUrl,
      conversationId: conversationOf(id),
      botId: '28:bot',
      userId: `29:${id}`,
    };
    const known = { locale: 'en-GB', timeZone: 'Europe/Berlin', address };
    await tenant.insert(proof, 'people', aPerson({ tenantId, id, name, nameKey: toNameKey(name), ...known }));
  }
}
