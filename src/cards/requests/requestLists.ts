import type { OutcomeOf } from '../../domain/outcome.js';
import type { RequestView } from '../../domain/views.js';
import type { Voice } from '../../messages/voice.js';
import { pageButtons, pageCommands, pageSentence, showList, type Row } from '../parts/listCard.js';
import { button, cancel, primary } from '../parts/parts.js';
import { shortName, shortWords } from '../parts/lengths.js';
import { isRemindable, remindButton, statusOf } from './requestParts.js';
import type { Shown } from '../parts/shown.js';

/** What somebody has asked for, and what became of it (F84). */
export function showMyRequests({ requests, page }: OutcomeOf<'myRequestsListed'>, voice: Voice): Shown {
  const { say, command } = voice;
  const heading = say('requests.mine.heading');
  const [first] = requests;
  const remindable = requests.find((request) => isRemindable(request, voice));
  return showList(
    {
      summary: heading,
      heading,
      sentences: [
        page.total === 0 ? say('requests.mine.none') : say('requests.mine.count', { count: page.total }),
        pageSentence(page, voice),
      ],
      rows: requests.map((request) => ({
        title: shortName(request.group.name),
        badge: statusOf(request, voice).status,
        badgeColour: statusOf(request, voice).colour,
        about: [say('requests.mine.asked', { since: request.createdAt }), request.id],
        buttons: [
          button(say('buttons.details'), 'showRequest', { requestId: request.id }),
          ...remindButton(request, voice),
        ],
      })),
      buttons: first
        ? pageButtons(page, 'listMyRequests', {}, voice)
        : [primary(say('buttons.browse'), 'browseGroups', { page: 1 })],
      typed: first
        ? [
            command('commands.request', { id: first.id }),
            command('commands.withdrawAny'),
            ...(remindable ? [command('commands.remind', { id: remindable.id })] : []),
            ...pageCommands(page, command('commands.myRequests'), voice),
          ]
        : [command('commands.groups'), command('commands.joinExample')],
    },
    voice,
  );
}

type Purpose = OutcomeOf<'requestPickNeeded'>['purpose'];

const commandFor = {
  withdrawRequest: 'commands.withdraw',
  remindApprovers: 'commands.remind',
  approveRequest: 'commands.approve',
  denyRequest: 'commands.deny',
  showRequest: 'commands.request',
} as const satisfies Readonly<Record<Purpose, string>>;

/** Which request was meant; a click carries the purpose out. */
export function showRequestPick({ purpose, requests }: OutcomeOf<'requestPickNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  const heading = say('requests.pick.heading');
  const [first] = requests;
  return showList(
    {
      summary: heading,
      heading,
      sentences: [first ? say(`requests.pick.intro.${purpose}`) : say('requests.pick.none')],
      rows: requests.map((request) => ({
        ...pickRow(request, purpose, voice),
        buttons: [button(say(`requests.pick.button.${purpose}`), purpose, { requestId: request.id })],
      })),
      buttons: [cancel(voice)],
      typed: [
        first ? command(commandFor[purpose], { id: first.id }) : command('commands.myRequests'),
        command('commands.cancel'),
      ],
    },
    voice,
  );
}

function pickRow(request: RequestView, purpose: Purpose, voice: Voice): Omit<Row, 'buttons'> {
  const { say } = voice;
  const { status, colour } = statusOf(request, voice);
  const group = shortName(request.group.name);
  return {
    title:
      purpose === 'withdrawRequest' || purpose === 'remindApprovers'
        ? group
        : say('requests.wants', { requester: shortName(request.requester.name), group }),
    badge: status,
    badgeColour: colour,
    about: [say('requests.mine.asked', { since: request.createdAt }), request.id],
    detail: shortWords(request.justification),
  };
}
