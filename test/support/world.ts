import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { CollectionName, Documents, Store } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import type { EffectTask } from '../../src/domain/effect.js';
import type { Group } from '../../src/domain/groups/group.js';
import { startMembership } from '../../src/domain/members/membershipChanges.js';
import type { MembershipRequest } from '../../src/domain/requests/request.js';
import type { Membership } from '../../src/domain/members/membership.js';
import { toNameKey } from '../../src/domain/names.js';
import type { Person } from '../../src/domain/organisation/person.js';
import type { Tenant } from '../../src/domain/organisation/tenant.js';
import { readConfig } from '../../src/config.js';
import { startApp, type App, type Overrides } from '../../src/wire.js';
import { aGroup, aMembership, aPerson, aResource, aTenant } from './documents.js';
import { FakeTeams, conversationOf } from './fakeTeams.js';
import { Persona } from './persona.js';
import { unpaced } from './unpaced.js';
import type { StoreUnderTest } from './stores.js';
import type { Resource } from '../../src/domain/resources/resource.js';

const proof = authorize('seed');

/** People of the journeys: a name, and what is known of them. */
const cast = {
  ann: { name: 'Ann Archer', jobTitle: 'Campaign manager', department: 'Marketing' },
  ben: { name: 'Ben Okafor', jobTitle: 'Analyst', department: 'Sales' },
  olga: { name: 'Olga Berg', jobTitle: 'Head of Marketing', department: 'Marketing' },
  omar: { name: 'Omar Haddad', jobTitle: 'Brand lead', department: 'Marketing' },
  ada: { name: 'Ada Moreau', jobTitle: 'Administrator', department: 'IT' },
} as const;

/** Who plays in the journeys. */
export type Role = keyof typeof cast;

/** An organisation that is there already, with its people; those of the cast are known by their names. */
export interface ExistingTenant {
  readonly tenantId: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** A tenant with people and groups, the built product on a real store, and the channel's service beside it. */
export class World {
  readonly tenantId: string;
  /** What time it is for the product, as an offset from the real time in milliseconds. */
  offsetMs = 0;
  /** What the product is configured with beside its defaults. */
  env: NodeJS.ProcessEnv = {};
  readonly people: Readonly<Record<Role, Persona>>;
  app!: App;
  #closeStore: () => Promise<void> = async () => undefined;

  private constructor(
    readonly teams: FakeTeams,
    readonly store: Store,
    existing: ExistingTenant = { tenantId: randomUUID(), people: [] },
  ) {
    this.tenantId = existing.tenantId;
    const idOf = (wanted: string): string => existing.people.find(({ name }) => name === wanted)?.id ?? randomUUID();
    this.people = Object.fromEntries(
      Object.entries(cast).map(([role, { name }]) => [role, new Persona(this, idOf(name), name)]),
    ) as unknown as Record<Role, Persona>;
  }

  /** Opens a world in an organisation that a store has already, at that moment; the store stays open after it. */
  static async enter(store: Store, teams: FakeTeams, existing: ExistingTenant, now: number): Promise<World> {
    const world = new World(teams, store, existing);
    world.offsetMs = now - Date.now();
    await world.start();
    return world;
  }

  /** Opens a world. People have a chat with the bot unless they are named in `without`. */
  static async open(
    kind: StoreUnderTest,
    given: {
      readonly without?: readonly Role[];
      readonly tenant?: Partial<Tenant>;
      readonly overrides?: Overrides;
      /** Where Microsoft Graph is, for an organisation whose directory it is. */
      readonly graphUrl?: string;
    } = {},
  ): Promise<World> {
    const { store, close } = await kind.open();
    const world = new World(await FakeTeams.start(), store);
    world.#closeStore = close;
    if (given.graphUrl) world.env = { DIRECTORY: 'graph', GRAPH_URL: given.graphUrl, ALLOWED_TENANTS: world.tenantId };
    await world.#seed(given.tenant ?? {}, given.without ?? []);
    await world.start(given.overrides);
    return world;
  }

  /** Another instance of the product over the same store, which the same people reach; it has to be stopped by itself. */
  async beside(): Promise<World> {
    const world = new World(this.teams, this.store, { tenantId: this.tenantId, people: Object.values(this.people) });
    [world.offsetMs, world.env] = [this.offsetMs, this.env];
    await world.start();
    return world;
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Starts the product (again, after `stop`). */
  async start(overrides: Overrides = {}): Promise<void> {
    const reading = readConfig({ PORT: '0', ...this.env });
    assert.ok(reading.ok);
    // The store outlives the product here, as a database does.
    const store: Store = {
      forTenant: (id) => this.store.forTenant(id),
      findDueWork: (until, limit) => this.store.findDueWork(until, limit),
      sweep: () => this.store.sweep(),
      now: () => this.store.now(),
      ping: () => this.store.ping(),
      close: async () => undefined,
    };
    this.app = await startApp(reading.config, {
      store,
      clock: { now: () => this.now() },
      limits: { pacing: unpaced },
      readsByHand: true,
      log: pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' }),
      ...overrides,
    });
  }

  /** Lets time pass, and everything happen that is due then. */
  async passes(ms: number): Promise<void> {
    this.offsetMs += ms;
    await this.settles();
  }

  /** Reads what is new in the directory, and lets everything happen that follows from it. */
  async reads(): Promise<void> {
    await this.app.sync?.round();
    await this.settles();
  }

  /** Resolves when the outbox has nothing left that is due. */
  async settles(): Promise<void> {
    await this.app.dispatcher.drain();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.teams.close();
    await this.#closeStore();
  }

  async addGroup(
    given: Partial<Omit<Group, 'key' | 'ownerIds'>> & { readonly name: string; readonly owners: readonly Role[] },
  ): Promise<string> {
    const { owners, ...rest } = given;
    const group = aGroup({
      id: randomUUID(),
      ...rest,
      nameKey: toNameKey(given.name),
      tenantId: this.tenantId,
      ownerIds: owners.map((role) => this.people[role].id),
    });
    assert.equal(await this.store.forTenant(this.tenantId).insert(proof, 'groups', group), 'written');
    return group.id;
  }

  async addResource(given: Partial<Omit<Resource, 'key'>> & { readonly name: string }): Promise<void> {
    assert.equal(
      await this.store
        .forTenant(this.tenantId)
        .insert(
          proof,
          'resources',
          aResource({ id: randomUUID(), ...given, nameKey: toNameKey(given.name), tenantId: this.tenantId }),
        ),
      'written',
    );
  }

  async addMember(role: Role, groupId: string, given: Partial<Omit<Membership, 'key'>> = {}): Promise<void> {
    assert.equal(
      await this.store
        .forTenant(this.tenantId)
        .insert(
          proof,
          'memberships',
          aMembership({ ...given, groupId, personId: this.people[role].id, tenantId: this.tenantId }),
        ),
      'written',
    );
  }

  async isMember(role: Role, groupId: string): Promise<boolean> {
    const membership = await this.store
      .forTenant(this.tenantId)
      .read('memberships')
      .get(`${groupId}/${this.people[role].id}`);
    return membership?.status === 'active';
  }

  /** Changes the organisation's settings behind the product's back, as another process would. */
  async changeTenant(change: Partial<Tenant>): Promise<void> {
    await this.#rewrite('tenants', 'tenant', (tenant) => ({ ...tenant, ...change }));
  }

  /** All requests, the oldest first. */
  async requests(): Promise<MembershipRequest[]> {
    const found = await this.store.forTenant(this.tenantId).read('requests').find({ where: {} });
    return found.sort((a, b) => a.createdAt - b.createdAt);
  }

  /** The organisation's settings as they are stored. */
  async tenant(): Promise<Tenant> {
    const tenant = await this.store.forTenant(this.tenantId).read('tenants').get('tenant');
    return tenant ?? assert.fail('no organisation');
  }

  /** Starts a membership as a command does that read the group some moments ago. */
  async startMembership(role: Role, groupId: string): Promise<void> {
    const membership = startMembership(
      undefined,
      {
        tenantId: this.tenantId,
        groupId,
        personId: this.people[role].id,
        basis: { kind: 'openJoin' },
      },
      { now: this.now(), processId: 'another process', newId: randomUUID },
    );
    const { lease: _, ...free } = { ...membership, nextEffectAt: this.now() };
    assert.equal(await this.store.forTenant(this.tenantId).insert(proof, 'memberships', free), 'written');
  }

  /** Leaves work behind in a record, as another process would that was too slow to do it. */
  async plan(collection: CollectionName, id: string, task: EffectTask): Promise<void> {
    const effect = { ...task, id: randomUUID(), dueAt: this.now(), attempts: 0 };
    await this.#rewrite(collection, id, (record) => ({
      ...record,
      effects: [...record.effects, effect],
      nextEffectAt: this.now(),
    }));
    await this.settles();
  }

  /** Changes a record behind the product's back; whatever is just being written goes first. */
  async #rewrite<C extends CollectionName>(
    collection: C,
    id: string,
    change: (record: Documents[C]) => Documents[C],
  ): Promise<void> {
    const store = this.store.forTenant(this.tenantId);
    for (let attempt = 1; ; attempt += 1) {
      const record = await store.read(collection).get(id);
      assert.ok(record, `no record ${id}`);
      const next = { ...change(record), version: record.version + 1 };
      const result = await store.replace(proof, collection, next);
      if (result === 'written') return;
      assert.ok(attempt < 20, `${collection} ${id}: ${result}`);
    }
  }

  /** A group as it is stored. */
  async group(groupId: string): Promise<Group> {
    const group = await this.store.forTenant(this.tenantId).read('groups').get(groupId);
    return group ?? assert.fail(`no group ${groupId}`);
  }

  async changeGroup(groupId: string, change: Partial<Group>): Promise<void> {
    await this.#rewrite('groups', groupId, (group) => ({ ...group, ...change }));
  }

  /** Changes what is known of a person behind the product's back. */
  async changePerson(role: Role, change: Partial<Person>): Promise<void> {
    await this.#rewrite('people', this.people[role].id, (person) => ({ ...person, ...change }));
  }

  async #seed(tenant: Partial<Tenant>, without: readonly Role[]): Promise<void> {
    const store = this.store.forTenant(this.tenantId);
    await store.insert(
      proof,
      'tenants',
      aTenant({ adminIds: [this.people.ada.id], ...tenant, tenantId: this.tenantId }),
    );
    for (const role of Object.keys(cast) as Role[]) {
      const { id, name } = this.people[role];
      const address = without.includes(role)
        ? {}
        : {
            address: {
              serviceUrl: this.teams.serviceUrl,
              conversationId: conversationOf(id),
              botId: '28:bot',
              userId: `29:${id}`,
            },
          };
      await store.insert(
        proof,
        'people',
        aPerson({
          id,
          ...cast[role],
          nameKey: toNameKey(name),
          tenantId: this.tenantId,
          locale: 'en-GB',
          timeZone: 'Europe/Berlin',
          ...address,
        }),
      );
    }
  }
}
