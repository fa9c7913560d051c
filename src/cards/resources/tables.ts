import type { ResourceTable } from '../../domain/resources/answers.js';
import type { AccessPath } from '../../domain/views.js';
import type { Voice } from '../../messages/voice.js';
import type { TableBuilders } from '../parts/builders.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import { shortName, shortWords, someNames } from '../parts/lengths.js';
import { button } from '../parts/parts.js';

/** So many groups that open something are offered to somebody who has no access. */
const openersShown = 8;
/** So many ways of one person stand in a row. */
const pathsShown = 2;
/** Longest name among the parts of a way, in characters. */
const narrow = 80;

/** The lists of what groups open. */
export const resourceTables: TableBuilders<ResourceTable> = {
  resources: ({ rows, page }, voice) => {
    const { say, command } = voice;
    const heading = say('resources.list.heading');
    const [first] = rows;
    return {
      summary: heading,
      heading,
      sentences: [first ? pageSentence(page, voice) : say('resources.list.none')],
      rows: rows.map(({ id, name, groups, owners }) => ({
        title: shortName(name),
        about: [
          groups.length === 0
            ? say('resources.list.noGroup')
            : say('resources.list.openedBy', { groups: someNames(groups, voice) }),
        ],
        detail: owners.length === 0 ? undefined : say('resources.list.owners', { owners: someNames(owners, voice) }),
        buttons: [button(say('resources.list.why'), 'explainAccess', { resourceId: id })],
      })),
      buttons: pageButtons(page, 'listResources', {}, voice),
      typed: first
        ? [
            command('commands.why', { resource: first.name }),
            command('commands.findAccess', { resource: first.name }),
            ...pageCommands(page, command('commands.resources'), voice),
          ]
        : [command('commands.groups')],
    };
  },
  access: ({ resource, resourceId, rows, page }, voice) => {
    const { say, command } = voice;
    const heading = say('resources.access.heading', { resource });
    return {
      summary: heading,
      heading,
      kicker: say('shared.onePerson', { count: page.total }),
      sentences: [rows.length === 0 ? say('resources.access.none') : pageSentence(page, voice)],
      rows: rows.map(({ person, paths, isBlocked }) => ({
        title: shortName(person.name),
        badge: isBlocked ? say('shared.status.blocked') : say('resources.access.has'),
        badgeColour: isBlocked ? 'attention' : 'good',
        about: [shortWords(person.about, person.name, pathsText(paths, voice))],
        detail: pathsText(paths, voice),
        buttons: [button(say('buttons.details'), 'explainAccess', { resourceId, personId: person.id })],
      })),
      buttons: [
        ...pageButtons(page, 'listAccess', { resourceId }, voice),
        button(say('resources.access.export'), 'exportTable', { resourceId, setting: 'access', value: 'csv' }),
      ],
      typed: [
        command('commands.exportWhoHas', { resource }),
        command('commands.blockFrom', { resource }),
        command('commands.whyDoes', { resource }),
        ...pageCommands(page, command('commands.whoHas', { resource }), voice),
      ],
    };
  },
  accessPaths: ({ resource, person, paths, block, openers }, voice) => {
    const { say, command } = voice;
    const has = paths.length > 0 && block === undefined;
    const heading = person
      ? say(`resources.paths.${has ? 'theyHave' : 'theyHaveNot'}`, { person: person.name, resource })
      : say(`resources.paths.${has ? 'youHave' : 'youHaveNot'}`, { resource });
    const noWay = say(openers.length === 0 ? 'resources.paths.noOpeners' : 'resources.paths.openers');
    const group = paths[0]?.group ?? openers[0]?.name;
    return {
      summary: heading,
      heading,
      sentences: [
        block ? say('resources.paths.blocked', { by: block.by }) : undefined,
        block?.reason ? say('shared.reason', { reason: block.reason }) : undefined,
        paths.length === 0 ? noWay : undefined,
      ],
      rows:
        paths.length > 0
          ? paths.map((path) => ({
              title: shortName(path.group),
              about: [pathText(path, voice)],
              detail: path.reason ? say('shared.reason', { reason: shortWords(path.reason) ?? '' }) : undefined,
              buttons: [button(say('buttons.details'), 'showGroup', { groupId: path.groupId })],
            }))
          : openers.slice(0, openersShown).map(({ id, name }) => ({
              title: shortName(name),
              about: [],
              buttons: [button(say('buttons.details'), 'showGroup', { groupId: id })],
            })),
      buttons: [],
      typed: [
        command('commands.findAccess', { resource }),
        group === undefined ? command('commands.groups') : command('commands.group', { group }),
      ],
    };
  },
};

/** Ways to the same thing, in a line: the first ones, and how many more. */
function pathsText(paths: readonly AccessPath[], voice: Voice): string {
  const shown = paths.slice(0, pathsShown).map((path) => pathText(path, voice));
  const rest = paths.length - shown.length;
  return [...shown, ...(rest > 0 ? [voice.say('shared.andMore', { count: rest })] : [])].join(' | ');
}

/** One way by which somebody has access, in a line. */
function pathText({ group, how, by, since, until, requestId }: AccessPath, { say, part }: Voice): string {
  return [
    say('resources.path.how', { group: shortName(group, narrow), how: part(`members.how.${how}`) }),
    by ? say('resources.path.by', { by: shortName(by, narrow) }) : '',
    say('resources.path.since', { since }),
    until === undefined ? '' : say('resources.path.until', { until }),
    requestId ?? '',
  ]
    .filter((each) => each !== '')
    .join(' · ');
}
