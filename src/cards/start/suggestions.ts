import type { Suggestion } from '../../domain/start/suggestions.js';
import type { Voice } from '../../messages/voice.js';
import type { ButtonData } from '../parts/parts.js';
import { toGroups, toHelp, toInbox, toMyGroups, toMyRequests } from '../parts/ways.js';

/** The button that does what a suggestion says, where a click can do it without words of the person's own. */
export function understoodAs({ command }: Suggestion, voice: Voice): ButtonData[] {
  switch (command) {
    case 'help':
      return [toHelp(voice).button];
    case 'myGroups':
      return [toMyGroups(voice).button];
    case 'myRequests':
      return [toMyRequests(voice).button];
    case 'inbox':
      return [toInbox(voice).button];
    case 'groups':
      return [toGroups(voice).button];
    default:
      return [];
  }
}
