import type { Voice } from '../../messages/voice.js';
import { button, type ButtonData } from '../parts/parts.js';

/** The button that does what a suggestion says, where a click can do it without words of the person's own. */
export function understoodAs(text: string, { say: { buttons } }: Voice): ButtonData[] {
  const words = text.trim().toLowerCase();
  switch (words) {
    case 'help':
      return [button(buttons.help, 'showHelp')];
    case 'my groups':
      return [button(buttons.myGroups, 'listMyGroups', { page: 1 })];
    case 'my requests':
      return [button(buttons.myRequests, 'listMyRequests', { page: 1 })];
    case 'inbox':
      return [button(buttons.inbox, 'showInbox', { page: 1 })];
    case 'groups':
      return [button(buttons.browse, 'browseGroups', { page: 1 })];
    default:
      return words.startsWith('groups ')
        ? [button(text.trim(), 'browseGroups', { page: 1, words: text.trim().slice('groups '.length) })]
        : [];
  }
}
