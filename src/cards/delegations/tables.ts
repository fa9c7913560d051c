import type { DelegationTable } from '../../domain/delegations/answers.js';
import type { DelegationRow } from '../../domain/views.js';
import { isolate } from '../../messages/escape.js';
import type { Voice } from '../../messages/voice.js';
import type { TableBuilders } from '../parts/builders.js';
import type { Row } from '../parts/listCard.js';
import { shortName } from '../parts/lengths.js';
import { button } from '../parts/parts.js';

/** So many delegations are shown; a card has to stay small. */
const rowsShown = 15;

/** The lists of delegations. */
export const delegationTables: TableBuilders<DelegationTable> = {
  delegations: ({ given, received }, voice) => {
    const { say, command } = voice;
    const heading = say('delegations.list.heading');
    return {
      summary: heading,
      heading,
      sentences: [given.length + received.length === 0 ? say('delegations.list.none') : undefined],
      rows: [
        ...given.map((row) => toRow(row, say('delegations.list.given'), voice)),
        ...received.map((row) => toRow(row, say('delegations.list.received'), voice)),
      ].slice(0, rowsShown),
      buttons: given.length > 0 ? [button(say('buttons.stopDelegating'), 'endDelegations')] : [],
      typed: [...(given.length > 0 ? [command('commands.stopDelegating')] : []), command('commands.delegateExample')],
    };
  },
};

function toRow({ person, until, group }: DelegationRow, badge: string, { say }: Voice): Row {
  return {
    title: shortName(person.name),
    badge,
    about: [
      group === undefined ? say('delegations.list.allGroups') : isolate(shortName(group)),
      until === undefined ? say('delegations.list.noEnd') : say('delegations.list.until', { until }),
    ],
    buttons: [],
  };
}
