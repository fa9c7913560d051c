import type { TableOf } from '../../domain/table.js';
import type { Voice } from '../../messages/voice.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import type { List } from '../parts/listCard.js';
import { button } from '../parts/parts.js';

/** What groups open, as a list. */
export function resourcesTable({ rows, page }: TableOf<'resources'>, voice: Voice): List {
  const { say, f } = voice;
  const text = say.tables.resources;
  return {
    summary: text.heading,
    heading: text.heading,
    sentences: [rows.length === 0 ? text.none : pageSentence(page, voice)],
    rows: rows.map(({ id, name, groups, owners }) => ({
      title: name,
      about: [groups.length === 0 ? text.noGroup : text.openedBy(groups, f)],
      detail: owners.length === 0 ? undefined : text.owners(owners, f),
      buttons: [button(text.why, 'explainAccess', { resourceId: id })],
    })),
    buttons: pageButtons(page, 'listResources', {}, voice),
    typed: rows[0]
      ? [`why ${rows[0].name}`, `I need access to ${rows[0].name}`, ...pageCommands(page, 'resources')]
      : ['groups'],
  };
}

/** Everybody with access to a resource, as a list. */
export function accessTable({ resource, resourceId, rows, page }: TableOf<'access'>, voice: Voice): List {
  const { say, f } = voice;
  const text = say.tables.access;
  return {
    summary: text.heading(resource),
    heading: text.heading(resource),
    kicker: text.count(page.total),
    sentences: [rows.length === 0 ? text.none : pageSentence(page, voice)],
    rows: rows.map(({ person, paths, isBlocked }) => ({
      title: person.name,
      badge: isBlocked ? text.blocked : text.has,
      badgeColour: isBlocked ? 'attention' : 'good',
      about: [person.about],
      detail: paths.map((path) => say.tables.path(path, f)).join(' | '),
      buttons: [button(say.buttons.details, 'explainAccess', { resourceId, personId: person.id })],
    })),
    buttons: [
      ...pageButtons(page, 'listAccess', { resourceId }, voice),
      button(text.export, 'exportTable', { resourceId, setting: 'access', value: 'csv' }),
    ],
    typed: [
      `export who has ${resource}`,
      `block … from ${resource}`,
      `why does … have ${resource}`,
      ...pageCommands(page, `who has ${resource}`),
    ],
  };
}

/** One person's ways to a resource, as a list. */
export function accessPathsTable(
  { resource, person, paths, block, openers }: TableOf<'accessPaths'>,
  { say, f }: Voice,
): List {
  const text = say.tables.paths;
  const has = paths.length > 0 && block === undefined;
  const heading = text.heading(resource, person?.name, has);
  const noWay = openers.length === 0 ? text.noOpeners : text.openers;
  return {
    summary: heading,
    heading,
    sentences: [
      block ? text.blocked(block.by) : undefined,
      block?.reason ? text.reason(block.reason) : undefined,
      paths.length === 0 ? noWay : undefined,
    ],
    rows:
      paths.length > 0
        ? paths.map((path) => ({
            title: path.group,
            about: [say.tables.path(path, f)],
            detail: path.reason ? text.reason(path.reason) : undefined,
            buttons: [button(say.buttons.details, 'showGroup', { groupId: path.groupId })],
          }))
        : openers.slice(0, 8).map(({ id, name }) => ({
            title: name,
            about: [],
            buttons: [button(say.buttons.details, 'showGroup', { groupId: id })],
          })),
    buttons: [],
    typed: [
      `I need access to ${resource}`,
      ...(paths[0] ? [`group ${paths[0].group}`] : openers[0] ? [`group ${openers[0].name}`] : ['groups']),
    ],
  };
}
