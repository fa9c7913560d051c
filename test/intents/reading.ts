import { allFrames } from '../../src/commands/frames.js';
import { toNameKey } from '../../src/domain/names.js';
import type { UnderstandContext } from '../../src/intents/context.js';
import type { KnownName } from '../../src/intents/entities/knownName.js';
import { prepareFrames } from '../../src/intents/frames/match.js';
import { understand, type Understanding } from '../../src/intents/understand.js';

const frames = prepareFrames(allFrames);

/** Friday 27 November 2026, 10:00 in Berlin. */
export const now = Date.UTC(2026, 10, 27, 9);

const named = (of: KnownName['of'], names: readonly string[]): KnownName[] =>
  names.map((name) => ({ of, id: name, name, nameKey: toNameKey(name) }));

/** A small organisation, for rules rather than for phrases. */
export const names: readonly KnownName[] = [
  ...named('groups', [
    'Marketing',
    'Finance',
    'Sales',
    'Book Club',
    'All Company',
    'Night Shift',
    'R&D',
    'C++ Guild',
    '30 Days of Yoga',
    'Team Berlin',
    'Group Finance',
    'It Crowd',
  ]),
  ...named('resources', ['Salesforce', 'Jira']),
  ...named('people', [
    'Bo Berg',
    'Jensen, Bo',
    'Ann Requester',
    'Ana Silva',
    'Meg Manager',
    'Zed Zebra',
    'Chen Wei',
    'Olga Petrova',
    'Oskar Lind',
  ]),
];

/** Somebody who leads groups, administers, and for whom two requests wait. */
export const context: UnderstandContext = {
  now,
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  me: { id: 'lea', name: 'Lea Hoffmann' },
  mine: {
    requestsWaitingForMe: [
      {
        id: 'REQ-7K2M9QXW',
        requesterId: 'Bo Berg',
        requesterName: 'Bo Berg',
        groupId: 'Marketing',
        groupName: 'Marketing',
      },
      {
        id: 'REQ-3F8TB5NC',
        requesterId: 'Ana Silva',
        requesterName: 'Ana Silva',
        groupId: 'Finance',
        groupName: 'Finance',
      },
    ],
    myOpenRequests: [{ id: 'REQ-9XJ4M7RA', groupId: 'Marketing', groupName: 'Marketing' }],
  },
};

/** Reads a text in the small organisation. */
export function read(text: string, given: Partial<UnderstandContext> = {}): Understanding {
  return understand(text, names, frames, { ...context, ...given });
}
