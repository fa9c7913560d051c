import { conversationId, personId, tenantId } from '../activities.js';
import { toNameKey } from '../../../src/domain/names.js';
import type { Group } from '../../../src/domain/groups/group.js';
import type { Membership } from '../../../src/domain/members/membership.js';
import type { Person } from '../../../src/domain/organisation/person.js';
import { aGroup, aMembership, aPerson, monday } from '../../support/documents.js';

/*
 * An organisation of any size, made by number, so that a filling that was broken off goes on where it was and a
 * measurement knows who owns what. There are as many people as groups; each group has ten members, and each person is
 * in ten groups and owns one, so that two sizes differ in nothing but size.
 */

/** So many members has each group. */
export const membersPerGroup = 10;

const areas =
  'Marketing Sales Finance Legal Audit Tax Payroll Travel Design Research Quality Safety Energy Media Events Treasury Logistics Purchasing Support Training Security Privacy Risk Data Cloud Network Mobile Web Print Retail Export Import Claims Credit Pension Health Facilities Fleet Press Strategy'.split(
    ' ',
  );
const kinds =
  'Team Leads Partners Analysts Editors Planners Reviewers Operators Visitors Trainers Buyers Sellers Writers Testers Builders Drivers Stewards Mentors Owners Readers Auditors Backup Project Council Office Desk Lab Studio Forum Guild Circle Board Panel Crew Pilots Agents Experts Juniors Seniors Interns'.split(
    ' ',
  );
const places =
  'Aachen Bergen Cork Delft Essen Faro Ghent Halle Izmir Jena Kyoto Lyon Malaga Nantes Oslo Porto Quito Riga Siena Turin Utrecht Vilnius Wells Xanten York'.split(
    ' ',
  );

const givenNames =
  'Ann Bo Cy Dee Eva Finn Gus Hal Ida Jan Kim Lea Mona Nils Olga Pia Quin Rosa Sam Tess Ugo Vera Will Xenia Yara Zoe'.split(
    ' ',
  );
const familyNames =
  'Archer Berg Cole Dahl Evans Fisher Grant Hansen Ito Jensen Klein Lund Meyer Novak Olsen Petrova Quist Rossi Silva Tran Unger Vogel Weiss Xu Young Zebra'.split(
    ' ',
  );

const pick = (words: readonly string[], at: number): string => words[at % words.length] ?? '';

/** "Marketing Team Aachen", "Marketing Team Aachen 2" … */
export function groupName(number: number): string {
  const base = areas.length * kinds.length * places.length;
  const words = [
    pick(areas, number),
    pick(kinds, Math.floor(number / areas.length)),
    pick(places, Math.floor(number / (areas.length * kinds.length))),
  ];
  const round = Math.floor(number / base);
  return round === 0 ? words.join(' ') : `${words.join(' ')} ${round + 1}`;
}

/** "Ann Archer 17" */
export function personName(number: number): string {
  return `${pick(givenNames, number)} ${pick(familyNames, Math.floor(number / givenNames.length))} ${number}`;
}

/** The id of a group, by number. */
export const groupId = (number: number): string => `g${String(number).padStart(8, '0')}`;

/** Who owns a group, by number. */
export const ownerOf = (group: number): number => group;

/** Who is in a group, by number: never its owner, and never the one who asks in the measurement. */
export function membersOf(group: number, groups: number): number[] {
  return Array.from({ length: membersPerGroup }, (_, at) => (group + 1 + at * 7) % groups);
}

/** Somebody who is not in a group and does not own it. */
export const strangerTo = (group: number, groups: number): number => (group + groups - 3) % groups;

/** A person of the organisation, who has written before. */
export function scalePerson(number: number, serviceUrl: string): Person {
  const [id, name] = [personId(number), personName(number)];
  return aPerson({
    tenantId,
    id,
    name,
    nameKey: toNameKey(name),
    email: `person${number}@contoso.example`,
    locale: 'en-US',
    timeZone: 'UTC',
    channelUserId: `29:${id}`,
    address: { serviceUrl, conversationId: conversationId(id), botId: '28:bot', userId: `29:${id}` },
  });
}

/** A listed group that asks its owner. */
export function scaleGroup(number: number): Group {
  const name = groupName(number);
  return aGroup({
    tenantId,
    id: groupId(number),
    name,
    nameKey: toNameKey(name),
    description: `What ${pick(areas, number).toLowerCase()} shares`,
    ownerIds: [personId(ownerOf(number))],
    createdAt: monday + number,
  });
}

/** The memberships of a group. */
export function scaleMemberships(number: number, groups: number): Membership[] {
  return [...new Set(membersOf(number, groups))]
    .filter((member) => member !== ownerOf(number))
    .map((member) => aMembership({ tenantId, groupId: groupId(number), personId: personId(member) }));
}
