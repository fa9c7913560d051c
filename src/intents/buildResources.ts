import { clean, type Parts } from './buildChanges.js';
import { resourceOf } from './entities/targets.js';
import { slotAt } from './frames/scope.js';
import type { Meaning } from './newIntents.js';

/** What a match about what groups open means. */
export const resourceMakers = {
  listResources: () => [{ kind: 'listResources', page: 1 }],
  addResource: addOf,
  renameResource: renameOf,
  removeResource: ({ match }) => {
    const resource = resourceOf(match);
    return resource ? [{ kind: 'removeResource', resource: resource.target }] : [];
  },
  changeGrant: ({ match, groups, fixed }) => {
    const [resource, group] = [resourceOf(match), groups[0]];
    return resource && group
      ? [{ kind: 'changeGrant', resource: resource.target, target: group.target, is: fixed.is === true }]
      : [];
  },
  explainAccess: ({ match, people }) => {
    const resource = resourceOf(match);
    return resource
      ? [{ kind: 'explainAccess', resource: resource.target, ...(people[0] && { person: people[0].target }) }]
      : [];
  },
  listAccess: ({ match }) => {
    const resource = resourceOf(match);
    return resource ? [{ kind: 'listAccess', resource: resource.target, page: 1 }] : [];
  },
  changeBlock: ({ match, people, fixed, given }) => {
    const resource = resourceOf(match);
    return resource
      ? people.map(({ target }): Meaning => ({
          kind: 'changeBlock',
          resource: resource.target,
          person: target,
          is: fixed.is === true,
          ...(given.justification !== undefined && { justification: given.justification }),
        }))
      : [];
  },
  askToCreate: ({ match, people }) => {
    const resource = resourceOf(match);
    return people[0]
      ? [{ kind: 'askToCreate', person: people[0].target, ...(resource && { resource: resource.target }) }]
      : [];
  },
} satisfies Readonly<Record<string, (parts: Parts) => Meaning[]>>;

function addOf({ match, text, people }: Parts): Meaning[] {
  const name = match.value ? clean(text.slice(match.value.start, match.value.end)) : '';
  const [index] = match.slots.L ?? [];
  const link = index === undefined ? undefined : slotAt(match.scope.sentence, index)?.value;
  return [
    {
      kind: 'addResource',
      name,
      ...(link?.type === 'link' && { link: link.link }),
      ...(people[0] && { owner: people[0].target }),
    },
  ];
}

function renameOf({ match, text }: Parts): Meaning[] {
  const resource = resourceOf(match);
  const name = match.value ? clean(text.slice(match.value.start, match.value.end)) : '';
  return resource ? [{ kind: 'renameResource', resource: resource.target, name }] : [];
}
