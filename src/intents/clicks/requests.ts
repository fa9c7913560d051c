import { z } from 'zod';
import { click, type Clicks } from './click.js';
import {
  end,
  filled,
  flag,
  group,
  groupOf,
  id,
  page,
  person,
  personOf,
  pickedGroup,
  resourceOf,
  sure,
  text,
  until,
  why,
  words,
} from './fields.js';
import type { ClickProblem } from '../clickProblem.js';
import type { Intent } from '../intent.js';
import type { ParseContext } from '../parseContext.js';
import { endOfDay } from '../parseDuration.js';
import { findRequestId } from '../requestId.js';
import type { Duration } from '../../domain/terms.js';

type Code = ClickProblem['code'];

/** The longest reason that is taken, in characters. */
const longestReason = 1000;

const lostRequest: Code = 'noRequest';
const requestId = z.string({ error: lostRequest }).transform((text, context) => {
  const found = findRequestId(text.slice(0, 40));
  if (found) return found.requestId;
  context.addIssue(lostRequest);
  return z.NEVER;
});
const reason = z
  .string()
  .max(longestReason, 'reasonTooLong' satisfies Code)
  .transform((text) => text.trim())
  .optional();
const pickLength: Code = 'chooseLength';
const pickDay: Code = 'chooseDay';
const span = {
  /** `none`: as asked, or no end; a number of days; a number of minutes and `m`; `until`: the day in `until`. */
  duration: z
    .string({ error: pickLength })
    .regex(/^(|none|until|[1-9][0-9]{0,3}|[1-9][0-9]{0,6}m)$/, pickLength)
    .optional(),
  until: z.string({ error: pickDay }).optional(),
};

/** The buttons of requests. */
export const requestClicks = {
  requestFor: click(
    z.object({ ...group, ...person, resourceId: id.optional(), reason: text(longestReason), ...end, value: flag }),
    ({ value, resourceId, ...data }) => ({
      kind: 'requestFor',
      target: groupOf(data),
      ...(resourceId === undefined ? {} : { resource: resourceOf({ resourceId }) }),
      person: personOf(data),
      ...why(data),
      ...until(data),
      ...(value ? { isReport: true } : {}),
    }),
  ),
  joinGroup: click(
    z.object({
      groupId: pickedGroup,
      justification: reason,
      ...span,
      // What the button itself carries: the same, for a request in the place of one that waits.
      reason,
      value: span.duration,
      endsAt: end.endsAt,
      confirmed: flag,
    }),
    ({ groupId, justification, reason: carried, value, endsAt, confirmed, ...rest }, context) =>
      withDuration(value === undefined ? rest : { duration: value }, context, (duration) => ({
        kind: 'joinGroup',
        target: { by: 'id', groupId },
        ...filled({ justification: justification ?? carried, duration }),
        ...until({ endsAt }),
        ...sure({ confirmed }),
      })),
  ),
  withdrawRequest: click(z.object({ requestId: requestId.optional(), words, confirmed: flag }), (data) => ({
    kind: 'withdrawRequest',
    target: filled({ requestId: data.requestId, words: data.words || undefined }),
  })),
  remindApprovers: click(z.object({ requestId }), ({ requestId: id }) => ({
    kind: 'remindApprovers',
    target: { requestId: id },
  })),
  approveRequest: click(
    z.object({
      requestId,
      note: reason,
      page: z.int().min(1).max(10_000).optional().catch(undefined),
      ...span,
    }),
    ({ requestId: id, note, page: inboxPage, ...rest }, context) =>
      withDuration(rest, context, (duration) => ({
        kind: 'approveRequest',
        target: { requestId: id },
        ...filled({ justification: note, duration, inboxPage }),
      })),
  ),
  denyRequest: click(z.object({ requestId, justification: reason }), ({ requestId: id, justification }) => ({
    kind: 'denyRequest',
    target: { requestId: id },
    ...filled({ justification }),
  })),
  showRequest: click(z.object({ requestId }), ({ requestId: id }) => ({
    kind: 'showRequest',
    target: { requestId: id },
  })),
  resubmitRequest: click(z.object({ requestId }), ({ requestId: id }) => ({ kind: 'resubmitRequest', requestId: id })),
  refreshRequest: click(z.object({ requestId }), ({ requestId: id }) => ({ kind: 'refreshRequest', requestId: id })),
  listMyRequests: click(z.object({ page }), (data) => ({ kind: 'listMyRequests', page: data.page })),
  showInbox: click(z.object({ page }), (data) => ({ kind: 'showInbox', page: data.page })),
} satisfies Clicks;

function withDuration(
  input: { readonly duration?: string | undefined; readonly until?: string | undefined },
  context: ParseContext,
  build: (duration: Duration | undefined) => Intent,
): Intent | Code {
  const { duration = 'none', until = '' } = input;
  if (duration === '' || duration === 'none') return build(undefined);
  if (duration.endsWith('m')) return build({ kind: 'minutes', minutes: Number(duration.slice(0, -1)) });
  if (duration !== 'until') return build({ kind: 'days', days: Number(duration) });
  const end = endOfDay(until.slice(0, 10), context.timeZone);
  return end === undefined ? pickDay : build({ kind: 'until', until: end });
}
