import { joinRuleOf, more, type Parts } from './buildChanges.js';
import type { Meaning } from './newIntents.js';
import type { DriftAnswer } from '../domain/groups/directory.js';
import { given } from '../domain/given.js';

type Maker = (parts: Parts) => Meaning[];

/** A drift that is asked about without a group; which one is asked back. */
const noGroup = { by: 'name', readings: [{ name: '' }] } as const;

/** What is said of Microsoft Entra, of groups there and of what other hands change. */
export const directoryMakers = {
  enrolGroup: ({ groups, match }) =>
    groups.slice(0, 1).map(({ target }) => ({
      kind: 'enrolGroup',
      target,
      ...more(groups),
      ...given({ joinRule: joinRuleOf(match) }),
    })),
  enrolAll: ({ fixed }) => [{ kind: 'enrolAll', of: fixed.of === 'security' ? 'security' : 'm365' }],
  linkGroup: ({ groups, fixed }) =>
    groups.slice(0, 1).map(({ target }) => ({ kind: 'linkGroup', target, ...(fixed.to === 'new' && { to: 'new' }) })),
  showDrift: ({ groups }) => [{ kind: 'showDrift', target: groups[0]?.target ?? noGroup }],
  settleDrift: ({ groups, fixed }) =>
    groups.slice(0, 1).map(({ target }) => ({ kind: 'settleDrift', target, answer: fixed.answer as DriftAnswer })),
  showDirectory: () => [{ kind: 'showDirectory' }],
  releaseBrake: ({ groups }) => [{ kind: 'releaseBrake', ...(groups[0] && { target: groups[0].target }) }],
} satisfies Readonly<Partial<Record<Meaning['kind'], Maker>>>;
