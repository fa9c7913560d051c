import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { shortName, shortWords } from '../parts/lengths.js';
import { pickIntro } from '../parts/choice.js';
import { pageButtons, pageCommands, pageSentence, showList, opens } from '../parts/listCard.js';
import { button, cancel, primary } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import type { GroupRow } from '../../domain/views.js';
import type { Row } from '../parts/listCard.js';
import { standingColours } from '../parts/standing.js';
import type { ButtonData } from '../parts/parts.js';

/** The groups there are, with how to get in (F1). */
export function showGroupList({ words, rows, page }: OutcomeOf<'groupsListed'>, voice: Voice): Shown {
  const { say, command } = voice;
  const shownWords = shortName(words);
  const heading = words ? say('groups.list.headingFor', { words: shownWords }) : say('groups.list.heading');
  const none = words ? say('groups.list.noneFor', { words: shownWords }) : say('groups.list.none');
  const first = rows[0]?.group.name;
  const joinable = rows.find(({ standing }) => standing.kind === 'canJoin' || standing.kind === 'canAsk')?.group.name;
  return showList(
    {
      summary: heading,
      heading,
      ...(page.total > 0 ? { kicker: say('groups.list.count', { count: page.total }) } : {}),
      sentences: [rows.length === 0 ? none : pageSentence(page, voice)],
      rows: rows.map((row) => groupRow(row, voice)),
      buttons:
        rows.length === 0 && words
          ? [primary(say('buttons.browse'), 'browseGroups', { page: 1 })]
          : pageButtons(page, 'browseGroups', words ? { words } : {}, voice),
      typed:
        first === undefined
          ? [command('commands.groups')]
          : [
              ...(joinable === undefined ? [] : [command('commands.join', { group: joinable })]),
              command('commands.group', { group: first }),
              command(words ? 'commands.groups' : 'commands.groupsDesign'),
              ...pageCommands(
                page,
                words ? command('commands.groupsFor', { words: shownWords }) : command('commands.groups'),
                voice,
              ),
            ],
    },
    voice,
  );
}

type Purpose = OutcomeOf<'groupPickNeeded'>['purpose'];

const commandFor: Readonly<Record<Purpose, (group: string, voice: Voice) => string>> = {
  leaveGroup: (group, { command }) => command('commands.leave', { group }),
  showGroup: (group, { command }) => command('commands.group', { group }),
  withdrawRequest: (group, { command }) => command('commands.withdraw', { id: group }),
};

/** Which group was meant, for anything but joining; a click carries the purpose out. */
export function showGroupPick({ purpose, typed, candidates }: OutcomeOf<'groupPickNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  const heading = say('shared.pick.heading.group');
  const [first] = candidates;
  return showList(
    {
      summary: heading,
      heading,
      sentences: [pickIntro(typed, voice)],
      rows: candidates.map((group) => ({
        title: shortName(group.name),
        about: [say(`groups.type.${group.groupType}`), opens(group, voice)],
        detail: shortWords(group.description, group.name, opens(group, voice)),
        // A request is looked for by words; the group's whole name finds it.
        buttons: [
          button(
            say(`groups.pick.${purpose}`),
            purpose,
            purpose === 'withdrawRequest' ? { words: group.name } : { groupId: group.id },
          ),
        ],
      })),
      buttons: [cancel(voice)],
      typed: [
        first ? commandFor[purpose](first.name, voice) : command('commands.myGroups'),
        command('commands.cancel'),
      ],
    },
    voice,
  );
}

function groupRow({ group, standing }: GroupRow, voice: Voice): Row {
  const { say } = voice;
  return {
    title: shortName(group.name),
    badge:
      standing.kind === 'cannotJoin' && standing.refusal.code === 'owners_only'
        ? say('groups.joinRule.ownersOnly')
        : say(`groups.badge.${standing.kind}`),
    badgeColour:
      standing.kind === 'canJoin' ? 'good' : standing.kind === 'canAsk' ? 'accent' : standingColours[standing.kind],
    about: [say('groups.owners', { count: group.ownerCount }), opens(group, voice)],
    detail: shortWords(group.description, group.name, opens(group, voice)),
    buttons: [rowButton({ group, standing }, voice)],
  };
}

function rowButton({ group, standing }: GroupRow, { say }: Voice): ButtonData {
  const target = { groupId: group.id };
  if (standing.kind === 'canJoin') return button(say('buttons.join'), 'joinGroup', target);
  if (standing.kind === 'canAsk') return button(say('buttons.ask'), 'joinGroup', target);
  if (standing.kind === 'waiting')
    return button(say('buttons.seeRequest'), 'showRequest', { requestId: standing.requestId });
  return button(say('buttons.details'), 'showGroup', target);
}
