import type { BotStatus } from '../../domain/organisation/answers.js';
import type { Voice } from '../../messages/voice.js';
import type { List, Row } from '../parts/listCard.js';
import { onward, toDirectory, toMyRequests, toSettings } from '../parts/ways.js';

/** What has been due for longer than this is late, in milliseconds. */
const lateMs = 60_000;

/** A backup that is older is one to ask about, in milliseconds: two days. */
const oldBackupMs = 2 * 86_400_000;

/** How the bot is, fact by fact. */
export function botStatusList(status: BotStatus, voice: Voice): List {
  const heading = voice.say('upkeep.status.heading');
  return {
    summary: heading,
    heading,
    sentences: [voice.say('upkeep.status.text')],
    rows: [versionRow(status, voice), placeRow(status, voice), workRow(status, voice), backupRow(status, voice)],
    ...onward(toDirectory(voice), toSettings(voice), toMyRequests(voice)),
  };
}

function versionRow({ version, startedAt }: BotStatus, { say }: Voice): Row {
  return {
    title: say('upkeep.status.version'),
    badge: version,
    badgeColour: 'accent',
    about: [say('upkeep.status.startedAt', { at: startedAt })],
    buttons: [],
  };
}

function placeRow({ store, directory }: BotStatus, { say }: Voice): Row {
  return {
    title: say('upkeep.status.store'),
    badge: say(`upkeep.status.store.${store}`),
    badgeColour: 'accent',
    about: [say(`upkeep.status.directory.${directory}`)],
    buttons: [],
  };
}

function workRow({ overdueMs, givenUp }: BotStatus, { say, f }: Voice): Row {
  const isLate = (overdueMs ?? 0) > lateMs;
  return {
    title: say('upkeep.status.work'),
    badge: isLate
      ? say('upkeep.status.work.late', { span: f.span(f.now - (overdueMs ?? 0)) })
      : say('upkeep.status.work.fine'),
    badgeColour: isLate ? 'attention' : 'good',
    about: [say('upkeep.status.givenUp', { count: givenUp })],
    detail: givenUp > 0 ? say('upkeep.status.givenUp.next') : undefined,
    buttons: [],
  };
}

function backupRow({ lastBackupAt }: BotStatus, { say, f }: Voice): Row {
  if (lastBackupAt === undefined)
    return {
      title: say('upkeep.status.backup'),
      badge: say('upkeep.status.backup.unknown'),
      badgeColour: 'warning',
      about: [],
      detail: say('upkeep.status.backup.unknownText'),
      buttons: [],
    };
  return {
    title: say('upkeep.status.backup'),
    badge: f.moment(lastBackupAt),
    badgeColour: f.now - lastBackupAt > oldBackupMs ? 'warning' : 'good',
    about: [],
    buttons: [],
  };
}
