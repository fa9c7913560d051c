import { z } from 'zod';
import type { DirectoryResult } from '../commands/ports.js';

/** What Microsoft Graph answered, or that it did not. */
export type GraphAnswer =
  | { readonly isAnswered: true; readonly status: number; readonly body: string; readonly retryAfter?: string }
  | { readonly isAnswered: false; readonly cause: string };

/** What an answer means for a change of members; it takes a second look to tell what `unclear` and `notFound` mean. */
export type GraphMeaning =
  | DirectoryResult
  | { readonly ok: false; readonly failure: 'alreadyMember' | 'notFound' | 'unclear'; readonly detail: string };

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Said with 400 while a new group or person is not known everywhere yet. */
const replicationWords = 'do not exist';

/** Sorts an answer by what there is to do about it (Microsoft Graph v1.0, error responses of members/$ref). */
export function classifyAnswer(answer: GraphAnswer, now: number): GraphMeaning {
  if (!answer.isAnswered) return { ok: false, failure: 'transient', detail: answer.cause };
  if (answer.status >= 200 && answer.status < 300) return { ok: true };
  const { code, message } = readError(answer.body);
  const detail = `${answer.status} ${code}`;
  if (isOverload(answer.status))
    return { ok: false, failure: 'transient', detail, ...retryAfter(answer.retryAfter, now) };
  if (answer.status === 404) return { ok: false, failure: 'notFound', detail };
  // The code is the same for many mistakes; only the words tell.
  if (answer.status === 400) return { ok: false, failure: classifyBadRequest(code, message), detail };
  // The token was refused: it may have run out on the way, and a new one is fetched with the next try.
  if (answer.status === 401) return { ok: false, failure: 'transient', detail };
  return { ok: false, failure: 'refused', detail };
}

function classifyBadRequest(code: string, message: string): 'alreadyMember' | 'transient' | 'unclear' | 'refused' {
  if (code !== 'Request_BadRequest') return 'refused';
  if (message.includes('already exist') && message.includes('members')) return 'alreadyMember';
  return message.includes(replicationWords) ? 'transient' : 'unclear';
}

function isOverload(status: number): boolean {
  return status === 408 || status === 409 || status === 423 || status === 429 || status >= 500;
}

/** The code and words of an error; the words may name people and never leave this room. */
function readError(body: string): { readonly code: string; readonly message: string } {
  try {
    const parsed = errorBody.safeParse(JSON.parse(body));
    if (parsed.success) return parsed.data.error;
  } catch {
    // A gateway answers with a page of its own.
  }
  return { code: 'without code', message: '' };
}

/** `Retry-After` in seconds or as a date, made milliseconds from now. */
export function retryAfter(header: string | undefined, now: number): { readonly retryAfterMs?: number } {
  if (!header) return {};
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, Math.round(ms)) } : {};
}
