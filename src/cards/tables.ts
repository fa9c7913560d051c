import type { OutcomeOf } from '../domain/outcome.js';
import type { RuleVerdict } from '../domain/question.js';
import type { Table, TableOf } from '../domain/table.js';
import type { Voice } from '../messages/voice.js';
import { settingTexts, settingValue } from '../messages/en/settings.js';
import { pageButtons, pageCommands, pageSentence, showList, type List, type Row } from './parts/listCard.js';
import { button, type ButtonData } from './parts/parts.js';
import { refusalText } from './parts/standing.js';
import type { Shown } from './parts/shown.js';

type Builders = { readonly [C in Table['code']]: (table: TableOf<C>, voice: Voice) => List };

/** One builder for each table; a table without one does not compile. */
const builders: Builders = {
  settings,
  admins,
  members,
  ownerless,
  resources,
  access,
  accessPaths,
  history,
  explained,
  delegations,
};

/** Something that is shown as a list. */
export function showTable({ table }: OutcomeOf<'tableShown'>, voice: Voice): Shown {
  const build = builders[table.code] as (table: Table, voice: Voice) => List;
  return showList(build(table, voice), voice);
}

function settings({ rows, page: { page } }: TableOf<'settings'>, { say, f }: Voice): List {
  const text = say.settings;
  const isFirst = page === 1;
  return {
    summary: text.heading,
    heading: isFirst ? text.heading : text.rules,
    sentences: [text.intro],
    rows: rows.map(({ name, value, people, changed }): Row => {
      const flip = value === 'yes' ? 'no' : value === 'no' ? 'yes' : undefined;
      return {
        title: settingTexts[name].label,
        badge: people.length > 0 ? f.and(people.map((person) => person.name)) : settingValue(name, value, f),
        badgeColour: 'accent',
        about: [changed ? text.changed(changed.by.name, changed.at, f) : text.byDefault],
        detail: settingTexts[name].what,
        buttons:
          flip === undefined
            ? [button(text.change.other, 'changeSetting', { setting: name })]
            : [button(text.change[flip], 'changeSetting', { setting: name, value: flip })],
      };
    }),
    buttons: [
      isFirst
        ? button(text.rules, 'showSettings', { page: 2 })
        : button(say.buttons.settings, 'showSettings', { page: 1 }),
      button(say.buttons.admins, 'listAdmins'),
    ],
    typed: isFirst
      ? ['set owners manage requests yes', 'set licence P1', 'settings page 2', 'admins']
      : ['set longest membership 180', 'set name prefix GRP-', 'settings', 'admins'],
  };
}

function admins({ people }: TableOf<'admins'>, { say }: Voice): List {
  const text = say.settings.admins;
  return {
    summary: text.heading,
    heading: text.heading,
    sentences: [text.text],
    rows: people
      .slice(0, 12)
      .map(({ name, about }) => ({ title: name, badge: text.role, about: [about], buttons: [] })),
    buttons: [button(say.buttons.settings, 'showSettings')],
    typed: ['admins add …', 'admins remove …', 'settings'],
  };
}

function members({ group, groupId, rows, page }: TableOf<'members'>, voice: Voice): List {
  const { say, f } = voice;
  const text = say.tables.members;
  return {
    summary: text.heading(group),
    heading: text.heading(group),
    kicker: text.count(page.total),
    sentences: [rows.length === 0 ? text.none : pageSentence(page, voice)],
    rows: rows.map(({ person, role, since, until, how, blocked }) => ({
      title: person.name,
      badge: blocked.length > 0 ? text.blocked(blocked, f) : text.role(role),
      badgeColour: blocked.length > 0 ? 'attention' : role === 'member' ? 'default' : 'accent',
      about: [
        person.about,
        since === undefined ? undefined : text.since(since, f),
        until === undefined ? undefined : text.until(until, f),
        how ? text.how[how] : undefined,
      ],
      buttons: role === 'owner' ? [] : [button(text.remove, 'removeMember', { groupId, personId: person.id })],
    })),
    buttons: pageButtons(page, 'listMembers', { groupId }, voice),
    typed: [
      `add … to ${group}`,
      `remove … from ${group}`,
      `make … owner of ${group}`,
      ...pageCommands(page, `members ${group}`),
    ],
  };
}

function ownerless({ rows }: TableOf<'ownerless'>, { say }: Voice): List {
  const text = say.tables.ownerless;
  return {
    summary: text.heading,
    heading: text.heading,
    sentences: [rows.length === 0 ? text.none : text.text],
    rows: rows.slice(0, 8).map(({ id, name, waiting }) => ({
      title: name,
      about: [text.waiting(waiting)],
      buttons: [button(text.see, 'listMembers', { groupId: id, page: 1 })],
    })),
    buttons: [],
    typed: rows[0] ? [`make … owner of ${rows[0].name}`] : ['settings'],
  };
}

function resources({ rows, page }: TableOf<'resources'>, voice: Voice): List {
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

function access({ resource, resourceId, rows, page }: TableOf<'access'>, voice: Voice): List {
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

function accessPaths({ resource, person, paths, block, openers }: TableOf<'accessPaths'>, { say, f }: Voice): List {
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

function history({ title, groupId, requestId, rows, page }: TableOf<'history'>, voice: Voice): List {
  const { say, f } = voice;
  const text = say.tables.history;
  return {
    summary: text.heading(title),
    heading: text.heading(title),
    sentences: [rows.length === 0 ? text.none : pageSentence(page, voice)],
    rows: rows.map((row) => ({
      title: text.line(row, f),
      about: [f.moment(row.event.at), row.event.requestId === title ? undefined : row.event.requestId],
      detail: row.event.reason ? text.reason(row.event.reason) : undefined,
      buttons: [],
    })),
    buttons: pageButtons(
      page,
      'showHistory',
      { ...(groupId ? { groupId } : {}), ...(requestId ? { requestId } : {}) },
      voice,
    ),
    typed: [
      ...(groupId ? [`group ${title}`] : requestId ? [`request ${requestId}`] : []),
      ...pageCommands(page, `history ${title}`),
    ],
  };
}

function explained({ group, groupId, person, rules, refusal, route }: TableOf<'explained'>, voice: Voice): List {
  const { say } = voice;
  const text = say.tables.explained;
  const colours: { readonly [V in RuleVerdict['verdict']]: 'good' | 'attention' | 'default' } = {
    yes: 'good',
    no: 'attention',
    notAsked: 'default',
  };
  const answer = refusal ? refusalText(refusal, voice).why : route === 'atOnce' ? text.atOnce : text.askOwners;
  return {
    summary: text.heading(group, person?.name),
    heading: text.heading(group, person?.name),
    sentences: [answer, text.dryRun],
    rows: rules.map(({ rule, verdict }) => ({
      title: text.rules[rule].label,
      badge: text.verdicts[verdict],
      badgeColour: colours[verdict],
      about: [verdict === 'notAsked' ? undefined : text.rules[rule][verdict]],
      buttons: [],
    })),
    buttons: [button(say.buttons.seeGroup, 'showGroup', { groupId })],
    typed: [`group ${group}`, `join ${group}`],
  };
}

function delegations({ given, received }: TableOf<'delegations'>, { say, f }: Voice): List {
  const text = say.tables.delegations;
  const row =
    (badge: string) =>
    ({ person, until, group }: (typeof given)[number]): Row => ({
      title: person.name,
      badge,
      about: [text.scope(group), text.until(until, f)],
      buttons: [],
    });
  const stop: ButtonData[] = given.length > 0 ? [button(text.stop, 'endDelegations')] : [];
  return {
    summary: text.heading,
    heading: text.heading,
    sentences: [given.length + received.length === 0 ? text.none : undefined],
    rows: [...given.map(row(text.given)), ...received.map(row(text.received))].slice(0, 15),
    buttons: stop,
    typed: [...(given.length > 0 ? ['stop delegating'] : []), 'delegate to … until Friday'],
  };
}
