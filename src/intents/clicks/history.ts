import { z } from 'zod';
import { click, type Clicks } from './click.js';
import { groupOf, id, lost, page, person, personOf, text } from './fields.js';
import { takePeriod, type Period } from '../../domain/history/period.js';

/** The buttons of the history. */
export const historyClicks = {
  showHistory: click(
    z.object({ groupId: id.optional(), requestId: text(40), page }),
    ({ groupId, requestId, page: at }) =>
      requestId
        ? { kind: 'showHistory', about: { of: 'request', requestId }, page: at }
        : { kind: 'showHistory', about: { of: 'group', target: groupOf({ groupId }) }, page: at },
  ),
  verifyHistory: click(z.object({}), () => ({ kind: 'verifyHistory' })),
  exportTable: click(
    z.object({
      setting: z.enum(['access', 'history'], lost),
      value: z.enum(['csv', 'json'], lost),
      resourceId: id.optional(),
      groupId: id.optional(),
      words: text(20),
    }),
    ({ setting, value: format, resourceId, groupId, words }) => ({
      kind: 'exportTable',
      table: setting,
      format,
      ...(resourceId ? { resource: { by: 'id', resourceId } } : {}),
      ...(groupId ? { target: { by: 'id', groupId } } : {}),
      ...periodOf(words),
    }),
  ),
  explainJoin: click(z.object({ groupId: id, ...person }), (data) => ({
    kind: 'explainJoin',
    target: groupOf(data),
    ...(data.personId || data.words ? { person: personOf(data) } : {}),
  })),
} satisfies Clicks;

function periodOf(words = ''): { readonly period?: Period } {
  const { period } = takePeriod(words);
  return period === undefined ? {} : { period };
}
