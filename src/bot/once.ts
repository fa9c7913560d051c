import type { Background } from './background.js';
import type { Envelope } from './envelope.js';
import type { RecentIds, Shared } from '../commands/ports.js';
import type { Log } from '../log.js';

/** What is needed to know an activity again. */
export interface OnceDeps {
  /** What all instances share of an organisation. */
  sharedOf(tenantId: string): Pick<Shared, 'messages' | 'clicks'>;
  readonly background: Background;
  readonly log: Log;
}

/**
 * Handles an activity unless it was handled, on any instance: the channel repeats what it thinks was not answered in time.
 * `handle` says whether it is done, or may come again.
 */
export async function once(
  deps: OnceDeps,
  kind: 'messages' | 'clicks',
  envelope: Envelope,
  handle: () => Promise<boolean>,
): Promise<void> {
  const key = envelope.id === undefined ? undefined : `${kind}/${envelope.conversation.id}/${envelope.id}`;
  if (key === undefined) return void (await handle());
  const recent = async (use: (ids: RecentIds) => Promise<boolean | void>): Promise<boolean> => {
    try {
      return (await use(deps.sharedOf(envelope.tenantId)[kind])) !== false;
    } catch (error) {
      // What is wrong with the store, the turn itself will say; most activities come once.
      deps.log.warn({ err: error }, 'whether an activity came before is not known');
      return true;
    }
  };
  if (!(await recent((ids) => ids.add(key)))) return;
  let isDone = false;
  try {
    isDone = await handle();
  } finally {
    deps.background.add(recent((ids) => (isDone ? ids.keep(key) : ids.forget(key))));
  }
}
