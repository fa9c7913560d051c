import { isOverload, readBadRequest, readError, type BadRequest, type GraphAnswer } from './answers.js';
import type { DirectoryResult } from '../../commands/ports/directory.js';
import { given } from '../../domain/given.js';
import type { DirectoryCapability, DirectoryRefusal } from '../../domain/groups/directory.js';

/** A change that did not come about. */
export type Failure = Extract<DirectoryResult, { ok: false }>;

/** What an answer means; `missing` and `unclear` take a second look. */
export type Meaning =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | Failure
  | { readonly ok: false; readonly failure: 'missing' | 'alreadyThere' | 'unclear'; readonly detail: string };

/** So long to wait for a token that is taken, in milliseconds. */
const tokenDelayMs = 10_000;

/** Sorts an answer by what there is to do about it. `isDown`: the directory as a whole does not answer. */
export function readMeaning(answer: GraphAnswer, needs: DirectoryCapability, isDown: boolean): Meaning {
  if (answer.end === 'notAsked')
    return { ok: false, failure: 'transient', isWait: true, retryAfterMs: answer.waitMs, detail: 'not our turn' };
  const wait = isDown ? ({ isWait: true } as const) : {};
  if (answer.end === 'notAnswered')
    return { ok: false, failure: 'transient', ...wait, detail: `no answer (${answer.cause})` };
  const { status, body, retryAfterMs } = answer;
  if (status >= 200 && status < 300) return { ok: true, status, body };
  const error = readError(body);
  const detail = `${status} ${error.code}`;
  if (isOverload(status)) {
    // Throttling is no failure of this one change, whoever used the limit up.
    const patience = status === 429 ? ({ isWait: true } as const) : wait;
    return {
      ok: false,
      failure: 'transient',
      ...patience,
      ...given({ retryAfterMs }),
      detail,
    };
  }
  // The token was refused: it may have run out on the way, and a new one is fetched with the next try. That we cannot
  // prove who we are is no failure of this one change, for however long.
  if (status === 401) return { ok: false, failure: 'transient', isWait: true, retryAfterMs: tokenDelayMs, detail };
  if (status === 404) return { ok: false, failure: 'missing', detail };
  if (status === 403) return readDenial(error.code, needs, detail);
  return status === 400 ? ofBadRequest(readBadRequest(error), detail) : refused('other', detail);
}

/** The kind was looked at just before, so a plain 403 is a permission. */
function readDenial(code: string, needs: DirectoryCapability, detail: string): Failure {
  return code.includes('QuotaExceeded') ? refused('quota', detail) : heldForPermission(needs, detail);
}

function ofBadRequest(meaning: BadRequest, detail: string): Meaning {
  if (meaning === 'alreadyThere' || meaning === 'unclear') return { ok: false, failure: meaning, detail };
  if (meaning === 'notYet') return { ok: false, failure: 'transient', detail };
  return refused(meaning, detail);
}

/** Repeating is of no use. */
export function refused(reason: DirectoryRefusal, detail: string): Failure {
  return { ok: false, failure: 'refused', reason, detail };
}

/** A permission is missing. */
export function heldForPermission(capability: DirectoryCapability, detail: string): Failure {
  return { ok: false, failure: 'held', hold: 'permission', capability, detail };
}

/** A meaning that nobody could make more of. */
export function toFailure(meaning: Extract<Meaning, { ok: false }>): Failure {
  switch (meaning.failure) {
    case 'missing':
      return refused('groupGone', meaning.detail);
    case 'alreadyThere':
    case 'unclear':
      return refused('other', meaning.detail);
    case 'transient':
    case 'held':
    case 'refused':
      return meaning;
  }
}
