import { buttons } from './buttons.js';
import { channel } from './channel.js';
import { commands } from './commands.js';
import { delegations } from './delegations.js';
import { drift } from './drift.js';
import { leavers } from './leavers.js';
import { reading } from './reading.js';
import { directory } from './directory.js';
import { groupNews } from './groupNews.js';
import { groupRefusals } from './groupRefusals.js';
import { groups } from './groups.js';
import { history } from './history.js';
import { joining } from './joining.js';
import { members } from './members.js';
import { organisation } from './organisation.js';
import { requestRefusals } from './requestRefusals.js';
import { requests } from './requests.js';
import { resources } from './resources.js';
import { settings } from './settings.js';
import { shared } from './shared.js';
import { start } from './start.js';
import { upkeep } from './upkeep.js';

/**
 * Everything that people read, in British English: ICU messages (plural, select, number and date forms), data alone.
 * Each key begins with the name of its file. A moment is `{at, date, day}` or `{at, date, moment}`, the end of
 * something `{until, date, end}`; a length is `{days, number, days}`. Cards are read for days: nothing says "today", or how long ago something was.
 */
export const en = {
  ...buttons,
  ...channel,
  ...commands,
  ...delegations,
  ...directory,
  ...drift,
  ...groupNews,
  ...groupRefusals,
  ...groups,
  ...history,
  ...joining,
  ...leavers,
  ...members,
  ...organisation,
  ...reading,
  ...requestRefusals,
  ...requests,
  ...resources,
  ...settings,
  ...shared,
  ...start,
  ...upkeep,
} as const;
