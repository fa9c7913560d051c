import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { clip, verbatim, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import { shortName } from '../parts/lengths.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import {
  button,
  frame,
  paragraphs,
  primary,
  type ButtonData,
  type FrameData,
  type ParagraphData,
} from '../parts/parts.js';
import { durationOf, whoAndWhere } from './requestParts.js';
import type { Shown } from '../parts/shown.js';
import type { RequestView } from '../../domain/views.js';

/** The data of `cards/inbox.json`: the requests that wait for somebody's decision, each with its buttons. */
export interface InboxData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly rows: readonly InboxRowData[];
  readonly buttons: readonly ButtonData[];
}

interface InboxRowData {
  readonly title: RunText;
  readonly about: RunText | null;
  readonly reason: RunText;
  readonly detail: RunText;
  readonly buttons: readonly ButtonData[];
}

/** Longest reason in a row, in characters; the whole of it stands behind "Details". */
const reasonLength = 280;
const aboutLength = 120;

/** What waits for this owner's decision (F84); `wayOut`: how to take back what was asked with it. */
export function showInbox(
  { requests, page, decided }: Omit<OutcomeOf<'inboxListed'>, 'kind'>,
  voice: Voice,
  wayOut: readonly ButtonData[] = [],
): Shown {
  const { say, command } = voice;
  const heading = say('requests.inbox.heading');
  const first = requests[0];
  const typed = first
    ? [
        command('commands.approve', { id: first.id }),
        command('commands.deny', { id: first.id }),
        ...pageCommands(page, command('commands.inbox'), voice),
        ...(wayOut.length > 0 ? [command('commands.cancel')] : []),
      ]
    : [command('commands.myGroups')];
  const data: InboxData = {
    ...frame(
      {
        summary: heading,
        heading,
        ...(page.total > 0
          ? { status: say('requests.inbox.count', { count: page.total }), colour: 'accent' as const }
          : {}),
        typed,
      },
      voice,
    ),
    paragraphs: paragraphs(
      decided && say('requests.inbox.decided', whoAndWhere(decided)),
      requests.length === 0 ? say('requests.inbox.none') : undefined,
      pageSentence(page, voice),
    ),
    rows: requests.map((request) => toRow(request, page.page, voice)),
    buttons:
      requests.length === 0
        ? [button(say('buttons.myGroups'), 'listMyGroups', { page: 1 })]
        : [...pageButtons(page, 'showInbox', {}, voice), ...wayOut],
  };
  return { card: bind('inbox', data), summary: heading };
}

function toRow(request: RequestView, page: number, voice: Voice): InboxRowData {
  const { say } = voice;
  const { id, requester, group } = request;
  return {
    title: verbatim(say('requests.wants', { requester: shortName(requester.name), group: shortName(group.name) })),
    about: requester.about ? verbatim(clip(requester.about, aboutLength)) : null,
    reason: verbatim(clip(request.justification ?? say('shared.label.noReason'), reasonLength)),
    detail: verbatim(
      [durationOf(request, voice), say('requests.inbox.waitingFor', { since: request.createdAt }), id].join(' · '),
    ),
    buttons: [
      primary(say('buttons.approve'), 'approveRequest', { requestId: id, page }),
      button(say('buttons.deny'), 'denyRequest', { requestId: id }),
      button(say('buttons.details'), 'showRequest', { requestId: id }),
    ],
  };
}
