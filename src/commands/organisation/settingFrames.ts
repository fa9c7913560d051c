import type { Frame } from '../../intents/frames/notation.js';

const own = { intent: 'changeSetting', changes: true, concerns: 'others' } as const;
const yes = { value: 'yes' };
const no = { value: 'no' };

/** What people say to change a setting of the organisation. */
export const settingFrames: readonly Frame[] = [
  {
    ...own,
    fixed: { setting: 'usersCreateSecurityGroups', ...yes },
    opposite: no,
    says: ['users create security', 'users create security group'],
    examples: [
      'users may create security groups',
      'let users create security groups',
      'set users create security groups to yes',
    ],
    weight: 1.5,
  },
  {
    ...own,
    fixed: { setting: 'usersCreateM365Groups', ...yes },
    opposite: no,
    says: ['users create m365', 'users create m365 group'],
    examples: [
      'users may create Microsoft 365 groups',
      'let users create Microsoft 365 groups',
      'set users create Microsoft 365 groups to yes',
    ],
    weight: 1.5,
  },
  {
    ...own,
    fixed: { setting: 'usersAddResources', ...yes },
    opposite: no,
    says: ['ownResources', 'users ownResources', 'users add ownResources resource?'],
    examples: [
      'users may add their own resources',
      'let people register their own resources',
      'set users add own resources to yes',
    ],
    weight: 1.5,
  },
  {
    ...own,
    fixed: { setting: 'ownersManageRequests', ...yes },
    opposite: no,
    says: ['owner decideRequests', 'decideRequests', 'owner approve request', 'owner confirm request'],
    examples: ['owners may decide requests', 'let owners decide requests', 'set owners manage requests to yes'],
    weight: 1.2,
  },
  {
    ...own,
    fixed: { setting: 'restrictGroupAccess', ...yes },
    opposite: no,
    says: ['restrict', 'restrict access group', 'restrict group', 'users restrict group'],
    examples: ['restrict group access', 'set restrict access to groups to yes', 'turn on restricted group access'],
    weight: 1,
  },
  {
    ...own,
    fixed: { setting: 'ownersAssignOwnersSecurity', value: 'all' },
    opposite: { value: 'none' },
    says: [
      'owner appointOwners',
      'owner appointOwners security',
      'appointOwners owner? P*',
      'owner promote owner security?',
      'who appointOwners P*',
    ],
    examples: [
      'owners may appoint owners of security groups',
      'only Bo Berg may appoint owners',
      'set who may appoint owners to nobody',
    ],
    weight: 1.3,
  },
  {
    ...own,
    fixed: { setting: 'ownersAssignOwnersM365', value: 'all' },
    opposite: { value: 'none' },
    says: ['owner appointOwners m365', 'appointOwners m365 P*'],
    examples: [
      'owners may appoint owners of Microsoft 365 groups',
      'nobody may appoint owners of Microsoft 365 groups',
      'set who may appoint owners of Microsoft 365 groups to all',
    ],
    weight: 1.6,
  },
  {
    ...own,
    fixed: { setting: 'licence' },
    says: ['licence V', 'have licence', 'licence mine'],
    examples: ['licence P1', 'set the licence to P2', 'we have licence P1'],
    weight: 0.5,
  },
  {
    ...own,
    fixed: { setting: 'licensedPeople', value: 'selected' },
    says: ['licensed P+', 'licence for! P+', 'licence add P+', 'add licensed P+'],
    examples: ['licensed people: Bo Berg and Ann Requester', 'Bo Berg is licensed', 'set licensed people to Bo Berg'],
    weight: 1,
  },
  {
    ...own,
    fixed: { setting: 'longestMembership' },
    says: ['limit everywhere C', 'limit member everywhere C', 'limit C', 'limit member C', 'limit users C'],
    examples: [
      'longest membership 365 days',
      'limit every membership to 365 days',
      'set the longest membership to 365 days',
    ],
    weight: 0.5,
  },
  {
    ...own,
    fixed: { setting: 'longestMembership', value: 'none' },
    says: ['noLimit everywhere', 'noLimit limit', 'noLimit member everywhere?'],
    examples: ['no longest membership', 'set longest membership to no limit', 'memberships have no limit in any group'],
    weight: 0.4,
  },
  {
    ...own,
    fixed: { setting: 'leastJoinRule', value: 'ownerApproval' },
    says: ['loosest ownerApproval', 'everywhere ownerApproval', 'loosest join ownerApproval', 'not everywhere open'],
    examples: ['loosest join rule: owner approval', 'no group may be open', 'every group needs at least approval'],
    weight: 1,
  },
  {
    ...own,
    fixed: { setting: 'leastJoinRule', value: 'ownersOnly' },
    says: ['loosest ownersOnly', 'loosest join ownersOnly', 'everywhere ownersOnly'],
    examples: [
      'loosest join rule: owners only',
      'every group is at least owners only',
      'set the loosest join rule to owners only',
    ],
    weight: 1,
  },
  {
    ...own,
    fixed: { setting: 'leastJoinRule', value: 'open' },
    says: ['loosest open', 'loosest join open', 'everywhere open'],
    examples: ['loosest join rule: open', 'every group may be open', 'set the loosest join rule to open'],
    weight: 0.8,
  },
  {
    ...own,
    fixed: { setting: 'justificationFloor', value: 'required' },
    says: [
      'reasonWord required everywhere',
      'reasonWord everywhere',
      'required reasonWord users',
      'reasonWord required',
    ],
    examples: ['a reason is required everywhere', 'every request must carry a reason', 'set reason to required'],
    weight: 1,
  },
  {
    ...own,
    fixed: { setting: 'justificationFloor', value: 'optional' },
    says: ['reasonWord optional everywhere', 'reasonWord optional'],
    examples: ['a reason is optional everywhere', 'set reason to optional', 'reasons are optional in every group'],
    weight: 1.1,
  },
  {
    ...own,
    fixed: { setting: 'justificationFloor', value: 'off' },
    says: ['reasonWord off everywhere', 'reasonWord off'],
    examples: ['no reason needed anywhere', 'set reason to off', 'switch off reasons everywhere'],
    weight: 1.1,
  },
  {
    ...own,
    fixed: { setting: 'namePrefix' },
    says: ['prefix nameWord V', 'prefix group V', 'nameWord group prefix V'],
    examples: ['name prefix CON-', 'group names begin with CON-', 'set the name prefix to CON-'],
    weight: 1,
  },
  {
    ...own,
    fixed: { setting: 'blockedWords' },
    says: ['blockedWords V', 'nameWord group blockedWords V'],
    examples: [
      'blocked words: secret, test',
      'blocked words in group names: test',
      'forbid the word secret in group names',
    ],
    weight: 1,
  },
];
