import assert from 'node:assert/strict';
import type { Group } from '../../../src/domain/groups/group.js';
import type { Membership } from '../../../src/domain/members/membership.js';
import { FakeGraph } from '../../../src/demo/fakeGraph/fakeGraph.js';
import type { FakeGroup } from '../../../src/demo/fakeGraph/state.js';
import type { StoreUnderTest } from '../../support/stores.js';
import type { App } from '../../../src/wire.js';
import { World, type Role } from '../../support/world.js';

/** A minute, in milliseconds. */
export const minute = 60_000;

/** An organisation whose directory is a simulated Graph, with the cast in it, before anything was read in. */
export class DirectoryWorld {
  private constructor(
    readonly graph: FakeGraph,
    readonly world: World,
    private readonly clock: { now: () => number },
  ) {}

  static async open(kind: StoreUnderTest, tenant: Parameters<typeof World.open>[1] = {}): Promise<DirectoryWorld> {
    const clock = { now: () => Date.now() };
    const graph = new FakeGraph({ now: () => clock.now() });
    const world = await World.open(kind, { graphUrl: await graph.start(), ...tenant });
    clock.now = () => world.now();
    const opened = new DirectoryWorld(graph, world, clock);
    for (const { id, name } of Object.values(world.people)) graph.state.addUser({ id, displayName: name });
    return opened;
  }

  get people(): World['people'] {
    return this.world.people;
  }

  /** A group of the directory, with people of the cast in it. */
  add(
    displayName: string,
    given: Partial<FakeGroup> & { readonly owners?: readonly Role[]; readonly members?: readonly Role[] } = {},
  ): string {
    const { owners = [], members = [], ...rest } = given;
    const unified = { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false };
    const { id } = this.graph.state.addGroup({ displayName, ...unified, ...rest });
    for (const role of owners) this.graph.state.tie('owners', id, this.people[role].id);
    for (const role of members) this.graph.state.tie('members', id, this.people[role].id);
    return id;
  }

  /** Somebody more in the directory. */
  addPerson(displayName: string): string {
    return this.graph.state.addUser({ displayName }).id;
  }

  /** A group that was read in and enrolled, with its members. */
  async enrolled(displayName: string, given: Parameters<DirectoryWorld['add']>[1] = {}): Promise<string> {
    const id = this.add(displayName, given);
    await this.world.reads();
    await this.people.ada.says(`yes, enrol ${displayName}`);
    await this.world.settles();
    // What was read in is old enough to be believed.
    await this.world.passes(20 * minute);
    return id;
  }

  async group(id: string): Promise<Group> {
    return this.world.group(id);
  }

  async membership(groupId: string, personId: string): Promise<Membership | undefined> {
    return this.world.store.forTenant(this.world.tenantId).read('memberships').get(`${groupId}/${personId}`);
  }

  /** How somebody stands to a group in our records. */
  async status(groupId: string, personId: string): Promise<Membership['status'] | undefined> {
    return (await this.membership(groupId, personId))?.status;
  }

  /** Whether the directory has somebody in the group. */
  isIn(groupId: string, personId: string): boolean {
    return this.graph.state.isTied('members', groupId, personId);
  }

  /** The calls that changed something. */
  writes(): string[] {
    return this.graph.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  }

  /** The product once more, over the same store. */
  async startOther(): Promise<App> {
    const { app } = this.world;
    await this.world.start();
    const other = this.world.app;
    this.world.app = app;
    return other;
  }

  async close(): Promise<void> {
    const deletions = this.graph.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    assert.ok(
      deletions.every((path) => path.endsWith('/$ref') || /^\/v1\.0\/groups\/[^/]+$/.test(path)),
      'nobody is ever deleted',
    );
    this.clock.now = () => Date.now();
    await this.world.close();
    await this.graph.stop();
  }
}
