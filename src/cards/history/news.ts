import type { HistoryNews } from '../../domain/history/news.js';
import type { NewsBuilders } from '../parts/builders.js';
import { button } from '../parts/parts.js';
import { onward, toSettings } from '../parts/ways.js';

/** So much of a fingerprint is told apart by a person. */
const fingerprintLength = 16;

/** What happened to the history. */
export const historyNews: NewsBuilders<HistoryNews> = {
  auditVerified: ({ entries, erased, hash }, voice) => ({
    status: voice.say('history.verified.status'),
    heading:
      entries === 0 ? voice.say('history.verified.none') : voice.say('history.verified.heading', { count: entries }),
    text:
      entries === 0
        ? []
        : [
            voice.say('history.verified.text'),
            erased > 0 ? voice.say('history.verified.erased', { count: erased }) : undefined,
            voice.say('history.verified.fingerprint', { fingerprint: hash.slice(0, fingerprintLength) }),
          ],
    buttons: [button(voice.say('buttons.exportHistory'), 'exportTable', { setting: 'history', value: 'csv' })],
    typed: [voice.command('commands.exportAudit')],
  }),
  auditBroken: ({ sequence, problem }, voice) => ({
    status: voice.say('history.broken.status'),
    colour: 'attention',
    heading: voice.say('history.broken.heading', { sequence }),
    text: [voice.say('history.broken.text', { problem }), voice.say('history.broken.next')],
    ...onward(toSettings(voice)),
  }),
  fileReady: ({ fileName, rows, url }, voice) => ({
    status: voice.say('history.file.status'),
    heading: voice.say('history.file.heading', { fileName }),
    text: [voice.say('history.file.text', { count: rows })],
    buttons: [],
    typed: [voice.command('commands.verify')],
    link: { name: fileName, url },
  }),
};
