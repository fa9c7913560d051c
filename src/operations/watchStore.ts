import type { Metrics } from '../metrics.js';
import type { WatchStore } from '../store/timedStore.js';
import type { Tracing } from '../tracing.js';

/** What changes a record; reads would be most of a trace and say little. */
const commits: ReadonlySet<string> = new Set(['insert', 'replace', 'appendAudit', 'amendAudit']);

/** Counts every call of the store, and puts its commits into the trace. */
export function watchStore(metrics: Metrics, tracing: Tracing): WatchStore {
  return (operation) => {
    const end = commits.has(operation) ? tracing.call('commit', { 'concierge.operation': operation }) : undefined;
    return (seconds, isOk) => {
      metrics.recordStore(operation, seconds, isOk);
      end?.(isOk ? undefined : 'failed');
    };
  };
}
