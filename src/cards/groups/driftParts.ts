import type { Voice } from '../../messages/voice.js';
import { button, type ButtonData } from '../parts/parts.js';

/** What can be done about changes by other hands: taken over, undone, or left as they are (F73). */
export function driftButtons(groupId: string, { say }: Voice): ButtonData[] {
  return [
    button(say('drift.button.takeOver'), 'settleDrift', { groupId, value: 'takeOver' }),
    button(say('drift.button.undo'), 'settleDrift', { groupId, value: 'undo' }),
    button(say('drift.button.leave'), 'settleDrift', { groupId, value: 'leave' }),
  ];
}

/** The same, to be typed. */
export function driftTyped(group: string, { command }: Voice): string[] {
  return [
    command('commands.driftTakeOver', { group }),
    command('commands.driftUndo', { group }),
    command('commands.driftLeave', { group }),
  ];
}
