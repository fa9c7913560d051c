import { groupId, type GroupSlug } from './sampleGroups.js';
import { samplePerson, sampleTenantId, type PersonSlug } from './samplePeople.js';
import { keyOf } from '../domain/keys.js';
import { toNameKey } from '../domain/names.js';
import type { Resource } from '../domain/resources/resource.js';
import { begin, type Occasion } from '../domain/revise.js';

const resources: readonly {
  readonly name: string;
  readonly description: string;
  readonly link: string;
  readonly groups: readonly GroupSlug[];
  readonly owner: PersonSlug;
}[] = [
  {
    name: 'Salesforce Campaigns',
    description: 'Plans and measures every campaign',
    link: 'https://contoso.example/salesforce/campaigns',
    groups: ['marketing', 'salesEmea'],
    owner: 'olga',
  },
  {
    name: 'Brand Assets',
    description: 'SharePoint site with logos, pictures and fonts',
    link: 'https://contoso.example/sites/brand-assets',
    groups: ['marketing', 'designGuild'],
    owner: 'omar',
  },
  {
    name: 'Sales Pipeline',
    description: 'Power BI report of open offers',
    link: 'https://contoso.example/reports/pipeline',
    groups: ['salesEmea'],
    owner: 'omar',
  },
  {
    name: 'Quarterly Figures',
    description: 'The books, before they are closed',
    link: 'https://contoso.example/sites/quarter',
    groups: ['financeReviewers'],
    owner: 'chen',
  },
  {
    name: 'Preview Builds',
    description: 'Downloads of what comes next',
    link: 'https://contoso.example/preview',
    groups: ['betaTesters'],
    owner: 'ada',
  },
  {
    name: 'Reading List',
    description: 'What the club has read, with notes',
    link: 'https://contoso.example/sites/reading-list',
    groups: ['bookClub'],
    owner: 'ben',
  },
];

/** What the sample groups unlock. */
export function sampleResources(occasion: Occasion): Resource[] {
  return resources.map(({ name, description, link, groups, owner }, index) => {
    const id = `8be5a2ca-7e30-4d49-8b6f-${String(index + 1).padStart(12, '0')}`;
    const record = {
      key: keyOf(sampleTenantId, id),
      tenantId: sampleTenantId,
      id,
      name,
      nameKey: toNameKey(name),
      description,
      link,
      groupIds: groups.map(groupId),
      ownerIds: [samplePerson(owner).id],
    };
    return begin<Resource>(record, [], occasion);
  });
}
