import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { shortName } from '../parts/lengths.js';
import { showList } from '../parts/listCard.js';
import { button, cancel } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';

/** Which group of Microsoft Entra one that is kept here only could be, or that it is made there. */
export function showLinkPick(outcome: OutcomeOf<'linkPickNeeded'>, voice: Voice): Shown {
  const { group, groupId, options, canCreate } = outcome;
  const { say, command } = voice;
  const heading = say('reading.options.heading', { group });
  return showList(
    {
      summary: heading,
      heading,
      sentences: [say('reading.options.text', { count: options.length })],
      rows: options.map(({ id, name, nickname, owners }) => ({
        title: shortName(name),
        about: [nickname, say('reading.options.owners', { count: owners.length, owners })],
        buttons: [button(say('reading.options.pick'), 'linkGroup', { groupId, value: id })],
      })),
      buttons: [
        ...(canCreate ? [button(say('reading.options.make'), 'linkGroup', { groupId, value: 'new' })] : []),
        cancel(voice),
      ],
      typed: [command('commands.link', { group }), command('commands.cancel')],
    },
    voice,
  );
}
