import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { verbatim } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import { button, cancel, frame, paragraphs } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import { wayBack } from './membershipCards.js';
import type { ConfirmData } from '../parts/confirmData.js';
import { unexplainedOf } from '../parts/unexplained.js';

/** The question before somebody leaves a group, with what they would lose (F14). */
export function showLeaveConfirm(
  { group, losses, role, unexplained = [] }: OutcomeOf<'leaveConfirmNeeded'>,
  voice: Voice,
): Shown {
  const { say, command } = voice;
  const summary = say('members.leave.heading', { group: group.name });
  const act = button(
    say('buttons.leaveNow'),
    'leaveGroup',
    { groupId: group.id, confirmed: true },
    { style: 'destructive' },
  );
  const data: ConfirmData = {
    ...frame(
      {
        summary,
        heading: summary,
        kicker: say(`groups.type.${group.groupType}`),
        typed: [
          command('commands.yesLeave', { group: group.name }),
          command('commands.group', { group: group.name }),
          command('commands.cancel'),
        ],
      },
      voice,
    ),
    paragraphs: paragraphs(
      role === 'member' ? undefined : say(`members.leave.${role}`),
      losses.length === 0 ? say('shared.nothingDepends') : say('members.leave.losses'),
      unexplainedOf(unexplained, voice),
    ),
    items: losses.map(({ name }) => ({ text: verbatim(name) })),
    afterwards: paragraphs(say(`members.leave.next.${wayBack(group)}`)),
    buttons: [act, button(say('buttons.stay'), 'showGroup', { groupId: group.id }), cancel(voice)],
  };
  return { card: bind('confirm', data), summary, ...(unexplained.length === 0 ? { again: act } : {}) };
}
