import { createHash } from 'node:crypto';
import { sleep } from '../bell.js';
import { tryAgain } from '../../commands/change.js';
import type { Handler } from '../handler.js';
import type { TenantStore } from '../../commands/ports.js';
import type { AuditEntry, AuditEvent } from '../../domain/history/audit.js';
import { linkEvent, type Sha256 } from '../../domain/history/auditChain.js';

/** SHA-256 of a text's UTF-8 bytes, as lower-case hex. */
export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** So often other processes may be faster before the event waits for its next try. */
const mostTries = 25;

/** Who lost pauses for up to so long before the next try, in milliseconds: a busy process would win for ever otherwise. */
const maxPauseMs = 40;

/** Whether an event is in the history now, or other processes crowded it out. */
export type Appended = 'appended' | 'crowded';

/** Puts an event into its tenant's history, once. */
export type AppendEvent = (store: TenantStore, event: AuditEvent) => Promise<Appended>;

type Link = Pick<AuditEntry, 'sequence' | 'hash'>;

interface Chain {
  /** The last link that this process knows of. */
  last?: Link | undefined;
  isRead: boolean;
  tail: Promise<unknown>;
}

/** Appends events to their tenants' histories, one after the other within this process. `random` is in [0, 1), `newSalt` a secret that nobody guesses. */
export function createChainAppender(random: () => number, newSalt: () => string): AppendEvent {
  const chains = new Map<string, Chain>();
  return (store, event) => {
    const chain = chains.get(store.tenantId) ?? { isRead: false, tail: Promise.resolve() };
    chains.set(store.tenantId, chain);
    const salted = event.reason === undefined ? event : { ...event, reasonSalt: newSalt() };
    const mine = chain.tail.then(() => append(chain, store, salted, random));
    chain.tail = mine.catch(() => undefined);
    return mine;
  };
}

async function append(chain: Chain, store: TenantStore, event: AuditEvent, random: () => number): Promise<Appended> {
  if (!chain.isRead) await readLast(chain, store);
  let isFirst = true;
  const result = await tryAgain<Appended>(async () => {
    const entry = linkEvent(chain.last, store.tenantId, event, sha256);
    const written = await store.appendAudit(entry).catch((error: unknown) => {
      // It may have been written all the same.
      chain.isRead = false;
      throw error;
    });
    if (written === 'written') {
      chain.last = entry;
      return 'appended';
    }
    if (!isFirst) await sleep(random() * maxPauseMs);
    isFirst = false;
    await readLast(chain, store);
    // The place is still free, so it is the event that is there already: an earlier try was not saved as done.
    return (chain.last?.sequence ?? 0) < entry.sequence ? 'appended' : 'conflict';
  }, mostTries);
  return result === 'conflict' ? 'crowded' : result;
}

async function readLast(chain: Chain, store: TenantStore): Promise<void> {
  chain.last = await store.lastAudit();
  chain.isRead = true;
}

/** Puts an event into its tenant's history. */
export function createRecordEvent(append: AppendEvent): Handler<'recordEvent'> {
  return {
    run: async ({ event }, { store }) => {
      const result = await append(store, event);
      return result === 'appended'
        ? { end: 'done' }
        : { end: 'later', isWait: true, detail: 'other processes were faster in the history' };
    },
  };
}
