import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TenantStore } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { toNameKey } from '../../src/domain/names.js';
import { aMembership, aPerson } from '../support/documents.js';
import { conversationOf, type SentMessage } from '../support/fakeTeams.js';
import { MemoryStore, type SavedStore } from '../support/memoryStore.js';
import { Persona } from '../support/persona.js';
import { World } from '../support/world.js';
import type { Standing } from './contract.js';

const proof = authorize('stage');

/** Everybody who plays a part, by what they are to Harbor at the beginning of a test. */
const names = {
  stranger: 'Zed Zebra',
  requester: 'Ina Archer',
  denied: 'Kim Kestrel',
  member: 'Mia Marlow',
  manager: 'Meg Moody',
  owner: 'Orla Berg',
  secondOwner: 'Otis Haddad',
  resourceOwner: 'Rosa Quill',
  standIn: 'Sten Vogel',
  formerOwner: 'Finn Fjord',
  formerManager: 'Gus Gallo',
  formerMember: 'Hal Hyde',
  endedMember: 'Elle Ebbing',
  bareManager: 'Quin Quarry',
  managersStandIn: 'Tove Ulrich',
  formerStandIn: 'Juno Jarvis',
  endedStandIn: 'Yves Yates',
  blocked: 'Bea Blume',
  administrator: 'Alma Moreau',
  secondAdministrator: 'Abe Adler',
  madeAdministrator: 'Xenia Xu',
  roleAdministrator: 'Lars Lund',
  blockedAdministrator: 'Dora Dunne',
  formerAdministrator: 'Axl Ames',
  target: 'Cy Cypher',
  newcomer: 'Ned Cypher',
} as const;

/** Who plays in the story. */
export type Part = keyof typeof names;

/** The parts in an order that stays. */
export const parts = Object.keys(names) as Part[];

/** What each part is now, in the words of the contract. */
export const standings: Readonly<Record<Part, readonly Standing[]>> = {
  stranger: [],
  requester: ['requester'],
  denied: [],
  member: ['member'],
  manager: ['manager', 'member'],
  owner: ['owner'],
  secondOwner: ['owner'],
  resourceOwner: ['resourceOwner'],
  standIn: ['standIn'],
  formerOwner: [],
  formerManager: [],
  formerMember: [],
  endedMember: [],
  bareManager: ['manager'],
  managersStandIn: ['standIn'],
  formerStandIn: [],
  endedStandIn: [],
  blocked: ['member', 'blocked'],
  administrator: ['administrator', 'proposer'],
  secondAdministrator: ['administrator'],
  madeAdministrator: ['administrator', 'proposersVoice'],
  roleAdministrator: ['administrator'],
  blockedAdministrator: ['administrator', 'blocked'],
  formerAdministrator: [],
  target: ['member'],
  newcomer: [],
};

/** A card as somebody once got it. */
export interface KeptCard {
  readonly part: Part;
  readonly card: Record<string, unknown>;
}

/**
 * A built product on a store that can go back, in which a story has been played: a group called Harbor with everybody
 * who is or was something to it, the resource that it opens, a request that waits and one that was denied.
 */
export class Stage {
  readonly people: Readonly<Record<Part, Persona>>;
  readonly kept: KeptCard[] = [];
  harbor = '';
  /** A group that nobody owns, and one that a member would like to own. */
  orphan = '';
  claimed = '';
  /** The loosening that waits for a second administrator. */
  proposalId = '';
  readonly resources = { salesforce: '', vault: '' };
  waitingId = '';
  deniedId = '';
  /** The moment at which everything is tried. */
  readonly now = Date.now();
  readonly #cards = new Set<string>();

  private constructor(
    readonly world: World,
    readonly store: MemoryStore,
  ) {
    this.people = Object.fromEntries(
      Object.entries(names).map(([part, name]) => [part, new Persona(world, randomUUID(), name)]),
    ) as unknown as Record<Part, Persona>;
  }

  /** Plays the story up to its middle: everything is there, and nothing has changed yet. */
  static async open(): Promise<Stage> {
    const store = new MemoryStore();
    const world = await World.open({ name: 'memory', open: async () => ({ store, close: () => store.close() }) });
    const stage = new Stage(world, store);
    await stage.#seed();
    await stage.#play();
    return stage;
  }

  /** Everything as it is now, once nothing is left to do; the product is stopped and started for it. */
  async moment(): Promise<SavedStore> {
    await this.world.settles();
    await this.world.app.close();
    const saved = this.store.saved();
    await this.world.start();
    return saved;
  }

  /** Goes back to a moment. */
  async back(to: SavedStore): Promise<void> {
    await this.world.settles();
    await this.world.app.close();
    this.store.restore(to);
    await this.world.start();
  }

  /** Lets somebody type, and keeps every card that anybody has got by it. */
  async says(part: Part, text: string): Promise<string> {
    const { people, world } = this;
    const answer = await people[part].says(text);
    this.keep();
    await world.settles();
    this.keep();
    return answer.text();
  }

  /** Keeps every card that stands in a chat now and has not been kept yet. */
  keep(): void {
    for (const part of parts)
      for (const { card } of this.people[part].messages() satisfies SentMessage[]) {
        const text = `${part} ${JSON.stringify(card)}`;
        if (!card || this.#cards.has(text)) continue;
        this.#cards.add(text);
        this.kept.push({ part, card });
      }
  }

  get tenant(): TenantStore {
    return this.store.forTenant(this.world.tenantId);
  }

  async #seed(): Promise<void> {
    const { tenantId, teams } = this.world;
    for (const part of parts) {
      const { id, name } = this.people[part];
      const address = {
        serviceUrl: teams.serviceUrl,
        conversationId: conversationOf(id),
        botId: '28:bot',
        userId: `29:${id}`,
      };
      const person = { id, name, nameKey: toNameKey(name), tenantId, channelUserId: `29:${id}`, address };
      await this.tenant.insert(proof, 'people', aPerson({ ...person, locale: 'en-GB', timeZone: 'Europe/Berlin' }));
    }
    const { administrator, secondAdministrator, blockedAdministrator, formerAdministrator } = this.people;
    const { roleAdministrator, owner, secondOwner, formerOwner } = this.people;
    await this.world.changeTenant({
      adminIds: [administrator, secondAdministrator, blockedAdministrator, formerAdministrator].map(({ id }) => id),
      roleAdminIds: [roleAdministrator.id],
      guardrails: { justification: 'off', maxDurationDays: 200 },
      settingChanges: { ownersManageRequests: { by: administrator.id, at: this.now } },
    });
    this.harbor = await this.world.addGroup({ name: 'Harbor', owners: [], description: 'Ships and cranes' });
    await this.world.changeGroup(this.harbor, { ownerIds: [owner.id, secondOwner.id, formerOwner.id] });
    this.orphan = await this.world.addGroup({ name: 'Orphan', owners: [], joinRule: 'ownersOnly' });
    this.claimed = await this.world.addGroup({ name: 'Orphan Pier', owners: [], joinRule: 'ownersOnly' });
    for (const groupId of [this.orphan, this.claimed]) await this.#addMember('member', groupId);
    for (const part of [
      'member',
      'manager',
      'formerManager',
      'formerMember',
      'formerOwner',
      'endedMember',
      'blocked',
      'target',
    ] as const)
      await this.#addMember(part, this.harbor);
  }

  async #addMember(part: Part, groupId: string): Promise<void> {
    const { tenantId } = this.world;
    const personId = this.people[part].id;
    await this.tenant.insert(proof, 'memberships', aMembership({ tenantId, groupId, personId }));
  }

  /** The time of a member and of a stand-in is over, as when their days have passed. */
  async #end(): Promise<void> {
    const { endedMember, secondOwner } = this.people;
    const membership = await this.tenant.read('memberships').get(`${this.harbor}/${endedMember.id}`);
    assert.ok(membership);
    await this.tenant.replace(proof, 'memberships', {
      ...membership,
      version: membership.version + 1,
      status: 'ended',
      endReason: 'expired',
      until: this.now - 1,
      endedAt: this.now - 1,
    });
    const person = await this.tenant.read('people').get(secondOwner.id);
    assert.ok(person?.delegations?.length === 1);
    const delegations = person.delegations.map((one) => ({ ...one, until: this.now - 1 }));
    await this.tenant.replace(proof, 'people', { ...person, version: person.version + 1, delegations });
  }

  async #play(): Promise<void> {
    const says = async (part: Part, text: string, expected: RegExp): Promise<void> => {
      const answer = await this.says(part, text);
      assert.match(answer, expected, `${part}: ${text}: ${answer}`);
    };
    const { requester, denied } = this.people;
    await says('administrator', `add resource Salesforce owned by ${names.resourceOwner}`, /Salesforce/);
    await says('administrator', `add resource Vault owned by ${names.resourceOwner}`, /Vault/);
    await says('resourceOwner', 'yes, grant Salesforce to Harbor', /Harbor/);
    for (const part of ['manager', 'formerManager', 'bareManager'] as const)
      await says('owner', `yes, make ${names[part]} membership manager of Harbor`, /membership manager/);
    await says('owner', `delegate Harbor to ${names.formerStandIn}`, /stands in for you/);
    await says('owner', `delegate Harbor to ${names.standIn}`, /stands in for you/);
    await says('bareManager', `delegate Harbor to ${names.managersStandIn}`, /stands in for you/);
    await says('secondOwner', `delegate Harbor to ${names.endedStandIn} for 2 days`, /stands in for you/);
    await says('formerManager', `delegate Harbor to ${names.denied}`, /stands in for you/);
    await says('requester', 'join Harbor because I steer the pilot boats for 30 days', /Harbor/);
    await says('denied', 'join Harbor because I would like to see ships', /Harbor/);
    const requests = await this.world.requests();
    this.waitingId = requests.find(({ requesterId }) => requesterId === requester.id)?.id ?? '';
    this.deniedId = requests.find(({ requesterId }) => requesterId === denied.id)?.id ?? '';
    await says('secondOwner', `deny ${this.deniedId} because the quay is full`, /[Dd]enied/);
    for (const part of ['blocked', 'blockedAdministrator'] as const)
      await says('administrator', `yes, block ${names[part]} from Salesforce because of the audit`, /Salesforce/);
    await says('administrator', `yes, admins add ${names.madeAdministrator}`, /administrator/);
    await says('administrator', `yes, admins remove ${names.formerAdministrator}`, /no administrator any more/);
    await says('owner', `yes, make ${names.formerOwner} member of Harbor`, /no longer|member/);
    await says('owner', `yes, remove ${names.formerOwner} from Harbor`, /no longer/);
    await says('owner', `yes, remove ${names.formerManager} from Harbor`, /no longer/);
    await says('owner', `yes, remove ${names.formerMember} from Harbor`, /no longer/);
    await says('administrator', 'yes, set longest membership none', /as soon as/);
    this.proposalId = (await this.world.tenant()).proposal?.id ?? assert.fail('no proposal');
    await says('member', 'claim Orphan Pier', /Orphan Pier/);
    await this.#end();
    const resources = await this.tenant.read('resources').find({ where: {} });
    for (const { id, nameKey } of resources) this.resources[nameKey as 'salesforce' | 'vault'] = id;
  }
}
