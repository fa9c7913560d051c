import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { pageButtons, pageCommands, pageSentence, showList, pickRow } from '../parts/listCard.js';
import { button, primary } from '../parts/parts.js';
import { statusOf } from './requestParts.js';
import type { Shown } from '../parts/shown.js';

/** What somebody has asked for, and what became of it (F84). */
export function showMyRequests({ requests, page }: OutcomeOf<'myRequestsListed'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.requests.mine;
  return showList(
    {
      summary: text.heading,
      heading: text.heading,
      sentences: [page.total === 0 ? text.none : text.count(page.total), pageSentence(page, voice)],
      rows: requests.map((request) => ({
        title: request.group.name,
        badge: statusOf(request, voice).status,
        badgeColour: statusOf(request, voice).colour,
        about: [text.asked(request.createdAt, f), request.id],
        buttons: [button(say.buttons.details, 'showRequest', { requestId: request.id })],
      })),
      buttons:
        requests.length === 0
          ? [primary(say.buttons.browse, 'browseGroups', { page: 1 })]
          : pageButtons(page, 'listMyRequests', {}, voice),
      typed: requests[0]
        ? [`request ${requests[0].id}`, 'withdraw REQ-…', ...pageCommands(page, 'my requests')]
        : ['groups', 'join Marketing because …'],
    },
    voice,
  );
}

/** Which request was meant; a click carries the purpose out. */
export function showRequestPick({ purpose, requests }: OutcomeOf<'requestPickNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.requests.pick;
  return showList(
    {
      summary: text.heading,
      heading: text.heading,
      sentences: [requests.length === 0 ? text.none : text.intro[purpose]],
      rows: requests.map((request) => ({
        ...pickRow(request, purpose, voice),
        buttons: [button(text.button[purpose], purpose, { requestId: request.id })],
      })),
      buttons: [],
      typed: requests[0]
        ? [`${text.typed[purpose]} ${requests[0].id}${purpose === 'denyRequest' ? ' because …' : ''}`]
        : ['my requests'],
    },
    voice,
  );
}
