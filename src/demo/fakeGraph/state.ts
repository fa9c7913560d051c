import { randomUUID } from 'node:crypto';

/** Somebody in the fake directory, with the property names of Microsoft Graph. */
export interface FakeUser {
  readonly id: string;
  displayName: string;
  userPrincipalName: string;
  mail: string | null;
  jobTitle: string | null;
  department: string | null;
  accountEnabled: boolean;
  userType: 'Member' | 'Guest';
  preferredLanguage: string | null;
  managerId?: string;
  deletedAt?: number;
}

/** A group in the fake directory, with the property names of Microsoft Graph. */
export interface FakeGroup {
  readonly id: string;
  displayName: string;
  description: string | null;
  mailNickname: string;
  uniqueName: string | null;
  groupTypes: string[];
  mailEnabled: boolean;
  securityEnabled: boolean;
  membershipRule: string | null;
  membershipRuleProcessingState: string | null;
  onPremisesSyncEnabled: boolean | null;
  isAssignableToRole: boolean | null;
  isManagementRestricted: boolean | null;
  visibility: string | null;
  resourceProvisioningOptions: string[];
  assignedLicenses: { skuId: string; disabledPlans: string[] }[];
  expirationDateTime: string | null;
  createdDateTime: string;
  deletedDateTime: string | null;
}

/** Somebody's tie to a group. One that was cut is kept, for reads that lag. */
export interface Tie {
  addedAt: number;
  removedAt?: number;
}

/** What ties people to groups. */
export type Relation = 'members' | 'owners';

/** One change, in the order in which they happened; delta is made of these. */
export interface Change {
  readonly at: number;
  readonly of: 'group' | 'user';
  readonly id: string;
  readonly what: 'changed' | 'softDeleted' | 'deleted' | Relation;
  /** Of a changed tie: whose. */
  readonly otherId?: string;
  /** The properties that changed. */
  readonly fields?: readonly string[];
}

/** How long a deleted group can be restored, in milliseconds. */
export const restorableMs = 30 * 86_400_000;

type GroupGiven = Partial<Omit<FakeGroup, 'id'>> & { readonly id?: string };
type UserGiven = Partial<Omit<FakeUser, 'id'>> & { readonly id?: string };

/** The truth of a fake organisation. Its methods are "other hands": they change it past every permission. */
export class DirectoryState {
  readonly users = new Map<string, FakeUser>();
  readonly groups = new Map<string, FakeGroup>();
  readonly changes: Change[] = [];
  readonly #ties = { members: new Map<string, Map<string, Tie>>(), owners: new Map<string, Map<string, Tie>>() };

  constructor(readonly now: () => number) {}

  addUser(given: UserGiven): FakeUser {
    const { id = randomUUID(), displayName = 'Somebody', ...rest } = given;
    const address = `${displayName.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
    const user: FakeUser = {
      id,
      displayName,
      userPrincipalName: address,
      mail: address,
      jobTitle: null,
      department: null,
      accountEnabled: true,
      userType: 'Member',
      preferredLanguage: null,
      ...rest,
    };
    this.users.set(id, user);
    this.#note({ of: 'user', id, what: 'changed' });
    return user;
  }

  addGroup(given: GroupGiven): FakeGroup {
    const { id = randomUUID(), displayName = 'Some group', ...rest } = given;
    const group: FakeGroup = {
      id,
      displayName,
      description: null,
      mailNickname: displayName.toLowerCase().replaceAll(' ', '-'),
      uniqueName: null,
      groupTypes: [],
      mailEnabled: false,
      securityEnabled: true,
      membershipRule: null,
      membershipRuleProcessingState: null,
      onPremisesSyncEnabled: null,
      isAssignableToRole: null,
      isManagementRestricted: null,
      visibility: null,
      resourceProvisioningOptions: [],
      assignedLicenses: [],
      expirationDateTime: null,
      createdDateTime: new Date(this.now()).toISOString(),
      deletedDateTime: null,
      ...rest,
    };
    this.groups.set(id, group);
    this.#note({ of: 'group', id, what: 'changed' });
    return group;
  }

  patchGroup(id: string, fields: Partial<FakeGroup>): void {
    Object.assign(this.groups.get(id) ?? {}, fields);
    this.#note({ of: 'group', id, what: 'changed', fields: Object.keys(fields) });
  }

  patchUser(id: string, fields: Partial<FakeUser>): void {
    Object.assign(this.users.get(id) ?? {}, fields);
    this.#note({ of: 'user', id, what: 'changed', fields: Object.keys(fields) });
  }

  /** Microsoft 365 groups can be restored for 30 days; security groups are gone at once. */
  deleteGroup(id: string): void {
    const group = this.groups.get(id);
    if (!group?.groupTypes.includes('Unified')) return this.purgeGroup(id);
    group.deletedDateTime = new Date(this.now()).toISOString();
    this.#note({ of: 'group', id, what: 'softDeleted' });
  }

  restoreGroup(id: string): void {
    const group = this.groups.get(id);
    if (group) group.deletedDateTime = null;
    this.#note({ of: 'group', id, what: 'changed' });
  }

  purgeGroup(id: string): void {
    this.groups.delete(id);
    this.#ties.members.delete(id);
    this.#ties.owners.delete(id);
    this.#note({ of: 'group', id, what: 'deleted' });
  }

  deleteUser(id: string): void {
    for (const relation of ['members', 'owners'] as const)
      for (const [groupId, ties] of this.#ties[relation]) if (ties.has(id)) this.cut(relation, groupId, id);
    this.users.delete(id);
    this.#note({ of: 'user', id, what: 'softDeleted' });
  }

  tie(relation: Relation, groupId: string, id: string): void {
    const ties = this.#ties[relation].get(groupId) ?? new Map<string, Tie>();
    this.#ties[relation].set(groupId, ties);
    ties.set(id, { addedAt: this.now() });
    this.#note({ of: 'group', id: groupId, what: relation, otherId: id });
  }

  cut(relation: Relation, groupId: string, id: string): void {
    const tie = this.#ties[relation].get(groupId)?.get(id);
    if (tie) tie.removedAt = this.now();
    this.#note({ of: 'group', id: groupId, what: relation, otherId: id });
  }

  /** Whether it is so now, without any lag. */
  isTied(relation: Relation, groupId: string, id: string): boolean {
    const tie = this.#ties[relation].get(groupId)?.get(id);
    return tie !== undefined && tie.removedAt === undefined;
  }

  /** Whose ties there were at that moment. */
  tiedAt(relation: Relation, groupId: string, at: number): string[] {
    return [...(this.#ties[relation].get(groupId) ?? [])]
      .filter(([, { addedAt, removedAt = Infinity }]) => addedAt <= at && removedAt > at)
      .map(([id]) => id);
  }

  /** Those who are in a group, or in a group that is in it. */
  transitiveAt(groupId: string, at: number, seen = new Set<string>()): Set<string> {
    for (const id of this.tiedAt('members', groupId, at)) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (this.groups.has(id)) this.transitiveAt(id, at, seen);
    }
    return seen;
  }

  #note(change: Omit<Change, 'at'>): void {
    this.changes.push({ ...change, at: this.now() });
  }
}
