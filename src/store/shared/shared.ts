import type { Shared, SharedValues } from '../../commands/ports.js';
import type { Instant } from '../../domain/terms.js';
import { createExportFiles } from './exportFiles.js';
import { createLastBackup } from './lastBackup.js';
import { createOpenQuestions } from './openQuestions.js';
import { createQuotas } from './quotas.js';
import { createRecentIds } from './recentIds.js';

/** What all processes share of one organisation, over the values that are kept and those that pass. */
export function createShared(kept: SharedValues, passing: SharedValues, now: () => Instant, isAlone: boolean): Shared {
  return {
    messages: createRecentIds(passing, passing),
    clicks: createRecentIds(passing, kept),
    openQuestions: createOpenQuestions(passing),
    quotas: createQuotas(passing, now),
    keptQuotas: createQuotas(kept, now),
    exports: createExportFiles(passing),
    lastBackup: createLastBackup(kept),
    passing,
    kept,
    ...(isAlone ? {} : { acrossProcesses: passing }),
  };
}
