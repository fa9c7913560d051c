import type { Voice } from '../../messages/voice.js';
import { button, type ButtonData } from './parts.js';

/** A way on: a button, and the command that does the same. */
export interface Way {
  readonly button: ButtonData;
  readonly typed: string;
}

/** Several ways on, as cards take them. */
export function onward(...ways: readonly Way[]): {
  readonly buttons: readonly ButtonData[];
  readonly typed: readonly string[];
} {
  return { buttons: ways.map(({ button: each }) => each), typed: ways.map(({ typed }) => typed) };
}

/** All groups. */
export function toGroups({ say, command }: Voice): Way {
  return { button: button(say('buttons.browse'), 'browseGroups', { page: 1 }), typed: command('commands.groups') };
}

/** Help. */
export function toHelp({ say, command }: Voice): Way {
  return { button: button(say('buttons.help'), 'showHelp'), typed: command('commands.help') };
}

/** One's own groups. */
export function toMyGroups({ say, command }: Voice): Way {
  return { button: button(say('buttons.myGroups'), 'listMyGroups', { page: 1 }), typed: command('commands.myGroups') };
}

/** One's own requests. */
export function toMyRequests({ say, command }: Voice): Way {
  return {
    button: button(say('buttons.myRequests'), 'listMyRequests', { page: 1 }),
    typed: command('commands.myRequests'),
  };
}

/** What waits for a decision. */
export function toInbox({ say, command }: Voice): Way {
  return { button: button(say('buttons.inbox'), 'showInbox', { page: 1 }), typed: command('commands.inbox') };
}

/** A group by its name, where its id is not known. */
export function toGroupNamed(group: string, { say, command }: Voice): Way {
  return {
    button: button(say('buttons.seeGroup'), 'browseGroups', { page: 1, words: group }),
    typed: command('commands.group', { group }),
  };
}

/** A group. */
export function toGroup({ group, groupId }: { readonly group: string; readonly groupId: string }, voice: Voice): Way {
  const { say, command } = voice;
  return {
    button: button(say('buttons.seeGroup'), 'showGroup', { groupId }),
    typed: command('commands.group', { group }),
  };
}

/** The members of a group. */
export function toMembers({ group, groupId }: { readonly group: string; readonly groupId: string }, voice: Voice): Way {
  const { say, command } = voice;
  return {
    button: button(say('buttons.members'), 'listMembers', { groupId, page: 1 }),
    typed: command('commands.members', { group }),
  };
}

/** A request. */
export function toRequest(requestId: string, { say, command }: Voice): Way {
  return {
    button: button(say('buttons.seeRequest'), 'showRequest', { requestId }),
    typed: command('commands.request', { id: requestId }),
  };
}

/** The settings. */
export function toSettings({ say, command }: Voice): Way {
  return { button: button(say('buttons.settings'), 'showSettings'), typed: command('commands.settings') };
}

/** The administrators. */
export function toAdmins({ say, command }: Voice): Way {
  return { button: button(say('buttons.admins'), 'listAdmins'), typed: command('commands.admins') };
}

/** What groups open. */
export function toResources({ say, command }: Voice): Way {
  return {
    button: button(say('buttons.resources'), 'listResources', { page: 1 }),
    typed: command('commands.resources'),
  };
}

/** How the bot is. */
export function toBotStatus({ say, command }: Voice): Way {
  return { button: button(say('buttons.botStatus'), 'showBotStatus'), typed: command('commands.botStatus') };
}

/** Where memberships take effect. */
export function toDirectory({ say, command }: Voice): Way {
  return { button: button(say('buttons.directory'), 'showDirectory'), typed: command('commands.directory') };
}
