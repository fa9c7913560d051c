import { given } from '../../domain/given.js';
import type { HistoryTable } from '../../domain/history/answers.js';
import type { RuleVerdict } from '../../domain/views.js';
import type { TableBuilders } from '../parts/builders.js';
import { pageButtons, pageCommands, pageSentence } from '../parts/listCard.js';
import { shortWords } from '../parts/lengths.js';
import { button, type Colour } from '../parts/parts.js';
import { refusalText } from '../refused.js';
import { eventText } from './eventTexts.js';
import { foldJoins } from './foldJoins.js';

const colours: { readonly [V in RuleVerdict['verdict']]: Colour } = {
  yes: 'good',
  no: 'attention',
  notAsked: 'default',
};

/** The lists of the history. */
export const historyTables: TableBuilders<HistoryTable> = {
  history: ({ title, groupId, requestId, rows, page }, voice) => {
    const { say, command, f } = voice;
    const heading = say('history.heading', { title });
    return {
      summary: heading,
      heading,
      sentences: [rows.length === 0 ? say('history.none') : pageSentence(page, voice)],
      rows: foldJoins(rows).map(({ row, readyAt }) => ({
        title: eventText(row, voice),
        about: [
          f.moment(row.event.at),
          readyAt === undefined ? undefined : say('history.readyAt', { at: readyAt }),
          row.event.requestId === title ? undefined : row.event.requestId,
        ],
        detail: row.event.reason ? say('shared.reason', { reason: shortWords(row.event.reason) ?? '' }) : undefined,
        buttons: [],
      })),
      buttons: pageButtons(
        page,
        'showHistory',
        given({ groupId: groupId || undefined, requestId: requestId || undefined }),
        voice,
      ),
      typed: [
        ...(groupId
          ? [command('commands.group', { group: title })]
          : requestId
            ? [command('commands.request', { id: requestId })]
            : []),
        ...pageCommands(page, command('commands.history', { title }), voice),
      ],
    };
  },
  explained: ({ group, groupId, person, rules, refusal, route }, voice) => {
    const { say, command } = voice;
    const heading = person
      ? say('history.explained.headingFor', { person: person.name, group })
      : say('history.explained.heading', { group });
    return {
      summary: heading,
      heading,
      sentences: [
        refusal ? refusalText(refusal, voice).why : say(`history.explained.${route ?? 'askOwners'}`),
        say('history.explained.dryRun'),
      ],
      rows: rules.map(({ rule, verdict }) => ({
        title: say(`history.rule.${rule}`),
        badge: say(`history.verdict.${verdict}`),
        badgeColour: colours[verdict],
        about: [verdict === 'notAsked' ? undefined : say(`history.rule.${rule}.${verdict}`)],
        buttons: [],
      })),
      buttons: [button(say('buttons.seeGroup'), 'showGroup', { groupId })],
      typed: [command('commands.group', { group }), command('commands.join', { group })],
    };
  },
};
