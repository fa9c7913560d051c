import type { z } from 'zod';
import { isClickProblem, type ClickProblem } from '../clickProblem.js';
import type { Intent, IntentKind } from '../intent.js';
import type { ParseContext } from '../parseContext.js';

type Code = ClickProblem['code'];

/** What a click means, or why it cannot be read. */
export type ActionReading =
  { readonly ok: true; readonly intent: Intent } | { readonly ok: false; readonly problem: ClickProblem };

/** Reads what a button has sent beside its verb. */
export type Click = (fields: Readonly<Record<string, unknown>>, context: ParseContext) => ActionReading;

/** How the clicks of a subject are read, by their verbs. */
export type Clicks = { readonly [V in IntentKind]?: Click };

/** A click whose fields fit a schema, which drops keys that it does not name (clients add their own). */
export function click<S extends z.ZodType>(
  schema: S,
  build: (data: z.infer<S>, context: ParseContext) => Intent | Code,
): Click {
  return (fields, context) => {
    const parsed = schema.safeParse(fields);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return { ok: false, problem: issue ? problemOf(issue) : { code: 'incomplete' } };
    }
    const intent = build(parsed.data, context);
    return typeof intent === 'string' ? { ok: false, problem: { code: intent } } : { ok: true, intent };
  };
}

function problemOf(issue: z.core.$ZodIssue): ClickProblem {
  const isOurs =
    issue.code !== 'invalid_type' || ['groupId', 'requestId', 'duration', 'until'].includes(String(issue.path[0]));
  if (!isOurs || !isClickProblem(issue.message)) return { code: 'incomplete' };
  return issue.code === 'too_big' ? { code: issue.message, most: Number(issue.maximum) } : { code: issue.message };
}
