import type { HistoryRow } from '../../domain/views.js';
import type { Instant } from '../../domain/terms.js';

/** A line of a history; of an approval that was carried out on the same page, when it was. */
export interface HistoryLine {
  readonly row: HistoryRow;
  readonly readyAt?: Instant;
}

/** What follows from an approval by itself, and says nothing that its own line does not. */
const followers = ['memberAdded', 'requestDelivered'] as const;

/** One join is one line: what an approval brought stands with it, where all of it is on the page. The chain keeps each. */
export function foldJoins(rows: readonly HistoryRow[]): HistoryLine[] {
  const find = (kind: HistoryRow['event']['kind'], requestId: string | undefined): HistoryRow | undefined =>
    rows.find(({ event }) => event.kind === kind && event.requestId === requestId);
  const readyAtOf = (requestId: string | undefined): Instant | undefined => {
    const found = ['requestApproved' as const, ...followers].map((kind) => find(kind, requestId));
    return requestId !== undefined && found.every((row) => row !== undefined) ? found.at(-1)?.event.at : undefined;
  };
  return rows.flatMap((row): HistoryLine[] => {
    const { kind, requestId } = row.event;
    const readyAt = readyAtOf(requestId);
    if (readyAt === undefined) return [{ row }];
    if (followers.some((one) => one === kind)) return [];
    return [kind === 'requestApproved' ? { row, readyAt } : { row }];
  });
}
