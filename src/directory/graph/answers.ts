import { z } from 'zod';
import type { DirectoryRefusal } from '../../domain/groups/directory.js';

/** What Microsoft Graph answered, that it did not, or that it was not even asked because it is down or busy. */
export type GraphAnswer =
  | {
      readonly end: 'answered';
      readonly status: number;
      readonly body: unknown;
      readonly location?: string;
      readonly retryAfterMs?: number;
    }
  | { readonly end: 'notAnswered'; readonly cause: string; readonly isDown: boolean }
  | { readonly end: 'notAsked'; readonly waitMs: number };

/** An error's code, words and details; the words may name people and never leave this room. */
export interface GraphError {
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
}

const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ code: z.string() })).nullish(),
  }),
});

/** The error in an answer's body; a gateway answers with a page of its own. */
export function readError(body: unknown): GraphError {
  const { data } = errorBody.safeParse(body);
  if (!data) return { code: 'without code', message: '', details: [] };
  const { code, message, details } = data.error;
  return { code, message, details: details?.map((detail) => detail.code) ?? [] };
}

/** What a 400 means. The code is the same for many mistakes; only the words and details tell. */
export type BadRequest = DirectoryRefusal | 'alreadyThere' | 'notYet' | 'unclear';

/** Sorts a 400 by its words (Microsoft Graph v1.0, and threads that quote them). */
export function readBadRequest({ code, message, details }: GraphError): BadRequest {
  if (details.some((one) => one === 'MissingPrefixSuffix' || one === 'ContainsBlockedWord')) return 'namingPolicy';
  if (message.includes('mailNickname') && message.includes('already exists')) return 'nicknameTaken';
  if (code !== 'Request_BadRequest') return 'other';
  if (message.includes('references already exist')) return 'alreadyThere';
  // Said while a new group or person is not known everywhere yet.
  if (message.includes('do not exist')) return 'notYet';
  if (message.includes('at least one owner')) return 'lastOwner';
  if (message.includes('on-premises mastered')) return 'onPremSynced';
  if (message.includes('mail-enabled security group') || message.includes('distribution list'))
    return 'mailEnabledSecurity';
  if (message.includes('owners') && (message.includes('limit') || message.includes('maximum'))) return 'tooManyOwners';
  return 'unclear';
}

/** Whether an answer says that Graph is overloaded or not well, and that the same may be asked again. */
export function isOverload(status: number): boolean {
  return status === 408 || status === 409 || status === 423 || status === 429 || status >= 500;
}

/** `Retry-After` in seconds or as a date, made milliseconds from now. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : undefined;
}
