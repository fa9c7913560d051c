import type { GroupRow, GroupView, MyGroupRow, OutcomeOf, RequestView } from '../domain/outcome.js';
import type { Voice } from '../messages/voice.js';
import { clip } from '../messages/escape.js';
import { pageButtons, pageCommands, pageSentence, showList, type Row } from './parts/listCard.js';
import { button, primary, type ButtonData } from './parts/parts.js';
import { statusOf } from './requests/requestParts.js';
import type { Shown } from './parts/shown.js';
import { standingColours } from './parts/standing.js';

function opens({ unlocks }: GroupView, { say, f }: Voice): string | undefined {
  return unlocks.length === 0 ? undefined : say.unlocks(unlocks.map(say.unlockName), f);
}

/** The groups there are, with how to get in (F1). */
export function showGroupList({ words, rows, page }: OutcomeOf<'groupsListed'>, voice: Voice): Shown {
  const { say } = voice;
  const shownWords = clip(words, 60);
  const heading = say.groupList.heading(shownWords);
  const first = rows[0]?.group.name;
  const joinable = rows.find(({ standing }) => standing.kind === 'canJoin' || standing.kind === 'canAsk')?.group.name;
  return showList(
    {
      summary: heading,
      heading,
      ...(page.total > 0 ? { kicker: say.groupList.count(page.total) } : {}),
      sentences: [rows.length === 0 ? say.groupList.none(shownWords) : pageSentence(page, voice)],
      rows: rows.map((row) => groupRow(row, voice)),
      buttons:
        rows.length === 0 && words
          ? [primary(say.buttons.browse, 'browseGroups', { page: 1 })]
          : pageButtons(page, 'browseGroups', words ? { words } : {}, voice),
      typed:
        first === undefined
          ? ['groups']
          : [
              ...(joinable === undefined ? [] : [`join ${joinable}`]),
              `group ${first}`,
              ...(words ? ['groups'] : ['groups design']),
              ...pageCommands(page, words ? `groups ${clip(words, 60)}` : 'groups'),
            ],
    },
    voice,
  );
}

function groupRow({ group, standing }: GroupRow, voice: Voice): Row {
  const { say } = voice;
  return {
    title: group.name,
    badge:
      standing.kind === 'cannotJoin' && standing.refusal.code === 'owners_only'
        ? say.joinRules.ownersOnly
        : say.badges[standing.kind],
    badgeColour:
      standing.kind === 'canJoin' ? 'good' : standing.kind === 'canAsk' ? 'accent' : standingColours[standing.kind],
    about: [say.owners(group.ownerCount), opens(group, voice)],
    detail: group.description,
    buttons: [rowButton({ group, standing }, voice)],
  };
}

function rowButton({ group, standing }: GroupRow, { say: { buttons } }: Voice): ButtonData {
  const target = { groupId: group.id };
  if (standing.kind === 'canJoin') return button(buttons.join, 'joinGroup', target);
  if (standing.kind === 'canAsk') return button(buttons.ask, 'joinGroup', target);
  if (standing.kind === 'waiting') return button(buttons.seeRequest, 'showRequest', { requestId: standing.requestId });
  return button(buttons.details, 'showGroup', target);
}

/** The groups that somebody is in or owns. */
export function showMyGroups({ rows, page }: OutcomeOf<'myGroupsListed'>, voice: Voice): Shown {
  const { say } = voice;
  const waits = rows.some(({ waiting }) => (waiting ?? 0) > 0);
  const browse =
    rows.length === 0
      ? primary(say.buttons.browse, 'browseGroups', { page: 1 })
      : button(say.buttons.browse, 'browseGroups', { page: 1 });
  return showList(
    {
      summary: say.myGroups.heading,
      heading: say.myGroups.heading,
      sentences: [page.total === 0 ? say.myGroups.none : say.myGroups.count(page.total), pageSentence(page, voice)],
      rows: rows.map((row) => myGroupRow(row, voice)),
      buttons: [
        ...(waits ? [primary(say.buttons.inbox, 'showInbox', { page: 1 })] : []),
        ...pageButtons(page, 'listMyGroups', {}, voice),
        browse,
      ],
      typed: [
        ...(waits ? ['inbox'] : []),
        ...(rows[0] ? [`group ${rows[0].group.name}`, `leave ${rows[0].group.name}`] : []),
        'groups',
        ...pageCommands(page, 'my groups'),
      ],
    },
    voice,
  );
}

function myGroupRow({ group, role, until, waiting = 0 }: MyGroupRow, voice: Voice): Row {
  const { say, f } = voice;
  return {
    title: group.name,
    badge: say.myGroups[role],
    badgeColour: role === 'owner' ? 'accent' : 'good',
    about: [until === undefined ? undefined : say.until(until, f), opens(group, voice)],
    detail: waiting > 0 ? say.myGroups.waiting(waiting) : undefined,
    buttons: [button(say.buttons.details, 'showGroup', { groupId: group.id })],
  };
}

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

/** Which group was meant, for anything but joining; a click carries the purpose out. */
export function showGroupPick({ purpose, typed, candidates }: OutcomeOf<'groupPickNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.groupPick;
  return showList(
    {
      summary: text.heading,
      heading: text.heading,
      sentences: [text.intro(clip(typed, 60))],
      rows: candidates.map((group) => ({
        title: group.name,
        about: [say.groupTypes[group.groupType], opens(group, voice)],
        detail: group.description,
        // A request is looked for by words; the group's whole name finds it.
        buttons: [
          button(
            text.button[purpose],
            purpose,
            purpose === 'withdrawRequest' ? { words: group.name } : { groupId: group.id },
          ),
        ],
      })),
      buttons: [],
      typed: candidates[0] ? [`${text.typed[purpose]} ${candidates[0].name}`] : ['my groups'],
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

function pickRow(
  request: RequestView,
  purpose: OutcomeOf<'requestPickNeeded'>['purpose'],
  voice: Voice,
): Omit<Row, 'buttons'> {
  const { say, f } = voice;
  const own = purpose === 'withdrawRequest';
  const { status, colour } = statusOf(request, voice);
  return {
    title: own ? request.group.name : say.requests.wants(request.requester, request.group.name),
    badge: status,
    badgeColour: colour,
    about: [say.requests.mine.asked(request.createdAt, f), request.id],
    detail: request.justification,
  };
}
