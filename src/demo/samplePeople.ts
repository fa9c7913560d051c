import { keyOf } from '../domain/keys.js';
import { toNameKey } from '../domain/names.js';
import type { ConversationAddress, Person } from '../domain/organisation/person.js';
import { begin, type Occasion } from '../domain/revise.js';

/** The sample organisation's Entra tenant id. */
export const sampleTenantId = 'c1a4e0d2-7b35-4f68-9a10-3e5d8c2b6f47';

/** The bot as the local Teams clients know it. */
export const sampleBot = { id: '28:group-concierge', name: 'Group Concierge' } as const;

/** Somebody in the sample organisation. */
export interface SamplePerson {
  readonly slug: PersonSlug;
  /** Entra object id: a valid UUID, unlike the ids that the Playground brings along. */
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly manager?: PersonSlug;
}

/** The short names under which the sample refers to its people. */
export type PersonSlug = 'ann' | 'olga' | 'omar' | 'ada' | 'ben' | 'chen';

/** Six people, because a Playground wants exactly five others beside the one whose client it is. */
export const samplePeople: readonly SamplePerson[] = [
  {
    slug: 'ann',
    id: '0a3f6c51-2d84-4e19-b7c0-51d2e8f4a901',
    givenName: 'Ann',
    surname: 'Lindqvist',
    jobTitle: 'Product Designer',
    department: 'Design',
    manager: 'olga',
  },
  {
    slug: 'olga',
    id: '1b7e2d94-6f03-4a5c-8d21-62e3f9a5b102',
    givenName: 'Olga',
    surname: 'Berg',
    jobTitle: 'Head of Marketing',
    department: 'Marketing',
  },
  {
    slug: 'omar',
    id: '2c8f3ea5-7014-4b6d-9e32-73f40ab6c203',
    givenName: 'Omar',
    surname: 'Haddad',
    jobTitle: 'Brand Lead',
    department: 'Marketing',
    manager: 'olga',
  },
  {
    slug: 'ada',
    id: '3d904fb6-8125-4c7e-af43-840511c7d304',
    givenName: 'Ada',
    surname: 'Moreau',
    jobTitle: 'IT Operations Lead',
    department: 'IT',
  },
  {
    slug: 'ben',
    id: '4ea150c7-9236-4d8f-b054-951622d8e405',
    givenName: 'Ben',
    surname: 'Okafor',
    jobTitle: 'Partner Manager',
    department: 'Sales EMEA',
  },
  {
    slug: 'chen',
    id: '5fb261d8-a347-4e90-8165-a62733e9f506',
    givenName: 'Chen',
    surname: 'Wei',
    jobTitle: 'Data Analyst',
    department: 'Finance',
  },
];

/** One of the six. */
export function samplePerson(slug: PersonSlug): SamplePerson {
  const person = samplePeople.find((one) => one.slug === slug);
  if (!person) throw new Error(`nobody is called ${slug} in the sample organisation`);
  return person;
}

/** First and last name. */
export function fullName(person: SamplePerson): string {
  return `${person.givenName} ${person.surname}`;
}

/** Where the person's client, or what stands in for it, takes messages; known before any window is opened. */
export function sampleAddress(person: SamplePerson, serviceUrl: string): ConversationAddress {
  return { serviceUrl, conversationId: `personal-${person.slug}`, botId: sampleBot.id, userId: `29:${person.slug}` };
}

/** The person as the store keeps them. */
export function toPerson(person: SamplePerson, serviceUrl: string, occasion: Occasion): Person {
  const { id, jobTitle, department, slug } = person;
  const name = fullName(person);
  const record = {
    key: keyOf(sampleTenantId, id),
    tenantId: sampleTenantId,
    id,
    name,
    nameKey: toNameKey(name),
    email: `${slug}@contoso.example`,
    jobTitle,
    department,
    address: sampleAddress(person, serviceUrl),
  };
  return begin<Person>(record, [], occasion);
}
