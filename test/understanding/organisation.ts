import { readFileSync } from 'node:fs';
import type { UnderstandContext } from '../../src/intents/context.js';
import type { KnownName } from '../../src/intents/entities/knownName.js';
import { toNameKey } from '../../src/domain/names.js';
import { projectPath } from '../support/project.js';

interface Organisation {
  readonly people: readonly { id: string; name: string; email: string; is?: string }[];
  readonly groups: readonly { name: string; owners: readonly string[]; managers?: readonly string[] }[];
  readonly resources: readonly { name: string; owners: readonly string[] }[];
  readonly requests: readonly { id: string; by: string; for: string; owner: string }[];
}

const folder = projectPath('test', 'understanding');
const organisation = JSON.parse(readFileSync(`${folder}/organisation.json`, 'utf8')) as Organisation;

/** Friday 27 November 2026, 10:00 in Berlin. */
export const friday = Date.UTC(2026, 10, 27, 9);
export const zone = 'Europe/Berlin';

/** The open requests. */
export const requests = organisation.requests;

/** Every name of the organisation; its own text is its id where it has none. */
export const names: readonly KnownName[] = [
  ...organisation.groups.map(({ name }) => ({ of: 'groups' as const, id: name, name, nameKey: toNameKey(name) })),
  ...organisation.resources.map(({ name }) => ({ of: 'resources' as const, id: name, name, nameKey: toNameKey(name) })),
  ...organisation.people.map(({ id, name, email }) => ({
    of: 'people' as const,
    id,
    name,
    email,
    nameKey: toNameKey(name),
  })),
];

/** The name of whom or what has this id. */
export function nameOf(id: string): string {
  return names.find((one) => one.id === id)?.name ?? id;
}

/** What is known of whoever writes. */
export function contextOf(by: string, locale: string): UnderstandContext {
  return {
    now: friday,
    timeZone: zone,
    locale,
    me: { id: by, name: nameOf(by) },
    mine: {
      requestsWaitingForMe: requests
        .filter((one) => one.owner === by)
        .map((one) => ({
          id: one.id,
          requesterId: one.by,
          requesterName: nameOf(one.by),
          groupId: one.for,
          groupName: one.for,
        })),
      myOpenRequests: requests
        .filter((one) => one.by === by)
        .map((one) => ({ id: one.id, groupId: one.for, groupName: one.for })),
      isAdministrator: by === 'ada' || by === 'abe',
      groupsILead: organisation.groups
        .filter((group) => [...group.owners, ...(group.managers ?? [])].includes(by))
        .map(({ name }) => name),
    },
  };
}

/** One phrase of a corpus. */
export interface Phrase {
  readonly text: string;
  readonly by: string;
  readonly locale?: string;
  readonly style: string;
  readonly expect: Expected;
}

/** What a phrase should become. */
export interface Expected {
  readonly intent?: string;
  readonly ask?: string;
  readonly nothing?: true;
  readonly all?: readonly Expected[];
  readonly [slot: string]: unknown;
}

/** The phrases of a corpus file. */
export function phrasesOf(file: string): Phrase[] {
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Phrase);
}

/** The group that a request is for. */
export function groupOfRequest(id: string): string | undefined {
  return organisation.requests.find((one) => one.id === id)?.for;
}
