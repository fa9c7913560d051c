import { z } from 'zod';
import { adminActions, adminSchemas } from './adminActions.js';
import { isClickProblem, type ClickProblem } from './clickProblem.js';
import { endOfDay } from './parseDuration.js';
import { pageFields, toPageWish } from './pageWish.js';
import { findRequestId } from './requestId.js';
import type { Intent, IntentKind } from './intent.js';
import type { Duration } from '../domain/terms.js';
import type { ParseContext } from './parseContext.js';

type Code = ClickProblem['code'];

/** The longest reason that is taken, in characters. */
const longestReason = 1000;
/** What a click means, or why it cannot be read. */
export type ActionReading =
  { readonly ok: true; readonly intent: Intent } | { readonly ok: false; readonly problem: ClickProblem };

// In the place of messages the schemas give codes of `ClickProblem`.
const lostRequest: Code = 'noRequest';
const lostGroup: Code = 'noGroup';
const noGroup: Code = 'pickGroup';
const requestId = z.string({ error: lostRequest }).transform((text, context) => {
  const found = findRequestId(text.slice(0, 40));
  if (found) return found.requestId;
  context.addIssue(lostRequest);
  return z.NEVER;
});
const groupId = z
  .string({ error: noGroup })
  .trim()
  .min(1, noGroup)
  .max(100, lostGroup)
  .regex(/^[^/]+$/, lostGroup);
const reason = z
  .string()
  .max(longestReason, 'reasonTooLong' satisfies Code)
  .transform((text) => text.trim())
  .optional();
const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);
const words = z.string().max(1000).catch('').default('');
const flag = z
  .union([z.literal(true), z.literal('true')])
  .optional()
  .catch(undefined);
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

/** What each button sends beside its verb; keys that are not named here are dropped (clients add their own). */
const schemas = {
  joinGroup: z.object({ groupId, justification: reason, ...span }),
  leaveGroup: z.object({ groupId, confirmed: flag }),
  withdrawRequest: z.object({ requestId: requestId.optional(), words, confirmed: flag }),
  approveRequest: z.object({
    requestId,
    note: reason,
    page: z.int().min(1).max(10_000).optional().catch(undefined),
    ...span,
  }),
  denyRequest: z.object({ requestId, justification: reason }),
  showRequest: z.object({ requestId }),
  resubmitRequest: z.object({ requestId }),
  refreshRequest: z.object({ requestId }),
  listMyGroups: z.object({ page }),
  listMyRequests: z.object({ page }),
  showInbox: z.object({ page }),
  browseGroups: z.object({ words, ...pageFields }),
  showGroup: z.object({ groupId }),
  showHelp: z.object({}),
  ...adminSchemas,
} satisfies Partial<Record<IntentKind, z.ZodType>>;

type Verb = keyof typeof schemas;
type DataOf<V extends Verb> = z.infer<(typeof schemas)[V]>;

const builders: { readonly [V in Verb]: (data: DataOf<V>, context: ParseContext) => Intent | Code } = {
  joinGroup: ({ groupId: id, justification, ...rest }, context) =>
    withDuration(rest, context, (duration) => ({
      kind: 'joinGroup',
      target: { by: 'id', groupId: id },
      ...optional({ justification, duration }),
    })),
  leaveGroup: ({ groupId: id, confirmed }) => ({
    kind: 'leaveGroup',
    target: { by: 'id', groupId: id },
    ...(confirmed ? { confirmed: true } : {}),
  }),
  withdrawRequest: (data) => ({
    kind: 'withdrawRequest',
    target: optional({ requestId: data.requestId, words: data.words || undefined }),
  }),
  approveRequest: ({ requestId: id, note, page: inboxPage, ...rest }, context) =>
    withDuration(rest, context, (duration) => ({
      kind: 'approveRequest',
      target: { requestId: id },
      ...optional({ justification: note, duration, inboxPage }),
    })),
  denyRequest: ({ requestId: id, justification }) => ({
    kind: 'denyRequest',
    target: { requestId: id },
    ...optional({ justification }),
  }),
  showRequest: ({ requestId: id }) => ({ kind: 'showRequest', target: { requestId: id } }),
  resubmitRequest: ({ requestId: id }) => ({ kind: 'resubmitRequest', requestId: id }),
  refreshRequest: ({ requestId: id }) => ({ kind: 'refreshRequest', requestId: id }),
  listMyGroups: (data) => ({ kind: 'listMyGroups', page: data.page }),
  listMyRequests: (data) => ({ kind: 'listMyRequests', page: data.page }),
  showInbox: (data) => ({ kind: 'showInbox', page: data.page }),
  browseGroups: (data) => ({ kind: 'browseGroups', words: data.words, ...toPageWish(data) }),
  showGroup: ({ groupId: id }) => ({ kind: 'showGroup', target: { by: 'id', groupId: id } }),
  showHelp: () => ({ kind: 'showHelp' }),
  ...adminActions,
};

/** Reads a click. Nothing in it is believed beyond ids and what the person filled in. Never throws. */
export function parseAction(verb: unknown, data: unknown, context: ParseContext): ActionReading {
  // An input that was left empty comes as nothing, as an empty text or as null, depending on the client.
  const fields: Record<string, unknown> =
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
      : {};
  // A client that knows no Action.Execute sends the verb inside the data.
  const name = typeof verb === 'string' && verb !== '' ? verb : fields['action'];
  if (typeof name !== 'string' || !isVerb(name)) return { ok: false, problem: { code: 'unknown' } };
  return read(name, fields, context);
}

function read<V extends Verb>(verb: V, fields: Record<string, unknown>, context: ParseContext): ActionReading {
  const parsed = schemas[verb].safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, problem: issue ? problemOf(issue) : { code: 'incomplete' } };
  }
  const intent = (builders[verb] as (data: DataOf<V>, context: ParseContext) => Intent | Code)(
    parsed.data as DataOf<V>,
    context,
  );
  return typeof intent === 'string' ? { ok: false, problem: { code: intent } } : { ok: true, intent };
}

function problemOf(issue: z.core.$ZodIssue): ClickProblem {
  const isOurs =
    issue.code !== 'invalid_type' || ['groupId', 'requestId', 'duration', 'until'].includes(String(issue.path[0]));
  if (!isOurs || !isClickProblem(issue.message)) return { code: 'incomplete' };
  return issue.code === 'too_big' ? { code: issue.message, most: Number(issue.maximum) } : { code: issue.message };
}

function isVerb(name: string): name is Verb {
  return Object.hasOwn(schemas, name);
}

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

/** Leaves out what is not there, or blank. */
function optional<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
