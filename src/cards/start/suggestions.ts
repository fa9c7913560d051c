import type { Voice } from '../../messages/voice.js';
import { button, type ButtonData } from '../parts/parts.js';
import { toGroups, toHelp, toInbox, toMyGroups, toMyRequests } from '../parts/ways.js';

/** The button that does what a suggestion says, where a click can do it without words of the person's own. */
export function understoodAs(text: string, voice: Voice): ButtonData[] {
  const words = text.trim().toLowerCase();
  switch (words) {
    case 'help':
      return [toHelp(voice).button];
    case 'my groups':
      return [toMyGroups(voice).button];
    case 'my requests':
      return [toMyRequests(voice).button];
    case 'inbox':
      return [toInbox(voice).button];
    case 'groups':
      return [toGroups(voice).button];
    default:
      return words.startsWith('groups ')
        ? [button(text.trim(), 'browseGroups', { page: 1, words: text.trim().slice('groups '.length) })]
        : [];
  }
}
