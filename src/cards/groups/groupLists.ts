import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { clip } from '../../messages/escape.js';
import { pageButtons, pageCommands, pageSentence, showList, opens } from '../parts/listCard.js';
import { primary, button } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import type { GroupRow } from '../../domain/views.js';
import type { Row } from '../parts/listCard.js';
import { standingColours } from '../parts/standing.js';
import type { ButtonData } from '../parts/parts.js';

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
