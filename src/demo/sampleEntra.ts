import type { FakeGraph } from './fakeGraph/fakeGraph.js';
import type { FakeGroup } from './fakeGraph/state.js';
import { fullName, samplePeople, samplePerson } from './samplePeople.js';
import type { SampleTenant } from './sampleTenant.js';
import { given } from '../domain/given.js';
import type { Group } from '../domain/groups/group.js';
import type { UnsupportedKind } from '../domain/terms.js';

const security = { groupTypes: [], mailEnabled: false, securityEnabled: true };
const unified = { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false };

/** What Microsoft Graph has of a group of each kind that self-service does not manage. */
const unsupported: Readonly<Partial<Record<UnsupportedKind, Partial<FakeGroup>>>> = {
  distributionList: { ...security, mailEnabled: true, securityEnabled: false },
  mailEnabledSecurity: { ...security, mailEnabled: true },
  dynamic: { ...unified, groupTypes: ['Unified', 'DynamicMembership'], membershipRule: 'user.accountEnabled -eq true' },
  onPremSynced: { ...security, onPremisesSyncEnabled: true },
  roleAssignable: { ...security, isAssignableToRole: true },
};

/** Groups that the directory has and that nobody has brought under self-service yet. */
const others = [
  { displayName: 'Photo Walks', description: 'Every second Saturday, with a camera', ...unified },
  { displayName: 'Warehouse Keys', description: 'Opens the doors of the warehouse', ...security },
] as const;

/** Fills a directory with the sample: its people, its groups and who is in them, and some that the bot does not know. */
export function plantEntra({ state }: Pick<FakeGraph, 'state'>, { groups, memberships }: SampleTenant): void {
  for (const person of samplePeople) {
    const { id, jobTitle, department, slug, manager } = person;
    const address = `${slug}@contoso.example`;
    const managerId = manager && samplePerson(manager).id;
    const mail = { mail: address, userPrincipalName: address };
    state.addUser({ id, displayName: fullName(person), ...mail, jobTitle, department, ...given({ managerId }) });
  }
  for (const group of groups) state.addGroup(toFakeGroup(group));
  for (const { id, ownerIds } of groups) for (const owner of ownerIds) state.tie('owners', id, owner);
  for (const { groupId, personId } of memberships) state.tie('members', groupId, personId);
  const chen = samplePerson('chen').id;
  for (const other of others) {
    const { id } = state.addGroup({ ...other, groupTypes: [...other.groupTypes] });
    state.tie('owners', id, chen);
    state.tie('members', id, chen);
  }
}

function toFakeGroup({ id, name, description, groupType, unsupportedKind, nickname }: Group): Partial<FakeGroup> {
  const kind = unsupportedKind ? unsupported[unsupportedKind] : groupType === 'm365' ? unified : security;
  return { id, displayName: name, description, ...(nickname ? { mailNickname: nickname } : {}), ...kind };
}
