import type { Refusal } from '../refusal.js';
import type { PersonView } from '../personView.js';
import type { Page } from '../page.js';
import type { HistoryRow, RuleVerdict } from '../views.js';

/** What is listed of the history. */
export type HistoryTable =
  | {
      readonly code: 'history';
      readonly title: string;
      readonly groupId?: string;
      readonly requestId?: string;
      readonly rows: readonly HistoryRow[];
      readonly page: Page;
    }
  | {
      readonly code: 'explained';
      readonly group: string;
      readonly groupId: string;
      readonly person?: PersonView;
      readonly rules: readonly RuleVerdict[];
      readonly refusal?: Refusal;
      readonly route?: 'atOnce' | 'askOwners';
    };
