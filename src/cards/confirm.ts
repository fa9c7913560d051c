import type { OutcomeOf } from '../domain/outcome.js';
import type { Voice } from '../messages/voice.js';
import { verbatim, type RunText } from '../messages/escape.js';
import { bind } from './parts/bind.js';
import { button, frame, paragraphs, type ButtonData, type FrameData, type ParagraphData } from './parts/parts.js';
import { reachedOf } from './requests/requestParts.js';
import type { Shown } from './parts/shown.js';

/** The data of `cards/confirm.json`: what is about to happen, and the two ways on. */
export interface ConfirmData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  /** What would be lost. */
  readonly items: readonly { readonly text: RunText }[];
  readonly afterwards: readonly ParagraphData[];
  readonly buttons: readonly ButtonData[];
}

/** The question before somebody leaves a group, with what they would lose (F14). */
export function showLeaveConfirm({ group, losses, role }: OutcomeOf<'leaveConfirmNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.leaveConfirm;
  const summary = text.heading(group.name);
  const data: ConfirmData = {
    ...frame(
      {
        summary,
        heading: summary,
        kicker: say.groupTypes[group.groupType],
        typed: [say.leaveConfirm.typed(group.name), `group ${group.name}`],
      },
      voice,
    ),
    paragraphs: paragraphs(text.roles[role], losses.length === 0 ? text.noLosses : text.losses),
    items: losses.map(({ name }) => ({ text: verbatim(name) })),
    afterwards: paragraphs(text.next[group.joinRule]),
    buttons: [
      button(say.buttons.leaveNow, 'leaveGroup', { groupId: group.id, confirmed: true }, { style: 'destructive' }),
      button(say.buttons.stay, 'showGroup', { groupId: group.id }),
    ],
  };
  return { card: bind('confirm', data), summary };
}

/** The question before a request is taken back, where that was wished rather than said. */
export function showWithdrawConfirm({ request }: OutcomeOf<'withdrawConfirmNeeded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const summary = say.requests.withdrawConfirm.heading(request.group.name);
  const data: ConfirmData = {
    ...frame(
      {
        summary,
        heading: summary,
        kicker: say.requests.kicker(request.id),
        typed: [`withdraw ${request.id}`, `request ${request.id}`],
      },
      voice,
    ),
    paragraphs: paragraphs(say.requests.withdrawConfirm.text(reachedOf(request), f)),
    items: [],
    afterwards: [],
    buttons: [
      button(say.buttons.withdraw, 'withdrawRequest', { requestId: request.id }, { style: 'destructive' }),
      button(say.buttons.keepRequest, 'showRequest', { requestId: request.id }),
    ],
  };
  return { card: bind('confirm', data), summary };
}
