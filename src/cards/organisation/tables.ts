import type { OrganisationTable } from '../../domain/organisation/answers.js';
import type { SettingRow } from '../../domain/views.js';
import type { Voice } from '../../messages/voice.js';
import type { TableBuilders } from '../parts/builders.js';
import type { Row } from '../parts/listCard.js';
import { shortName, shortWords, someNames } from '../parts/lengths.js';
import { button } from '../parts/parts.js';
import { namesOf } from '../parts/people.js';
import { onward, toAdmins, toBotStatus, toDirectory, toSettings } from '../parts/ways.js';
import { botStatusList } from './botStatus.js';
import { settingPhrase, settingValue } from './settingTexts.js';

/** So many administrators are shown; a card has to stay small. */
const adminsShown = 12;

/** The lists of the organisation. */
export const organisationTables: TableBuilders<OrganisationTable> = {
  settings: ({ rows, page: { page } }, voice) => {
    const { say, command } = voice;
    const isFirst = page === 1;
    const heading = say('organisation.settings.heading');
    const rules = say('organisation.settings.rules');
    return {
      summary: heading,
      heading: isFirst ? heading : rules,
      sentences: [say('organisation.settings.intro')],
      rows: rows.map((row) => settingRow(row, voice)),
      buttons: [
        isFirst
          ? button(rules, 'showSettings', { page: 2 })
          : button(say('buttons.settings'), 'showSettings', { page: 1 }),
        toAdmins(voice).button,
      ],
      typed: isFirst
        ? [
            command('commands.setRequests'),
            command('commands.setLicence'),
            command('commands.settingsPageTwo'),
            command('commands.admins'),
          ]
        : [
            command('commands.setLongest'),
            command('commands.setPrefix'),
            command('commands.settings'),
            command('commands.admins'),
          ],
    };
  },
  admins: ({ people, unconfirmed, absentIds }, voice) => {
    const { say, command } = voice;
    const heading = say('organisation.admins.heading');
    return {
      summary: heading,
      heading,
      sentences: [say('organisation.admins.text')],
      rows: people.slice(0, adminsShown).map(({ id, name, about }) => {
        const made = unconfirmed.find((one) => one.id === id);
        return {
          title: shortName(name),
          badge: say('organisation.admins.role'),
          about: [
            shortWords(about),
            made ? say('organisation.admins.unconfirmed', { by: shortName(made.by) }) : undefined,
            absentIds.includes(id) ? say('organisation.admins.absent') : undefined,
          ],
          buttons: made
            ? [button(say('organisation.news.adminMade.button'), 'changeAdmin', { personId: id, value: 'yes' })]
            : [],
        };
      }),
      buttons: [toSettings(voice).button, toDirectory(voice).button],
      typed: [
        command('commands.adminsAdd'),
        command('commands.adminsRemove'),
        ...(unconfirmed.length > 0 ? [command('commands.adminsConfirmAny')] : []),
        command('commands.settings'),
        command('commands.directory'),
      ],
    };
  },
  botStatus: botStatusList,
  directory: (table, voice) => {
    const heading = voice.say('directory.heading');
    const { buttons, typed } = onward(toSettings(voice), toBotStatus(voice));
    const known = table.entra?.known;
    const enrol =
      known && known.m365 > 0 ? [button(voice.say('reading.first.button'), 'enrolAll', { value: 'm365' })] : [];
    const release = table.entra?.brake ? [button(voice.say('drift.brake.button'), 'releaseBrake')] : [];
    return {
      summary: heading,
      heading,
      sentences: directorySentences(table, voice),
      rows: table.permissions.map(({ capability, permission, isGranted }) => ({
        title: permission,
        badge: voice.say(isGranted ? 'directory.permission.granted' : 'directory.permission.missing'),
        badgeColour: isGranted ? 'good' : 'warning',
        about: [],
        detail: voice.say(`directory.purpose.${capability}`),
        buttons: [],
      })),
      buttons: [...enrol, ...release, ...buttons],
      typed: [
        ...(enrol.length > 0 ? [voice.command('commands.enrolAllM365')] : []),
        ...(release.length > 0 ? [voice.command('commands.releaseBrake')] : []),
        ...typed,
      ],
    };
  },
};

function directorySentences(
  { entra, permissions }: Extract<OrganisationTable, { code: 'directory' }>,
  { say }: Voice,
): (string | undefined)[] {
  if (!entra) return [say('directory.ledger')];
  const isComplete = permissions.every(({ isGranted }) => isGranted);
  return [
    say('directory.entra'),
    entra.isDown ? say('directory.isDown') : undefined,
    entra.writes ? undefined : say('directory.writesOff'),
    ...entra.readings.map(({ of, phase, read, doneAt, trouble }) =>
      trouble
        ? say(`reading.trouble.${trouble}`, { of })
        : phase === 'following'
          ? say('reading.following', { of, at: doneAt ?? 0 })
          : say('reading.underWay', { of, count: read, isAgain: phase === 'again' ? 'yes' : 'no' }),
    ),
    entra.known.m365 + entra.known.security + entra.known.unsupported > 0
      ? say('reading.known', entra.known)
      : undefined,
    entra.brake ? say('drift.peopleBrake.heading', entra.brake) : undefined,
    say(isComplete ? 'directory.complete' : 'directory.missing'),
  ];
}

function settingRow({ name, value, people, changed, there }: SettingRow, voice: Voice): Row {
  const { say, f } = voice;
  const flip = value === 'yes' ? 'no' : value === 'no' ? 'yes' : undefined;
  return {
    title: say(`settings.${name}.label`),
    badge: people.length > 0 ? f.and(someNames(namesOf(people), voice)) : settingValue(name, value, voice),
    badgeColour: 'accent',
    about: [
      changed
        ? say('organisation.settings.changed', { by: shortName(changed.by.name), at: changed.at })
        : say(there === undefined ? 'organisation.settings.byDefault' : 'organisation.settings.fromEntra'),
      changed && there !== undefined
        ? say('organisation.settings.entraHas', { value: settingPhrase(name, there, voice) })
        : undefined,
    ],
    detail: say(`settings.${name}.what`),
    buttons:
      flip === undefined
        ? [button(say('organisation.settings.change'), 'changeSetting', { setting: name })]
        : [
            button(say(`organisation.settings.${flip === 'yes' ? 'setYes' : 'setNo'}`), 'changeSetting', {
              setting: name,
              value: flip,
            }),
          ],
  };
}
