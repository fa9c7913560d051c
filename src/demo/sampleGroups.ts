import type { Group } from '../domain/groups/group.js';
import { keyOf } from '../domain/keys.js';
import { toNameKey } from '../domain/names.js';
import { begin, type Occasion } from '../domain/revise.js';
import { samplePerson, sampleTenantId, type PersonSlug } from './samplePeople.js';

type Row = Pick<Group, 'name' | 'description' | 'groupType' | 'joinRule'> &
  Partial<Pick<Group, 'unsupportedKind' | 'justification' | 'maxDurationDays' | 'isListed' | 'origin'>> & {
    readonly owners: readonly PersonSlug[];
    readonly members?: readonly PersonSlug[];
  };

/** Groups of every kind and every rule, as a company of some size has them. */
const rows = {
  marketing: {
    name: 'Marketing',
    description: 'Campaigns, events and the newsletter',
    groupType: 'm365',
    joinRule: 'ownerApproval',
    owners: ['olga', 'omar'],
    members: ['olga', 'omar'],
    justification: 'required',
    maxDurationDays: 180,
  },
  salesEmea: {
    name: 'Sales EMEA',
    description: 'Customers in Europe, the Middle East and Africa',
    groupType: 'security',
    joinRule: 'ownerApproval',
    owners: ['omar'],
    members: ['ben'],
    justification: 'optional',
  },
  financeReviewers: {
    name: 'Finance Reviewers',
    description: 'Sees the quarterly figures before they are published',
    groupType: 'security',
    joinRule: 'ownersOnly',
    owners: ['chen'],
    members: ['chen', 'ada'],
  },
  bookClub: {
    name: 'Book Club',
    description: 'One book a month, and tea',
    groupType: 'm365',
    joinRule: 'open',
    owners: ['ben', 'chen'],
    members: ['ann', 'olga'],
  },
  dataForGood: {
    name: 'Data for Good',
    description: 'Helps charities to read their numbers',
    groupType: 'm365',
    joinRule: 'open',
    owners: ['chen'],
  },
  designGuild: {
    name: 'Design Guild 🎨',
    description: 'Everybody who draws, writes or builds what people see',
    groupType: 'm365',
    joinRule: 'open',
    owners: ['ann', 'omar'],
    members: ['ann'],
  },
  betaTesters: {
    name: 'Product Beta Testers',
    description: 'Tries new versions two weeks before everybody else',
    groupType: 'security',
    joinRule: 'ownerApproval',
    owners: ['olga', 'ada'],
    justification: 'optional',
    maxDurationDays: 90,
  },
  marketAnalysis: {
    name: 'Market Analysis',
    description: 'Numbers and interviews behind our plans',
    groupType: 'security',
    joinRule: 'ownerApproval',
    owners: ['olga'],
    members: ['chen'],
    justification: 'optional',
  },
  projectAurora: {
    name: 'Project Aurora',
    description: 'The move to the new office',
    groupType: 'security',
    joinRule: 'ownerApproval',
    owners: [],
  },
  salesNews: {
    name: 'Sales EMEA News',
    description: 'Monthly letter from the sales team',
    groupType: 'security',
    joinRule: 'open',
    owners: ['ben'],
    unsupportedKind: 'distributionList',
    origin: 'portal',
  },
  allCompany: {
    name: 'All Company',
    description: 'Everybody with an account',
    groupType: 'm365',
    joinRule: 'ownersOnly',
    owners: ['ada'],
    unsupportedKind: 'dynamic',
    origin: 'portal',
  },
  serverOperators: {
    name: 'Server Operators',
    description: 'Runs the machines in the cellar',
    groupType: 'security',
    joinRule: 'ownersOnly',
    owners: ['ada'],
    unsupportedKind: 'onPremSynced',
    origin: 'powershell',
  },
  helpdeskAdmins: {
    name: 'Helpdesk Admins',
    description: 'Resets passwords',
    groupType: 'security',
    joinRule: 'ownersOnly',
    owners: ['ada'],
    unsupportedKind: 'roleAssignable',
    origin: 'powershell',
  },
  boardPapers: {
    name: 'Board Papers',
    description: 'Agenda and minutes of the board',
    groupType: 'security',
    joinRule: 'ownersOnly',
    owners: ['chen'],
    unsupportedKind: 'mailEnabledSecurity',
    origin: 'portal',
    isListed: false,
  },
} satisfies Record<string, Row>;

/** The short names under which the sample refers to its groups. */
export type GroupSlug = keyof typeof rows;

const slugs = Object.keys(rows) as GroupSlug[];

/** The group's id: a valid UUID that stays the same from start to start. */
export function groupId(slug: GroupSlug): string {
  return `6ad3f0b8-5c1e-4b27-9f4d-${String(slugs.indexOf(slug) + 1).padStart(12, '0')}`;
}

/** All sample groups. */
export function sampleGroups(occasion: Occasion): Group[] {
  return slugs.map((slug) => {
    const { owners, members: _, ...row } = rows[slug] as Row;
    const id = groupId(slug);
    const ownerIds = owners.map((owner) => samplePerson(owner).id);
    const { name, description } = row;
    const directory = { state: 'ready', since: occasion.now, name, description, ownerIds } as const;
    const record = {
      origin: 'selfService' as const,
      isListed: true,
      justification: 'off' as const,
      ...row,
      key: keyOf(sampleTenantId, id),
      tenantId: sampleTenantId,
      id,
      nameKey: toNameKey(row.name),
      // Enrolled long ago: the same groups are in the simulated directory, with the same people in them.
      directoryId: id,
      directory: row.unsupportedKind ? directory : { ...directory, membersReadAt: occasion.now },
      nickname: slug.toLowerCase(),
      ownerIds,
      managerIds: [],
      createdAt: occasion.now,
    };
    return begin<Group>(record, [], occasion);
  });
}

/** Who is a member of what. */
export function sampleMembers(): { readonly groupId: string; readonly personId: string }[] {
  return slugs.flatMap((slug) =>
    ((rows[slug] as Row).members ?? []).map((member) => ({
      groupId: groupId(slug),
      personId: samplePerson(member).id,
    })),
  );
}
