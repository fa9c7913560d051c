import type { SyncDeps } from './deps.js';
import { holdLease } from './lease.js';
import type { ReadFailure, ReadPage } from '../commands/ports/directoryReader.js';
import {
  loadReading,
  readingKeptMs,
  readingKey,
  type ReadingOf,
  type ReadingState,
} from '../commands/reads/readingState.js';
import type { Instant } from '../domain/terms.js';

/** After so many pages there may be thousands more. */
const manyPages = 20;

/** Something that is read page by page, and what is done with a page. */
export interface Stream<T> {
  readonly of: ReadingOf;
  read(link: string | undefined): Promise<ReadPage<T>>;
  /** `fullSince`: when the reading of everything began that the page belongs to. */
  takeIn(items: readonly T[], fullSince: Instant | undefined): Promise<void>;
  /** After everything was read: what was there before and was not met may be gone. */
  loseUnseen(fullSince: Instant): Promise<void>;
}

/**
 * Reads on from where the last round ended, until there is nothing new. After each page the link behind it is kept, so
 * that a kill repeats one page at the most; a link that leads nowhere any more begins everything anew. Says whether it
 * is up to date.
 */
export async function followReading<T>(deps: SyncDeps, stream: Stream<T>, isStopping: () => boolean): Promise<boolean> {
  let pages = 0;
  for (let restarts = 0; !isStopping();) {
    const kept = await loadReading(deps.store, stream.of);
    // Whoever was met before a reading broke off on its first page may be gone by the time it begins once more.
    const state = kept?.link === undefined ? { ...kept, ...begin(kept?.phase ?? 'first', deps) } : kept;
    const page = await stream.read(state.link);
    if (!page.ok) {
      if (page.failure !== 'expired' || restarts > 0 || state.link === undefined)
        return fail(deps, stream.of, state, page);
      restarts += 1;
      deps.log.info({ of: stream.of }, 'the place in the directory is lost, so everything is read again');
      await keep(deps, stream.of, { ...begin(state.phase === 'first' ? 'first' : 'again', deps), ...doneAt(state) });
      continue;
    }
    const fullSince = state.phase === 'following' ? undefined : state.begunAt;
    pages += 1;
    // Page after page makes much, and little of it is kept.
    if (pages === manyPages) deps.heap.growLittle();
    await stream.takeIn(page.items, fullSince);
    if (page.isLast && fullSince !== undefined) await stream.loseUnseen(fullSince);
    // Another process has taken over meanwhile, and is where we were or further.
    if (!(await holdLease(deps))) return false;
    await keep(deps, stream.of, next(state, page, deps.clock.now()));
    if (page.isLast) return true;
  }
  return false;
}

function begin(phase: ReadingState['phase'], { clock }: SyncDeps): ReadingState {
  return { phase, begunAt: clock.now(), read: 0 };
}

function next<T>(state: ReadingState, page: Extract<ReadPage<T>, { ok: true }>, now: Instant): ReadingState {
  const { trouble: _, ...rest } = state;
  const read = state.phase === 'following' ? state.read : state.read + page.items.length;
  const end = page.isLast ? { phase: 'following' as const, doneAt: now } : {};
  return { ...rest, read, link: page.link, ...end };
}

function doneAt(state: ReadingState): Pick<ReadingState, 'doneAt'> {
  return state.doneAt === undefined ? {} : { doneAt: state.doneAt };
}

async function fail(deps: SyncDeps, of: ReadingOf, state: ReadingState, failure: ReadFailure): Promise<false> {
  const trouble = failure.failure === 'held' ? 'permission' : 'noAnswer';
  deps.log.warn({ of, failure: failure.failure, detail: failure.detail }, 'the directory could not be read');
  if (state.trouble !== trouble) await keep(deps, of, { ...state, trouble });
  return false;
}

async function keep({ store }: SyncDeps, of: ReadingOf, state: ReadingState): Promise<void> {
  await store.shared.kept.update(readingKey(of), readingKeptMs, () => state);
}
